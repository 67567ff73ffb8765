import type { Domain, FamilySource } from './vocabulary/family.js';
import { FARMING } from './vocabulary/farming.js';
import { FOOD } from './vocabulary/food.js';
import { INDUSTRY } from './vocabulary/industry.js';
import { KNOWLEDGE } from './vocabulary/knowledge.js';
import { TARGETS } from './vocabulary/targets.js';
import { NORTHERN } from './vocabulary/suppliers.js';
import type { Random } from './random.js';

/** A word with what the south and the north call it. */
export interface Word {
  south: string[];
  north: string;
  en: string;
  latin: string | null;
  /** Words of one group can stand for each other in part: a dryer for mango is something for jackfruit too. */
  group: string;
}

export interface Family extends Omit<FamilySource, 'sets' | 'size' | 'price' | 'specs' | 'fields'> {
  index: number;
  domain: Domain;
  fields: string[];
  heads: Word[];
  targets: Word[];
  methods: Word[];
  size: { label: string; values: number[]; unit: string; base: number; exponent: number } | null;
  price: [low: number, high: number];
  specs: { label: string; low: number; high: number; decimals: number; choices: string[]; unit: string }[];
  /** How many different titles it can make. */
  combinations: number;
}

/** Which head, target, method and size an offer has: places in the family's lists. */
export interface Combination {
  head: number;
  target: number;
  method: number;
  size: number;
}

const list = (text: string): string[] => text.split(';').map((part) => part.trim()).filter(Boolean);

const wordOf = (text: string, group: string): Word => {
  const [vi, en = vi, latin = null] = text.split('=').map((part) => part.trim());
  const [south, north] = vi.split('~').map((part) => part.trim());
  // "ô/b" are two southern words, but "ISO/IEC" and "con/m²" are one.
  const ways = north === undefined ? [south] : south.split('/');
  return { south: ways, north: north ?? ways[0], en, latin, group };
};

const words = (text: string, own: string): Word[] =>
  list(text).flatMap((part) => (part.startsWith('@') ? list(TARGETS[part.slice(1)]).map((one) => wordOf(one, part)) : [wordOf(part, own)]));

const sizeOf = (text: string): Family['size'] => {
  const [, label, values, unit, base, exponent] = /^(.+?): ([\d. ]+) (.+) @ ([\d.]+) ([\d.]+)$/.exec(text)!;
  return { label, values: values.trim().split(' ').map(Number), unit, base: Number(base), exponent: Number(exponent) };
};

const specOf = (text: string): Family['specs'][number] => {
  const [label, values] = text.split(/: (.*)/);
  const range = /^(-?[\d.]+)\.\.(-?[\d.]+) ?(.*)$/.exec(values);
  if (range) {
    const decimals = Math.max(...[range[1], range[2]].map((n) => n.split('.')[1]?.length ?? 0));
    return { label, low: Number(range[1]), high: Number(range[2]), decimals, choices: [], unit: range[3] };
  }
  const unit = /^\d+(?: \| \d+)* ([^\d|]+)$/.exec(values)?.[1] ?? '';
  const choices = (unit ? values.slice(0, -unit.length) : values).split('|').map((choice) => choice.trim());
  return { label, low: 0, high: 0, decimals: 0, choices, unit };
};

/** What holds for some sets only begins with their numbers: `0,2: …` a sentence, `[0,2] …` a specification. */
const holdsFor = (set: number, text: string): string[] => {
  const [, sentence, specification, rest] = /^(?:(\d(?:,\d)*): |\[(\d(?:,\d)*)\] )?(.*)$/s.exec(text)!;
  const sets = sentence ?? specification;
  return sets === undefined || sets.split(',').includes(String(set)) ? [rest] : [];
};

const familiesOf = (source: FamilySource): Omit<Family, 'index'>[] => {
  const { sets, ...rest } = source;
  const size = source.size ? sizeOf(source.size) : null;
  const [low = 0, high = 0] = source.price?.split('..').map(Number) ?? [];
  return sets.map((set, number) => {
    const [heads, targets, methods] = set.map((text) => words(text, source.key));
    return {
      ...rest, size, price: [low, high], fields: source.fields.split(' '), heads, targets, methods, says: source.says.flatMap((text) => holdsFor(number, text)),
      specs: list(source.specs).flatMap((text) => holdsFor(number, text)).map(specOf), combinations: heads.length * targets.length * methods.length * (size?.values.length ?? 1),
    };
  });
};

export const FAMILIES: readonly Family[] = [...FOOD, ...FARMING, ...INDUSTRY, ...KNOWLEDGE].flatMap(familiesOf).map((family, index) => ({ ...family, index }));

/** Takes a number below {@link Family.combinations} apart. */
export const combinationOf = (family: Family, number: number): Combination => {
  const sizes = family.size?.values.length ?? 1;
  const [perHead, perTarget] = [family.targets.length * family.methods.length * sizes, family.methods.length * sizes];
  return {
    head: Math.floor(number / perHead), target: Math.floor((number % perHead) / perTarget),
    method: Math.floor((number % perTarget) / sizes), size: number % sizes,
  };
};

/** The word as people of a province say it. */
export const spoken = (word: Word, province: string, random: Random): string => (NORTHERN.has(province) ? word.north : random.pick(word.south));

/** Every way to say a word. */
export const waysToSay = (word: Word): string[] => [...new Set([...word.south, word.north])];
