import { cursorAt, offsetOf, pageOf } from './page.js';

describe('pages of lists', () => {
  it('count from one and go on by cursor', () => {
    expect(offsetOf({ page: 3, size: 20 })).toBe(40);
    const page = pageOf(['a', 'b'], 5, { page: 1, size: 2 });
    expect(page).toEqual({ items: ['a', 'b'], total: 5, page: 1, size: 2, nextCursor: cursorAt(2) });
    const request = { page: 1, size: 2, cursor: page.nextCursor };
    expect(offsetOf(request)).toBe(2);
    expect(pageOf(['c', 'd'], 5, request)).toMatchObject({ page: 2, nextCursor: cursorAt(4) });
  });

  it('have no next cursor at the end, nor past it', () => {
    expect(pageOf(['e'], 5, { page: 3, size: 2 })).not.toHaveProperty('nextCursor');
    expect(pageOf([], 5, { page: 9, size: 2 })).toEqual({ items: [], total: 5, page: 9, size: 2 });
  });

  it('need a cursor past row 10,000, and a sound one', () => {
    expect(offsetOf({ page: 100, size: 100 })).toBe(9_900);
    expect(() => offsetOf({ page: 101, size: 100 })).toThrow('common.cursor_required');
    expect(offsetOf({ page: 1, size: 100, cursor: cursorAt(10_000) })).toBe(10_000);
    expect(() => offsetOf({ page: 1, size: 100, cursor: 'nonsense' })).toThrow('common.invalid');
  });
});
