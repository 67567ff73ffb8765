import { Injectable } from '@nestjs/common';
import { Clock, commonErrors, Database, fold, idsAndTotal, isUuid, offsetOf, type OrganizationKind, type Page, pageOf, type PageRequest, type Reader, slugify, type Tx, uuidv7 } from '@app/platform';
import { Contact, Member, Organization } from '../data/organization.entities.js';
import { idsByName } from './ids-by-name.js';

export interface OrganizationCard {
  id: string;
  slug: string;
  name: string;
  kind: OrganizationKind;
  centreId: string;
  province: string | null;
}

export interface NewOrganization {
  kind: OrganizationKind;
  name: string;
  taxCode?: string | null;
  province?: string | null;
  centreId: string;
  description?: string | null;
  /** False: an import has made it, and nobody has claimed it yet. */
  claimed?: boolean;
}

/** The name as the key of an organization without tax code: folded, blanks made one. */
export const foldedName = (name: string): string => fold(name).replace(/[^a-z0-9]+/g, ' ').trim() || name.normalize('NFC').trim().toLowerCase();

/** Two inputs with the same key are the same organization. */
export const organizationKey = ({ kind, name, taxCode, centreId }: NewOrganization): string =>
  taxCode ? `${kind} #${taxCode}` : `${kind} ${centreId} ${foldedName(name)}`;

const CARDS = `select id, slug, name, kind, centre_id as "centreId", province from organization_card where id = any($1::uuid[])`;

@Injectable()
export class OrganizationService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async cards(ids: string[]): Promise<Map<string, OrganizationCard>> {
    const valid = ids.filter(isUuid);
    if (valid.length === 0) return new Map();
    const rows = await this.database.prepared<OrganizationCard & Record<string, unknown>>('organization-cards', CARDS, [valid]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Tax codes of those that have one, by id. */
  async taxCodes(ids: string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; tax_code: string }>('select id, tax_code from organization where id = any($1::uuid[]) and tax_code is not null', [[...new Set(ids)]]);
    return new Map(rows.map((row) => [row.id, row.tax_code]));
  }

  /** By id or any slug it ever had; a merged one answers as the one it was merged into. Throws `common.not_found`. */
  async get(idOrSlug: string, kind: OrganizationKind): Promise<Organization> {
    const [row] = await this.database.query<{ id: string }>(
      `select coalesce(o.merged_into, o.id) as id from organization o
       where (${isUuid(idOrSlug) ? 'o.id = $1::uuid' : 'o.slug = $1 or o.id = (select organization_id from organization_slug where slug = $1)'}) and o.kind = $2`,
      [idOrSlug, kind],
    );
    if (!row) throw commonErrors.not_found();
    return this.database.repository(Organization).findOneByOrFail({ id: row.id });
  }

  /** The id of each of these ids and slugs, former slugs too; an unknown slug gets an id that matches nothing. */
  async resolveIds(idsOrSlugs: string[]): Promise<Map<string, string>> {
    return idsByName(idsOrSlugs, (slugs) =>
      this.database.query(
        `select slug, coalesce(merged_into, id) as id from organization where slug = any($1)
         union select slug, organization_id from organization_slug where slug = any($1)`,
        [slugs],
      ),
    );
  }

  async list(kind: OrganizationKind, request: PageRequest & { q?: string }): Promise<Page<Organization>> {
    const listed = `from organization where kind = $1 and merged_into is null and ($2 = '' or folded_name like '%' || $2 || '%')`;
    const { ids, total } = await idsAndTotal(
      this.database,
      { page: `select id ${listed} order by created_at desc, id desc limit $3 offset $4`, count: `select count(*)::int as n ${listed}` },
      [kind, foldedName(request.q ?? '')],
      { size: request.size, offset: offsetOf(request) },
    );
    return pageOf(await this.inOrder(ids), total, request);
  }

  /** Of those that belong to another centre than the installation's own, its slug. */
  async otherCentres(organizationIds: string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; slug: string }>(
      'select o.id, c.slug from organization o join centre c on c.id = o.centre_id where o.id = any($1::uuid[]) and not c.is_own',
      [[...new Set(organizationIds)]],
    );
    return new Map(rows.map(({ id, slug }) => [id, slug]));
  }

  /** Finds by tax code, else by folded name and centre; makes it when there is none. */
  async findOrCreate(tx: Tx, input: NewOrganization): Promise<{ id: string; created: boolean }> {
    const found = await this.find(tx, input);
    if (found) return { id: found, created: false };
    const id = uuidv7();
    const now = this.clock.now();
    const rows = await tx.query<{ id: string }>(
      `insert into organization (id, slug, kind, name, folded_name, tax_code, province, description, centre_id, claimed_at, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning id`,
      [id, this.slugFor(input.name, id), input.kind, input.name, foldedName(input.name), input.taxCode ?? null, input.province ?? null,
       input.description ?? null, input.centreId, input.claimed === false ? null : now, now],
    );
    if (rows.length === 1) return { id, created: true };
    // Somebody made it at the same moment.
    return { id: (await this.find(tx, input))!, created: false };
  }

  /**
   * Ids for many at once, in their order, by the same rule. Unknown ones are made, or answered as null with `create` false.
   */
  async findOrCreateMany(tx: Reader, inputs: NewOrganization[], { create }: { create: boolean }): Promise<(string | null)[]> {
    const found = await this.findMany(tx, inputs);
    const missing = [...new Map(inputs.flatMap((input, i) => (found[i] === null ? [[organizationKey(input), input] as const] : []))).values()];
    if (missing.length === 0 || !create) return found;
    const now = this.clock.now();
    const rows = missing.map((input) => {
      const id = uuidv7();
      return {
        id, slug: this.slugFor(input.name, id), kind: input.kind, name: input.name, foldedName: foldedName(input.name), taxCode: input.taxCode ?? null,
        province: input.province ?? null, description: input.description ?? null, centreId: input.centreId, claimedAt: input.claimed === false ? null : now, at: now,
      };
    });
    await tx.query(
      `insert into organization (id, slug, kind, name, folded_name, tax_code, province, description, centre_id, claimed_at, created_at)
       select id, slug, kind, name, "foldedName", "taxCode", province, description, "centreId", "claimedAt", at
       from jsonb_to_recordset($1::jsonb) as r(id uuid, slug text, kind text, name text, "foldedName" text, "taxCode" text, province text, description text,
         "centreId" uuid, "claimedAt" timestamptz, at timestamptz) on conflict do nothing`,
      [JSON.stringify(rows)],
    );
    return this.findMany(tx, inputs);
  }

  /** Persons to talk to, as far as the organization does not have them yet. */
  async addContacts(tx: Tx, contacts: { organizationId: string; name: string | null; email: string | null; phone: string | null }[]): Promise<void> {
    if (contacts.length === 0) return;
    await tx.query(
      `insert into contact (id, organization_id, name, email, phone, created_at)
       select distinct on ("organizationId", name, email, phone) id, "organizationId", name, email, phone, $2::timestamptz
       from jsonb_to_recordset($1::jsonb) as r(id uuid, "organizationId" uuid, name text, email text, phone text)
       where not exists (select 1 from contact c where c.organization_id = r."organizationId"
         and c.name is not distinct from r.name and c.email is not distinct from r.email and c.phone is not distinct from r.phone)`,
      [JSON.stringify(contacts.map((contact) => ({ id: uuidv7(), ...contact }))), this.clock.now()],
    );
  }

  async addMember(tx: Tx, organizationId: string, accountId: string, role: 'owner' | 'editor'): Promise<void> {
    await tx.repository(Member).insert({ organizationId, accountId, role, createdAt: this.clock.now() });
  }

  async addContact(tx: Tx, organizationId: string, contact: { name: string | null; email: string | null; phone: string | null }): Promise<void> {
    await tx.repository(Contact).insert({ id: uuidv7(), organizationId, ...contact, erasedAt: null, createdAt: this.clock.now() });
  }

  /** The person to talk to at each organization, in one line; for those who may know. */
  async contacts(organizationIds: string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ organization_id: string; name: string | null; email: string | null; phone: string | null }>(
      `select distinct on (organization_id) organization_id, name, email, phone from contact
       where organization_id = any($1::uuid[]) and erased_at is null and coalesce(phone, email) is not null order by organization_id, created_at`,
      [organizationIds],
    );
    return new Map(rows.map(({ organization_id, name, phone, email }) => [organization_id, [name, phone, email].filter(Boolean).join(', ')]));
  }

  /** Accounts that act for organizations. */
  async memberAccounts(organizationIds: string[]): Promise<Map<string, string[]>> {
    const rows = await this.database.query<{ organization_id: string; accounts: string[] }>(
      'select organization_id, array_agg(account_id order by created_at) as accounts from member where organization_id = any($1::uuid[]) group by 1',
      [organizationIds],
    );
    return new Map(rows.map((row) => [row.organization_id, row.accounts]));
  }

  private async find(tx: Tx, input: NewOrganization): Promise<string | null> {
    const byTaxCode = input.taxCode !== null && input.taxCode !== undefined;
    const [row] = byTaxCode
      ? await tx.query<{ id: string }>('select id from organization where kind = $1 and tax_code = $2 and merged_into is null', [input.kind, input.taxCode])
      : await tx.query<{ id: string }>(
          'select id from organization where kind = $1 and centre_id = $2 and folded_name = $3 and merged_into is null order by tax_code nulls first limit 1',
          [input.kind, input.centreId, foldedName(input.name)],
        );
    return row?.id ?? null;
  }

  private async findMany(tx: Reader, inputs: NewOrganization[]): Promise<(string | null)[]> {
    const asked = new Map(inputs.map((input) => [organizationKey(input), input]));
    const rows = await tx.query<{ key: string; id: string | null }>(
      `select r.key, coalesce(
         (select id from organization o where r."taxCode" is not null and o.kind = r.kind and o.tax_code = r."taxCode" and o.merged_into is null),
         (select id from organization o where r."taxCode" is null and o.kind = r.kind and o.centre_id = r."centreId" and o.folded_name = r."foldedName"
            and o.merged_into is null order by tax_code nulls first limit 1)) as id
       from jsonb_to_recordset($1::jsonb) as r(key text, kind text, "taxCode" text, "centreId" uuid, "foldedName" text)`,
      [JSON.stringify([...asked].map(([key, { kind, name, taxCode, centreId }]) => ({ key, kind, taxCode: taxCode ?? null, centreId, foldedName: foldedName(name) })))],
    );
    const ids = new Map(rows.map((row) => [row.key, row.id]));
    return inputs.map((input) => ids.get(organizationKey(input)) ?? null);
  }

  private slugFor(name: string, id: string): string {
    return `${slugify(name) || 'don-vi'}-${id.slice(-6)}`;
  }

  private async inOrder(ids: string[]): Promise<Organization[]> {
    if (ids.length === 0) return [];
    const rows = await this.database.repository(Organization).createQueryBuilder('o').whereInIds(ids).getMany();
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id)!);
  }
}
