import { offerDocument, searchQuery } from '../testing/offer-document.builder.js';
import { searchEngineContract } from '../testing/search-engine.contract.js';
import { EmbeddedEngine } from './embedded.engine.js';
import { FailoverEngine } from './failover.engine.js';
import { searchingClient } from './meilisearch-client.js';
import { MeilisearchEngine } from './meilisearch.engine.js';

/** A port of this machine that nothing listens on. */
const NOBODY = { url: 'http://127.0.0.1:1', key: undefined };

describe('FailoverEngine', () => {
  it('answers by the standby when the server is away, says so and tells of each failure', async () => {
    const embedded = new EmbeddedEngine();
    await embedded.put([offerDocument('a', 'Máy sấy')]);
    const failures: string[] = [];
    const away = new MeilisearchEngine(searchingClient(NOBODY), async () => 'offers', embedded);
    const engine = new FailoverEngine(away, embedded, (error) => failures.push(error.name));
    expect(await engine.search(searchQuery('may say'))).toMatchObject({ ids: ['a'], engine: 'embedded' });
    expect(failures).toHaveLength(1);
  });
});

searchEngineContract('failover, both alive', async () => new FailoverEngine(new EmbeddedEngine(), new EmbeddedEngine(), (error) => {
  throw error;
}));
