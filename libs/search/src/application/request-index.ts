import { Injectable } from '@nestjs/common';
import { breather, Passes } from '@app/platform';
import { RequestReader } from '@app/requests';
import { type CountedSearch, EmbeddedEngine } from '../adapters/embedded.engine.js';
import { requestDocument } from '../domain/request-document.js';
import { limitsOf } from '../domain/understanding/asked.js';
import { priceRange } from '../domain/understanding/price-range.js';
import type { SearchQuery, SearchResult } from '../ports/search-engine.port.js';

const PAGE = 200;

/** `notApplied`: limits of money that the words name; budgets are not public, so nothing is held against them. */
export type SearchUnderstood = SearchResult['understood'] & { notApplied?: { priceMin?: number; priceMax?: number } };

/**
 * Open requests in an engine of their own, in memory. They are few, so that nothing feeds it: each search first asks which requests are
 * open, at which version and under which name, one small statement, and reads anew what has changed. What it finds is never older than the
 * search, and a process in which nobody searches for requests holds none.
 */
@Injectable()
export class RequestIndex {
  private readonly engine = new EmbeddedEngine();
  /** Of what is held, as it was read. */
  private readonly marks = new Map<string, string>();
  private readonly passes = new Passes(() => this.refresh());

  constructor(
    private readonly requests: RequestReader,
    private readonly offers: EmbeddedEngine,
  ) {}

  /** As the engine answers, over open requests. */
  async search(query: SearchQuery): Promise<SearchResult & { understood: SearchUnderstood }> {
    await this.passes.next();
    this.engine.synonyms = this.offers.synonyms;
    const { q, notApplied } = withoutMoney(query);
    const found = await this.engine.search({ ...query, q });
    return { ...found, understood: { ...found.understood, ...(notApplied ? { notApplied } : {}) } };
  }

  /** Counts what each search finds among what the last `search` has read. */
  async count(searches: readonly SearchQuery[]): Promise<CountedSearch[]> {
    return this.engine.count(searches.map((search) => ({ ...search, q: withoutMoney(search).q })));
  }

  private async refresh(): Promise<void> {
    const open = await this.requests.openMarks();
    const changed = [...open].filter(([id, mark]) => this.marks.get(id) !== mark).map(([id]) => id);
    const breathe = breather();
    for (let at = 0; at < changed.length; at += PAGE) {
      for (const request of await this.requests.openRequests(changed.slice(at, at + PAGE))) {
        await this.engine.put([requestDocument(request)]);
        this.marks.set(request.id, open.get(request.id)!);
        await breathe();
      }
    }
    const gone = [...this.marks.keys()].filter((id) => !open.has(id));
    await this.engine.remove(gone);
    for (const id of gone) this.marks.delete(id);
  }
}

/** What buyers can pay is not public: a limit would only say which budgets are unknown, which all are. Exact words stay as they are. */
function withoutMoney({ q, exact }: SearchQuery): { q: string; notApplied?: { priceMin?: number; priceMax?: number } } {
  let text = q.normalize('NFC').trim();
  let notApplied: { priceMin?: number; priceMax?: number } | undefined;
  for (let money = exact ? null : priceRange(text); money; money = priceRange(text)) {
    notApplied = { ...limitsOf(money), ...notApplied };
    text = `${text.slice(0, money.start)} ${text.slice(money.end)}`.trim();
  }
  return { q: text, notApplied };
}
