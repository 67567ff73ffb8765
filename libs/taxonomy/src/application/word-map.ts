import { extname } from 'node:path';
import { readFile } from 'node:fs/promises';
import { defineErrors, headingKey, TableFile, type TableRow } from '@app/platform';
import { wordKey } from '../domain/word-similarity.js';
import { type Scheme, TaxonomyService } from './taxonomy.service.js';

const wordMapErrors = defineErrors('taxonomy', {
  map_unreadable: {
    kind: 'invalid',
    vi: 'Không đọc được bảng từ "{path}": {reason}. Cần JSON {"từ": "mã"} hoặc {"cột": {"từ": "mã"}}, hoặc CSV có cột word, code (và column).',
    en: 'The word map "{path}" cannot be read: {reason}. Give JSON {"word": "code"} or {"column": {"word": "code"}}, or CSV with word, code (and column).',
  },
  map_unknown_code: {
    kind: 'invalid',
    vi: 'Bảng từ "{path}" dùng mã không có: "{code}" cho "{word}".',
    en: 'The word map "{path}" uses a code that does not exist: "{code}" for "{word}".',
  },
});

/** The schemes of the columns that hold codes. */
export const COLUMN_SCHEMES: Readonly<Record<string, Scheme>> = {
  kind: 'kind', fields: 'field', province: 'province', transferModes: 'transferMode', condition: 'condition', priceKind: 'priceKind',
  priceVat: 'vat', ipKind: 'ipKind', ipState: 'ipState',
};

/** Words of a source with the codes that somebody has chosen for them; an empty choice means: leave it out. */
export class WordMap {
  private readonly codes = new Map<string, string[]>();

  set(scheme: Scheme, word: string, codes: string[]): void {
    this.codes.set(`${scheme} ${wordKey(word)}`, codes);
  }

  get(scheme: Scheme, word: string): string[] | undefined {
    return this.codes.get(`${scheme} ${wordKey(word)}`);
  }
}

interface Entry {
  column: string | null;
  word: string;
  codes: string[];
}

/** Reads `--map FILE`. Throws `taxonomy.map_unreadable` or `taxonomy.map_unknown_code`. */
export const readWordMap = async (path: string, taxonomy: TaxonomyService): Promise<WordMap> => {
  const map = new WordMap();
  for (const { column, word, codes } of await entriesOf(path)) {
    const schemes = schemesOf(path, column);
    const fitting = schemes.filter((scheme) => codes.every((code) => taxonomy.has(scheme, code)));
    if (fitting.length === 0) throw wordMapErrors.map_unknown_code({ path, code: codes.join('; '), word });
    for (const scheme of fitting) map.set(scheme, word, codes);
  }
  return map;
};

const schemesOf = (path: string, column: string | null): Scheme[] => {
  if (column === null) return [...new Set(Object.values(COLUMN_SCHEMES))];
  const key = headingKey(column);
  const found = Object.entries(COLUMN_SCHEMES).find(([name, scheme]) => [headingKey(name), headingKey(scheme), `${headingKey(scheme)}s`].includes(key));
  if (!found) throw wordMapErrors.map_unreadable({ path, reason: `column "${column}"` });
  return [found[1]];
};

const entriesOf = async (path: string): Promise<Entry[]> => {
  if (extname(path).toLowerCase() === '.json') return jsonEntries(path, await readFile(path, 'utf8').catch((error: Error) => failed(path, error.message)));
  const headings = new Map([['word', 'word'], ['tu', 'word'], ['value', 'word'], ['code', 'code'], ['ma', 'code'], ['suggestion', 'code'], ['column', 'column'], ['cot', 'column']]);
  const table = await TableFile.open(path, { headings, required: ['word', 'code'], onUnknownColumn: () => undefined });
  const entries: Entry[] = [];
  for await (const row of table.rows()) entries.push(rowEntry(path, row));
  return entries;
};

const rowEntry = (path: string, { row, values, fault }: TableRow): Entry => {
  if (!values) return failed(path, `${row}: ${fault}`);
  const { column, word, code } = values;
  if (typeof word !== 'string') return failed(path, `${row}: word`);
  return { column: typeof column === 'string' && column !== '' ? column : null, word, codes: codesOf(code) };
};

const jsonEntries = (path: string, text: string): Entry[] => {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return failed(path, (error as Error).message);
  }
  if (json === null || typeof json !== 'object' || Array.isArray(json)) return failed(path, 'JSON');
  return Object.entries(json).flatMap(([key, value]): Entry[] => {
    const nested = value !== null && typeof value === 'object' && !Array.isArray(value);
    if (!nested) return [{ column: null, word: key, codes: codesOf(value) }];
    return Object.entries(value as object).map(([word, code]) => ({ column: key, word, codes: codesOf(code) }));
  });
};

const codesOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : typeof value === 'string' || typeof value === 'number' ? String(value).split(';') : []).map((code: unknown) => String(code).trim()).filter((code) => code !== '');

const failed = (path: string, reason: string): never => {
  throw wordMapErrors.map_unreadable({ path, reason });
};
