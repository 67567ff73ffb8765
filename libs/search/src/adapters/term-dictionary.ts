import type { Lexicon } from '../domain/understanding/lexicon.js';
import { editDistance, letterMask, popCount } from '../domain/understanding/edit-distance.js';
import { telexKeys } from '../domain/understanding/typing-keys.js';
import { Growable } from './growable.js';

/** Folded words are plain, pairs `a_b`, accented words `=` and their exact form, a title's first word `^` and the word, quantities `#`. */
export const pairTerm = (first: string, second: string): string => `${first}_${second}`;
export const exactTerm = (form: string): string => `=${form}`;

export const openingTerm = (word: string): string => `^${word}`;

const isWord = (text: string): boolean => !/[_=^#]/.test(text);

/** Terms with numbers and live document counts; also the vocabulary that spelling is corrected against. */
export class TermDictionary implements Lexicon {
  documents = 0;
  private readonly ids = new Map<string, number>();
  private readonly names: string[] = [];
  private readonly counts = new Growable(new Int32Array(4096));
  private readonly words: number[] = [];
  private readonly masks = new Growable(new Uint32Array(1024));
  private readonly spellings = new Map<string, string>();
  private readonly keys: { keys: string; mask: number; folded: string; form: string }[] = [];
  private readonly accented = new Map<string, Set<string>>();

  get size(): number {
    return this.names.length;
  }

  idOf(name: string): number {
    return this.ids.get(name) ?? -1;
  }

  nameOf(id: number): string {
    return this.names[id] ?? '';
  }

  add(name: string): number {
    const known = this.ids.get(name);
    if (known !== undefined) return known;
    const id = this.names.length;
    this.ids.set(name, id);
    this.names.push(name);
    this.counts.set(id, 0);
    if (isWord(name)) {
      this.masks.set(this.words.length, letterMask(name));
      this.words.push(id);
    }
    return id;
  }

  addExact(folded: string, form: string, surface: string): number {
    const known = this.ids.get(exactTerm(form));
    if (known !== undefined) return known;
    this.spellings.set(form, surface.toLowerCase());
    const forms = this.accented.get(folded) ?? new Set<string>();
    this.accented.set(folded, forms.add(form));
    const keys = telexKeys(form);
    this.keys.push({ keys, mask: letterMask(keys), folded, form });
    return this.add(exactTerm(form));
  }

  count(id: number, change: 1 | -1): void {
    this.counts.values[id] += change;
  }

  dfOf(id: number): number {
    return id < 0 ? 0 : this.counts.values[id];
  }

  df(name: string): number {
    return this.dfOf(this.idOf(name));
  }

  exactDf(form: string): number {
    return this.df(exactTerm(form));
  }

  pairDf(first: string, second: string): number {
    return this.df(pairTerm(first, second));
  }

  formsOf(folded: string): string[] {
    return [...(this.accented.get(folded) ?? [])].filter((form) => this.exactDf(form) > 0);
  }

  near(word: string, distance: number): { term: string; distance: number }[] {
    const mask = letterMask(word);
    const found: { term: string; distance: number }[] = [];
    const masks = this.masks.values;
    for (let i = 0; i < this.words.length; i++) {
      if (popCount(mask ^ masks[i]) > 2 * distance) continue;
      const id = this.words[i];
      const name = this.names[id];
      if (Math.abs(name.length - word.length) > distance || this.dfOf(id) === 0) continue;
      const edits = editDistance(word, name, distance);
      if (edits <= distance) found.push({ term: name, distance: edits });
    }
    return found;
  }

  nearKeys(typed: string): { folded: string; form: string }[] {
    const mask = letterMask(typed);
    return this.keys.flatMap(({ keys, mask: other, folded, form }) => {
      if (popCount(mask ^ other) > 2 || Math.abs(keys.length - typed.length) > 1 || this.exactDf(form) === 0) return [];
      return editDistance(typed, keys, 1) <= 1 ? [{ folded, form }] : [];
    });
  }

  completions(prefix: string, limit: number): string[] {
    const found: number[] = [];
    for (const id of this.words) {
      const name = this.names[id];
      if (name.length > prefix.length && name.startsWith(prefix) && this.dfOf(id) > 0) found.push(id);
    }
    return found
      .sort((a, b) => this.dfOf(b) - this.dfOf(a) || a - b)
      .slice(0, limit)
      .map((id) => this.names[id]);
  }

  spelling(folded: string, likeForm: string): string {
    const tone = likeForm.split('~')[1];
    let best = folded;
    let bestScore = this.df(folded) / 2;
    for (const form of this.accented.get(folded) ?? []) {
      const count = this.exactDf(form);
      const score = count * (tone && form.endsWith(`~${tone}`) ? 10 : 1);
      if (count === 0 || score <= bestScore) continue;
      bestScore = score;
      best = this.spellings.get(form) ?? folded;
    }
    return best;
  }
}
