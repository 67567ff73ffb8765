import { fold, isUuid, isVnd } from '@app/platform';
import type { OfferContent } from '@app/catalog';
import { Catalogue } from './catalogue.js';
import { FAMILIES } from './family.js';
import { contentOf } from './offer-content.js';
import { suppliersOf } from './organizations.js';
import { DEFAULT_SIZE, planOf } from './plan.js';

const NOW = new Date('2026-11-25T03:00:00Z');
const catalogueOf = (size: number, seed = 1): Catalogue => {
  const plan = planOf(size, seed, NOW);
  return new Catalogue(plan, suppliersOf(plan));
};
const contentAt = (catalogue: Catalogue, index: number): OfferContent => contentOf(catalogue.facts(index), catalogue.plan);
const vietnamese = (c: OfferContent): string => [c.title, c.summary, c.description, ...c.keywords, ...c.specs.map((s) => `${s.label} ${s.raw} ${s.unit ?? ''}`)].join(' ');

describe('the demo catalogue', () => {
  const catalogue = catalogueOf(DEFAULT_SIZE);
  const facts = Array.from({ length: DEFAULT_SIZE }, (_unused, i) => catalogue.facts(i));
  const all = facts.map((one) => contentOf(one, catalogue.plan));
  const text = all.map(vietnamese).join('\n');

  it('has more than 4,600 offers from exactly 90 suppliers, exactly 143 of them ready to transfer', () => {
    expect(all.length).toBeGreaterThan(4_600);
    expect(new Set(facts.map(({ supplier }) => supplier.id)).size).toBe(90);
    expect(all.filter(({ readyToTransfer }) => readyToTransfer)).toHaveLength(143);
    expect(new Set(facts.map(({ id }) => id)).size).toBe(DEFAULT_SIZE);
    expect(new Set(facts.map(({ supplier, code }) => `${supplier.id} ${code}`)).size).toBe(DEFAULT_SIZE);
    expect(facts.every(({ id }) => isUuid(id))).toBe(true);
  });

  it('names almost every offer differently, in sentences that neighbours do not share', () => {
    expect(new Set(all.map(({ title }) => title)).size / all.length).toBeGreaterThanOrEqual(0.95);
    const same = all.filter((one, i) => i > 0 && one.summary === all[i - 1].summary);
    expect(same).toEqual([]);
  });

  it('uses at least 2,500 different folded syllables, the English texts left aside', () => {
    expect(new Set(fold(text).match(/[a-z]+/g)).size).toBeGreaterThanOrEqual(2_500);
    const other = catalogueOf(DEFAULT_SIZE, 42);
    const otherText = Array.from({ length: DEFAULT_SIZE }, (_unused, i) => vietnamese(contentAt(other, i))).join('\n');
    expect(new Set(fold(otherText).match(/[a-z]+/g)).size).toBeGreaterThanOrEqual(2_500);
  });

  it('has the words that accents alone tell apart, and those of the south and the north', () => {
    const words = new Set(text.toLowerCase().match(/\p{L}+/gu));
    for (const pair of [['cá', 'cà'], ['dứa', 'dừa'], ['sả', 'sa'], ['bò', 'bơ'], ['mì', 'mía'], ['heo', 'lợn'], ['bắp', 'ngô'], ['khóm', 'thơm']]) {
      expect(pair.filter((word) => !words.has(word))).toEqual([]);
    }
  });

  it('writes everything in NFC, leaves no slot unfilled and keeps to the limits', () => {
    expect(text.normalize('NFC')).toBe(text);
    expect(/\{[^}]*\}|undefined|NaN|null/.exec(text)?.[0]).toBeUndefined();
    for (const { title, summary, description } of all) {
      expect(title.length).toBeLessThanOrEqual(300);
      expect(summary.length).toBeGreaterThan(20);
      expect(summary.length).toBeLessThanOrEqual(2_000);
      expect(description.length).toBeGreaterThan(80);
    }
  });

  it('keeps prices, readiness and quantities within what is real', () => {
    for (const { price, trl, specs, readyToTransfer, validUntil } of all) {
      for (const amount of [price?.min, price?.max]) expect(amount == null || (isVnd(amount) && amount >= 1_000 && amount <= 60_000_000_000)).toBe(true);
      expect((price?.min ?? 0) <= (price?.max ?? Infinity)).toBe(true);
      expect(trl === null || (trl >= 1 && trl <= 9)).toBe(true);
      expect(specs.every(({ min, max }) => min === null || max === null || min <= max)).toBe(true);
      if (readyToTransfer) expect([trl! >= 7, validUntil]).toEqual([true, null]);
    }
    const measured = all.filter(({ specs }) => specs.some(({ dimension }) => dimension !== null));
    expect(measured.length / all.length).toBeGreaterThan(0.8);
  });

  it('uses every field, kind, transfer mode and kind of right', () => {
    expect(new Set(all.flatMap(({ fields }) => fields)).size).toBe(21);
    expect(new Set(all.map(({ kind }) => kind)).size).toBe(6);
    expect(new Set(all.flatMap(({ transferModes }) => transferModes)).size).toBe(12);
    expect(new Set(all.flatMap(({ ip }) => ip.map(({ kind }) => kind))).size).toBe(8);
  });

  it('is the same for the same seed, whatever else is asked for, and another one for another seed', () => {
    const again = catalogueOf(DEFAULT_SIZE);
    for (const index of [4_000, 17, 2_222]) expect(contentAt(again, index)).toEqual(all[index]);
    const other = catalogueOf(200, 2);
    expect(Array.from({ length: 200 }, (_unused, i) => contentAt(other, i).title).filter((title, i) => title === all[i].title).length).toBeLessThan(5);
  });

  it('stays distinct when it is large', () => {
    const large = catalogueOf(100_000);
    const titles = new Set(Array.from({ length: 20_000 }, (_unused, i) => contentAt(large, i * 5).title));
    expect(titles.size / 20_000).toBeGreaterThan(0.95);
  });

  it('has families with words in every list, each with its English', () => {
    for (const { key, heads, targets, methods, says } of FAMILIES) {
      expect([key, heads.length > 0, targets.length > 1, methods.length > 1, says.length > 2]).toEqual([key, true, true, true, true]);
      expect([...heads, ...targets, ...methods].every(({ south, en }) => south.every(Boolean) && en.length > 0)).toBe(true);
    }
  });
});
