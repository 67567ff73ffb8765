import type { OfferDocument, OfferFilters, SearchEngine, SearchQuery, SearchResult } from '../../ports/search-engine.port.js';
import { offerDocument as doc, searchQuery } from '../offer-document.builder.js';

const DAY = 86_400_000;
const START = 1_700_000_000_000;

export const CATALOGUE: OfferDocument[] = [
  doc('dryer', 'Máy sấy nông sản bằng năng lượng mặt trời', {
    keywords: ['sấy', 'nông sản'],
    summary: 'Thiết bị sấy 500kg mỗi mẻ cho hợp tác xã',
    fields: ['crops', 'energy'],
    province: '92',
    trl: 8,
    transferModes: ['turnkey'],
    condition: 'new',
    readyToTransfer: true,
    priceMin: 180_000_000,
    priceMax: 220_000_000,
    supplierName: 'Công ty Bình Minh',
    publishedAt: START + 3 * DAY,
  }),
  doc('dryer-en', 'Freeze dryer for fruit', { lang: 'en', summary: 'Industrial vacuum unit', priceMin: 900_000_000 }),
  doc('water', 'Công nghệ xử lý nước thải chăn nuôi', {
    kind: 'technology',
    fields: ['environment'],
    province: '01',
    trl: 6,
    transferModes: ['licence', 'turnkey'],
    priceMin: 50_000_000,
    supplierId: 'supplier-2',
    centreId: 'centre-2',
    publishedAt: START + 2 * DAY,
  }),
  doc('fish', 'Quy trình nuôi cá tra', { kind: 'process', province: '92', trl: 9, publishedAt: START + DAY }),
  doc('eggplant', 'Quy trình trồng cà tím', { kind: 'process', trl: 7, publishedAt: START + 9 * DAY }),
  doc('drill', 'Đầu khoan từ', { description: 'Khoan kim loại & bê tông', en: { title: 'Magnetic drill' } }),
];

/** The engine under test and the short questions that most cases ask it. */
export class Subject {
  engine: SearchEngine;

  find(q: string, more: Partial<SearchQuery> = {}): Promise<SearchResult> {
    return this.engine.search(searchQuery(q, more));
  }

  async ids(q: string, more: Partial<SearchQuery> = {}): Promise<string[]> {
    return (await this.find(q, more)).ids;
  }

  async kept(filters: OfferFilters): Promise<string[]> {
    return (await this.ids('', { filters })).sort();
  }

  async put(...docs: OfferDocument[]): Promise<void> {
    await this.engine.put(docs);
  }
}
