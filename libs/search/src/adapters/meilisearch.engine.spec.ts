import { Meilisearch } from 'meilisearch';
import { searchEngineContract } from '../testing/search-engine.contract.js';
import { EmbeddedEngine } from './embedded.engine.js';
import { FailoverEngine } from './failover.engine.js';
import { MeilisearchIndex } from './meilisearch-index.js';
import { MeilisearchEngine } from './meilisearch.engine.js';

const { TEST_MEILI_URL: url, TEST_MEILI_KEY: apiKey } = process.env;
const NEVER = (error: Error): never => {
  throw error;
};

if (url) {
  const client = new Meilisearch({ host: url, ...(apiKey ? { apiKey } : {}) });
  const made: string[] = [];

  searchEngineContract('meilisearch', async () => {
    const standby = new EmbeddedEngine();
    const uid = `contract_${process.pid}_${made.length}`;
    made.push(uid);
    await new MeilisearchIndex(client, uid, standby.synonyms).prepare();
    const primary = new MeilisearchEngine(client, async () => uid, standby);
    return new FailoverEngine(primary, standby, NEVER);
  });

  afterAll(async () => {
    for (const uid of made) await client.deleteIndex(uid).waitTask({ timeout: 60_000 });
  });
} else {
  it.skip('obeys the contract on a real server: set TEST_MEILI_URL to run it', () => undefined);
}
