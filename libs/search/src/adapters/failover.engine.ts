import { type EngineName, type OfferDocument, SearchEngine, type SearchQuery, type SearchResult } from '../ports/search-engine.port.js';

/** Asks one engine, and another in its place when that fails; a search then never fails for want of a server. */
export class FailoverEngine extends SearchEngine {
  constructor(
    private readonly primary: SearchEngine,
    private readonly standby: SearchEngine,
    private readonly onFailure: (error: Error) => void,
  ) {
    super();
  }

  get name(): EngineName {
    return this.primary.name;
  }

  override async search(query: SearchQuery): Promise<SearchResult> {
    try {
      return await this.primary.search(query);
    } catch (error) {
      this.onFailure(error as Error);
      return this.standby.search(query);
    }
  }

  /** The standby learns first: its vocabulary is what both read queries by. */
  override async put(docs: OfferDocument[]): Promise<void> {
    await this.standby.put(docs);
    await this.primary.put(docs);
  }

  override async remove(ids: string[]): Promise<void> {
    await this.standby.remove(ids);
    await this.primary.remove(ids);
  }

  override versions(): Promise<Map<string, number>> {
    return this.primary.versions();
  }

  override size(): Promise<number> {
    return this.primary.size();
  }

  override async close(): Promise<void> {
    await this.primary.close();
    await this.standby.close();
  }
}
