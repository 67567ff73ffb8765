import fc from 'fast-check';
import { offerDocument } from '../../testing/offer-document.builder.js';
import { AnalysedText, encodeAnalysed } from './analysed-text.js';
import { type AnalysedOffer, analyseOffer, TERM_KINDS, type TermKind } from './analyse-offer.js';

const named = ({ words, quantities, terms }: AnalysedOffer, kind: TermKind): string[] => {
  const { first, second } = terms[kind];
  const names = kind === 'quantity' ? quantities : words;
  return first.map((place, i) => (kind === 'pair' || kind === 'lead' ? `${names[place]} ${names[second[i]]}` : names[place]));
};

/** Everything that can be read of a text that was written down. */
const read = (written: string): AnalysedOffer => {
  const text = new AnalysedText(written);
  const listed = ([start, end]: [number, number]): string[] => (start === end ? [] : text.bytes.toString('utf8', start, end).split(' '));
  const terms = TERM_KINDS.map((kind) => {
    const part = (name: 'first' | 'second' | 'weights'): number[] => {
      const numbers = new Int32Array(text.most(kind));
      return [...numbers.subarray(0, text.numbers(kind, name, numbers))];
    };
    const all: AnalysedOffer['terms'][TermKind] = { first: part('first'), second: part('second'), weights: part('weights') };
    return [kind, all];
  });
  return { traits: text.traits(), words: listed(text.words), quantities: listed(text.quantities), terms: Object.fromEntries(terms) as AnalysedOffer['terms'] };
};

describe('an analysed offer', () => {
  it('has folded words once, pairs of neighbours, accented forms, openings of titles and quantities', () => {
    const analysed = analyseOffer(offerDocument('a', 'Máy Sấy', { summary: 'may sấy 500 kg', en: { title: 'Dryer' } }));
    expect(named(analysed, 'word')).toEqual(['máy', 'sấy', 'dryer', '500', 'kg']);
    expect(named(analysed, 'form')).toEqual(expect.arrayContaining(['máy', 'sấy', 'may']));
    expect(named(analysed, 'pair')).toEqual(['máy sấy', 'sấy 500', '500 kg']);
    expect(named(analysed, 'opening')).toEqual(['máy', 'sấy', 'dryer']);
    expect(named(analysed, 'lead')).toEqual(['máy sấy']);
    expect(named(analysed, 'quantity')).toEqual(['#mass:500']);
    expect(analysed.terms.word.weights[0]).toBeGreaterThan(analysed.terms.word.weights[4]);
  });

  it('is the same after it was written down and read', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ maxLength: 50 }), fc.constant('Máy sấy 500 kg/mẻ\nhoà, hòa; x\u0000y'));
    fc.assert(
      fc.property(text, text, text, (title, description, supplierName) => {
        const analysed = analyseOffer(offerDocument('a', title, { description, supplierName, trl: 7, fields: ['x'] }));
        const written = encodeAnalysed(analysed);
        expect(read(written)).toEqual(analysed);
        expect(written).not.toContain('\0');
        expect(() => encodeURIComponent(written)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  it('may be long', () => {
    const description = Array.from({ length: 3_000 }, (_, i) => `từ${i}`).join(' ');
    const analysed = analyseOffer(offerDocument('a', 'Máy', { description }));
    expect(read(encodeAnalysed(analysed))).toEqual(analysed);
    expect(analysed.words).toHaveLength(3_001);
  });
});
