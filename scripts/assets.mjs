// Builds the page assets into dist/assets under names that carry a hash of their content, with manifest.json
// from the plain name to the real one, and copies the texts next to the compiled pages.
// `--types` instead writes apps/web/src/i18n/message-params.ts from the texts.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, extname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const web = join(root, 'apps/web/src');
const require = createRequire(import.meta.url);

// chrome109, safari16, firefox115: lightningcss writes versions as major << 16.
const targets = { chrome: 109 << 16, safari: 16 << 16, ios_saf: 16 << 16, firefox: 115 << 16 };
const subsets = ['latin', 'vietnamese'];
const weights = [400, 600];

const packageFile = (name, file) => join(require.resolve(`${name}/package.json`), '..', file);

const filesUnder = (dir) =>
  readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(dir, entry.name)) : [join(dir, entry.name)],
  );

/** Writes a file under its hashed name and remembers it in the manifest. */
const writer = (out, manifest) => (name, content) => {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const extension = extname(name);
  const hashed = `${basename(name, extension)}-${hash}${extension}`;
  writeFileSync(join(out, hashed), content);
  manifest[name] = hashed;
};

const writeFonts = (write) => {
  for (const subset of subsets) {
    for (const weight of weights) {
      const file = `be-vietnam-pro-${subset}-${weight}-normal.woff2`;
      write(`be-vietnam-pro-${subset}-${weight}.woff2`, readFileSync(packageFile('@fontsource/be-vietnam-pro', `files/${file}`)));
    }
  }
};

/** The icon names are read from icons.ts, so that the sprite holds what the pages may ask for and nothing else. */
export const spriteOf = (iconNames) => {
  const symbol = (name) => {
    const svg = readFileSync(packageFile('lucide-static', `icons/${name}.svg`), 'utf8');
    const inner = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'));
    return `<symbol id="${name}" viewBox="0 0 24 24">${inner.replace(/\s*\n\s*/g, '')}</symbol>`;
  };
  return `<svg xmlns="http://www.w3.org/2000/svg">${iconNames.map(symbol).join('')}</svg>\n`;
};

const iconNames = () => {
  const source = readFileSync(join(web, 'components/icons.ts'), 'utf8');
  const list = source.slice(source.indexOf('['), source.indexOf(']'));
  return [...list.matchAll(/'([^']+)'/g)].map(([, name]) => name);
};

/** Own drawings (the mark) come from styles/*.svg; everything else in styles/ is bundled from app.css. */
const writeStyles = async (write, manifest) => {
  const { bundle } = await import('lightningcss');
  for (const file of readdirSync(join(web, 'styles')).filter((name) => name.endsWith('.svg'))) {
    write(file, readFileSync(join(web, 'styles', file)));
  }
  const { code } = bundle({
    filename: join(web, 'styles/app.css'),
    minify: true,
    targets,
    visitor: {
      Url(url) {
        if (url.url.startsWith('data:')) return url;
        const hashed = manifest[url.url];
        if (!hashed) throw new Error(`styles ask for ${url.url}, which is no asset`);
        return { ...url, url: hashed };
      },
    },
  });
  write('app.css', code);
};

const writeScripts = async (write) => {
  write('htmx.js', readFileSync(packageFile('htmx.org', 'dist/htmx.min.js')));
  const { minify } = await import('@swc/core');
  for (const file of readdirSync(join(web, 'islands')).filter((name) => name.endsWith('.js'))) {
    const { code } = await minify(readFileSync(join(web, 'islands', file), 'utf8'), { compress: true, mangle: true });
    write(file, code);
  }
};

/** Builds everything; answers the manifest. `out` is another folder in tests. */
export const buildAssets = async ({ out = join(root, 'dist/assets') } = {}) => {
  mkdirSync(out, { recursive: true });
  const manifest = {};
  const write = writer(out, manifest);
  writeFonts(write);
  write('sprite.svg', spriteOf(iconNames()));
  await writeStyles(write, manifest);
  await writeScripts(write);
  writeFileSync(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const texts = join(out, '../apps/web/src/i18n/messages');
  for (const file of filesUnder(join(web, 'i18n/messages'))) cpSync(file, join(texts, basename(file)));
  return manifest;
};

const TYPE_OF = { number: 'number', plural: 'number', date: 'Date | number' };

/** Parameters of one parsed message: name to TypeScript type. */
const paramsOf = (elements, types, found = {}) => {
  for (const element of elements) {
    if (element.type === types.literal || element.type === types.pound) continue;
    const kind = Object.keys(types).find((name) => types[name] === element.type);
    if (kind === 'select') {
      found[element.value] = Object.keys(element.options).map((option) => `'${option}'`).join(' | ');
    } else {
      found[element.value] ??= TYPE_OF[kind] ?? 'string | number';
    }
    for (const option of Object.values(element.options ?? {})) paramsOf(option.value, types, found);
  }
  return found;
};

/** Source of message-params.ts: the keys, and the parameters of those that have any. */
export const messageTypes = async (messages) => {
  const { parse, TYPE } = await import('@formatjs/icu-messageformat-parser');
  const keys = Object.keys(messages).sort();
  const lines = keys.flatMap((key) => {
    const params = Object.entries(paramsOf(parse(messages[key]), TYPE));
    return params.length ? [`  '${key}': { ${params.map(([name, type]) => `${name}: ${type}`).join('; ')} };`] : [];
  });
  return [
    '// Written by `node scripts/assets.mjs --types` from messages/vi.json; do not edit.',
    "import type texts from './messages/vi.json';",
    '',
    '/** Every text that the pages can say. */',
    'export type MessageKey = keyof typeof texts;',
    '',
    '/** What each text with gaps wants for them. */',
    'export interface MessageParams {',
    ...lines,
    '}',
    '',
  ].join('\n');
};

if (process.argv[1] === import.meta.filename) {
  if (process.argv.includes('--types')) {
    const vi = JSON.parse(readFileSync(join(web, 'i18n/messages/vi.json'), 'utf8'));
    writeFileSync(join(web, 'i18n/message-params.ts'), await messageTypes(vi));
  } else {
    await buildAssets();
  }
}
