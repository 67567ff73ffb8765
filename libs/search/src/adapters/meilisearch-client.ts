import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { text } from 'node:stream/consumers';
import { type Config, Meilisearch, MeilisearchApiError, MeilisearchRequestError } from 'meilisearch';

type Server = { url: string; key: string | undefined };
type HttpClient = NonNullable<Config['httpClient']>;
type Call = Pick<RequestInit, 'method' | 'headers' | 'signal'> & { body?: string };
type Answer = { status: number; body: string };

class ClosedMeanwhile extends Error {}

/** What the server has said, without what the client has wrapped it in: once more where calls are sent by `plainHttp`. */
export const apiErrorIn = (error: unknown): MeilisearchApiError | null => {
  const told = error instanceof MeilisearchRequestError ? error.cause : error;
  return told instanceof MeilisearchApiError ? told : null;
};

/** Searches have a shorter deadline as a whole; this ends what nobody waits for any more. */
const READING_MS = 5_000;
/** A bulk of documents is sent in one call; the task that it makes is waited for apart. */
const WRITING_MS = 30_000;

/**
 * Meilisearch sends a compressed answer in several pieces and waits for the first one's acknowledgement, which the receiving system
 * holds back for some 40 ms.
 */
const UNCOMPRESSED = { 'accept-encoding': 'identity' };

const clientOf = ({ url, key }: Server, timeout: number, httpClient?: HttpClient): Meilisearch =>
  new Meilisearch({ host: url, ...(key ? { apiKey: key } : {}), timeout, requestInit: { headers: UNCOMPRESSED }, ...(httpClient ? { httpClient } : {}) });

/** Sends calls over kept connections without `fetch`, which costs a search some 0.2 ms more (docs/benchmarks.md). */
function plainHttp(url: string): HttpClient {
  const isSecure = new URL(url).protocol === 'https:';
  const agent = isSecure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  const request = isSecure ? httpsRequest : httpRequest;
  const send = (input: URL, { method, headers, body, signal }: Call, connection: typeof agent | false): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const sent = request(input, { agent: connection, method, headers: Object.fromEntries(new Headers(headers)), signal: signal ?? undefined });
      sent.on('error', (error) => reject(sent.reusedSocket && (error as NodeJS.ErrnoException).code === 'ECONNRESET' ? new ClosedMeanwhile(error.message, { cause: error }) : error));
      sent.on('response', (response) => void text(response).then((body) => resolve({ status: response.statusCode!, body }), reject));
      sent.end(body);
    });
  return async (input, call = {}) => {
    const { status, body } = await send(input as URL, call as Call, agent).catch((error: Error) => {
      // The other side may close a kept connection, and others with it, as it is used again; what is sent here changes nothing.
      if (error instanceof ClosedMeanwhile) return send(input as URL, call as Call, false);
      throw error;
    });
    if (status < 200 || (status >= 300 && status < 400)) throw new Error(`Answered with status ${status}: MEILI_URL must name the server itself.`);
    const value: unknown = body === '' ? undefined : JSON.parse(body);
    if (status >= 400) throw new MeilisearchApiError(new Response(null, { status }), value as never);
    return value;
  };
}

export const searchingClient = (server: Server): Meilisearch => clientOf(server, READING_MS, plainHttp(server.url));
export const writingClient = (server: Server): Meilisearch => clientOf(server, WRITING_MS);
