import type { OfferContent } from '@app/catalog';
import { parseQuantity } from '@app/platform';
import type { OfferFacts } from './catalogue.js';

/** Which offer of supplier@ the demo enterprise has been introduced to. */
export const INTRODUCED_OFFER = 0;

/** Offers by number whose words a person has written: what the guided tour of the demo shows. */
const BY_INDEX: Record<number, Partial<OfferContent>> = {
  [INTRODUCED_OFFER]: {
    title: 'Buồng sấy trái cây đốt trấu viên, quạt điện 1 pha, 2 tấn/mẻ', kind: 'equipment', fields: ['food-technology', 'mechanical'],
    summary: 'Dùng trấu viên tại chỗ, điện chỉ chạy quạt 3 kW. Sấy xoài, dừa, ớt; tự ngắt khi quá nhiệt. Mỗi mẻ 2 tấn xoài cắt lát, 16–18 giờ.',
    description: 'Buồng sấy dùng trấu viên có sẵn ở nhà máy xay xát, điện chỉ để chạy quạt 3 kW nên xưởng ở cuối đường dây vẫn dùng được. Mỗi mẻ 2 tấn xoài cắt lát, 16–18 giờ, sai lệch nhiệt giữa các khay dưới 4 °C.\n\nĐã lắp 22 buồng, lâu nhất từ tháng 3/2018. Chở được bằng ghe 5 tấn, lắp trong 4 ngày, dạy nghề hai thợ.',
    keywords: ['buồng sấy', 'sấy xoài', 'trấu viên', 'điện 1 pha'], province: '92', trl: 9, transferModes: ['equipment-with-technology', 'turnkey'],
    price: { kind: 'indicative', min: 180_000_000, max: 220_000_000, vat: 'included', unit: 'một buồng, lắp tại xưởng trong 150 km' },
    specs: [
      { name: 'Năng suất', value: '2', unit: 'tấn/mẻ' }, { name: 'Thời gian một mẻ', value: '16–18', unit: 'giờ' }, { name: 'Nguồn nhiệt', value: 'Trấu viên, 28–32 kg/giờ' },
      { name: 'Điện', value: '3', unit: 'kW' }, { name: 'Điện áp', value: '220', unit: 'V' }, { name: 'Nhiệt độ sấy', value: '45–75', unit: '°C' },
    ].map(parseQuantity),
    ip: [{ kind: 'utility-solution', number: '2-0003187', state: 'granted', territory: 'Việt Nam' }, { kind: 'industrial-design', number: '3-2024-01922', state: 'published', territory: 'Việt Nam' }],
    condition: 'new', origin: 'Việt Nam', maker: 'Tân Lộc', year: 2025, warranty: '24 tháng', validUntil: null,
    en: { title: 'Fruit drying chamber fired with husk pellets, single-phase fan, 2 t/batch', summary: 'Burns husk pellets from the rice mill; electricity runs only the 3 kW fan. Dries mango, coconut and chilli.' },
  },
};

export const handWritten = (facts: OfferFacts): Partial<OfferContent> => BY_INDEX[facts.index] ?? {};
