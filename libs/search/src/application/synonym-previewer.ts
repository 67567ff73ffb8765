import { Injectable } from '@nestjs/common';
import { OfferReader } from '@app/catalog';
import { breather, Database } from '@app/platform';
import { EmbeddedEngine } from '../adapters/embedded.engine.js';
import { SynonymRepository } from '../data/synonym.repository.js';
import { assertNames, type SynonymNames } from '../domain/synonym-names.js';
import { Synonyms } from '../domain/understanding/synonyms.js';
import { QueryLog } from './query-log.js';

/** A group more, another in the place of the one that `replaces` names, or, without `names`, that one less. */
export interface SynonymChange {
  replaces?: string;
  names?: SynonymNames;
}

export interface PreviewedSearch {
  total: number;
  /** Not every word had to be found. */
  relaxed: boolean;
  /** The best ones, best first. */
  offers: { id: string; slug: string; title: string }[];
}

export interface ComparedSearch {
  query: string;
  /** How often it was asked in the last 30 days, as far as is logged. */
  searches: number;
  before: PreviewedSearch;
  after: PreviewedSearch;
}

export interface SynonymPreview {
  /** Queries of the log that were looked at. */
  examined: number;
  /** Those of them that would be read differently. */
  affected: number;
  /** The query that was asked about, then those whose results differ, most frequent first. */
  searches: ComparedSearch[];
}

type Found = Omit<PreviewedSearch, 'offers'> & { ids: string[] };
type Compared = Omit<ComparedSearch, 'before' | 'after'> & { before: Found; after: Found };

/** The most frequent queries, and the most frequent ones of those that fail: each is understood twice, 1 ms at 100,000 offers. */
const EXAMINED = 200;
const MOST_COMPARED = 40;
const MOST_SHOWN = 12;
const BEST = 5;

/** What a change of the synonyms would do to searches: to one that is asked about, and to those that the log holds. Saves nothing. */
@Injectable()
export class SynonymPreviewer {
  constructor(
    private readonly database: Database,
    private readonly groups: SynonymRepository,
    private readonly engine: EmbeddedEngine,
    private readonly log: QueryLog,
    private readonly offers: OfferReader,
  ) {}

  /** Throws `common.invalid` naming each name that cannot be one. */
  async preview({ replaces, names }: SynonymChange, q = ''): Promise<SynonymPreview> {
    if (names) assertNames(names);
    const [now, kept] = await Promise.all([this.groups.all(this.database), this.groups.all(this.database, replaces)]);
    const [before, after] = [new Synonyms(now), new Synonyms(names ? [...kept, names] : kept)];
    const logged = await this.logged();
    const asked = q.trim();
    const affected = await this.affected([...logged.keys()].filter((query) => query !== asked), before, after);
    const compared = await this.compared([...(asked ? [asked] : []), ...affected.slice(0, MOST_COMPARED)], logged, before, after);
    const shown = compared.filter(({ query, before: was, after: will }) => query === asked || differ(was, will)).slice(0, MOST_SHOWN);
    return { examined: logged.size, affected: affected.length, searches: await this.named(shown) };
  }

  /** How often each query was asked, most frequent first. */
  private async logged(): Promise<Map<string, number>> {
    const page = { page: 1, size: EXAMINED };
    const lists = await Promise.all([this.log.list({ result: 'any' }, page), this.log.list({ result: 'none' }, page)]);
    const queries = lists.flatMap(({ items }) => items).sort((a, b) => b.searches - a.searches);
    return new Map(queries.map(({ query, searches }) => [query, searches]));
  }

  private async affected(queries: string[], before: Synonyms, after: Synonyms): Promise<string[]> {
    const found: string[] = [];
    const breathe = breather();
    for (const query of queries) {
      if (this.engine.readingOf(query, before) !== this.engine.readingOf(query, after)) found.push(query);
      await breathe();
    }
    return found;
  }

  private async compared(queries: string[], logged: Map<string, number>, before: Synonyms, after: Synonyms): Promise<Compared[]> {
    const compared: Compared[] = [];
    const breathe = breather();
    for (const query of queries) {
      compared.push({ query, searches: logged.get(query) ?? 0, before: await this.found(query, before), after: await this.found(query, after) });
      await breathe();
    }
    return compared;
  }

  private async found(q: string, synonyms: Synonyms): Promise<Found> {
    const { total, ids, understood } = await this.engine.searchWith({ q, filters: {}, sort: 'relevance', offset: 0, limit: BEST, facets: [], exact: false }, synonyms);
    return { total, ids, relaxed: understood.relaxed };
  }

  private async named(compared: Compared[]): Promise<ComparedSearch[]> {
    const ids = new Set(compared.flatMap(({ before, after }) => [...before.ids, ...after.ids]));
    const cards = new Map((await this.offers.liveCards([...ids])).map(({ id, slug, title }) => [id, { id, slug, title }]));
    const shown = ({ ids: best, ...found }: Found): PreviewedSearch => ({ ...found, offers: best.flatMap((id) => cards.get(id) ?? []) });
    return compared.map(({ before, after, ...query }) => ({ ...query, before: shown(before), after: shown(after) }));
  }
}

const differ = (a: Found, b: Found): boolean => a.total !== b.total || a.relaxed !== b.relaxed || a.ids.join() !== b.ids.join();
