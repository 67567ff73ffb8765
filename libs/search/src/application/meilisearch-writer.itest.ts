import { setTimeout as sleep } from 'node:timers/promises';
import { CatalogModule } from '@app/catalog';
import { DeadLetters, Logger } from '@app/platform';
import { bootContext, type TestFloor } from '@app/platform/testing/index.js';
import { SETTINGS } from '../adapters/meilisearch-settings.js';
import { SearchDocumentRepository } from '../data/search-document.repository.js';
import { SearchIndexModule } from '../search.module.js';
import { localServer } from '../testing/local-server.js';
import { DocumentFollower } from './document-follower.js';
import { MeilisearchNaming } from './meilisearch-naming.js';
import { MeilisearchWriter } from './meilisearch-writer.js';
import { SynonymService } from './synonym.service.js';

/** Keeps what would be logged. */
class Lines extends Logger {
  readonly kept: unknown[][] = [];

  constructor() {
    super({ logLevel: 'silent' });
  }

  override warn(...line: unknown[]): void {
    this.kept.push(line);
  }
}

describe('the writer of the Meilisearch index', () => {
  let floor: TestFloor;
  beforeAll(async () => void (floor = await bootContext({ imports: [CatalogModule, SearchIndexModule] })));
  afterAll(() => floor?.close());

  const writerOf = (url: string, follower: DocumentFollower, logger: Logger): MeilisearchWriter =>
    new MeilisearchWriter(
      { ...floor.config, meili: { url, key: undefined } }, floor.database, floor.get(SearchDocumentRepository), follower,
      floor.get(SynonymService), floor.get(MeilisearchNaming), floor.get(DeadLetters), logger,
    );

  it('logs of a server that fails what it was asked for and how it failed, without the query', async () => {
    const server = await localServer((_, response) => response.writeHead(503).end('{"message":"of offer-7","code":"too_many_requests"}'));
    const lines = new Lines();
    const writer = writerOf(server.url, await floor.app.resolve(DocumentFollower), lines);
    writer.onApplicationBootstrap();
    for (let i = 0; i < 500 && lines.kept.length === 0; i++) await sleep(10);
    writer.onApplicationShutdown();
    await server.close();
    expect(lines.kept).toEqual([['the Meilisearch index cannot be written', { error: 'GET /indexes: status 503 too_many_requests' }]]);
  });

  it('compares the index again when it could not begin to follow: what was written until the next try is not followed', async () => {
    const uid = await floor.get(MeilisearchNaming).current();
    let compared = 0;
    const server = await localServer(({ url }, response) => {
      if (url!.includes('/documents')) compared++;
      const settings = { pagination: SETTINGS.pagination };
      response.end(JSON.stringify(url!.includes('/settings') ? settings : { results: url!.startsWith('/indexes?') ? [{ uid, updatedAt: '2026-11-26' }] : [] }));
    });
    const follower = await floor.app.resolve(DocumentFollower);
    const followIds = follower.followIds.bind(follower);
    follower.followIds = () => {
      follower.followIds = followIds;
      return Promise.reject(new Error('the database does not listen'));
    };
    const lines = new Lines();
    const writer = writerOf(server.url, follower, lines);
    writer.onApplicationBootstrap();
    for (let i = 0; i < 1_000 && compared < 2; i++) await sleep(10);
    writer.onApplicationShutdown();
    follower.stop();
    await server.close();
    expect([compared, lines.kept]).toEqual([2, [['the Meilisearch index cannot be written', { error: 'the database does not listen' }]]]);
  });
});
