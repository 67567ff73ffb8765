import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import type { Meilisearch } from 'meilisearch';
import { localServer } from '../testing/local-server.js';
import { searchingClient, toldOf, writingClient } from './meilisearch-client.js';

const CLIENTS = [['searching', searchingClient], ['writing', writingClient]] as const;

describe('the client of Meilisearch', () => {
  const servers: Awaited<ReturnType<typeof localServer>>[] = [];
  const clientOf = async (answer: RequestListener, key?: string): Promise<Meilisearch> => {
    const server = await localServer(answer);
    servers.push(server);
    return searchingClient({ url: server.url, key });
  };
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
  });

  it('asks for answers in one piece, with its key', async () => {
    const heard: IncomingHttpHeaders[] = [];
    const client = await clientOf(({ headers }, response) => {
      heard.push(headers);
      response.setHeader('content-type', 'application/json').end('{"results":[]}');
    }, 'secret');
    await client.multiSearch({ queries: [] });
    expect(heard).toMatchObject([{ 'accept-encoding': 'identity', authorization: 'Bearer secret', 'content-type': 'application/json' }]);
  });

  it('asks once more when a kept connection is closed as it is used again', async () => {
    let calls = 0;
    const client = await clientOf((request, response) => {
      if (++calls === 2) request.socket.destroy();
      else response.setHeader('content-type', 'application/json').end('{"results":[]}');
    });
    for (let i = 0; i < 2; i++) expect(await client.multiSearch({ queries: [] })).toEqual({ results: [] });
    expect(calls).toBe(3);
  });

  it('asks once more on a new connection, as other kept ones may be closed as well', async () => {
    const sockets = new Map<unknown, number>();
    const client = await clientOf((request, response) => {
      const calls = (sockets.get(request.socket) ?? 0) + 1;
      sockets.set(request.socket, calls);
      if (calls > 1) request.socket.destroy();
      else setTimeout(() => response.setHeader('content-type', 'application/json').end('{"results":[]}'), 20);
    });
    await Promise.all([client.multiSearch({ queries: [] }), client.multiSearch({ queries: [] })]);
    expect(await client.multiSearch({ queries: [] })).toEqual({ results: [] });
    expect(sockets.size).toBe(3);
  });

  describe.each(CLIENTS)('tells of a failed call in a short form that may be logged, %s', (_, open) => {
    const SHORT = 'GET /indexes/offers/documents:';
    const ids = Array.from({ length: 100 }, (_none, i) => `id-${i}`);
    const faultOf = async (client: Meilisearch): Promise<Error> => toldOf(await client.index('offers').getDocuments({ ids }).catch((error: unknown) => error));

    it.each<[string, number, string, string, string | undefined]>([
      ['what the server says', 400, '{"message":"id-7 is no id","code":"invalid_document_ids"}', 'status 400 invalid_document_ids', 'invalid_document_ids'],
      ['what stands before it says', 502, '<html>id-7</html>', 'status 502', undefined],
      ['what another server says', 200, '<html>id-7</html>', 'status 200, which is no answer of Meilisearch', undefined],
    ])('when %s', async (_what, status, body, told, code) => {
      const server = await localServer((_request, response) => response.writeHead(status).end(body));
      servers.push(server);
      expect(await faultOf(open({ url: server.url, key: 'secret' }))).toMatchObject({ message: `${SHORT} ${told}`, code });
    });
    it('when it is not reached', async () => {
      const server = await localServer(() => undefined);
      await server.close();
      expect(await faultOf(open({ url: server.url, key: 'secret' }))).toMatchObject({ message: `${SHORT} ECONNREFUSED`, code: 'ECONNREFUSED' });
    });
    it('when the answer breaks off', async () => {
      const server = await localServer((request, response) => void response.writeHead(200, { 'content-length': 100 }).write('{', () => request.socket.destroy()));
      servers.push(server);
      expect(await faultOf(open({ url: server.url, key: undefined }))).toMatchObject({ message: expect.stringMatching(/^GET \/indexes\/offers\/documents: (ECONNRESET|UND_ERR_SOCKET)$/) });
    });
    it('when it takes too long', async () => {
      const server = await localServer(() => undefined);
      servers.push(server);
      expect(await faultOf(open({ url: server.url, key: undefined }, 20))).toMatchObject({ message: `${SHORT} no answer in time` });
    });
  });

  it('says when a search is answered by something before the server', async () => {
    const client = await clientOf((_request, response) => response.writeHead(308, { location: '/x' }).end());
    const fault = await client.multiSearch({ queries: [] }).catch((error: unknown) => error);
    expect(toldOf(fault).message).toBe('POST /multi-search: status 308, MEILI_URL must name the server itself');
  });

  it('does not ask again on a new connection', async () => {
    let calls = 0;
    const client = await clientOf((request) => {
      calls++;
      request.socket.destroy();
    });
    await expect(client.multiSearch({ queries: [] })).rejects.toThrow();
    expect(calls).toBe(1);
  });
});
