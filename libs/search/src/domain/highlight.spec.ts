import { highlight } from './highlight.js';

describe('highlight', () => {
  it('marks accented text by folded words, in one run', () => {
    expect(highlight('Máy sấy nông sản', ['may', 'say'])).toBe('<mark>Máy sấy</mark> nông sản');
  });
  it('escapes everything, marked or not', () => {
    expect(highlight('<b>cá & "tôm"</b>', ['ca'])).toBe('&lt;b&gt;<mark>cá</mark> &amp; &quot;tôm&quot;&lt;/b&gt;');
    expect(highlight('<img src=x onerror=1>', ['img'])).toBe('&lt;<mark>img</mark> src=x onerror=1&gt;');
  });
  it('marks a term of several words only as a whole', () => {
    expect(highlight('trái thơm, con trai', ['trai thom'])).toBe('<mark>trái thơm</mark>, con trai');
  });
  it('does not mark parts of words, and joins over blanks only', () => {
    expect(highlight('cánh cá/ca', ['ca'])).toBe('cánh <mark>cá</mark>/<mark>ca</mark>');
  });
  it('works on decomposed text', () => {
    expect(highlight('sấy'.normalize('NFD'), ['say'])).toBe('<mark>sấy</mark>');
  });
});
