import { readFileSync } from 'node:fs';
// @ts-expect-error a plain script of the build, without types
import { messageTypes } from '../../../../scripts/assets.mjs';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { MESSAGES } from './translate.js';

const paramsOf = (elements: MessageFormatElement[]): string[] =>
  elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    const inner = 'options' in element ? Object.values(element.options).flatMap(({ value }) => paramsOf(value)) : [];
    return [element.value, ...inner];
  });

const signature = (message: string): string => [...new Set(paramsOf(parse(message)))].sort().join();

describe('texts', () => {
  it('has every key in both languages, none of them empty', () => {
    expect(Object.keys(MESSAGES.en).sort()).toEqual(Object.keys(MESSAGES.vi).sort());
    const empty = [...Object.entries(MESSAGES.vi), ...Object.entries(MESSAGES.en)].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  it('asks for the same parameters in both languages', () => {
    const differing = Object.keys(MESSAGES.vi).filter((key) => signature(MESSAGES.vi[key] ?? '') !== signature(MESSAGES.en[key] ?? ''));
    expect(differing).toEqual([]);
  });

  it('notices a parameter that one language lacks', () => {
    expect(signature('{n, plural, other {# mục của {name}}}')).toBe('n,name');
    expect(signature('{n} items')).not.toBe(signature('items'));
  });

  it('has parameter types written from these texts', async () => {
    const written = readFileSync(new URL('./message-params.ts', import.meta.url), 'utf8');
    expect(written).toBe(await (messageTypes as (texts: Record<string, string>) => Promise<string>)(MESSAGES.vi));
  });

  it('is in composed form, and Vietnamese is Vietnamese', () => {
    for (const text of Object.values(MESSAGES.vi)) expect(text).toBe(text.normalize('NFC'));
    expect(Object.values(MESSAGES.en).filter((text) => /[ăđơưạ-ỹ]/i.test(text))).toEqual([]);
  });
});
