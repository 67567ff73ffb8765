import { exactForm, hasMarks, term, tokens } from '@app/platform/kernel/fold.js';
import { oncePerObject } from '@app/platform/kernel/once-per-object.js';
import { pairTerm } from '../analysis/term-names.js';
import { pluralsOf } from './english-forms.js';
import type { Lexicon } from './lexicon.js';
import { exactFormOf, isSyllable } from './syllables.js';
import type { SynonymGroup } from './synonym-group.js';
import { SYNONYM_GROUPS } from './synonym-groups.js';

/** A word of the query: folded as corrected, and its accented form when accents were typed. */
export interface SpokenWord {
  folded: string;
  form: string | null;
}

export interface Synonym {
  text: string;
  /** Folded words of the synonym. */
  words: string[];
  /** For a single syllable: only this form is meant, `heo` and not `héo`. */
  form: string | null;
}

export interface SynonymHit {
  start: number;
  length: number;
  /** The accented forms of the name's words, null for what is no Vietnamese word. */
  forms: readonly (string | null)[];
  /** The name found in the query first, then the others. */
  names: string[];
  synonyms: Synonym[];
}

export interface Kin {
  /** Of each other name, a term that an offer with that name has. */
  terms: readonly string[];
  /** The first words of names in which the word stands later: where the catalogue lacks it, such a name is asked for at its first word only. */
  leads: readonly string[];
}

interface Entry {
  text: string;
  words: SpokenWord[];
  group: SynonymGroup;
}

/** A single syllable without accents says too little when it is shorter than this. */
const LEAST_BARE = 3;
const LONGEST = 6;
const NO_KIN: Kin = { terms: [], leads: [] };

const spoken = (text: string): SpokenWord[] =>
  tokens(text).map((token) => ({ folded: term(token.text), form: hasMarks(token.text) ? exactForm(token.text) : null }));
const keyOf = (words: readonly SpokenWord[]): string => words.map((word) => word.folded).join(' ');

/** Finds names of known synonym groups in a query, the longest first, never overlapping. */
export class Synonyms {
  private readonly entries = new Map<string, Entry[]>();
  /** Of English names, the plurals that are none themselves: queries may have them. */
  private readonly plurals = new Map<string, string>();
  private readonly openings = new Set<string>();
  /** Names of several words that are looked for but never expanded, by their first word. */
  private readonly goals = new Map<string, string[][]>();
  private kin: Map<string, Kin> | undefined;
  private readonly othersOf = oncePerObject((first: Entry) => others(this.sameName(first)));

  constructor(groups: readonly SynonymGroup[] = SYNONYM_GROUPS) {
    for (const group of groups) {
      for (const text of group.words) {
        const words = spoken(text);
        const key = keyOf(words);
        this.openings.add(words[0].folded);
        this.entries.set(key, [...(this.entries.get(key) ?? []), { text, words, group }]);
      }
      for (const text of group.onlyTo ?? []) {
        const words = spoken(text).map(({ folded }) => folded);
        if (words.length > 1) this.goals.set(words[0], [...(this.goals.get(words[0]) ?? []), words]);
      }
    }
    for (const [key, [{ words }]] of this.entries) for (const plural of pluralNames(words)) if (!this.entries.has(plural)) this.plurals.set(plural, key);
  }

  /** What an offer may have instead of a word because the word is part of a name, in all groups. */
  kinOf(word: string): Kin {
    return this.kinByWord().get(word) ?? NO_KIN;
  }

  /** All folded words of names. */
  get vocabulary(): string[] {
    return [...this.kinByWord().keys()];
  }

  /** With the catalogue's vocabulary, what is typed without marks stands for the name that the catalogue writes most often so. */
  find(query: readonly SpokenWord[], lexicon?: Lexicon): SynonymHit[] {
    const hits: SynonymHit[] = [];
    for (let start = 0; start < query.length; ) {
      const hit = this.longestAt(query, start, lexicon);
      if (hit) hits.push(hit);
      start += hit?.length ?? 1;
    }
    return hits;
  }

  /** All names in a text, also overlapping ones. */
  allIn(text: readonly SpokenWord[]): SynonymHit[] {
    const hits: SynonymHit[] = [];
    for (let start = 0; start < text.length; start++) {
      if (!this.openings.has(text[start].folded)) continue;
      for (let length = Math.min(LONGEST, text.length - start); length > 0; length--) {
        const words = text.slice(start, start + length);
        const hit = this.called(words, keyOf(words), start);
        if (hit) hits.push(hit);
      }
    }
    return hits;
  }

  /** The names in a text that are looked for but never expanded, of several words: as folded words. */
  goalsIn(text: readonly SpokenWord[]): string[][] {
    return text.flatMap(({ folded }, start) => (this.goals.get(folded) ?? []).filter((words) => words.every((word, i) => text[start + i]?.folded === word)));
  }

  private longestAt(query: readonly SpokenWord[], start: number, lexicon: Lexicon | undefined): SynonymHit | null {
    for (let length = Math.min(LONGEST, query.length - start); length > 0; length--) {
      const words = query.slice(start, start + length);
      const key = keyOf(words);
      const hit = this.called(words, this.plurals.get(key) ?? key, start, lexicon);
      if (hit && !(lexicon && isSomethingElse(query, hit, lexicon))) return hit;
    }
    return null;
  }

  private called(words: readonly SpokenWord[], key: string, start: number, lexicon?: Lexicon): SynonymHit | null {
    // Bare "dua" may be "dứa" and "dừa", whose groups have nothing in common: one is meant. What one name has in several groups all holds.
    const said = this.entries.get(key)?.filter((candidate) => says(words, candidate.words)) ?? [];
    const entry = lexicon && said.length > 1 ? mostWritten(said, lexicon) : said[0];
    return entry ? { start, length: words.length, forms: entry.words.map(({ folded, form }) => form ?? (isSyllable(folded) ? folded : null)), ...this.othersOf(entry) } : null;
  }

  private kinByWord(): Map<string, Kin> {
    const plurals = (): Entry[] => [...this.plurals].flatMap(([plural, key]) => this.entries.get(key)!.map((entry) => ({ ...entry, words: spoken(plural) })));
    return (this.kin ??= kinOf([...[...this.entries.values()].flat(), ...plurals()]));
  }

  private sameName({ words }: Entry): Entry[] {
    return this.entries.get(keyOf(words))!.filter((entry) => entry.words.every((word, i) => word.form === words[i].form));
  }
}

/** The plurals of a name, folded, if it is English. */
function pluralNames(name: readonly SpokenWord[]): string[] {
  const last = name.at(-1)!.folded;
  return name.some(({ form }) => form !== null) ? [] : pluralsOf(last).map((plural) => [...name.slice(0, -1).map(({ folded }) => folded), plural].join(' '));
}

/** Typed accents must agree; a word typed without any may be every accented one. */
function says(typed: readonly SpokenWord[], name: readonly SpokenWord[]): boolean {
  if (typed.length === 1 && typed[0].form === null && typed[0].folded.length < LEAST_BARE) return false;
  return typed.every((word, i) => word.form === null || word.form === (name[i].form ?? name[i].folded));
}

function mostWritten(entries: readonly Entry[], lexicon: Lexicon): Entry {
  const written = ({ words }: Entry): number => Math.min(...words.map(({ folded, form }) => lexicon.exactDf(form ?? folded)));
  return entries.reduce((best, entry) => (written(entry) > written(best) ? entry : best));
}

/**
 * One syllable without marks within a query, where the catalogue mostly writes it in other marks and never another name of the thing beside
 * a word of the query: `nam` of `viet nam` is no mushroom, but `lon` of `chuong lon` a pig where there is a `chuồng heo`.
 */
function isSomethingElse(query: readonly SpokenWord[], { start, length, names, synonyms }: SynonymHit, lexicon: Lexicon): boolean {
  const [{ folded, form }] = spoken(names[0]);
  if (length > 1 || query.length === 1 || form === null || query[start].form !== null) return false;
  if (lexicon.df(folded) === 0 || 2 * lexicon.exactDf(form) >= lexicon.df(folded)) return false;
  const before = query.slice(0, start);
  const after = query.slice(start + 1);
  return !synonyms.some(({ words }) => before.some((word) => lexicon.pairDf(word.folded, words[0]) > 0) || after.some((word) => lexicon.pairDf(words.at(-1)!, word.folded) > 0));
}

function kinOf(entries: readonly Entry[]): Map<string, Kin> {
  const kin = new Map<string, { terms: Set<string>; leads: Set<string> }>();
  for (const { words, group } of entries) {
    const others = [...group.words, ...(group.onlyTo ?? [])].map((name) => openingOf(spoken(name)));
    words.forEach(({ folded }, at) => {
      const { terms, leads } = kin.get(folded) ?? { terms: new Set(), leads: new Set() };
      others.forEach((name) => terms.add(name));
      if (at > 0) leads.add(words[0].folded);
      kin.set(folded, { terms, leads });
    });
  }
  return new Map([...kin].map(([word, { terms, leads }]) => [word, { terms: [...terms], leads: [...leads] }]));
}

/** A term that a document with this name has. */
const openingOf = ([first, second]: readonly SpokenWord[]): string => (second === undefined ? first.folded : pairTerm(first.folded, second.folded));

function others(entries: readonly Entry[]): { names: string[]; synonyms: Synonym[] } {
  const own = entries.map(({ text }) => text);
  const rest = [...new Set(entries.flatMap(({ group }) => [...group.words, ...(group.onlyTo ?? [])]))].filter((name) => !own.includes(name));
  const synonyms = rest.map((name) => {
    const words = spoken(name);
    return { text: name, words: words.map((word) => word.folded), form: words.length === 1 ? exactFormOf(name) : null };
  });
  return { names: [own[0], ...rest], synonyms };
}
