import { existsSync, readFileSync } from 'node:fs';

/** Where the built assets are served. */
export const ASSETS_PREFIX = '/assets/';

// From dist/apps/web/src/layout this is dist/assets; from the sources there is nothing, and plain names are used.
const manifestFile = new URL('../../../../assets/manifest.json', import.meta.url);

const manifest: Record<string, string> = existsSync(manifestFile)
  ? (JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, string>)
  : {};

/** Address of a built asset by its plain name: `asset('app.css')` is `/assets/app-<hash>.css`. */
export const asset = (name: string): string => `${ASSETS_PREFIX}${manifest[name] ?? name}`;
