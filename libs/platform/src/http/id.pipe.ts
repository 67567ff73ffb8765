import { Injectable, type PipeTransform } from '@nestjs/common';
import { commonErrors } from '../kernel/domain-error.js';
import { isUuid } from '../kernel/ids.js';

/** An id in a path; what cannot be one is simply not found. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isUuid(value)) throw commonErrors.not_found();
    return value.toLowerCase();
  }
}

const SLUG = /^[a-z0-9-]+$/i;

/** An id or a slug in a path; what cannot be either is not found, and never reaches the database. */
@Injectable()
export class IdOrSlugPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!SLUG.test(value)) throw commonErrors.not_found();
    return value.toLowerCase();
  }
}
