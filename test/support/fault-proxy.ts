import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * What the proxy does with a server's connections: `hang` accepts and never answers, `slow` holds each answer up, `reset`
 * breaks connections off when something is asked, `refuse` does not listen, `answer` answers every HTTP call with a
 * status, `truncate` breaks off in the middle of an answer.
 */
export type Fault =
  | { kind: 'none' | 'hang' | 'reset' | 'refuse' | 'truncate' }
  | { kind: 'slow'; ms: number }
  | { kind: 'answer'; status: number; body?: object };

interface Pair {
  client: Socket;
  server: Socket;
}

/** Stands before a server and brings faults into what passes; a change of the fault counts at once, also on open connections. */
export class FaultProxy {
  private readonly pairs = new Set<Pair>();
  private fault: Fault = { kind: 'none' };
  /** How many connections were taken, refused ones not. */
  connections = 0;

  private constructor(
    private server: Server,
    readonly port: number,
    private readonly target: { host: string; port: number },
  ) {
    server.on('connection', (client: Socket) => this.take(client));
  }

  static async before(target: { host?: string; port: number }, port = 0): Promise<FaultProxy> {
    const server = createServer();
    await listen(server, port);
    return new FaultProxy(server, (server.address() as AddressInfo).port, { host: '127.0.0.1', ...target });
  }

  static beforeUrl(url: string): Promise<FaultProxy> {
    const { hostname, port } = new URL(url);
    return FaultProxy.before({ host: hostname, port: Number(port) });
  }

  async set(fault: Fault): Promise<void> {
    const before = this.fault;
    this.fault = fault;
    if (fault.kind === 'refuse') await this.stopListening();
    else if (before.kind === 'refuse') await this.listenAgain();
    if (fault.kind === 'refuse' || fault.kind === 'reset') this.breakAll();
    if (fault.kind === 'none') for (const { client, server } of this.pairs) for (const socket of [client, server]) socket.resume();
  }

  async close(): Promise<void> {
    this.breakAll();
    if (this.server.listening) await this.stopListening();
  }

  private breakAll(): void {
    for (const { client, server } of this.pairs) for (const socket of [client, server]) socket.destroy();
  }

  private async stopListening(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.breakAll();
    await closed;
  }

  private async listenAgain(): Promise<void> {
    this.server = createServer((client) => this.take(client));
    await listen(this.server, this.port);
  }

  private take(client: Socket): void {
    this.connections++;
    const pair: Pair = { client, server: connect(this.target) };
    this.pairs.add(pair);
    for (const [from, to, pass] of [[client, pair.server, this.ask], [pair.server, client, this.answer]] as const) {
      from.setNoDelay(true);
      from.on('data', (chunk) => pass.call(this, chunk, from, to));
      from.on('error', () => undefined);
      from.on('close', () => {
        this.pairs.delete(pair);
        // What is held up must still arrive.
        if (this.fault.kind === 'slow') setTimeout(() => to.destroy(), this.fault.ms + 50);
        else to.destroy();
      });
    }
  }

  private ask(chunk: Buffer, client: Socket, server: Socket): void {
    const { fault } = this;
    if (fault.kind === 'hang') return hold(client, chunk);
    if (fault.kind === 'reset') return void client.resetAndDestroy();
    if (fault.kind === 'answer') return void client.end(httpAnswer(fault.status, fault.body));
    server.write(chunk);
  }

  private answer(chunk: Buffer, server: Socket, client: Socket): void {
    const { fault } = this;
    if (fault.kind === 'hang') return hold(server, chunk);
    if (fault.kind === 'slow') return void setTimeout(() => client.destroyed || client.write(chunk), fault.ms);
    if (fault.kind === 'truncate') {
      client.write(chunk.subarray(0, Math.ceil(chunk.length / 2)), () => client.destroy());
      return;
    }
    client.write(chunk);
  }
}

const listen = async (server: Server, port: number): Promise<void> => {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
};

/** Keeps what has come until the fault is over. */
const hold = (from: Socket, chunk: Buffer): void => {
  from.pause();
  from.unshift(chunk);
};

const httpAnswer = (status: number, body: object = { message: 'a fault of the test', code: 'internal', type: 'internal', link: '' }): string => {
  const text = JSON.stringify(body);
  return `HTTP/1.1 ${status} Fault\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`;
};
