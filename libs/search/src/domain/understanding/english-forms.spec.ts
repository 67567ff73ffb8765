import { EmbeddedIndex } from '../../adapters/embedded-index.js';
import { offerDocument } from '../../testing/offer-document.builder.js';
import { formsIn, pluralsOf, possibleForms } from './english-forms.js';

describe('possibleForms', () => {
  it.each([
    ['pump', ['pumps', 'pumped', 'pumping']],
    ['pumps', ['pump', 'pumping']],
    ['dryers', ['dryer']],
    ['processing', ['process', 'processes', 'processed']],
    ['technology', ['technologies']],
    ['batteries', ['battery']],
    ['mapping', ['map', 'maps', 'mapped']],
    ['modelling', ['model', 'modeling', 'modelled']],
    ['sensing', ['sense', 'sensed']],
    ['gases', ['gas']],
    ['lens', ['lenses']],
    ['coverings', ['covering']],
    ['spacecrafts', ['spacecraft']],
    ['apis', ['api']],
  ])('of %s are %j among others', (word, forms) => {
    expect(possibleForms(word)).toEqual(expect.arrayContaining(forms));
  });
  it.each([
    ['string', 'str'],
    ['rating', 'rat'],
    ['hoping', 'hop'],
    ['news', 'new'],
    ['uses', 'us'],
    ['filter', 'filtration'],
    ['general', 'generate'],
  ])('of %s is not %s', (word, other) => {
    expect(possibleForms(word)).not.toContain(other);
  });
  it.each(['may', 'tin', 'that', 'trang', 'nuoc', 'ao', 'pc200', 'news'])('of %s are none', (word) => {
    expect(possibleForms(word)).toEqual([]);
  });
});

describe('formsIn', () => {
  const index = new EmbeddedIndex();
  ['Pumps', 'Pumps and pumping', 'Máy dập map', 'Cá mập', 'Maps', 'Chip'].forEach((title, i) => index.put(offerDocument(`o${i}`, title)));

  it('gives what the catalogue has, the most frequent first', () => {
    expect(formsIn(index.dictionary, 'pump')).toEqual(['pumps', 'pumping']);
    expect(formsIn(index.dictionary, 'pumping')).toEqual(['pumps']);
  });
  it('leaves out what the catalogue also has as a syllable with marks', () => {
    expect(formsIn(index.dictionary, 'maps')).toEqual([]);
    expect(formsIn(index.dictionary, 'chips')).toEqual(['chip']);
  });
});

describe('pluralsOf', () => {
  it.each([
    ['pump', ['pumps']],
    ['press', ['presses']],
    ['battery', ['batteries']],
    ['potato', ['potatos', 'potatoes']],
    ['dryers', []],
    ['may', []],
  ])('of %s are %j', (word, plurals) => {
    expect(pluralsOf(word)).toEqual(plurals);
  });
});
