import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { apiErrorIn, searchingClient } from './meilisearch-client.js';

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

  it('asks once more when a kept connection is closed as it is used again', async () => {
    let calls = 0;
    const moody = createServer((request, response) => {
      if (++calls === 2) request.socket.destroy();
      else response.setHeader('content-type', 'application/json').end('{"results":[]}');
    });
    await new Promise<void>((resolve) => moody.listen(0, '127.0.0.1', resolve));
    const client = searchingClient({ url: `http://127.0.0.1:${(moody.address() as AddressInfo).port}`, key: undefined });
    for (let i = 0; i < 2; i++) expect(await client.multiSearch({ queries: [] })).toEqual({ results: [] });
    expect(calls).toBe(3);
    moody.closeAllConnections();
    moody.close();
  });

  it('asks once more on a new connection, as other kept ones may be closed as well', async () => {
    const sockets = new Map<unknown, number>();
    const moody = createServer((request, response) => {
      const calls = (sockets.get(request.socket) ?? 0) + 1;
      sockets.set(request.socket, calls);
      if (calls > 1) request.socket.destroy();
      else setTimeout(() => response.setHeader('content-type', 'application/json').end('{"results":[]}'), 20);
    });
    await new Promise<void>((resolve) => moody.listen(0, '127.0.0.1', resolve));
    const client = searchingClient({ url: `http://127.0.0.1:${(moody.address() as AddressInfo).port}`, key: undefined });
    await Promise.all([client.multiSearch({ queries: [] }), client.multiSearch({ queries: [] })]);
    expect(await client.multiSearch({ queries: [] })).toEqual({ results: [] });
    expect(sockets.size).toBe(3);
    moody.closeAllConnections();
    moody.close();
  });

  it('tells what the server has said from what the client makes of it, and says when an answer is not the server\'s', async () => {
    let status = 400;
    const refusing = createServer((_request, response) => response.writeHead(status, { 'content-type': 'application/json', location: '/x' }).end('{"message":"no","code":"invalid_document_ids"}'));
    await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve));
    const client = searchingClient({ url: `http://127.0.0.1:${(refusing.address() as AddressInfo).port}`, key: undefined });
    const fault = (): Promise<unknown> => client.multiSearch({ queries: [] }).then(() => null, (error: unknown) => error);
    expect(apiErrorIn(await fault())?.cause?.code).toBe('invalid_document_ids');
    status = 308;
    const moved = (await fault()) as Error;
    expect([apiErrorIn(moved), (moved.cause as Error).message]).toEqual([null, 'Answered with status 308: MEILI_URL must name the server itself.']);
    refusing.closeAllConnections();
    refusing.close();
  });

  it('does not ask again on a new connection', async () => {
    let calls = 0;
    const shut = createServer((request) => {
      calls++;
      request.socket.destroy();
    });
    await new Promise<void>((resolve) => shut.listen(0, '127.0.0.1', resolve));
    const client = searchingClient({ url: `http://127.0.0.1:${(shut.address() as AddressInfo).port}`, key: undefined });
    await expect(client.multiSearch({ queries: [] })).rejects.toThrow();
    expect(calls).toBe(1);
    shut.close();
  });
});
