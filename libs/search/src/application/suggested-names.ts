import { Injectable } from '@nestjs/common';
import { OrganizationService } from '@app/organizations';
import { Clock, type Lang, term, tokens } from '@app/platform';
import { TaxonomyService } from '@app/taxonomy';
import { EmbeddedEngine } from '../adapters/embedded.engine.js';
import { NameList } from '../domain/name-list.js';
import type { FacetCount } from '../ports/search-engine.port.js';
import { QueryLog, type SuccessfulQuery } from './query-log.js';

const FRESH_MS = 15_000;
/** A query is offered to others when it found something in at least so many different hours, */
const LEAST_HOURS = 5;
/** and so many times, of the last 90 days. */
const LEAST_SEARCHES = 5;
/** The most frequent ones: to read more of them would hold up the process. */
const MOST_QUERIES = 2_000;

export interface SuggestedSupplierName {
  id: string;
  slug: string;
}

export interface Names {
  suppliers: NameList<SuggestedSupplierName>;
  /** By their codes, in each language. */
  fields: Record<Lang, NameList<string>>;
  queries: NameList<string>;
}

/**
 * The names of suppliers and fields that have offers now, weighed by how many, counted by the index in this process, and what
 * others have searched for with success. They are gathered anew at most every 15 s, beside the question that finds them old:
 * nobody waits for it but the first.
 *
 * No personal text is among the queries, as far as that can be known without knowing persons: the log holds neither long
 * numbers (telephone, identity, tax) nor addresses of mail or pages, and a query is offered only when it found something, as
 * typed, in at least 5 different hours of the last 90 days and all its words still stand in live offers.
 */
@Injectable()
export class SuggestedNames {
  private kept: { at: number; names: Promise<Names> } | undefined;
  private renewing = false;
  private asked: { queries: readonly SuccessfulQuery[]; names: NameList<string> } | undefined;

  constructor(
    private readonly engine: EmbeddedEngine,
    private readonly organizations: OrganizationService,
    private readonly taxonomy: TaxonomyService,
    private readonly log: QueryLog,
    private readonly clock: Clock,
  ) {}

  current(): Promise<Names> {
    const now = this.clock.now().getTime();
    if (!this.kept) this.kept = { at: now, names: this.forgetting(this.gather()) };
    else if (now - this.kept.at >= FRESH_MS && !this.renewing) void this.renew(now);
    return this.kept.names;
  }

  private async renew(now: number): Promise<void> {
    this.renewing = true;
    try {
      this.kept = { at: now, names: Promise.resolve(await this.gather()) };
    } catch {
      // The old names go on until the next question.
    } finally {
      this.renewing = false;
    }
  }

  /** A first gathering that fails is tried again by whoever asks next. */
  private forgetting(names: Promise<Names>): Promise<Names> {
    names.catch(() => (this.kept = undefined));
    return names;
  }

  private async gather(): Promise<Names> {
    const { facets } = await this.engine.search({ q: '', filters: {}, sort: 'newest', offset: 0, limit: 0, facets: ['supplier', 'field'], exact: false });
    const [cards, queries] = await Promise.all([this.organizations.cards((facets.supplier ?? []).map(({ value }) => value)), this.queries()]);
    const suppliers = (facets.supplier ?? []).flatMap(({ value, count }) => {
      const card = cards.get(value);
      return card ? [{ item: { id: card.id, slug: card.slug }, name: card.name, weight: count }] : [];
    });
    const counted = facets.field ?? [];
    return { suppliers: new NameList(suppliers), fields: { vi: this.fieldsIn('vi', counted), en: this.fieldsIn('en', counted) }, queries };
  }

  private async queries(): Promise<NameList<string>> {
    const queries = await this.log.successfulQueries(LEAST_HOURS, LEAST_SEARCHES);
    // The log hands out the same list until it has read a newer one.
    if (this.asked?.queries === queries) return this.asked.names;
    const isKnown = ({ query }: SuccessfulQuery): boolean => tokens(query).every(({ text }) => this.engine.lexicon.df(term(text)) > 0);
    const known = queries.slice(0, MOST_QUERIES).filter(isKnown);
    const names = new NameList(known.map(({ query, searches }) => ({ item: query, name: query, weight: searches })));
    this.asked = { queries, names };
    return names;
  }

  private fieldsIn(lang: Lang, counts: readonly FacetCount[]): NameList<string> {
    return new NameList(counts.map(({ value, count }) => ({ item: value, name: this.taxonomy.label('field', value, lang), weight: count })));
  }
}
