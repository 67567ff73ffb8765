import { readFileSync, writeFileSync } from 'node:fs';
import { Meilisearch } from 'meilisearch';
import { highlight } from '../domain/highlight.js';
import { Synonyms } from '../domain/understanding/synonyms.js';
import { RefusedSearch, type SearchQuery, type SearchResult } from '../ports/search-engine.port.js';
import { CATALOGUE } from '../testing/contract/catalogue.js';
import { searchQuery } from '../testing/offer-document.builder.js';
import { localServer } from '../testing/local-server.js';
import { type Exchange, RecordedServer } from '../testing/recorded-server.js';
import { EmbeddedEngine } from './embedded.engine.js';
import { searchingClient } from './meilisearch-client.js';
import { MeilisearchIndex } from './meilisearch-index.js';
import { MeilisearchEngine } from './meilisearch.engine.js';

const FILE = new URL('../testing/meilisearch-exchanges.json', import.meta.url);
const UID = 'recorded';
const { TEST_MEILI_RECORD: url, TEST_MEILI_KEY: apiKey } = process.env;

/** Set TEST_MEILI_RECORD to a server's address to record anew. */
const server = url ? new RecordedServer([], fetch) : new RecordedServer(JSON.parse(readFileSync(FILE, 'utf8')) as Exchange[]);
const client = new Meilisearch({ host: url ?? 'http://127.0.0.1:7700', ...(apiKey ? { apiKey } : {}), httpClient: server.call });

const QUERIES: [string, Partial<SearchQuery>][] = [
  ['máy sấy', { facets: ['kind', 'trl'] }],
  ['may say nong san', { filters: { province: ['92'], priceMax: 200_000_000 }, facets: ['kind', 'province'] }],
  ['cá', {}],
  ['cá', { offset: 1, limit: 1 }],
  ['quy trình', { sort: 'priceAsc', facets: ['kind'] }],
  ['', { sort: 'title', filters: { trlMin: 7 }, facets: ['trl'] }],
  ['xử lý nước thải chăn nuôi cà', { facets: ['kind'] }],
  ['xử lý nước thảii dưới 100 triệu', {}],
  ['công nghệ "OR kind = 1', {}],
];

describe(`what is sent to Meilisearch and how its answers are read${url ? ', recorded anew' : ''}`, () => {
  const embedded = new EmbeddedEngine();
  // Few and fixed, so that a new group does not change what was recorded.
  embedded.synonyms = new Synonyms([{ words: ['máy sấy', 'dryer'] }, { words: ['nước thải', 'wastewater'] }]);
  const index = new MeilisearchIndex(client, UID, embedded.synonyms);
  const engine = new MeilisearchEngine(client, async () => UID, embedded);
  const found: SearchResult[] = [];

  beforeAll(async () => {
    await embedded.put(CATALOGUE);
    if (url) await index.drop();
    await index.prepare();
    await index.put(CATALOGUE);
    for (const [q, more] of QUERIES) found.push(await engine.search(searchQuery(q, more)));
    await index.remove(['drill']);
  });
  afterAll(() => {
    if (url) writeFileSync(FILE, `${JSON.stringify(settled(server.exchanges), null, 1)}\n`);
  });

  it.each(QUERIES.map(([q, more], at) => [q, JSON.stringify(more), at] as const))('answers %j with %s as the embedded engine does', async (q, _, at) => {
    const expected = await embedded.search(searchQuery(q, QUERIES[at][1]));
    expect(found[at]).toEqual({ ...expected, engine: 'meilisearch' });
  });
  it('gives terms that mark what was found', () => {
    expect(highlight('Máy sấy', found[0].highlight)).toBe('<mark>Máy sấy</mark>');
  });
  it('refuses to take a task for done that has failed', async () => {
    const failing = new RecordedServer([
      { method: 'DELETE', path: `/indexes/${UID}`, body: null, status: 202, answer: { taskUid: 1 } },
      { method: 'GET', path: '/tasks/1', body: null, status: 200, answer: { uid: 1, type: 'indexDeletion', status: 'failed', error: { code: 'internal', message: 'no space' } } },
    ]);
    const away = new Meilisearch({ host: 'http://127.0.0.1:7700', httpClient: failing.call });
    await expect(new MeilisearchIndex(away, UID, embedded.synonyms).drop()).rejects.toThrow(/no space/);
  });
});

describe('an error that Meilisearch answers a search with', () => {
  it.each([
    [400, 'invalid_search_filter', true],
    [400, 'invalid_multi_search_federation_options', true],
    [413, 'payload_too_large', true],
    [400, 'index_not_found', false],
    [403, 'invalid_api_key', false],
    [500, 'internal', false],
    [503, 'too_many_search_requests', false],
  ])('%i %s is the fault of the search: %s', async (status, code, refused) => {
    const failing = await localServer((_, answer) => answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message: 'no', code, type: 'x', link: '' })));
    const error = await new MeilisearchEngine(searchingClient({ url: failing.url, key: undefined }), async () => UID, new EmbeddedEngine()).search(searchQuery('')).catch((thrown: unknown) => thrown);
    await failing.close();
    expect([error instanceof Error, error instanceof RefusedSearch]).toEqual([true, refused]);
  });
});

/** Tasks as they ended, without the times and numbers of one run. */
function settled(exchanges: readonly Exchange[]): Exchange[] {
  return exchanges.filter(({ answer }) => !['enqueued', 'processing'].includes((answer as { status?: string }).status ?? '') || (answer as { taskUid?: number }).taskUid !== undefined);
}
