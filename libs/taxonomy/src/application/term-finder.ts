import { Injectable } from '@nestjs/common';
import { fold } from '@app/platform';
import { wordKey, WordSimilarity } from '../domain/word-similarity.js';
import { FORMER_PROVINCES, PROVINCE_SPELLINGS } from '../reference-data/former-provinces.js';
import { WORD_HINTS } from '../reference-data/word-hints.js';
import { type Scheme, TaxonomyService } from './taxonomy.service.js';

export interface FoundTerm {
  code: string;
  /** The word was right once: a province that has been merged into another. */
  former?: boolean;
}

interface Book {
  known: Map<string, FoundTerm>;
  similarity: WordSimilarity;
  suggested: Map<string, string | null>;
}

const MAX_REMEMBERED = 20_000;
const PLACE_WORDS = /^(?:tinh|thanh pho|tp|t p|province of|city of)\s+|\s+(?:province|city)$/g;

const placeKey = (word: string): string => wordKey(word).replace(PLACE_WORDS, '').trim();

/** Finds the codes of words that people and other systems use: codes and labels are known, for the rest a code is suggested. */
@Injectable()
export class TermFinder {
  private readonly books = new Map<Scheme, Book>();

  constructor(private readonly taxonomy: TaxonomyService) {}

  /** By code or label in either language, accents and case aside; null when the vocabulary does not have the word. */
  find(scheme: Scheme, word: string): FoundTerm | null {
    return this.book(scheme).known.get(this.key(scheme, word)) ?? null;
  }

  /** The nearest code for an unknown word, by labels and by words that mean the same; null when nothing is near. */
  suggest(scheme: Scheme, word: string): string | null {
    const { suggested, similarity } = this.book(scheme);
    const key = this.key(scheme, word);
    let code = suggested.get(key);
    if (code === undefined) {
      code = similarity.nearest(key);
      if (suggested.size >= MAX_REMEMBERED) suggested.clear();
      suggested.set(key, code);
    }
    return code;
  }

  private key(scheme: Scheme, word: string): string {
    return scheme === 'province' ? placeKey(word) : wordKey(word);
  }

  private book(scheme: Scheme): Book {
    let book = this.books.get(scheme);
    if (!book) this.books.set(scheme, (book = this.write(scheme)));
    return book;
  }

  private write(scheme: Scheme): Book {
    const known = new Map<string, FoundTerm>();
    const similarity = new WordSimilarity();
    const add = (name: string, code: string, former: boolean): void => {
      const key = this.key(scheme, name);
      if (!known.has(key)) known.set(key, former ? { code, former } : { code });
      similarity.add(key, code);
    };
    for (const { code, vi, en } of this.taxonomy.terms(scheme)) for (const name of [code, vi, en]) add(name, code, false);
    if (scheme === 'province') {
      for (const [names, code] of PROVINCE_SPELLINGS) for (const name of names.split('|')) add(name, code, false);
      for (const [names, code] of FORMER_PROVINCES) for (const name of names.split('|')) add(name, code, true);
    }
    for (const [code, words] of Object.entries(WORD_HINTS[scheme] ?? {})) for (const word of words.split('|')) similarity.add(wordKey(word), code);
    return { known, similarity, suggested: new Map() };
  }

  /** The labels of a code as a person reads them. */
  describe(scheme: Scheme, code: string): string {
    const label = this.taxonomy.label(scheme, code, 'vi');
    return fold(label) === code ? code : `${code} (${label})`;
  }
}
