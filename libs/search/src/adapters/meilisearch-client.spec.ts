import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { searchingClient } from './meilisearch-client.js';

describe('the client of Meilisearch', () => {
  let server: Server;
  const heard: IncomingHttpHeaders[] = [];

  beforeAll(async () => {
    server = createServer(({ headers }, response) => {
      heard.push(headers);
      response.setHeader('content-type', 'application/json').end('{"results":[]}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('asks for answers in one piece, with its key', async () => {
    const { port } = server.address() as AddressInfo;
    await searchingClient({ url: `http://127.0.0.1:${port}`, key: 'secret' }).multiSearch({ queries: [] });
    expect(heard).toMatchObject([{ 'accept-encoding': 'identity', authorization: 'Bearer secret', 'content-type': 'application/json' }]);
  });
});
