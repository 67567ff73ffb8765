import { Injectable } from '@nestjs/common';
import { breather, Passes } from '@app/platform';
import { RequestReader } from '@app/requests';
import { EmbeddedEngine } from '../adapters/embedded.engine.js';
import { requestDocument } from '../domain/request-document.js';
import type { SearchQuery, SearchResult } from '../ports/search-engine.port.js';

const PAGE = 200;

/**
 * Open requests in an engine of their own, in memory. They are few, so that nothing feeds it: each search first asks which requests are open at
 * which version, one small statement, and reads anew what has changed. What it finds is never older than the search, and a process in which
 * nobody searches for requests holds none.
 */
@Injectable()
export class RequestIndex {
  private readonly engine = new EmbeddedEngine();
  private readonly passes = new Passes(() => this.refresh());

  constructor(
    private readonly requests: RequestReader,
    private readonly offers: EmbeddedEngine,
  ) {}

  /** As the engine answers, over open requests. */
  async search(query: SearchQuery): Promise<SearchResult> {
    await this.passes.next();
    this.engine.synonyms = this.offers.synonyms;
    return this.engine.search(query);
  }

  private async refresh(): Promise<void> {
    const [open, held] = await Promise.all([this.requests.openVersions(), this.engine.versions()]);
    const changed = [...open].filter(([id, version]) => held.get(id) !== version).map(([id]) => id);
    const breathe = breather();
    for (let at = 0; at < changed.length; at += PAGE) {
      for (const request of await this.requests.openRequests(changed.slice(at, at + PAGE))) {
        await this.engine.put([requestDocument(request)]);
        await breathe();
      }
    }
    await this.engine.remove([...held.keys()].filter((id) => !open.has(id)));
  }
}
