import { offerDocument } from '../testing/offer-document.builder.js';
import { searchEngineContract } from '../testing/search-engine.contract.js';
import { EmbeddedEngine } from './embedded.engine.js';

searchEngineContract('embedded', async () => new EmbeddedEngine());

describe('EmbeddedIndex for matching', () => {
  it('counts documents and gives candidates by weighted terms', async () => {
    const engine = new EmbeddedEngine();
    await engine.put([
      offerDocument('a', 'Máy sấy nông sản'),
      offerDocument('b', 'Máy xay', { description: 'say nhỏ' }),
      offerDocument('c', 'Bơm'),
    ]);
    const { index } = engine;
    expect(index.analyse('Máy sấy, 1.000 kg')).toEqual(['may', 'say', 'may_say', '1000', 'say_1000', 'kg', '1000_kg']);
    expect(index.termStatistics().documents).toBe(3);
    expect(index.termStatistics().df('say')).toBe(2);
    const found = index.candidates([{ term: 'say', weight: 1 }, { term: 'may_say', weight: 1.4 }, { term: 'nothing', weight: 9 }], 10);
    expect(found.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(found[0].score).toBeGreaterThan(found[1].score);
    expect(index.candidates([{ term: 'say', weight: 1 }], 1)).toHaveLength(1);
  });

  it('lowers counts when an offer goes', async () => {
    const engine = new EmbeddedEngine();
    await engine.put([offerDocument('a', 'Máy sấy'), offerDocument('b', 'Máy xay')]);
    await engine.remove(['a']);
    expect(engine.index.termStatistics().df('say')).toBe(0);
    expect(engine.index.candidates([{ term: 'say', weight: 1 }, { term: 'may', weight: 1 }], 5).map(({ id }) => id)).toEqual(['b']);
  });
});
