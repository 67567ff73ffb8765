import { Injectable } from '@nestjs/common';
import { type LiveOffer, OfferReader } from '@app/catalog';
import { Clock, Database, type Tx } from '@app/platform';
import { SearchDocumentRepository } from '../data/search-document.repository.js';
import { documentOf } from '../domain/offer-document.js';

const BATCH = 500;
/** Longer than an event waits before it is sent again. */
const RECENT_MS = 5 * 60_000;

/** Keeps `search_document` equal to what is live in the catalog. It always reads the current row, so late jobs do no harm. */
@Injectable()
export class IndexingService {
  constructor(
    private readonly database: Database,
    private readonly offers: OfferReader,
    private readonly documents: SearchDocumentRepository,
    private readonly clock: Clock,
  ) {}

  /** Projects these offers anew; those no longer live are removed. */
  async refresh(tx: Tx, offerIds: string[]): Promise<void> {
    // Read first: what is not live afterwards was not at this version, and whoever has seen a later one has the last word.
    const versions = await this.offers.versions(offerIds, tx);
    const live: LiveOffer[] = await this.offers.liveOffers(offerIds, tx);
    const found = new Set(live.map((offer) => offer.id));
    await this.documents.put(tx, live.map(documentOf));
    await this.documents.remove(tx, versions.filter(({ id }) => !found.has(id)));
  }

  /**
   * Projects what has changed lately and is not in the index yet, for readers that must not miss it: its own job may
   * still be waiting.
   */
  async catchUp(): Promise<void> {
    const since = new Date(this.clock.now().getTime() - RECENT_MS);
    const recent = await this.offers.changedSince(since, BATCH);
    await this.projectLate(recent);
  }

  /** The same for these offers only: all that is asked for where nothing else matters. */
  async catchUpOn(offerIds: string[]): Promise<void> {
    await this.projectLate(await this.offers.versions(offerIds));
  }

  private async projectLate(wanted: { id: string; version: number }[]): Promise<void> {
    const held = await this.documents.versionsOf(this.database, wanted.map(({ id }) => id));
    const late = wanted.filter(({ id, version }) => (held.get(id) ?? 0) < version).map(({ id }) => id);
    if (late.length > 0) await this.database.transaction((tx) => this.refresh(tx, late));
  }

  /** Projects the whole catalog anew in batches. Answers how many offers are findable. */
  async rebuild(progress: (done: number) => void = () => undefined): Promise<number> {
    let done = 0;
    for (let after: string | null = null; ; ) {
      const ids: string[] = await this.offers.liveIds(after, BATCH);
      if (ids.length === 0) break;
      await this.database.transaction((tx) => this.refresh(tx, ids));
      done += ids.length;
      after = ids.at(-1)!;
      progress(done);
    }
    await this.removeStrays();
    return done;
  }

  /** Projects any number of offers anew, in batches. */
  async refreshMany(offerIds: string[]): Promise<void> {
    for (let at = 0; at < offerIds.length; at += BATCH) {
      await this.database.transaction((tx) => this.refresh(tx, offerIds.slice(at, at + BATCH)));
    }
  }

  /** Offers whose document differs from the catalog: missing, stale, or findable though not live. */
  async drift(): Promise<{ missing: string[]; stale: string[]; strays: string[] }> {
    const held = await this.documents.versions(this.database);
    const live = await this.liveVersions();
    const missing = [...live.keys()].filter((id) => !held.has(id));
    const strays = [...held.keys()].filter((id) => !live.has(id));
    return { missing, stale: await this.outdated([...live.keys()].filter((id) => held.has(id))), strays };
  }

  /**
   * Which of these say something else than the catalog. Versions tell nothing of that: a draft beside the public revision raises one
   * without a change, and what was damaged or derived by a fault keeps its own.
   */
  private async outdated(offerIds: string[]): Promise<string[]> {
    const outdated: string[] = [];
    for (let at = 0; at < offerIds.length; at += BATCH) {
      const live = await this.offers.liveOffers(offerIds.slice(at, at + BATCH));
      outdated.push(...(await this.documents.differing(this.database, live.map(documentOf))));
    }
    return outdated;
  }

  private async liveVersions(): Promise<Map<string, number>> {
    const versions = new Map<string, number>();
    for (let after: string | null = null; ; ) {
      const page: { id: string; version: number }[] = await this.offers.liveVersions(after, 5_000);
      if (page.length === 0) return versions;
      for (const { id, version } of page) versions.set(id, version);
      after = page.at(-1)!.id;
    }
  }

  private async removeStrays(): Promise<void> {
    const live = await this.liveVersions();
    const held = await this.documents.versions(this.database);
    await this.refreshMany([...held.keys()].filter((id) => !live.has(id)));
  }
}
