import { sayIn } from '../i18n/say.js';
import { content } from '../testing/samples.js';
import { differencesOf } from './differences.js';

const compare = (over: Parameters<typeof content>[0]) =>
  differencesOf(sayIn('vi'), { content: content(), en: null }, { content: content(over), en: { title: 'Fruit dryer' } });

describe('differencesOf', () => {
  it('names each field that changed with both values, a missing one as null', () => {
    const { differences } = compare({ warranty: null, price: { kind: 'firm', min: 200_000_000, max: null, vat: 'included', unit: null } });
    expect(differences.map(({ label }) => label)).toEqual(['Giá', 'Bảo hành', 'Tên bằng tiếng Anh']);
    expect(differences[1]).toEqual({ label: 'Bảo hành', live: '24 tháng', submitted: null });
    expect(differences[2]).toEqual({ label: 'Tên bằng tiếng Anh', live: null, submitted: 'Fruit dryer' });
  });

  it('counts what stays, fields that nobody has filled in left out', () => {
    const { differences, unchanged } = compare({});
    expect(differences).toHaveLength(1);
    expect(unchanged).toBe(19);
  });
});
