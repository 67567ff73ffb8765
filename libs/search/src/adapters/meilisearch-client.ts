import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { text } from 'node:stream/consumers';
import { type Config, Meilisearch, MeilisearchRequestError } from 'meilisearch';

type Server = { url: string; key: string | undefined };
type HttpClient = NonNullable<Config['httpClient']>;
type Call = Pick<RequestInit, 'method' | 'headers' | 'signal'> & { body?: string };
type Answer = { status: number; body: string };
type Send = (address: URL, call: Call) => Promise<Answer>;

class ClosedMeanwhile extends Error {}

/**
 * A call that has failed: where it went and how it ended, without its query and what was said of it. May be logged and shown, which
 * the client's own error may not: that names the whole address, with up to a hundred ids.
 */
export class FailedCall extends Error {
  constructor(
    call: string,
    how: string,
    /** The server's, else the system's. */
    readonly code?: string,
    options?: ErrorOptions,
  ) {
    super(`${call}: ${how}`, options);
  }
}

/** What may be told of an error: a failed call without what the client has wrapped it in. */
export const toldOf = (error: unknown): Error =>
  error instanceof MeilisearchRequestError && error.cause instanceof FailedCall ? error.cause : (error as Error);

/** Searches have a shorter deadline as a whole; this ends what nobody waits for any more. */
const READING_MS = 5_000;
/** A bulk of documents is sent in one call; the task that it makes is waited for apart. */
const WRITING_MS = 30_000;

/**
 * Meilisearch sends a compressed answer in several pieces and waits for the first one's acknowledgement, which the receiving system
 * holds back for some 40 ms.
 */
const UNCOMPRESSED = { 'accept-encoding': 'identity' };

const clientOf = ({ url, key }: Server, timeout: number, send: Send): Meilisearch =>
  new Meilisearch({ host: url, ...(key ? { apiKey: key } : {}), timeout, requestInit: { headers: UNCOMPRESSED }, httpClient: calling(send) });

/** What the server answers, or a {@link FailedCall}. */
const calling = (send: Send): HttpClient => async (input, init = {}) => {
  const [address, call] = [input as URL, init as Call];
  const name = `${call.method ?? 'GET'} ${address.pathname}`;
  const { status, body } = await send(address, call).catch((cause: unknown) => {
    if (call.signal?.aborted) throw new FailedCall(name, 'no answer in time', undefined, { cause });
    const code = codeIn(cause);
    throw new FailedCall(name, code ?? 'no answer', code, { cause });
  });
  if (status < 200 || (status >= 300 && status < 400)) throw new FailedCall(name, `status ${status}, MEILI_URL must name the server itself`);
  const value = parsed(body);
  if (status >= 400) {
    const code = codeIn(value);
    throw new FailedCall(name, code ? `status ${status} ${code}` : `status ${status}`, code);
  }
  if (value === undefined && body !== '') throw new FailedCall(name, `status ${status}, which is no answer of Meilisearch`);
  return value;
};

/** The outermost: of what has failed, or of what made it fail. */
function codeIn(told: unknown): string | undefined {
  if (typeof told !== 'object' || told === null) return undefined;
  const { code, cause } = told as { code?: unknown; cause?: unknown };
  return typeof code === 'string' ? code : codeIn(cause);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Sends calls over kept connections without `fetch`, which costs a search some 0.2 ms more (docs/benchmarks.md). */
function plainHttp(url: string): Send {
  const isSecure = new URL(url).protocol === 'https:';
  const agent = isSecure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  const request = isSecure ? httpsRequest : httpRequest;
  const send = (address: URL, { method, headers, body, signal }: Call, connection: typeof agent | false): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const sent = request(address, { agent: connection, method, headers: Object.fromEntries(new Headers(headers)), signal: signal ?? undefined });
      sent.on('error', (error) => reject(sent.reusedSocket && (error as NodeJS.ErrnoException).code === 'ECONNRESET' ? new ClosedMeanwhile(error.message, { cause: error }) : error));
      sent.on('response', (response) => void text(response).then((body) => resolve({ status: response.statusCode!, body }), reject));
      sent.end(body);
    });
  return (address, call) =>
    send(address, call, agent).catch((error: Error) => {
      // The other side may close a kept connection, and others with it, as it is used again; what is sent here changes nothing.
      if (error instanceof ClosedMeanwhile) return send(address, call, false);
      throw error;
    });
}

const byFetch: Send = async (address, call) => {
  const response = await fetch(address, call);
  return { status: response.status, body: await response.text() };
};

export const searchingClient = (server: Server, timeout = READING_MS): Meilisearch => clientOf(server, timeout, plainHttp(server.url));
export const writingClient = (server: Server, timeout = WRITING_MS): Meilisearch => clientOf(server, timeout, byFetch);
