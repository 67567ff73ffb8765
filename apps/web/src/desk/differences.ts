import type { OfferContent } from '../components/offer-detail.js';
import { priceNote, priceText } from '../components/price.js';
import type { Say } from '../i18n/say.js';
import type { Difference } from './desk-offer.page.js';

/** What the reviewer compares: the content with its labels, and the English text beside it. */
export interface Compared {
  content: OfferContent;
  en: { title?: string; summary?: string; description?: string } | null;
}

const lines = (rows: string[]): string | null => (rows.length > 0 ? rows.join('\n') : null);

const rowsOf = (say: Say, { content, en }: Compared): [string, string | null][] => {
  const { t, date } = say;
  const price = content.price && [priceText(say, content.price), priceNote(say, content.price)].filter(Boolean).join(', ');
  return [
    [t('offer.titleLabel'), content.title],
    [t('offer.kind'), content.kind.label],
    [t('offer.summary'), content.summary],
    [t('offer.description'), content.description],
    [t('offer.fields'), lines(content.fields.map(({ label }) => label))],
    [t('offer.keywords'), content.keywords.join(', ')],
    [t('offer.province'), content.province],
    ['TRL', content.trl === null ? null : String(content.trl)],
    [t('offer.transferModes'), lines(content.transferModes)],
    [t('offer.price'), price],
    [t('offer.specs'), lines(content.specs.map(({ name, value, unit }) => `${name}: ${[value, unit].filter(Boolean).join(' ')}`))],
    [t('offer.ip'), lines(content.ip.map(({ kind, number, state, territory }) => [kind, number, state, territory].filter(Boolean).join(', ')))],
    [t('offer.condition'), content.condition],
    [t('offer.origin'), content.origin],
    [t('offer.maker'), content.maker],
    [t('offer.year'), content.year === null ? null : String(content.year)],
    [t('offer.warranty'), content.warranty],
    [t('offer.ready'), t(content.readyToTransfer ? 'common.yes' : 'common.no')],
    [t('offer.validUntil'), content.validUntil === null ? null : date(content.validUntil)],
    [t('offer.titleEn'), en?.title ?? null],
    [t('offer.summaryEn'), en?.summary ?? null],
    [t('offer.descriptionEn'), en?.description ?? null],
  ];
};

/** Field by field what a reviewer must look at; fields that stay as they are only count. */
export const differencesOf = (say: Say, live: Compared, submitted: Compared): { differences: Difference[]; unchanged: number } => {
  const before = rowsOf(say, live);
  const rows = rowsOf(say, submitted).map(([label, value], index): Difference => ({ label, live: before[index][1] || null, submitted: value || null }));
  const differences = rows.filter(({ live: old, submitted: fresh }) => old !== fresh);
  const stated = rows.filter(({ live: old, submitted: fresh }) => old !== null || fresh !== null);
  return { differences, unchanged: stated.length - differences.length };
};
