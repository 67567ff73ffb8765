import { Meilisearch } from 'meilisearch';

/** A search that takes longer is answered by the embedded engine instead. */
const TIMEOUT_MS = 1_500;

/** `timeout` is for searches; whoever writes waits longer. */
export const meilisearchClient = (
  { url, key }: { url: string; key: string | undefined },
  timeout: number | null = null,
): Meilisearch => new Meilisearch({ host: url, ...(key ? { apiKey: key } : {}), ...(timeout === null ? {} : { timeout }) });

export const searchingClient = (server: { url: string; key: string | undefined }): Meilisearch => meilisearchClient(server, TIMEOUT_MS);
