import { renderNotice, TEMPLATES } from './notice-texts.js';

const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();

describe('notice texts', () => {
  it.each(Object.entries(TEMPLATES))('%s says the same in both languages', (_name, { vi, en }) => {
    expect(placeholders(vi.title)).toEqual(placeholders(en.title));
    expect(placeholders(vi.body)).toEqual(placeholders(en.body));
  });

  it('fills in what is known', () => {
    expect(renderNotice('offer-approved', 'en', { offer: 'Dryer' }).title).toBe('Offer “Dryer” was approved');
    expect(renderNotice('offer-approved', 'vi', {}).title).toBe('Chào bán “…” đã được duyệt');
  });
});
