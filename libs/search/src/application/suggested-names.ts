import { Injectable } from '@nestjs/common';
import { OrganizationService } from '@app/organizations';
import { Clock, Database, DatabaseNotices, type Lang, Logger, Passes } from '@app/platform';
import { TaxonomyService } from '@app/taxonomy';
import { EmbeddedEngine } from '../adapters/embedded.engine.js';
import { NameList } from '../domain/name-list.js';
import { areWritten } from '../domain/written-words.js';
import type { SuccessfulQuery } from '../data/search-query.repository.js';
import { WithheldSuggestionRepository } from '../data/withheld-suggestion.repository.js';
import type { FacetCount } from '../ports/search-engine.port.js';
import { QueryLog } from './query-log.js';

const FRESH_MS = 15_000;
/** A form of a query is offered to others when it has itself found something so often in the last 90 days. */
const LEAST = { hours: 5, searches: 5, askers: 3 };
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
  /** The same queries, most frequent first. */
  offered: readonly { query: string; searches: number }[];
}

type Named = Pick<Names, 'queries' | 'offered'>;

/**
 * The names of suppliers and fields that have offers now, weighed by how many, counted by the index in this process, and what
 * others have searched for with success. They are gathered anew at most every 15 s, beside the question that finds them old:
 * nobody waits for it but the first.
 *
 * A query is offered in the form in which it was typed, when that form found something, as typed, in at least 5 different hours of the last 90 days,
 * 3 different address blocks asked for it on one of the days, and live offers write each of its words just so; the log holds neither long numbers
 * (telephone, identity, tax) nor addresses of mail or pages. What this does not stop: whoever has three networks and words of the catalogue may plant
 * them, and the name of a person who stands in offers and whom many look for is offered. Staff can take away either (`SuggestionDeskService`).
 */
@Injectable()
export class SuggestedNames {
  private kept: { at: number; names: Promise<Names> } | undefined;
  private renewing = false;
  private isFollowing = false;
  private readonly passes = new Passes(() => this.renew());
  private asked: { queries: readonly SuccessfulQuery[]; withheld: string; named: Named } | undefined;

  constructor(
    private readonly engine: EmbeddedEngine,
    private readonly organizations: OrganizationService,
    private readonly taxonomy: TaxonomyService,
    private readonly log: QueryLog,
    private readonly withheld: WithheldSuggestionRepository,
    private readonly database: Database,
    private readonly notices: DatabaseNotices,
    private readonly logger: Logger,
    private readonly clock: Clock,
  ) {}

  current(): Promise<Names> {
    const now = this.clock.now().getTime();
    if (!this.kept) {
      this.kept = { at: now, names: this.forgetting(this.gather()) };
      void this.follow();
    } else if (now - this.kept.at >= FRESH_MS && !this.renewing) void this.refresh();
    return this.kept.names;
  }

  /** Gathers the names anew: what staff have taken away until now is not among them. Where it fails the old ones go on until the next question. */
  refresh(): Promise<void> {
    return this.passes.next().catch((error: Error) => this.logger.warn('names to suggest could not be read', { error: error.message }));
  }

  /** What staff take away in another process goes here at once. */
  private async follow(): Promise<void> {
    if (this.isFollowing) return;
    this.isFollowing = true;
    await this.notices.listen('withheld_suggestion', () => void this.refresh());
  }

  private async renew(): Promise<void> {
    const at = this.clock.now().getTime();
    this.renewing = true;
    try {
      this.kept = { at, names: Promise.resolve(await this.gather()) };
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
    return { suppliers: new NameList(suppliers), fields: { vi: this.fieldsIn('vi', counted), en: this.fieldsIn('en', counted) }, ...queries };
  }

  private async queries(): Promise<Named> {
    const [queries, forms] = await Promise.all([this.log.successfulQueries(LEAST), this.withheld.forms(this.database)]);
    const withheld = forms.join('\n');
    // The log hands out the same list until it has read a newer one.
    if (this.asked?.queries === queries && this.asked.withheld === withheld) return this.asked.named;
    const kept = new Set(forms);
    const written = queries.slice(0, MOST_QUERIES).filter(({ typed }) => !kept.has(typed) && areWritten(typed, this.engine.lexicon));
    const offered = mostFrequentForms(written).map(({ typed, searches }) => ({ query: typed, searches }));
    const named = { offered, queries: new NameList(offered.map(({ query, searches }) => ({ item: query, name: query, weight: searches }))) };
    this.asked = { queries, withheld, named };
    return named;
  }

  private fieldsIn(lang: Lang, counts: readonly FacetCount[]): NameList<string> {
    return new NameList(counts.map(({ value, count }) => ({ item: value, name: this.taxonomy.label('field', value, lang), weight: count })));
  }
}

/** Of each query the first form. */
const mostFrequentForms = (queries: readonly SuccessfulQuery[]): SuccessfulQuery[] => {
  const byQuery = new Map<string, SuccessfulQuery>();
  for (const one of queries) if (!byQuery.has(one.query)) byQuery.set(one.query, one);
  return [...byQuery.values()];
};
