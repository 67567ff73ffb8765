import { Injectable } from '@nestjs/common';
import { type OrganizationKind, slugify, type Tx } from '@app/platform';
import { foldedName } from './organization.service.js';

export interface BulkOrganization {
  id: string;
  kind: OrganizationKind;
  name: string;
  taxCode: string | null;
  province: string | null;
  description: string | null;
  centreId: string;
  at: Date;
  verified: boolean;
}

/** Writes many new organizations at once: history in bulk, without events. The caller knows that none exists yet. */
@Injectable()
export class OrganizationBulkWriter {
  async write(tx: Tx, organizations: BulkOrganization[]): Promise<void> {
    const rows = organizations.map((o) => ({ ...o, slug: `${slugify(o.name) || 'don-vi'}-${o.id.slice(-6)}`, foldedName: foldedName(o.name) }));
    await tx.query(
      `insert into organization (id, slug, kind, name, folded_name, tax_code, province, description, centre_id, verified_at, claimed_at, created_at)
       select id, slug, kind, name, "foldedName", "taxCode", province, description, "centreId", case when verified then at end, at, at
       from jsonb_to_recordset($1::jsonb) as r(id uuid, slug text, kind text, name text, "foldedName" text, "taxCode" text, province text,
         description text, "centreId" uuid, verified boolean, at timestamptz)`,
      [JSON.stringify(rows)],
    );
  }
}
