import { fold } from '@app/platform';
import type { OfferSearchQuery, SearchAlternative, SearchUnderstood } from '@app/search';
import type { ActiveFilter } from '../components/filters.js';
import type { Say } from '../i18n/say.js';
import type { CountedLink, NamedLimits, Understood } from '../components/search-answer.js';
import { rangeLabels } from './catalogue-facets.js';
import { valuesOf } from './catalogue-query.js';

const MOST_SYNONYMS = 6;

/** What a search of offers or of requests answers beside its hits. */
interface Answer {
  understood: SearchUnderstood;
  alternatives: SearchAlternative[];
  total: number;
}

type Searched = 'offers' | 'requests';

/** How a query was taken, and the two ways back: to what was typed, and to what is like it. */
export const understoodOf = ({ q, exact }: { q?: string; exact?: boolean }, { understood, alternatives, total }: Answer, route: Searched, say: Say): Understood | null => {
  if (!q) return null;
  const { query, corrected } = understood;
  const relaxed = understood.relaxed && total > 0;
  const typed = fold(q);
  const synonyms = [...new Set(understood.synonyms.flat())].filter((word) => !typed.includes(fold(word))).slice(0, MOST_SYNONYMS);
  const other = (wanted: SearchAlternative['kind']): CountedLink | null => {
    const found = alternatives.find(({ kind }) => kind === wanted);
    return found ? { text: found.q, href: hrefOf(found, route, say), total: found.total } : null;
  };
  const limits = understood.notApplied;
  return {
    corrected: corrected === query ? null : corrected, exactly: exact ?? false, exact: other('exact'), like: other('corrected'), synonyms, relaxed,
    notApplied: limits && limitText(limits, say),
  };
};

/** Limits that the text itself names, and the same search for the words as typed. */
export const limitsOf = (asked: OfferSearchQuery, { understood: { filters } }: Pick<Answer, 'understood'>, say: Say): NamedLimits | null =>
  filters ? { texts: rangeLabels(filters, say).map(([, label]) => lowerFirst(label)), href: say.path('offers', {}, { ...valuesOf(asked), exact: 'true' }) } : null;

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The nearest searches that find something, in words. */
export const widerOf = ({ alternatives }: Answer, route: Searched, filters: readonly ActiveFilter[], say: Say): CountedLink[] =>
  alternatives
    .filter(({ kind }) => kind !== 'exact' && kind !== 'corrected')
    .map((alternative) => ({ text: textOf(alternative, filters, say), href: hrefOf(alternative, route, say), total: alternative.total }));

const hrefOf = ({ query }: SearchAlternative, route: Searched, { path }: Say): string => path(route) + (query ? `?${query}` : '');

const textOf = ({ kind, q, filter, limits = {} }: SearchAlternative, filters: readonly ActiveFilter[], say: Say): string => {
  const { t } = say;
  if (kind === 'price') return limitText(limits, say);
  if (kind === 'anyPrice') return t('catalogue.facet.priceAny');
  if (kind === 'words') return t('catalogue.wider.words', { q });
  if (kind === 'filters') return t('catalogue.wider.filters');
  if (kind === 'browse') return t('catalogue.wider.browse');
  const labels = filters.filter(({ name }) => name === filter).map(({ label }) => label);
  return t('catalogue.wider.filter', { label: labels.join(', ') });
};

const limitText = (limits: { priceMin?: number; priceMax?: number }, say: Say): string => rangeLabels(limits, say).map(([, label]) => label).join(', ');
