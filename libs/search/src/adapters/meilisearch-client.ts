import { Meilisearch } from 'meilisearch';

type Server = { url: string; key: string | undefined };

/** Searches have a shorter deadline as a whole; this ends what nobody waits for any more. */
const READING_MS = 5_000;
/** A bulk of documents is sent in one call; the task that it makes is waited for apart. */
const WRITING_MS = 30_000;

/**
 * Meilisearch sends a compressed answer in several pieces and waits for the first one's acknowledgement, which the receiving system
 * holds back for some 40 ms.
 */
const UNCOMPRESSED = { 'accept-encoding': 'identity' };

const clientOf = ({ url, key }: Server, timeout: number): Meilisearch =>
  new Meilisearch({ host: url, ...(key ? { apiKey: key } : {}), timeout, requestInit: { headers: UNCOMPRESSED } });

export const searchingClient = (server: Server): Meilisearch => clientOf(server, READING_MS);
export const writingClient = (server: Server): Meilisearch => clientOf(server, WRITING_MS);
