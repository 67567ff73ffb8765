import { readFile } from 'node:fs/promises';
import { Controller, Get, Header } from '@nestjs/common';
import { Public } from '@app/platform';

// From dist/apps/api/src to the committed document; `npm run check` proves that it is the code's.
const DOCUMENT = new URL('../../../../apps/api/openapi.json', import.meta.url);

@Public()
@Controller()
export class OpenApiController {
  private text: Promise<string> | undefined;

  /** This document. */
  @Get('api/openapi.json')
  @Header('content-type', 'application/json; charset=utf-8')
  document(): Promise<string> {
    this.text ??= readFile(DOCUMENT, 'utf8');
    return this.text;
  }
}
