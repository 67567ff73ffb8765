import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform';

/** Titles of offers, requests and saved searches through the published views of their contexts. */
@Injectable()
export class SubjectTitles {
  constructor(private readonly database: Database) {}

  async ofOffers(ids: string[]): Promise<Map<string, string>> {
    return this.titles('offer_card', ids);
  }

  /** Of those that are on the floor now. */
  async ofLiveOffers(ids: string[]): Promise<Map<string, string>> {
    return this.titles('offer_card', ids, "and visibility = 'live'");
  }

  async ofRequests(ids: string[]): Promise<Map<string, string>> {
    return this.titles('request_card', ids);
  }

  async ofSavedSearches(ids: string[]): Promise<Map<string, string>> {
    return this.titles('saved_search_card', ids);
  }

  private async titles(view: 'offer_card' | 'request_card' | 'saved_search_card', ids: string[], condition = ''): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.query<{ id: string; title: string }>(`select id, title from ${view} where id = any($1::uuid[]) ${condition}`, [ids]);
    return new Map(rows.map((row) => [row.id, row.title]));
  }
}
