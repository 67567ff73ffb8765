import { CATALOGUE } from '../testing/contract/catalogue.js';
import { offerDocument, searchQuery } from '../testing/offer-document.builder.js';
import { searchEngineContract } from '../testing/search-engine.contract.js';
import { EmbeddedEngine } from './embedded.engine.js';

searchEngineContract('embedded', async () => new EmbeddedEngine());

describe('a search whose words are doubted', () => {
  it('keeps what is found without the doubt', async () => {
    const engine = new EmbeddedEngine();
    const slicer = offerDocument('slicer', 'Máy cắt lát tốc độ cao cho bí đỏ, 2 tấn/giờ', {
      summary: 'Phần chạm thực phẩm bằng inox 304, dao Nhật thay nhanh. Ồn dưới 72 dB, có nút dừng khẩn cấp hai bên.',
      description:
        'Có cảm biến quá tải, rơ le nhiệt, nút dừng khẩn cấp và rào chắn phần quay. Cửa thăm và nắp vệ sinh bố trí ngang tầm tay, cọ rửa bằng vòi áp lực. ' +
        'Thay 6 công nhân gọt, cắt bí đỏ bằng tay. Hao hụt thịt quả dưới 4 %, chỉnh cỡ trong 12 phút. Thiết kế theo đặc tính của bí đỏ (Cucurbita moschata). ' +
        'Tổ hợp tác xã Phú Thành và bạn hàng ở xã Mường Chà (Điện Biên) dùng chung sổ theo dõi. Bảo hành không gồm kính soi mức; cháy nổ do đấu sai điện thì tính công thợ.',
      specs: 'Năng suất 2 tấn/giờ; Công suất điện 4,12 kW; Điện áp 380 V; Độ dày lát 8 mm; Vật liệu inox 304',
    });
    await engine.put([slicer]);
    const asked = searchQuery('mầm ci tiết kiện điện');
    const sure = await engine.search({ ...asked, sure: true });
    expect(sure.ids).toEqual(['slicer']);
    expect((await engine.search(asked)).ids).toEqual(sure.ids);
  });
});

describe('counts of searches', () => {
  it('are those that each search gives by itself', async () => {
    const engine = new EmbeddedEngine();
    await engine.put(CATALOGUE);
    const texts = ['', 'may say', 'máy sấy nông sản', 'mayy sayy', 'máy sấy dưới 300 triệu', 'dưới 300 triệu', 'xyzzyq', '?!'];
    const filters = [{}, { kind: ['equipment'] }, { trlMin: 7 }, { priceMax: 200_000_000 }, { province: ['92'], trlMin: 5 }];
    const searches = [false, true].flatMap((exact) => filters.flatMap((filter) => texts.map((q) => searchQuery(q, { exact, filters: filter }))));
    const found = await Promise.all(searches.map((search) => engine.search(search)));
    expect(await engine.count(searches)).toEqual(found.map(({ total, understood: { corrected, relaxed } }) => ({ total, corrected, relaxed })));
    expect(new Set(found.map(({ total }) => total)).size).toBeGreaterThan(3);
  });
});

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

  it('counts documents and those with a word at the same moment, however long its statistics are kept', async () => {
    const engine = new EmbeddedEngine();
    await engine.put([offerDocument('a', 'Máy sấy')]);
    const statistics = engine.index.termStatistics();
    await engine.put(['b', 'c', 'd'].map((id) => offerDocument(id, 'Máy sấy')));
    expect([statistics.documents, statistics.df('say')]).toEqual([4, 4]);
    await engine.remove(['a', 'b']);
    expect([statistics.documents, statistics.df('say')]).toEqual([2, 2]);
  });

  it('lowers counts when an offer goes', async () => {
    const engine = new EmbeddedEngine();
    await engine.put([offerDocument('a', 'Máy sấy'), offerDocument('b', 'Máy xay')]);
    await engine.remove(['a']);
    expect(engine.index.termStatistics().df('say')).toBe(0);
    expect(engine.index.candidates([{ term: 'say', weight: 1 }, { term: 'may', weight: 1 }], 5).map(({ id }) => id)).toEqual(['b']);
  });
});
