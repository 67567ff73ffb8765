import { declaredErrors } from '@app/platform';
import './api.module.js';

const gaps = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('errors', () => {
  const errors = [...declaredErrors()];

  it('are declared by every context', () => {
    const contexts = new Set(errors.map(([code]) => code.split('.')[0]));
    for (const context of ['common', 'catalog', 'requests', 'matching', 'connections', 'identity', 'idempotency']) expect(contexts).toContain(context);
  });

  it.each(errors)('%s has a code in one form and a text in both languages with the same gaps', (code, { vi, en }) => {
    expect(code).toMatch(/^[a-z]+\.[a-z0-9_]+$/);
    expect(vi.length).toBeGreaterThan(5);
    expect(en.length).toBeGreaterThan(5);
    expect(vi.normalize('NFC')).toBe(vi);
    expect(gaps(vi)).toEqual(gaps(en));
  });
});
