import { offerDocument as doc } from '../offer-document.builder.js';
import { CATALOGUE, type Subject } from './catalogue.js';

const TEXTS = [
  '😀😀', '\u0000', '"\'`;--', '<script>', '%_\\', '((((', '\ud800', 'a'.repeat(10_000), 'máy '.repeat(2500), '=ca~s', 'a_b',
  '"máy sấy"', '-máy', 'máy AND sấy OR', 'title:máy', '\u202emáy', 'm\u00e1\u200dy', '9'.repeat(500), 'ậ'.repeat(300), '*', '\\u0000\n\r',
];
const VALUES = ['" OR kind EXISTS OR kind = "', "' OR 1 = 1 --", '\\" OR kind != "', '\\', '"', '] OR [', '\u0000', 'x'.repeat(5_000)];

export const hostileCases = (subject: Subject): void => {
  it.each(TEXTS.map((text) => [text.length > 40 ? `${text.slice(0, 10)}… (${text.length})` : text, text]))('answers %j', async (_, q) => {
    const found = await subject.find(q, { facets: ['kind'] });
    expect(found.total).toBeGreaterThanOrEqual(found.ids.length);
  });
  it.each(VALUES.map((value) => [value.slice(0, 40), value]))('takes %j for the value of a filter and nothing else', async (_, value) => {
    for (const filters of [{ kind: [value] }, { supplier: [value] }, { centre: [value] }]) {
      expect((await subject.find('', { filters, facets: ['province'] })).total).toBe(0);
    }
    await subject.put(doc('odd', 'Van', { kind: value.slice(0, 400) }));
    if (value.trim().length <= 400) expect(await subject.kept({ kind: [value] })).toEqual(['odd']);
  });
  it('takes quotes and operators for plain text', async () => {
    expect((await subject.ids('"sấy máy"'))[0]).toBe('dryer');
    expect((await subject.ids('-máy sấy'))[0]).toBe('dryer');
  });
  it('finds nothing for text without words', async () => {
    expect((await subject.find('😀 !!!')).total).toBe(0);
  });
  it('takes prototype words for plain words', async () => {
    expect(await subject.ids('constructor __proto__ toString', { exact: true })).toEqual([]);
    await subject.put(doc('p', 'constructor __proto__', { kind: '__proto__' }));
    expect(await subject.ids('constructor')).toEqual(['p']);
    expect((await subject.find('constructor', { facets: ['kind'] })).facets.kind).toEqual([{ value: '__proto__', count: 1 }]);
  });
  it('holds offers of hostile text', async () => {
    await subject.put(doc('h', '\u0000 "\' <b> 😀 %', { summary: '\ud800 máy sấy', keywords: ['', '  '], description: 'ộ'.repeat(60_000) }));
    expect(await subject.engine.size()).toBe(CATALOGUE.length + 1);
    expect((await subject.ids('máy sấy')).sort()).toEqual(['dryer', 'dryer-en', 'h']);
  });
  it('pages at odd places', async () => {
    expect(await subject.ids('máy', { limit: 0 })).toEqual([]);
    expect(await subject.ids('máy', { offset: 1_000_000_000, limit: 1 })).toEqual([]);
  });
};
