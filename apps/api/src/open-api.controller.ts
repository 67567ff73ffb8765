import { readFile } from 'node:fs/promises';
import { Controller, Get } from '@nestjs/common';
import { Public } from '@app/platform';

// The committed document, which the build copies; `npm run check` proves that it is the code's.
const DOCUMENT = new URL('../openapi.json', import.meta.url);

@Public()
@Controller()
export class OpenApiController {
  private read: Promise<Record<string, unknown>> | undefined;

  /** This document. */
  @Get('api/openapi.json')
  document(): Promise<Record<string, unknown>> {
    this.read ??= readFile(DOCUMENT, 'utf8').then((text) => JSON.parse(text) as Record<string, unknown>);
    return this.read;
  }
}
