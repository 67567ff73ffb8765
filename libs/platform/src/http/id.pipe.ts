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
