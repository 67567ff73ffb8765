import fc from 'fast-check';
import type { OfferDocument } from '../ports/search-engine.port.js';
import { offerDocument } from '../testing/offer-document.builder.js';
import { EmbeddedIndex } from './embedded-index.js';

const WORDS = ['máy', 'sấy', 'xoài', 'cá', 'tra', 'ép', 'dầu', 'dừa'];
const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];

type Step = { put: string; words: string[] } | { remove: string } | { slices: number } | { flood: number };

const steps = fc.array(
  fc.oneof(
    fc.record({ put: fc.constantFrom(...IDS), words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }) }),
    fc.record({ remove: fc.constantFrom(...IDS) }),
    fc.record({ slices: fc.integer({ min: 1, max: 60 }) }),
    // Many changes of one offer: tombstones enough for a compaction, and documents enough for several slices of it.
    fc.record({ flood: fc.integer({ min: 60, max: 400 }) }),
  ),
  { minLength: 12, maxLength: 40 },
);

/** What an index answers, by ids, so that two of them can be compared. */
const answersOf = (index: EmbeddedIndex): unknown => {
  const terms = WORDS.map((word) => index.analyse(word)[0]);
  return {
    versions: Object.fromEntries([...index.versions()].sort()),
    counts: terms.map((term) => index.termStatistics().df(term)),
    found: terms.map((term) => index.candidates([{ term, weight: 1 }], 1_000)),
    facets: index.columns.select([...Array(index.span).keys()].filter((n) => index.isAlive(n)), index.facts, {}, ['kind', 'supplier']).facets,
  };
};

describe('EmbeddedIndex', () => {
  it('answers as one that is written afresh, whatever comes between the slices of a compaction', () => {
    let changedMeanwhile = 0;
    fc.assert(
      fc.property(steps, (all) => {
        const waiting: (() => void)[] = [];
        const index = new EmbeddedIndex((slice) => void waiting.push(slice), 0);
        const truth = new Map<string, OfferDocument>();
        let version = 0;
        const put = (id: string, words: string[]): void => {
          const doc = offerDocument(id, words.join(' '), { version: ++version, supplierId: words[0] });
          truth.set(id, doc);
          index.put(doc);
        };
        const apply = (step: Step): void => {
          if ('put' in step) put(step.put, step.words);
          else if ('remove' in step) {
            truth.delete(step.remove);
            index.remove(step.remove);
          } else if ('flood' in step) for (let i = 0; i < step.flood; i++) put(`z${i % 50}`, [WORDS[i % WORDS.length], WORDS[(i * 3) % WORDS.length]]);
          else for (let i = 0; i < step.slices; i++) waiting.shift()?.();
        };
        for (const step of all) {
          if (waiting.length > 0 && !('slices' in step)) changedMeanwhile++;
          apply(step);
          const plain = new EmbeddedIndex();
          for (const doc of truth.values()) plain.put(doc);
          expect(answersOf(index)).toEqual(answersOf(plain));
        }
      }),
      { numRuns: 60 },
    );
    expect(changedMeanwhile).toBeGreaterThan(50);
  });

  it('clears tombstones away', () => {
    const waiting: (() => void)[] = [];
    const index = new EmbeddedIndex((slice) => void waiting.push(slice));
    for (let version = 1; version <= 100; version++) index.put(offerDocument('a', 'Máy sấy', { version }));
    while (waiting.length > 0) waiting.shift()!();
    expect(index.span).toBeLessThan(40);
    expect(index.size).toBe(1);
  });

  it('finds every document of a word that thousands have', () => {
    const index = new EmbeddedIndex();
    for (let i = 0; i < 20_000; i++) index.put(offerDocument(`o${i}`, i % 2 ? 'máy' : 'máy sấy'));
    expect(index.candidates([{ term: 'may', weight: 1 }], 30_000)).toHaveLength(20_000);
    expect(new Set(index.candidates([{ term: 'say', weight: 1 }], 30_000).map(({ id }) => id)).size).toBe(10_000);
  });
});
