import { existsSync, readFileSync } from 'node:fs';

/** Where the built assets are served. */
export const ASSETS_PREFIX = '/assets/';

// From dist/apps/web/src/layout this is dist/assets; from the sources (tests) the build's, when there is one.
const beside = new URL('../../../../assets/', import.meta.url);
const built = new URL('../../../../dist/assets/', import.meta.url);

/** Folder of the built assets. */
export const assetsFolder = existsSync(beside) ? beside : built;

const manifestFile = new URL('manifest.json', assetsFolder);

const manifest: Record<string, string> = existsSync(manifestFile)
  ? (JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, string>)
  : {};

/** Address of a built asset by its plain name: `asset('app.css')` is `/assets/app-<hash>.css`. */
export const asset = (name: string): string => `${ASSETS_PREFIX}${manifest[name] ?? name}`;
