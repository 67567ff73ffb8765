import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform';
import { indexName, indexPrefix } from '../adapters/meilisearch-settings.js';
import { SynonymService } from './synonym.service.js';

/** Names this floor's indexes on a server that others may use too. */
@Injectable()
export class MeilisearchNaming {
  private installation: string | undefined;

  constructor(
    private readonly database: Database,
    private readonly synonyms: SynonymService,
  ) {}

  /** The index that belongs to the settings and synonyms of now. */
  async current(): Promise<string> {
    return indexName(await this.prefix(), await this.synonyms.all());
  }

  /** What all indexes of this floor begin with. */
  async prefix(): Promise<string> {
    this.installation ??= await this.readInstallation();
    return indexPrefix(this.installation);
  }

  private async readInstallation(): Promise<string> {
    const [row] = await this.database.query<{ id: string }>(`select value #>> '{}' as id from installation where key = 'id'`);
    return row.id;
  }
}
