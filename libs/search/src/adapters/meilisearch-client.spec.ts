import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import type { Meilisearch } from 'meilisearch';
import { localServer } from '../testing/local-server.js';
import { apiErrorIn, searchingClient } from './meilisearch-client.js';

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

  it('tells what the server has said from what the client makes of it, and says when an answer is not the server\'s', async () => {
    let status = 400;
    const client = await clientOf((_request, response) => response.writeHead(status, { 'content-type': 'application/json', location: '/x' }).end('{"message":"no","code":"invalid_document_ids"}'));
    const fault = (): Promise<unknown> => client.multiSearch({ queries: [] }).then(() => null, (error: unknown) => error);
    expect(apiErrorIn(await fault())?.cause?.code).toBe('invalid_document_ids');
    status = 308;
    const moved = (await fault()) as Error;
    expect([apiErrorIn(moved), (moved.cause as Error).message]).toEqual([null, 'Answered with status 308: MEILI_URL must name the server itself.']);
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
