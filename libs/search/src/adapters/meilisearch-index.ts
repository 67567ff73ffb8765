import type { Index, IndexSwap, Meilisearch, Task } from 'meilisearch';
import type { Synonyms } from '../domain/understanding/synonyms.js';
import type { OfferDocument } from '../ports/search-engine.port.js';
import { within } from './circuit-breaker.js';
import { FailedCall, toldOf } from './meilisearch-client.js';
import { meilisearchDocument, type MeilisearchDocument } from './meilisearch-document.js';
import { SETTINGS } from './meilisearch-settings.js';

const PAGE = 5_000;
const IDS_AT_ONCE = 100;
const TASK_MS = 120_000;
/** Without the client's own time limit: a failed call leaves its timer behind (0.62), which keeps a process from ending. */
const WAIT = { timeout: 0, interval: 20 };
/** One task to the server; the next is sent when it has succeeded. */
const BATCH = 500;
/** What a server says of a document that it will never take; any other failure is the server's own and passes. */
const REFUSALS = new Set([
  'invalid_document_id', 'invalid_document_ids', 'missing_document_id', 'invalid_document_fields', 'document_fields_limit_reached', 'malformed_payload', 'payload_too_large',
]);

/** What to do with a document that the server will never take. */
export type OnRefused = (doc: OfferDocument, error: Error) => Promise<void>;
type Held = Pick<MeilisearchDocument, 'id' | 'version'>;

/** Writes one index. There must be one writer only: the server does not compare versions. */
export class MeilisearchIndex {
  constructor(
    private readonly client: Meilisearch,
    readonly uid: string,
    private readonly synonyms: Synonyms,
    private readonly onRefused: OnRefused = throwIt,
  ) {}

  async exists(): Promise<boolean> {
    const { results } = await this.client.getIndexes({ limit: 1_000 });
    return results.some(({ uid }) => uid === this.uid);
  }

  /** Makes the index with its settings when it is not there. Tasks run in the order they were sent. */
  async prepare(): Promise<void> {
    const made = await this.client.createIndex(this.uid, { primaryKey: 'id' });
    await succeeded(this.index.updateSettings(SETTINGS).waitTask(WAIT));
    await succeeded(this.client.tasks.waitForTask(made, WAIT), ['index_already_exists']);
  }

  /** Whether it has its settings: they come all at once, and not with an index that the server made for a document. */
  async isPrepared(): Promise<boolean> {
    const { pagination } = await this.index.getSettings();
    return pagination?.maxTotalHits === SETTINGS.pagination?.maxTotalHits;
  }

  /** Leaves out what is older than what is held. */
  async put(docs: OfferDocument[]): Promise<void> {
    const newest = new Map<string, OfferDocument>();
    for (const doc of docs) if ((newest.get(doc.id)?.version ?? 0) <= doc.version) newest.set(doc.id, doc);
    if (newest.size === 0) return;
    const held = await this.versionsOf([...newest.keys()]);
    await this.fill([...newest.values()].filter((doc) => (held.get(doc.id) ?? 0) <= doc.version));
  }

  /** Writes without a look at what is held: for who has read the newest and is the only one to write. */
  async fill(fresh: OfferDocument[]): Promise<void> {
    for (let at = 0; at < fresh.length; at += BATCH) await this.add(fresh.slice(at, at + BATCH));
  }

  async remove(ids: string[]): Promise<void> {
    for (let at = 0; at < ids.length; at += BATCH) await succeeded(this.index.deleteDocuments(ids.slice(at, at + BATCH)).waitTask(WAIT));
  }

  /** One document that the server refuses must not hold up the others. */
  private async add(docs: OfferDocument[]): Promise<void> {
    try {
      const stored = docs.map((doc) => meilisearchDocument(doc, this.synonyms));
      await succeeded(this.index.addDocuments(stored, { primaryKey: 'id' }).waitTask(WAIT));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      if (docs.length === 1) return this.onRefused(docs[0], toldOf(error));
      const half = docs.length >> 1;
      await this.add(docs.slice(0, half));
      await this.add(docs.slice(half));
    }
  }

  async versions(): Promise<Map<string, number>> {
    const versions = new Map<string, number>();
    for (let offset = 0; ; offset += PAGE) {
      const { results } = await this.index.getDocuments<Held>({ fields: ['id', 'version'], limit: PAGE, offset });
      for (const { id, version } of results) versions.set(id, version);
      if (results.length < PAGE) return versions;
    }
  }

  async size(): Promise<number> {
    return (await this.index.getStats()).numberOfDocuments;
  }

  async drop(): Promise<void> {
    await succeeded(this.client.deleteIndex(this.uid).waitTask(WAIT), ['index_not_found']);
  }

  /** Takes another name, in one step for whoever searches. */
  async becomes(uid: string): Promise<void> {
    const swap: IndexSwap = { indexes: [this.uid, uid], rename: true };
    await succeeded(this.client.swapIndexes([swap]).waitTask(WAIT));
  }

  private get index(): Index<MeilisearchDocument> {
    return this.client.index<MeilisearchDocument>(this.uid);
  }

  /** The ids go into the address, whose length servers limit. */
  async versionsOf(ids: readonly string[]): Promise<Map<string, number>> {
    const versions = new Map<string, number>();
    for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
      const some = ids.slice(at, at + IDS_AT_ONCE);
      const asked = { ids: some, fields: ['id', 'version'] as (keyof Held)[], limit: some.length };
      const { results } = await this.index.getDocuments<Held>(asked).catch((error: unknown) => {
        // One impossible id spoils the question; writing tells which.
        if (isRefusal(error)) return { results: [] as Held[] };
        throw error;
      });
      for (const { id, version } of results) versions.set(id, version);
    }
    return versions;
  }
}

/** A task of the server that has failed. */
class TaskFailed extends Error {
  constructor(task: Task) {
    super(`Meilisearch task ${task.uid} (${task.type}) ${task.status}: ${task.error?.message ?? ''}`);
    this.code = task.error?.code;
  }

  readonly code: string | undefined;
}

/** A task counts only when it has succeeded. */
async function succeeded(waiting: Promise<Task>, forgiven: string[] = []): Promise<void> {
  const task = await within(TASK_MS, waiting);
  if (task.status === 'succeeded' || forgiven.includes(task.error?.code ?? '')) return;
  throw new TaskFailed(task);
}

const isRefusal = (error: unknown): boolean => {
  const told = toldOf(error);
  return (told instanceof TaskFailed || told instanceof FailedCall) && REFUSALS.has(told.code ?? '');
};

const throwIt: OnRefused = async (_doc, error) => {
  throw error;
};
