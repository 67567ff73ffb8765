import type { MatchPart } from './match-facts.js';
import { partCodes, partText } from './match-texts.js';

const labelOf = (_scheme: string, code: string): string => (code === 'crops' ? 'Trồng trọt' : code);
const price: MatchPart = { part: 'price', kind: 'reason', code: 'price.within', params: { min: 180_000_000, budget: 200_000_000 }, hard: false, fit: 1 };

describe('texts of reasons', () => {
  it('names codes by their labels and money as people write it', () => {
    expect(partText({ ...price, part: 'field', code: 'field.same', params: { fields: ['crops'] } }, 'vi', labelOf)).toBe('Cùng lĩnh vực: Trồng trọt');
    expect(partText(price, 'vi', labelOf)).toBe('Giá từ 180 triệu đồng nằm trong ngân sách 200 triệu đồng');
  });

  it('has every text in both languages', () => {
    for (const code of partCodes()) {
      for (const lang of ['vi', 'en'] as const) expect(partText({ ...price, code, params: {} }, lang, labelOf)).not.toBe(code);
    }
  });
});
