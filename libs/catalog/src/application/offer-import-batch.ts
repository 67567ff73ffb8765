import { Injectable } from '@nestjs/common';
import { organizationKey, OrganizationService } from '@app/organizations';
import { type Actor, EventStore, freeSlugs, type ImportedRow, type Reader, rowIssue, type RowOutcome, type Tx, uuidv7 } from '@app/platform';
import { type ExistingOffer, OfferImportRepository } from '../data/offer-import.repository.js';
import { OfferRepository } from '../data/offer.repository.js';
import { canonicalContent } from '../domain/canonical-content.js';
import { decideImport, type ImportDecision } from '../domain/import-decision.js';
import { offersImported } from '../domain/offer.events.js';
import { offerSlugWords } from '../domain/offer-slug.js';
import { project } from '../domain/project.js';
import { OfferBulkWriter } from './offer-bulk-writer.js';
import type { OfferRow } from './offer-row-reader.js';

export interface ImportableRow extends OfferRow, ImportedRow {
  /** Of the content. */
  hash: string;
  centreId: string;
}

interface BatchContext {
  actor: Actor;
  runId: string;
  publish: boolean;
  now: Date;
  /** Rows of earlier batches by organization and code. */
  rowOf: ReadonlyMap<string, number>;
}

export type OfferOutcome = RowOutcome<ImportableRow>;

interface Written {
  id: string;
  centreId: string;
  isLive: boolean;
}

interface Planned {
  row: ImportableRow;
  key: string;
  organizationId: string | null;
  existing: ExistingOffer | undefined;
  decision: ImportDecision;
}

const DID = { create: 'created', revise: 'updated', publish: 'updated', nothing: 'unchanged', refuse: 'failed' } as const;
const canPublish = (row: ImportableRow): boolean => row.content.summary !== '';
const keyOf = (organization: string, code: string): string => `${organization} ${code}`;

/** One batch of an import: decides for each row, then writes all of them in a few statements. */
@Injectable()
export class OfferImportBatch {
  constructor(
    private readonly organizations: OrganizationService,
    private readonly imports: OfferImportRepository,
    private readonly offers: OfferRepository,
    private readonly writer: OfferBulkWriter,
    private readonly events: EventStore,
  ) {}

  /** What `write` would do now. */
  async plan(db: Reader, rows: ImportableRow[], context: BatchContext): Promise<OfferOutcome[]> {
    return (await this.decide(db, rows, context, false)).map((planned) => outcomeOf(planned, context));
  }

  async write(tx: Tx, rows: ImportableRow[], context: BatchContext): Promise<OfferOutcome[]> {
    await this.imports.lock(tx);
    const planned = await this.decide(tx, rows, context, true);
    const created = await this.create(tx, planned, context);
    const revised = await this.revise(tx, planned, context);
    const published = planned.flatMap(({ row, decision, existing }) => (decision.do === 'publish' ? [{ id: existing!.id, centreId: row.centreId, isLive: true }] : []));
    await this.writer.publish(tx, published.map(({ id }) => id), context.now);
    await this.tell(tx, context, [...created, ...revised, ...published]);
    await this.organizations.addContacts(tx, planned.flatMap(({ row, organizationId, decision }) =>
      (row.contact && (decision.do === 'create' || decision.do === 'revise') ? [{ organizationId: organizationId!, ...row.contact }] : [])));
    return planned.map((one) => outcomeOf(one, context));
  }

  private async decide(db: Reader, rows: ImportableRow[], context: BatchContext, isReal: boolean): Promise<Planned[]> {
    const suppliers = rows.map(({ supplier, centreId }) => ({ kind: 'supplier' as const, ...supplier, centreId, claimed: false }));
    const ids = await this.organizations.findOrCreateMany(db, suppliers, { create: isReal });
    const keys = rows.map((row, i) => keyOf(ids[i] ?? organizationKey(suppliers[i]), row.code));
    const wanted = rows.flatMap(({ code }, i) => (ids[i] === null ? [] : [{ organizationId: ids[i], code }]));
    const existing = new Map((await this.imports.existing(db, distinct(wanted), { lock: isReal })).map((one) => [keyOf(one.organizationId, one.code), one]));
    const stored = await this.storedContent(db, rows, keys, existing);
    const here = new Map<string, number>();
    return rows.map((row, i) => {
      const key = keys[i];
      const before = context.rowOf.get(key) ?? here.get(key);
      here.set(key, before ?? row.row);
      const one = existing.get(key);
      const decision: ImportDecision =
        before !== undefined
          ? { do: 'refuse', reason: `Mã đã có ở dòng ${before} của tệp này. / The code stands in row ${before} of this file already.` }
          : decideImport(one, row.hash, context.publish, () => one !== undefined && stored.get(one.id) === canonicalContent(row.content));
      return { row, key, organizationId: ids[i], existing: one, decision };
    });
  }

  /** Newest content of those offers whose hash is another than the row's. */
  private async storedContent(db: Reader, rows: ImportableRow[], keys: string[], existing: Map<string, ExistingOffer>): Promise<Map<string, string>> {
    const ids = rows.flatMap(({ hash }, i) => {
      const one = existing.get(keys[i]);
      return one && (one.importedHash !== hash || one.importedRevision !== one.number) ? [one.id] : [];
    });
    const loaded = await this.offers.findMany([...new Set(ids)], db);
    return new Map(loaded.map(({ offer }) => [offer.id, canonicalContent(project(offer.working, 'insider'))]));
  }

  private async create(tx: Tx, planned: Planned[], { publish, now }: BatchContext): Promise<Written[]> {
    const offers = planned.filter(({ decision }) => decision.do === 'create').map(({ row, organizationId }) => ({
      id: uuidv7(), code: row.code, organizationId: organizationId!, centreId: row.centreId, content: row.content, at: now, importedHash: row.hash,
      state: publish && canPublish(row) ? ('approved' as const) : ('draft' as const),
    }));
    await this.writer.write(tx, offers);
    return offers.map(({ id, centreId, state }) => ({ id, centreId, isLive: state === 'approved' }));
  }

  private async revise(tx: Tx, planned: Planned[], { publish, now }: BatchContext): Promise<Written[]> {
    const changed = planned.filter(({ decision }) => decision.do === 'revise');
    const slugs = await freeSlugs(tx, 'offer', changed.map(({ row, existing }) => ({ id: existing!.id, words: offerSlugWords(row.content.title) })));
    const revisions = changed.map(({ row, existing }, i) => {
      const approved = publish && canPublish(row);
      const { id, number, title } = existing!;
      const slug = title !== row.content.title ? slugs[i] : null;
      return { offerId: id, number: number + 1, content: row.content, approved, importedHash: row.hash, slug, at: now };
    });
    await this.writer.revise(tx, revisions);
    return revisions.map(({ offerId, approved }, i) => ({ id: offerId, centreId: changed[i].row.centreId, isLive: approved }));
  }

  /** One event a centre for what has been published, so that nobody is flooded; drafts are only logged. */
  private async tell(tx: Tx, { actor, runId }: BatchContext, written: Written[]): Promise<void> {
    for (const centre of new Set(written.map(({ centreId }) => centreId))) {
      const [live, drafts] = [true, false].map((isLive) => written.filter((one) => one.centreId === centre && one.isLive === isLive).map(({ id }) => id));
      if (live.length > 0) await this.events.append(tx, actor, offersImported(runId, centre, 'approved', live));
      if (drafts.length > 0) await this.events.appendSilently(tx, actor, offersImported(runId, centre, 'draft', drafts));
    }
  }
}

const distinct = (keys: { organizationId: string; code: string }[]): { organizationId: string; code: string }[] =>
  [...new Map(keys.map((key) => [keyOf(key.organizationId, key.code), key])).values()];

const outcomeOf = ({ row, key, decision }: Planned, { publish }: BatchContext): OfferOutcome => {
  if (decision.do === 'refuse') return { row, key, did: 'failed', issues: [rowIssue(row, 'error', 'code', decision.reason)] };
  const stays = publish && !canPublish(row);
  const issues = stays ? [rowIssue(row, 'warning', 'summary', 'Thiếu tóm tắt nên chưa lên sàn; nằm ở bản nháp. / Without a summary it cannot be published; it stays a draft.')] : [];
  return { row, key, did: DID[decision.do], issues };
};
