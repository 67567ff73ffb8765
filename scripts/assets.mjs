// Page assets (styles, icons, scripts, fonts) are built into dist/assets.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

export const buildAssets = async () => {
  mkdirSync(join(root, 'dist/assets'), { recursive: true });
};
