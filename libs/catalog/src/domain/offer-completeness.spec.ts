import { completeness } from './offer-completeness.js';
import { EMPTY_CONTENT, type OfferContent } from './offer-revision.js';

const bare: OfferContent = { ...EMPTY_CONTENT, title: 'Máy', kind: 'equipment' };

describe('completeness', () => {
  it('grows with what a buyer looks for', () => {
    expect(completeness(bare)).toBe(8);
    expect(completeness({ ...bare, summary: 'x', trl: 7 })).toBe(23);
    const full: OfferContent = {
      ...bare, summary: 'x', description: 'x', fields: ['crops'], keywords: ['x'], province: '92', trl: 7, transferModes: ['turnkey'], images: ['a.jpg'], en: { title: 'x' },
      price: { kind: 'on-request', min: null, max: null, vat: null, unit: null }, specs: [{ label: 'x', raw: '1', unit: null, min: 1, max: 1, canonicalMin: null, canonicalMax: null, dimension: null }],
      ip: [{ kind: 'none', number: null, state: null, territory: null }],
    };
    expect(completeness(full)).toBe(100);
  });
});
