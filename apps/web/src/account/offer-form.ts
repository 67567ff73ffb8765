import type { OfferView } from '@app/catalog';
import { type FieldError, fold } from '@app/platform';
import { dayText, type FormState, rowValues, textOf, vndToMillions } from '../components/form-state.js';
import { listIn, type Posted, textIn, typedOf, wrong } from '../forms/posted-form.js';
import { dayIn, numberIn, sumIn } from '../forms/typed-values.js';
import { ipOf, specsOf } from './offer-form.page.js';

/** Fields of the API by the inputs that hold them. */
export const OFFER_NAMES: Record<string, string> = {
  'price.kind': 'priceKind', 'price.min': 'priceMinMillions', 'price.max': 'priceMaxMillions', 'price.vat': 'vat', 'price.unit': 'priceUnit',
  'en.title': 'titleEn', 'en.summary': 'summaryEn', 'en.description': 'descriptionEn',
};

const orNull = (text: string): string | null => text || null;

const yearIn = (body: Posted, faults: FieldError[]): number | null => {
  const text = textIn(body, 'year');
  if (text === '' || /^(19|20)\d\d$/.test(text)) return numberIn(body, 'year');
  faults.push(wrong('year', 'form.wrong.year'));
  return null;
};

const priceIn = (body: Posted, faults: FieldError[]): object | null => {
  const price = {
    kind: orNull(textIn(body, 'priceKind')), min: sumIn(body, 'priceMinMillions', faults), max: sumIn(body, 'priceMaxMillions', faults),
    vat: orNull(textIn(body, 'vat')), unit: orNull(textIn(body, 'priceUnit')),
  };
  return Object.values(price).some((value) => value !== null) ? price : null;
};

const englishIn = (body: Posted): object | null => {
  const en = { title: textIn(body, 'titleEn'), summary: textIn(body, 'summaryEn'), description: textIn(body, 'descriptionEn') };
  return Object.values(en).some(Boolean) ? en : null;
};

/** The API's body from the form, and what could not even be read. */
export const offerBodyOf = (body: Posted): { plain: Record<string, unknown>; faults: FieldError[] } => {
  const faults: FieldError[] = [];
  const plain = {
    title: textIn(body, 'title'),
    kind: textIn(body, 'kind'),
    summary: textIn(body, 'summary'),
    description: textIn(body, 'description'),
    fields: listIn(body, 'fields'),
    keywords: textIn(body, 'keywords').split(';').map((word) => word.trim()).filter(Boolean),
    province: orNull(textIn(body, 'province')),
    trl: numberIn(body, 'trl'),
    transferModes: listIn(body, 'transferModes'),
    price: priceIn(body, faults),
    specs: specsOf(body).map(({ name, value, unit }) => ({ name, value, unit: orNull(unit) })),
    ip: ipOf(body).map(({ kind, number, state, territory }) => ({ kind, number: orNull(number), state: orNull(state), territory: orNull(territory) })),
    condition: orNull(textIn(body, 'condition')),
    origin: orNull(textIn(body, 'origin')),
    maker: orNull(textIn(body, 'maker')),
    year: yearIn(body, faults),
    warranty: orNull(textIn(body, 'warranty')),
    readyToTransfer: textIn(body, 'readyToTransfer') === 'true',
    validUntil: dayIn(body, 'validUntil', faults),
    en: englishIn(body),
  };
  return { plain, faults };
};

const isRow = (name: string): boolean => /^(specs|ip)\./.test(name);

/** What was typed, rows closed up as `offerBodyOf` reads them, so that faults lead to the right one. */
export const typedOffer = (body: Posted): FormState['values'] => ({
  ...Object.fromEntries(Object.entries(typedOf(body)).filter(([name]) => !isRow(name))),
  ...rowValues('specs', specsOf(body)),
  ...rowValues('ip', ipOf(body)),
});

const numberText = (value: number | null): string => (value === null ? '' : String(value));

/** The form of an offer that exists. */
export const valuesOfOffer = (offer: OfferView): FormState['values'] => ({
  title: offer.title, kind: offer.kind, summary: offer.summary, description: offer.description, fields: offer.fields, keywords: offer.keywords.join('; '),
  province: offer.province ?? '', trl: numberText(offer.trl), transferModes: offer.transferModes,
  priceKind: offer.price?.kind ?? '', priceMinMillions: vndToMillions(offer.price?.min ?? null), priceMaxMillions: vndToMillions(offer.price?.max ?? null),
  vat: offer.price?.vat ?? '', priceUnit: offer.price?.unit ?? '', condition: offer.condition ?? '', origin: offer.origin ?? '', maker: offer.maker ?? '',
  year: numberText(offer.year), warranty: offer.warranty ?? '', readyToTransfer: offer.readyToTransfer ? 'true' : '', validUntil: dayText(offer.validUntil),
  titleEn: offer.en?.title ?? '', summaryEn: offer.en?.summary ?? '', descriptionEn: offer.en?.description ?? '',
  ...rowValues('specs', offer.specs.map(({ name, value, unit }) => ({ name, value, unit }))),
  ...rowValues('ip', offer.ip.map(({ kind, number, state, territory }) => ({ kind, number, state, territory }))),
});

/** With keywords that are not among those of the form yet. */
export const withKeywords = (values: FormState['values'], proposed: readonly string[]): FormState['values'] => {
  const held = textOf({ values, errors: [] }, 'keywords').split(';').map((word) => word.trim()).filter(Boolean);
  const known = new Set(held.map((word) => fold(word)));
  return { ...values, keywords: [...held, ...proposed.filter((word) => !known.has(fold(word)))].join('; ') };
};
