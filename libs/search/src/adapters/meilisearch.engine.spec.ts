import { setTimeout as sleep } from 'node:timers/promises';
import { Meilisearch } from 'meilisearch';
import { searchEngineContract } from '../testing/search-engine.contract.js';
import { EmbeddedEngine } from './embedded.engine.js';
import { FailoverEngine, type FailoverListener } from './failover.engine.js';
import { searchingClient } from './meilisearch-client.js';
import { MeilisearchIndex } from './meilisearch-index.js';
import { MeilisearchEngine } from './meilisearch.engine.js';

const { TEST_MEILI_URL: url, TEST_MEILI_KEY: apiKey } = process.env;
const LISTENER: FailoverListener = {
  changed: () => undefined,
  fellBack: (why) => {
    throw new Error(`the standby was asked: ${why}`);
  },
};

if (url) {
  const client = new Meilisearch({ host: url, ...(apiKey ? { apiKey } : {}) });
  const made: string[] = [];

  searchEngineContract('meilisearch', async () => {
    const standby = new EmbeddedEngine();
    const uid = `contract_${process.pid}_${made.length}`;
    made.push(uid);
    await new MeilisearchIndex(client, uid, standby.synonyms).prepare();
    const primary = new MeilisearchEngine(searchingClient({ url, key: apiKey }), async () => uid, standby);
    const engine = new FailoverEngine(primary, standby, { listener: LISTENER, searchMs: 10_000 });
    engine.begin();
    for (let i = 0; i < 500 && engine.trouble !== null; i++) await sleep(20);
    return engine;
  });

  afterAll(async () => {
    for (const uid of made) await client.deleteIndex(uid).waitTask({ timeout: 60_000 });
  });
} else {
  it.skip('obeys the contract on a real server: set TEST_MEILI_URL to run it', () => undefined);
}
