import { Injectable } from '@nestjs/common';
import type { RowReader } from '@app/platform';
import type { Scheme } from './taxonomy.service.js';
import { TermFinder } from './term-finder.js';
import type { WordMap } from './word-map.js';

/** Codes of one cell, and the source's words that are no codes. */
export interface ReadCodes {
  codes: string[];
  unknown: string[];
}

/** Reads the cells of an import that hold codes: what is unknown is a warning with a suggestion, never a lost row. */
@Injectable()
export class CodeReader {
  constructor(private readonly finder: TermFinder) {}

  list(row: RowReader, column: string, scheme: Scheme, words: WordMap): ReadCodes {
    const read: ReadCodes = { codes: [], unknown: [] };
    for (const word of row.list(column)) this.take(row, column, scheme, words, word, read);
    return { codes: [...new Set(read.codes)], unknown: read.unknown };
  }

  one(row: RowReader, column: string, scheme: Scheme, words: WordMap): { code: string | null; unknown: string[] } {
    const word = row.text(column, 300);
    const read: ReadCodes = { codes: [], unknown: [] };
    if (word !== null) this.take(row, column, scheme, words, word, read);
    return { code: read.codes[0] ?? null, unknown: read.unknown };
  }

  /** The code of each word, in its place. */
  each(row: RowReader, column: string, scheme: Scheme, words: WordMap): { codes: (string | null)[]; unknown: string[] } {
    const unknown: string[] = [];
    const codes = row.aligned(column).map((word) => {
      if (word === null) return null;
      const read: ReadCodes = { codes: [], unknown };
      this.take(row, column, scheme, words, word, read);
      return read.codes[0] ?? null;
    });
    return { codes, unknown };
  }

  private take(row: RowReader, column: string, scheme: Scheme, words: WordMap, word: string, read: ReadCodes): void {
    const mapped = words.get(scheme, word);
    if (mapped) return void read.codes.push(...mapped);
    const found = this.finder.find(scheme, word);
    if (found) {
      read.codes.push(found.code);
      if (found.former) {
        read.unknown.push(word);
        const now = this.finder.describe(scheme, found.code);
        row.warn(column, `Tên cũ trước 01/07/2025, nay là ${now}. / A former name, now ${now}.`, word, found.code);
      }
      return;
    }
    read.unknown.push(word);
    const suggestion = this.finder.suggest(scheme, word);
    const hint = suggestion ? this.finder.describe(scheme, suggestion) : null;
    row.warn(
      column,
      hint
        ? `Từ chưa có trong danh mục; từ gốc được giữ lại. Gợi ý: ${hint}. / Not in the vocabulary; the word is kept. Suggestion: ${hint}.`
        : 'Từ chưa có trong danh mục; từ gốc được giữ lại. / Not in the vocabulary; the word is kept.',
      word,
      suggestion ?? undefined,
    );
  }
}
