import { Injectable } from '@nestjs/common';
import { Database, freeSlugs, idsAndTotal, isUuid, type Quantity, type Reader, saveVersioned, type Tx } from '@app/platform';
import { Request, RequestRevision } from '../domain/request.js';
import { requestSlugWords } from '../domain/request-slug.js';
import { RequestQuantity, RequestSlug } from './request-child.entities.js';

export interface LoadedRequest {
  request: Request;
  organization: { id: string; slug: string; name: string };
  centre: { id: string; slug: string; name: string };
}

/** What an import must know of a request that is there already. */
export interface ExistingRequest {
  id: string;
  organizationId: string;
  code: string;
  state: string;
  importedHash: string | null;
  number: number;
}

const IMPORT_LOCK = 7_305_004;

type Json = Record<string, unknown>;
interface Row {
  request: Json & { id: string };
  live: Json | null;
  working: Json;
  live_quantities: Quantity[];
  working_quantities: Quantity[];
  organization: LoadedRequest['organization'];
  centre: LoadedRequest['centre'];
}

const quantitiesOf = (alias: string): string => `
  (select coalesce(json_agg(json_build_object('label', q.label, 'raw', q.raw, 'unit', q.unit, 'min', q.min, 'max', q.max,
     'canonicalMin', q.canonical_min, 'canonicalMax', q.canonical_max, 'dimension', q.dimension) order by q.position), '[]'::json)
   from request_quantity q where q.revision_id = ${alias}.id) as ${alias}_quantities`;

const SELECT = `
  select to_jsonb(r) as request, to_jsonb(live) as live, to_jsonb(working) as working, ${quantitiesOf('live')}, ${quantitiesOf('working')},
    json_build_object('id', c.id, 'slug', c.slug, 'name', c.name) as organization,
    json_build_object('id', z.id, 'slug', z.slug, 'name', z.name) as centre
  from request r
  join request_revision working on working.id = r.working_revision_id
  left join request_revision live on live.id = r.live_revision_id
  join organization_card c on c.id = r.organization_id
  join centre_card z on z.id = r.centre_id`;

const camel = (name: string): string => name.replace(/_([a-z])/g, (_whole, letter: string) => letter.toUpperCase());

const fill = <T extends object>(target: T, row: Json): T => {
  for (const [column, value] of Object.entries(row)) {
    Object.assign(target, { [camel(column)]: column.endsWith('_at') && typeof value === 'string' ? new Date(value) : value });
  }
  return target;
};

const loaded = (row: Row): LoadedRequest => {
  const request = fill(new Request(), row.request);
  request.working = Object.assign(fill(new RequestRevision(), row.working), { quantities: row.working_quantities });
  const same = row.live !== null && row.live['id'] === row.working['id'];
  request.live = row.live === null ? null : same ? request.working : Object.assign(fill(new RequestRevision(), row.live), { quantities: row.live_quantities });
  return { request, organization: row.organization, centre: row.centre };
};

@Injectable()
export class RequestRepository {
  constructor(private readonly database: Database) {}

  async find(idOrSlug: string): Promise<LoadedRequest | null> {
    const where = isUuid(idOrSlug) ? 'r.id = $1' : 'r.id = (select id from request where slug = $1 union all select request_id from request_slug where slug = $1 limit 1)';
    const [row] = await this.database.query<Row>(`${SELECT} where ${where}`, [idOrSlug]);
    return row ? loaded(row) : null;
  }

  async findForUpdate(tx: Tx, id: string): Promise<LoadedRequest | null> {
    const locked = await tx.query('select 1 from request where id = $1 for update', [id]);
    if (locked.length === 0) return null;
    const [row] = await tx.query<Row>(`${SELECT} where r.id = $1`, [id]);
    return row ? loaded(row) : null;
  }

  async findMany(ids: string[], db: Reader = this.database): Promise<LoadedRequest[]> {
    if (ids.length === 0) return [];
    const rows = await db.query<Row>(`${SELECT} where r.id = any($1::uuid[])`, [ids]);
    const byId = new Map(rows.map((row) => [row.request.id, loaded(row)]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** One batch of an import at a time in the whole installation. */
  async lockForImport(tx: Tx): Promise<void> {
    await tx.query('select pg_advisory_xact_lock($1)', [IMPORT_LOCK]);
  }

  /** By organization and code; with `lock` nobody can edit them until the transaction ends. */
  async existing(db: Reader, keys: { organizationId: string; code: string }[], { lock }: { lock: boolean }): Promise<ExistingRequest[]> {
    if (keys.length === 0) return [];
    return db.query<ExistingRequest>(
      `select q.id, q.organization_id as "organizationId", q.code, q.state, q.imported_hash as "importedHash", w.number
       from request q join request_revision w on w.id = q.working_revision_id
       where (q.organization_id, q.code) in (select * from unnest($1::uuid[], $2::text[])) ${lock ? 'order by q.id for update of q' : ''}`,
      [keys.map((key) => key.organizationId), keys.map((key) => key.code)],
    );
  }

  async insert(tx: Tx, request: Request): Promise<void> {
    const { live: _live, working, ...columns } = request;
    await tx.repository(Request).insert({ ...columns, liveRevisionId: null, workingRevisionId: null });
    await this.insertRevision(tx, working);
    await tx.repository(Request).update({ id: request.id }, { workingRevisionId: working.id });
  }

  async save(tx: Tx, request: Request, { content }: { content: boolean }): Promise<void> {
    const { working } = request;
    const exists = await tx.repository(RequestRevision).existsBy({ id: working.id });
    if (!exists) await this.insertRevision(tx, working);
    else {
      const { quantities, id, ...columns } = working;
      await tx.repository(RequestRevision).update({ id }, columns);
      if (content) await this.replaceQuantities(tx, id, quantities);
    }
    await saveVersioned(tx, Request, request);
  }

  async freeSlug(tx: Tx, id: string, title: string): Promise<string> {
    return (await freeSlugs(tx, 'request', [{ id, words: requestSlugWords(title) }]))[0];
  }

  /** Renames the public address; the old one keeps working. */
  async keepSlug(tx: Tx, requestId: string, slug: string): Promise<void> {
    await tx.repository(RequestSlug).upsert({ slug, requestId }, ['slug']);
  }

  async ownedIds(organizationIds: string[], state: string | undefined, size: number, offset: number): Promise<{ ids: string[]; total: number }> {
    const owned = 'from request where organization_id = any($1::uuid[]) and ($2::text is null or state = $2)';
    return idsAndTotal(
      this.database,
      { page: `select id ${owned} order by id desc limit $3 offset $4`, count: `select count(*)::int as n ${owned}` },
      [organizationIds, state ?? null],
      { size, offset },
    );
  }

  /** Ids of open requests, newest first; `centreId` keeps those of one centre. */
  async openPage(centreId: string | undefined, size: number, offset: number): Promise<{ ids: string[]; total: number }> {
    const open = `from request where state = 'open' and ($1::uuid is null or centre_id = $1)`;
    return idsAndTotal(
      this.database,
      { page: `select id ${open} order by opened_at desc, id desc limit $2 offset $3`, count: `select count(*)::int as n ${open}` },
      [centreId ?? null],
      { size, offset },
    );
  }

  private async insertRevision(tx: Tx, revision: RequestRevision): Promise<void> {
    const { quantities, ...columns } = revision;
    await tx.repository(RequestRevision).insert(columns);
    await this.replaceQuantities(tx, revision.id, quantities);
  }

  private async replaceQuantities(tx: Tx, revisionId: string, quantities: Quantity[]): Promise<void> {
    await tx.repository(RequestQuantity).delete({ revisionId });
    if (quantities.length > 0) await tx.repository(RequestQuantity).insert(quantities.map((quantity, position) => ({ revisionId, position, ...quantity })));
  }
}
