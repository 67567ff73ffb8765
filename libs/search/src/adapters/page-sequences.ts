import type { EngineName, SearchQuery } from '../ports/search-engine.port.js';

const KEPT_MS = 5 * 60_000;
/** A page may be shown again for so long: whoever pages on from it still finds the order it had. */
export const SHOWN_MS = KEPT_MS - 60_000;
const MOST_QUERIES = 500;
const MOST_PLACES = 200;

interface Sequence {
  /** Who ordered all of it; null once another engine has gone on. */
  engine: EngineName | null;
  /** What stands at each place from the first on. */
  ids: string[];
  until: number;
}

/**
 * The order in which each query's finds have lately been shown. Two engines rank differently: when another one answers
 * later, places that have been shown stay as they are and it goes on with the rest, so that whoever pages on sees nothing
 * twice and misses nothing.
 *
 * Kept in this process only: the first 200 places of the 500 queries asked last, for five minutes after the engine that
 * began has answered last. An order by a column is the same in both engines and needs none of this.
 */
export class PageSequences {
  private readonly kept = new Map<string, Sequence>();

  constructor(private readonly now: () => number = Date.now) {}

  /** The places that another engine has filled and that this page touches or follows; null when there are none. */
  begunByAnother(query: SearchQuery, engine: EngineName): readonly string[] | null {
    const sequence = this.of(query);
    if (!sequence || sequence.engine === engine || query.offset > sequence.ids.length) return null;
    return sequence.ids;
  }

  /** Notes a first page in another engine's order than what was shown before. */
  begin(query: SearchQuery, engine: EngineName, page: readonly string[]): void {
    if (isRanked(query)) this.keep(query, { engine, ids: page.slice(0, MOST_PLACES), until: this.now() + KEPT_MS });
  }

  /** Notes a page of the engine's own order, unless another engine has gone on while it was asked for. */
  note(query: SearchQuery, engine: EngineName, page: readonly string[]): void {
    const sequence = this.of(query);
    const before = sequence?.ids ?? [];
    if (!isRanked(query) || query.offset > before.length) return;
    if (sequence && sequence.engine !== engine) return;
    this.keep(query, { engine, ids: placed(before, query.offset, page), until: this.now() + KEPT_MS });
  }

  /** Notes how the places were filled after those that another engine had filled. */
  goOn(query: SearchQuery, ids: readonly string[]): void {
    const sequence = this.of(query);
    if (sequence) Object.assign(sequence, { engine: null, ids: ids.slice(0, Math.max(MOST_PLACES, sequence.ids.length)) });
  }

  private of(query: SearchQuery): Sequence | undefined {
    const sequence = this.kept.get(keyOf(query));
    return sequence && sequence.until > this.now() ? sequence : undefined;
  }

  private keep(query: SearchQuery, sequence: Sequence): void {
    const key = keyOf(query);
    this.kept.delete(key);
    this.kept.set(key, sequence);
    if (this.kept.size > MOST_QUERIES) this.kept.delete(this.kept.keys().next().value!);
  }
}

/** Whether the words decide the order. */
const isRanked = ({ q, sort }: SearchQuery): boolean => sort === 'relevance' && q.trim() !== '';
const keyOf = ({ q, filters, sort, exact, sure }: SearchQuery): string => JSON.stringify([q, filters, sort, exact, sure]);
const placed = (before: readonly string[], offset: number, page: readonly string[]): string[] =>
  [...new Set([...before.slice(0, offset), ...page, ...before.slice(offset + page.length)])].slice(0, MOST_PLACES);
