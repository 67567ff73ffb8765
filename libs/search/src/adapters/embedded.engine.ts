import { breather, Turns } from '@app/platform';
import type { Lexicon } from '../domain/understanding/lexicon.js';
import { Synonyms } from '../domain/understanding/synonyms.js';
import { asksForAll, understoodOf, withNamedLimits } from '../domain/understanding/asked.js';
import { ReadingMemory } from '../domain/understanding/reading-memory.js';
import { understand, type UnderstoodQuery } from '../domain/understanding/understand.js';
import { type Hits, SearchEngine, type OfferDocument, type SearchQuery, type SearchResult } from '../ports/search-engine.port.js';
import { EmbeddedIndex } from './embedded-index.js';
import { HeldRanking } from './held-ranking.js';
import { orderBy } from './ordering.js';
import { QueryScorer } from './query-scorer.js';
import { byTierAndTotal, type Scored } from './scored.js';
import { best } from './top.js';

/** How many offers a search finds, its text as it was read, and whether what was found has only some of the words. */
export interface CountedSearch {
  total: number;
  corrected: string;
  relaxed: boolean;
}

/** What the process's own index makes of a search. */
export interface ForeseenSearch {
  /** The likely reading where some offer is clearly meant by it, else the more doubtful one. */
  understood: UnderstoodQuery;
  /** Some offer has every word of the likely reading. */
  complete: boolean;
  /** Beside offers that have every word, but nowhere together, some count that have most of them in their titles. */
  partly: boolean;
  /** Some offer that has every word names in its title what the query is about. */
  named: boolean;
  /** How much of the words' weight an offer has at least that lacks some. */
  coverage: number;
  /** For a search by relevance. */
  ranking: HeldRanking | null;
  /** The page as it would be found here; of the facets the suppliers, if they are asked for. */
  hits: Hits;
}

/** Search in the process's own memory. Its index also gives matching its statistics and candidates. */
export class EmbeddedEngine extends SearchEngine {
  readonly name = 'embedded';
  synonyms = new Synonyms();
  private held = new EmbeddedIndex();
  private readonly turns = new Turns();

  get index(): EmbeddedIndex {
    return this.held;
  }

  /** The vocabulary of what is findable now. */
  get lexicon(): Lexicon {
    return this.held.dictionary;
  }

  override async put(docs: OfferDocument[]): Promise<void> {
    for (const doc of docs) this.held.put(doc);
  }

  override async remove(ids: string[]): Promise<void> {
    for (const id of ids) this.held.remove(id);
  }

  override search(asked: SearchQuery): Promise<SearchResult> {
    return this.searchWith(asked, this.synonyms);
  }

  /** The search as it would be with other synonyms. */
  async searchWith(asked: SearchQuery, synonyms: Synonyms): Promise<SearchResult> {
    await this.turns.next();
    const memory = new ReadingMemory(this.held.dictionary);
    const likely = understand(asked.q, this.held.dictionary, asked.exact, synonyms, memory);
    const query = withNamedLimits(asked, likely);
    const { understood, scored } = asksForAll(query, likely) ? { understood: likely, scored: null } : this.find(likely, asked, synonyms, memory);
    return {
      engine: this.name,
      ...this.page(query, scored),
      understood: understoodOf(understood, scored?.relaxed ?? false),
      highlight: understood.highlight,
    };
  }

  /**
   * Counts what each search finds, as `search` would. Searches for the same text are looked for once and told apart by their
   * filters; between two texts other work of the process may go on.
   */
  async count(searches: readonly SearchQuery[]): Promise<CountedSearch[]> {
    const counted = new Map<SearchQuery, CountedSearch>();
    const memory = new ReadingMemory(this.held.dictionary);
    const breathe = breather();
    for (const alike of byText(searches)) {
      const understood = understand(alike[0].q, this.held.dictionary, alike[0].exact, this.synonyms, memory);
      const scored = asksForAll(alike[0], understood) ? null : this.find(understood, alike[0], this.synonyms, memory).scored;
      const matches = scored?.matches ?? this.everything();
      for (const asked of alike) {
        const { filters } = withNamedLimits(asked, understood);
        const { kept } = this.held.columns.select(matches, this.held.facts, filters, []);
        counted.set(asked, { total: kept.length, corrected: understood.corrected, relaxed: scored?.relaxed ?? false });
      }
      await breathe();
    }
    return searches.map((search) => counted.get(search)!);
  }

  /** How a text would be read with other synonyms, to compare with another reading. */
  readingOf(q: string, synonyms: Synonyms): string {
    return JSON.stringify(understand(q, this.held.dictionary, false, synonyms).groups);
  }

  override async versions(): Promise<Map<string, number>> {
    return this.held.versions();
  }

  override async versionsOf(ids: readonly string[]): Promise<Map<string, number>> {
    return new Map(ids.flatMap((id) => [this.held.versionOf(id)].flatMap((version) => (version === undefined ? [] : [[id, version] as const]))));
  }

  override async size(): Promise<number> {
    return this.held.size;
  }

  override async close(): Promise<void> {
    this.held = new EmbeddedIndex();
  }

  /** What a search, with the limits that its text names, finds here: to be held beside what another engine finds. */
  async foresee(likely: UnderstoodQuery, asked: SearchQuery): Promise<ForeseenSearch> {
    await this.turns.next();
    const { understood, scored } = this.find(likely, asked, this.synonyms, new ReadingMemory(this.held.dictionary));
    const { complete, partly, named, coverage } = scored;
    const ranking = asked.sort === 'relevance' ? new HeldRanking(scored, this.held.facts) : null;
    const hits = this.page({ ...asked, facets: asked.facets.filter((facet) => facet === 'supplier') }, scored);
    return { understood, complete, partly, named, coverage, ranking, hits };
  }

  private page({ filters, facets: asked, sort, offset, limit }: SearchQuery, scored: Scored | null): Hits & { total: number } {
    const { columns, facts } = this.held;
    const { kept, facets } = columns.select(scored?.matches ?? this.everything(), facts, filters, asked);
    const page = best(kept, offset + limit, orderBy(sort, facts, scored && byTierAndTotal(scored))).slice(offset);
    return { ids: page.map((number) => facts[number].id), total: kept.length, facets };
  }

  /** What finds no offer clearly is read once more, with more doubt. */
  private find(likely: UnderstoodQuery, { q, exact, sure }: SearchQuery, synonyms: Synonyms, memory: ReadingMemory): { understood: UnderstoodQuery; scored: Scored } {
    const scorer = new QueryScorer(this.held, likely);
    const complete = scorer.complete();
    if (complete?.clear || exact || sure) return { understood: likely, scored: complete ?? scorer.relaxed() };
    const understood = understand(q, this.held.dictionary, exact, synonyms, memory, complete ? 'added' : 'instead');
    if (!complete) return { understood, scored: new QueryScorer(this.held, understood).relaxed() };
    const found = complete.matches.slice();
    const partly = scorer.mostlyTitled(complete);
    return { understood, scored: new QueryScorer(this.held, understood).after({ ...complete, matches: found }, partly) };
  }

  private everything(): Int32Array {
    const numbers = new Int32Array(this.held.size);
    for (let number = 0, at = 0; number < this.held.span; number++) if (this.held.isAlive(number)) numbers[at++] = number;
    return numbers;
  }
}

const byText = (searches: readonly SearchQuery[]): SearchQuery[][] => {
  const texts = new Map<string, SearchQuery[]>();
  for (const search of searches) {
    const key = JSON.stringify([search.q, search.exact, search.sure === true]);
    const alike = texts.get(key);
    if (alike) alike.push(search);
    else texts.set(key, [search]);
  }
  return [...texts.values()];
};
