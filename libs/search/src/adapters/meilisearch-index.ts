import type { Index, IndexSwap, Meilisearch, Task } from 'meilisearch';
import type { Synonyms } from '../domain/understanding/synonyms.js';
import type { OfferDocument } from '../ports/search-engine.port.js';
import { meilisearchDocument, type MeilisearchDocument } from './meilisearch-document.js';
import { SETTINGS } from './meilisearch-settings.js';

const PAGE = 5_000;
const IDS_AT_ONCE = 100;
const WAIT = { timeout: 600_000, interval: 20 };
type Held = Pick<MeilisearchDocument, 'id' | 'version'>;

/** Writes one index. There must be one writer only: the server does not compare versions, so we do before each write. */
export class MeilisearchIndex {
  constructor(
    private readonly client: Meilisearch,
    readonly uid: string,
    private readonly synonyms: Synonyms,
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

  async put(docs: OfferDocument[]): Promise<void> {
    const newest = new Map<string, OfferDocument>();
    for (const doc of docs) if ((newest.get(doc.id)?.version ?? 0) <= doc.version) newest.set(doc.id, doc);
    if (newest.size === 0) return;
    const held = await this.versionsOf([...newest.keys()]);
    await this.fill([...newest.values()].filter((doc) => (held.get(doc.id) ?? 0) <= doc.version));
  }

  /** Writes without a look at what is held: for an index that nobody else has written to. */
  async fill(fresh: OfferDocument[]): Promise<void> {
    if (fresh.length === 0) return;
    const stored = fresh.map((doc) => meilisearchDocument(doc, this.synonyms));
    await succeeded(this.index.addDocuments(stored, { primaryKey: 'id' }).waitTask(WAIT));
  }

  async remove(ids: string[]): Promise<void> {
    if (ids.length > 0) await succeeded(this.index.deleteDocuments(ids).waitTask(WAIT));
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
  private async versionsOf(ids: string[]): Promise<Map<string, number>> {
    const versions = new Map<string, number>();
    for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
      const some = ids.slice(at, at + IDS_AT_ONCE);
      const { results } = await this.index.getDocuments<Held>({ ids: some, fields: ['id', 'version'], limit: some.length });
      for (const { id, version } of results) versions.set(id, version);
    }
    return versions;
  }
}

/** A task counts only when it has succeeded. */
async function succeeded(waiting: Promise<Task>, forgiven: string[] = []): Promise<void> {
  const task = await waiting;
  if (task.status === 'succeeded' || forgiven.includes(task.error?.code ?? '')) return;
  throw new Error(`Meilisearch task ${task.uid} (${task.type}) ${task.status}: ${task.error?.message ?? ''}`);
}
