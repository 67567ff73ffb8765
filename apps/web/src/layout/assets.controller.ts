import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { commonErrors, Public } from '@app/platform';
import { assetsFolder } from './asset.js';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml', '.woff2': 'font/woff2',
};

/** The built assets, some 200 KB, held in memory: only these names exist, so no path can lead elsewhere. */
const load = (): Map<string, { type: string; content: Buffer }> => {
  const names = existsSync(assetsFolder) ? readdirSync(assetsFolder) : [];
  return new Map(
    names.flatMap((name) => {
      const type = TYPES[extname(name)];
      return type ? [[name, { type, content: readFileSync(new URL(name, assetsFolder)) }] as const] : [];
    }),
  );
};

/** Serves what pages are made of; the names carry a hash of the content, so they are kept for ever. */
@ApiExcludeController()
@Public()
@Controller('assets')
export class AssetsController {
  private readonly assets = load();

  @Get(':name')
  @Header('cache-control', 'public, max-age=31536000, immutable')
  asset(@Param('name') name: string, @Res({ passthrough: true }) reply: FastifyReply): Buffer {
    const asset = this.assets.get(name);
    if (!asset) throw commonErrors.not_found();
    void reply.type(asset.type);
    return asset.content;
  }
}
