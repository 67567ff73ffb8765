import { Injectable } from '@nestjs/common';
import { OfferReader } from '@app/catalog';
import { type Lang, tokens } from '@app/platform';
import { EmbeddedEngine } from '../adapters/embedded.engine.js';
import { highlighter } from '../domain/highlight.js';
import { type FoundName, NameList } from '../domain/name-list.js';
import type { SearchResult } from '../ports/search-engine.port.js';
import { SuggestedNames } from './suggested-names.js';

/** Marked words are the only HTML of what is `…Highlighted`; everything else there is escaped. */
export interface SuggestedOffer {
  id: string;
  slug: string;
  title: string;
  titleHighlighted: string;
}

export interface SuggestedSupplier {
  id: string;
  slug: string;
  name: string;
  nameHighlighted: string;
  offers: number;
}

export interface SuggestedField {
  code: string;
  label: string;
  labelHighlighted: string;
  offers: number;
}

export interface SuggestedQuery {
  q: string;
  qHighlighted: string;
}

export interface Suggestions {
  q: string;
  /** What others have searched for with success. */
  queries: SuggestedQuery[];
  offers: SuggestedOffer[];
  suppliers: SuggestedSupplier[];
  fields: SuggestedField[];
}

/** So many hits are looked at for each offer that is suggested: those that have the words in their titles count. */
const LOOKED_AT = 5;

/**
 * What somebody may mean while typing, at most `limit` of each kind. All is found in the memory of this process, whichever
 * engine answers searches; one statement reads the offers, so that none is suggested that is no longer live.
 */
@Injectable()
export class SuggestionService {
  constructor(
    private readonly engine: EmbeddedEngine,
    private readonly names: SuggestedNames,
    private readonly offers: OfferReader,
  ) {}

  async suggest(text: string, limit: number, lang: Lang): Promise<Suggestions> {
    const q = text.trim();
    if (q === '') return { q, queries: [], offers: [], suppliers: [], fields: [] };
    const found = await this.engine.search({ q, filters: {}, sort: 'relevance', offset: 0, limit: LOOKED_AT * limit, facets: [], exact: false, sure: true });
    const [offers, { queries, suppliers, fields }] = await Promise.all([this.titled(found, q, limit, lang), this.names.current()]);
    const texts = [q, found.understood.corrected];
    return {
      q,
      queries: namesOf(queries, texts, limit + 1)
        .filter(({ name }) => name !== q.toLowerCase())
        .slice(0, limit)
        .map(({ name, matched }) => ({ q: name, qHighlighted: highlighter(matched)(name) })),
      offers,
      suppliers: namesOf(suppliers, texts, limit).map(({ item, name, weight, matched }) => ({ ...item, name, nameHighlighted: highlighter(matched)(name), offers: weight })),
      fields: namesOf(fields[lang], texts, limit).map(({ item, name, weight, matched }) => ({ code: item, label: name, labelHighlighted: highlighter(matched)(name), offers: weight })),
    };
  }

  /** Titles in which every typed word begins one come first; of what was read otherwise, those that have some of it; where no offer has every word, half. */
  private async titled({ ids, highlight, understood }: SearchResult, q: string, limit: number, lang: Lang): Promise<SuggestedOffer[]> {
    const cards = await this.offers.liveCards(ids);
    const titled = cards.map(({ id, slug, title, en }) => ({ id, slug, title: (lang === 'en' && en?.title) || title }));
    const begun = new NameList(titled.map((offer, at) => ({ item: offer, name: offer.title, weight: -at }))).find(q, limit);
    const mark = highlighter(highlight);
    const least = understood.relaxed ? tokens(q).length / 2 : 1;
    return [
      ...begun.map(({ item, matched }) => ({ ...item, titleHighlighted: highlighter(matched)(item.title) })),
      ...titled.filter((offer) => !begun.some(({ item }) => item === offer)).map((offer) => ({ ...offer, titleHighlighted: mark(offer.title) })),
    ]
      .filter(({ titleHighlighted }) => markedWords(titleHighlighted) >= least)
      .slice(0, limit);
  }
}

const markedWords = (html: string): number => [...html.matchAll(/<mark>(.*?)<\/mark>/g)].reduce((sum, [, text]) => sum + tokens(text).length, 0);

/** By the text as typed; where no name has that, as it was corrected. */
const namesOf = <T>(names: NameList<T>, texts: readonly string[], limit: number): FoundName<T>[] => {
  for (const text of texts) {
    const found = names.find(text, limit);
    if (found.length > 0) return found;
  }
  return [];
};
