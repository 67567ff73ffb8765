import { searchQuery } from '../testing/offer-document.builder.js';
import { PageSequences } from './page-sequences.js';

const page = (offset: number, limit = 2) => searchQuery('máy sấy', { offset, limit });

describe('PageSequences', () => {
  it('knows nothing of a query that nobody asked, and lets an engine go on by itself', () => {
    const sequences = new PageSequences();
    expect(sequences.begunByAnother(page(0), 'embedded')).toBeNull();
    sequences.note(page(0), 'embedded', ['a', 'b']);
    expect(sequences.begunByAnother(page(2), 'embedded')).toBeNull();
  });

  it('gives the places that another engine has filled, whatever the size of a page', () => {
    const sequences = new PageSequences();
    sequences.note(page(0), 'meilisearch', ['a', 'b']);
    sequences.note(page(2), 'meilisearch', ['c']);
    for (const asked of [page(0), page(2, 50), page(3)]) expect(sequences.begunByAnother(asked, 'embedded')).toEqual(['a', 'b', 'c']);
    expect(sequences.begunByAnother(page(4), 'embedded')).toBeNull();
    expect(sequences.begunByAnother(searchQuery('máy', { offset: 2 }), 'embedded')).toBeNull();
  });

  it('holds to places that two engines have filled, whoever answers next', () => {
    const sequences = new PageSequences();
    sequences.note(page(0), 'meilisearch', ['a', 'b']);
    sequences.goOn(page(2), ['a', 'b', 'z', 'y']);
    for (const engine of ['embedded', 'meilisearch'] as const) expect(sequences.begunByAnother(page(4), engine)).toEqual(['a', 'b', 'z', 'y']);
  });

  it('holds to them also when the engine that began answers late, to who had asked before another went on', () => {
    const sequences = new PageSequences();
    sequences.note(page(0), 'meilisearch', ['a', 'b']);
    sequences.goOn(page(2), ['a', 'b', 'z', 'y']);
    sequences.note(page(0), 'meilisearch', ['a', 'b']);
    expect(sequences.begunByAnother(page(4), 'meilisearch')).toEqual(['a', 'b', 'z', 'y']);
  });

  it('takes a page that its own engine answers anew', () => {
    const sequences = new PageSequences();
    sequences.note(page(0), 'meilisearch', ['a', 'b']);
    sequences.note(page(2), 'meilisearch', ['c', 'd']);
    sequences.note(page(0), 'meilisearch', ['new', 'a']);
    expect(sequences.begunByAnother(page(2), 'embedded')).toEqual(['new', 'a', 'c', 'd']);
  });

  it('needs nothing for an order by a column, nor for no words', () => {
    const sequences = new PageSequences();
    for (const query of [searchQuery('máy', { sort: 'title' }), searchQuery(' ')]) {
      sequences.note(query, 'meilisearch', ['a']);
      expect(sequences.begunByAnother({ ...query, offset: 1 }, 'embedded')).toBeNull();
    }
  });

  it('forgets after five minutes, and the oldest of more than 500 queries', () => {
    let now = 0;
    const sequences = new PageSequences(() => now);
    sequences.note(page(0), 'meilisearch', ['a']);
    now = 5 * 60_000;
    expect(sequences.begunByAnother(page(1), 'embedded')).toBeNull();
    for (let i = 0; i <= 500; i++) sequences.note(searchQuery(`từ ${i}`), 'meilisearch', ['a']);
    expect(sequences.begunByAnother(searchQuery('từ 0', { offset: 1 }), 'embedded')).toBeNull();
    expect(sequences.begunByAnother(searchQuery('từ 1', { offset: 1 }), 'embedded')).toEqual(['a']);
  });
});
