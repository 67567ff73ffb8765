import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@app/platform';
import type { RevisionState } from '../domain/offer-revision.js';

/** What an import must know of an offer that is there already. */
export interface ExistingOffer {
  id: string;
  organizationId: string;
  code: string;
  title: string;
  visibility: string;
  importedHash: string | null;
  importedRevision: number | null;
  number: number;
  state: RevisionState;
  isComplete: boolean;
  wasPublished: boolean;
}

const IMPORT_LOCK = 7_305_003;

@Injectable()
export class OfferImportRepository {
  /** One batch at a time in the whole installation: two imports of one file must not both make its rows. */
  async lock(tx: Tx): Promise<void> {
    await tx.query('select pg_advisory_xact_lock($1)', [IMPORT_LOCK]);
  }

  /** By organization and code; with `lock` nobody can edit them until the transaction ends. */
  async existing(db: Reader, keys: { organizationId: string; code: string }[], { lock }: { lock: boolean }): Promise<ExistingOffer[]> {
    if (keys.length === 0) return [];
    return db.query<ExistingOffer>(
      `select o.id, o.organization_id as "organizationId", o.code, coalesce(l.title, w.title) as title, o.visibility, o.imported_hash as "importedHash",
         o.imported_revision as "importedRevision", w.number, w.state, w.summary <> '' as "isComplete", o.live_revision_id is not null as "wasPublished"
       from unnest($1::uuid[], $2::text[]) as k(organization_id, code)
       join offer o on o.organization_id = k.organization_id and o.code = k.code
       join offer_revision w on w.id = o.working_revision_id
       left join offer_revision l on l.id = o.live_revision_id
       ${lock ? 'order by o.id for update of o' : ''}`,
      [keys.map((key) => key.organizationId), keys.map((key) => key.code)],
    );
  }
}
