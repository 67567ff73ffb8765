import { term } from '@app/platform/kernel/fold.js';
import { EmbeddedIndex } from '../../adapters/embedded-index.js';
import { offerDocument } from '../../testing/offer-document.builder.js';
import { meantAmong } from './meant-words.js';

describe('meantAmong', () => {
  const index = new EmbeddedIndex();
  ['Máy sấy', 'Nước thải', 'Điện mặt trời', 'Software on maps'].forEach((title, i) => index.put(offerDocument(`o${i}`, title)));
  const meant = (q: string, amongMarks = false, keys: string[] = []): string[] => {
    const words = q.split(' ').map((text) => ({ text, folded: term(text), keys: keys.includes(text) }));
    const found = meantAmong(words, amongMarks, index.dictionary);
    return words.flatMap(({ text }, i) => (found[i] === 'no' ? [] : [`${text} ${found[i]}`]));
  };

  it('takes English words among each other, and alone', () => {
    expect(meant('next generation spacecraft')).toEqual(['next surely', 'generation surely', 'spacecraft surely']);
    expect(meant('destination')).toEqual(['destination surely']);
  });
  it('takes what may be a syllable only where English words speak for it', () => {
    expect(meant('what can coverage do')).toEqual(['what surely', 'can surely', 'coverage surely', 'do surely']);
    expect(meant('can do')).toEqual([]);
    expect(meant('may trong')).toEqual([]);
  });
  it('lets a syllable that the catalogue has without marks only speak for neither', () => {
    index.put(offerDocument('bare', 'The camp'));
    expect(meant('the camp the')).toEqual(['the surely', 'camp surely', 'the surely']);
    index.remove('bare');
  });
  it('doubts English words among Vietnamese ones that lack their marks', () => {
    expect(meant('dien mat trio')).toEqual(['trio perhaps']);
    expect(meant('may say trio')).toEqual(['trio perhaps']);
  });
  it('believes them among words with their marks', () => {
    expect(meant('điện mặt trio', true)).toEqual(['trio surely']);
    expect(meant('điện mặt cats', true, ['cats'])).toEqual([]);
  });
  it('takes keys for keys but among English words', () => {
    expect(meant('cats', false, ['cats'])).toEqual([]);
    expect(meant('systems of cats', false, ['cats'])).toEqual(['systems surely', 'of surely', 'cats surely']);
  });
  it('takes for abbreviations consonants in capitals, and a word in capitals alone', () => {
    expect(meant('LCD')).toEqual(['LCD surely']);
    expect(meant('MAY PLC')).toEqual(['PLC surely']);
    expect(meant('CFITSIO')).toEqual(['CFITSIO surely']);
    expect(meant('NUOC')).toEqual([]);
    expect(meant('plc trng')).toEqual([]);
  });
  it('takes three letters in capitals that make no syllable for an abbreviation', () => {
    expect(meant('MAY EDA')).toEqual(['EDA surely']);
    expect(meant('RAT SAY')).toEqual([]);
  });
  it('lets a name that the catalogue has without marks speak for English', () => {
    index.put(offerDocument('named', 'Aquamax'));
    expect(meant('aquamax dta')).toEqual(['dta surely']);
    index.remove('named');
  });
  it('takes three letters among English words for an abbreviation', () => {
    expect(meant('dta format')).toEqual(['dta surely', 'format surely']);
    expect(meant('may dta')).toEqual([]);
  });
});
