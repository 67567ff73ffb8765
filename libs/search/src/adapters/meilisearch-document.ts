import { tokens } from '@app/platform/kernel/fold.js';
import { quantityTerms } from '../domain/understanding/quantity-terms.js';
import { exactFormOf } from '../domain/understanding/syllables.js';
import type { Synonyms } from '../domain/understanding/synonyms.js';
import type { SpokenWord, SynonymHit } from '../domain/understanding/synonyms.js';
import type { OfferDocument } from '../ports/search-engine.port.js';
import { exactCode, markedCode, nameCode, spokenWords, wellFormed, wordCode } from './meilisearch-terms.js';
import { titleKey } from './title-key.js';

/** Every document has this word: a query that begins with it matches all that the filter keeps. */
export const ANCHOR = 'zq0';
const MAX_WORDS = 3_000;

/**
 * What the server stores of an offer. Texts are folded by us, so that both engines cut words alike; `terms` and `exact`
 * are what decides whether an offer is found, the texts only how far up.
 */
export interface MeilisearchDocument {
  id: string;
  version: number;
  anchor: string;
  title: string;
  titleEn: string;
  keywords: string;
  /** Other names of what the offer names. */
  alsoCalled: string[];
  summary: string;
  rest: string;
  terms: string[];
  exact: string[];
  /** Of both, accented ones marked, what the titles say. */
  titled: string[];
  kind: string;
  field: string[];
  province: string | null;
  supplier: string;
  centre: string;
  trl: number | null;
  transferMode: string[];
  condition: string | null;
  readyToTransfer: boolean;
  priceMin: number | null;
  priceTop: number | null;
  publishedAt: number;
  titleKey: string;
  /** Words: of equals, the shorter title says less beside the point. */
  titleLength: number;
}

export function meilisearchDocument(doc: OfferDocument, synonyms: Synonyms): MeilisearchDocument {
  const read = (text: string): SpokenWord[] => spokenWords(text).slice(0, MAX_WORDS);
  const formsIn = (texts: readonly string[]): string[] => texts.flatMap((text) => tokens(text).slice(0, MAX_WORDS).flatMap((word) => exactFormOf(word.text) ?? []));
  const [title, titleEn] = [read(doc.title), read(doc.en?.title ?? '')];
  const keywords = read(doc.keywords.join(' ; '));
  const summary = [read(doc.summary), read(doc.en?.summary ?? '')];
  const rest = [doc.specs, doc.description, doc.en?.description ?? '', doc.supplierName].map(read);
  const texts = [doc.title, doc.en?.title ?? '', doc.keywords.join(' ; '), doc.summary, doc.en?.summary ?? '', doc.specs, doc.description, doc.en?.description ?? '', doc.supplierName];
  const fields = [title, titleEn, keywords, ...summary, ...rest];
  const named = fields.flatMap((words) => synonyms.allIn(words));
  const words = fields.flat();
  const namesOf = (hits: readonly SynonymHit[]): string[] =>
    hits.filter(({ length }) => length > 1).map(({ names: [name] }) => nameCode(spokenWords(name).map(({ folded }) => folded)));
  const goalsOf = (texts: readonly SpokenWord[][]): string[] => texts.flatMap((said) => synonyms.goalsIn(said).map(nameCode));
  const measuresOf = (texts: readonly string[]): string[] => texts.flatMap((text) => quantityTerms(text).map(({ term }) => wordCode(term)));
  const titles = [doc.title, doc.en?.title ?? ''];
  const titleWords = [...title, ...titleEn];
  const titleNames = [title, titleEn].flatMap((words) => synonyms.allIn(words));
  return {
    id: doc.id,
    version: doc.version,
    anchor: ANCHOR,
    title: textOf(title),
    titleEn: textOf(titleEn),
    keywords: textOf(keywords),
    alsoCalled: [...new Set(named.flatMap(({ synonyms: others }) => others.map((other) => other.words.map(wordCode).join(' '))))],
    summary: summary.map(textOf).join(' . '),
    rest: rest.map(textOf).join(' . '),
    terms: [...new Set([...words.map(({ folded }) => wordCode(folded)), ...namesOf(named), ...goalsOf(fields), ...measuresOf([...titles, doc.summary, doc.specs])])],
    exact: [...new Set(formsIn(texts).map(exactCode))],
    titled: [...new Set([...titleWords.map(({ folded }) => wordCode(folded)), ...namesOf(titleNames), ...goalsOf([title, titleEn]), ...measuresOf(titles), ...formsIn(titles).map(markedCode)])],
    kind: wellFormed(doc.kind),
    field: doc.fields.map(wellFormed),
    province: doc.province,
    supplier: wellFormed(doc.supplierId),
    centre: wellFormed(doc.centreId),
    trl: doc.trl,
    transferMode: doc.transferModes.map(wellFormed),
    condition: doc.condition,
    readyToTransfer: doc.readyToTransfer,
    priceMin: doc.priceMin,
    priceTop: doc.priceMax ?? doc.priceMin,
    publishedAt: doc.publishedAt,
    titleKey: titleKey(doc.title),
    titleLength: title.length,
  };
}

const textOf = (words: readonly SpokenWord[]): string => words.map(({ folded }) => wordCode(folded)).join(' ');
