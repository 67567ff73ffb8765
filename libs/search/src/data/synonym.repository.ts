import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@app/platform';
import type { SynonymGroup } from '../domain/understanding/synonym-group.js';

export interface StoredSynonym {
  id: string;
  words: string[];
  onlyTo: string[];
  version: number;
}

const STORED = 'select id, terms as words, only_to as "onlyTo", version from synonym';

@Injectable()
export class SynonymRepository {
  /** All groups, or all but one, in an order that does not change while they do not. */
  async all(db: Reader, except: string | null = null): Promise<SynonymGroup[]> {
    const rows = await db.query<{ terms: string[]; only_to: string[] }>('select terms, only_to from synonym where $1::uuid is null or id <> $1 order by terms, id', [except]);
    return rows.map((row) => ({ words: row.terms, ...(row.only_to.length > 0 ? { onlyTo: row.only_to } : {}) }));
  }

  /** A page of the groups that name a text, by their first name. */
  async page(db: Reader, text: string, offset: number, limit: number): Promise<{ items: StoredSynonym[]; total: number }> {
    const where = `where $1 = '' or exists (select 1 from unnest(terms || only_to) as name where position($1 in lower(name)) > 0)`;
    const items = await db.query<StoredSynonym>(
      `${STORED} ${where} order by lower(terms[1]), id limit $2 offset $3`,
      [text.toLowerCase(), limit, offset],
    );
    const [{ total }] = await db.query<{ total: number }>(`select count(*)::int as total from synonym ${where}`, [text.toLowerCase()]);
    return { items, total };
  }

  async find(db: Reader, id: string): Promise<StoredSynonym | null> {
    const [row] = await db.query<StoredSynonym>(`${STORED} where id = $1`, [id]);
    return row ?? null;
  }

  /** Until the transaction ends nobody else writes a group. Comes before any row is held. */
  async lock(tx: Tx): Promise<void> {
    await tx.query('lock table synonym in share row exclusive mode');
  }

  /** For a write: the row stays locked until the transaction ends. */
  async hold(tx: Tx, id: string): Promise<StoredSynonym | null> {
    const [row] = await tx.query<StoredSynonym>(`${STORED} where id = $1 for update`, [id]);
    return row ?? null;
  }

  async insert(tx: Tx, { id, words, onlyTo }: StoredSynonym, by: string | null, at: Date): Promise<void> {
    await tx.query('insert into synonym (id, terms, only_to, created_by, created_at) values ($1, $2, $3, $4, $5)', [id, words, onlyTo, by, at]);
    await notify(tx);
  }

  async update(tx: Tx, { id, words, onlyTo, version }: StoredSynonym): Promise<void> {
    await tx.query('update synonym set terms = $2, only_to = $3, version = $4 where id = $1', [id, words, onlyTo, version]);
    await notify(tx);
  }

  async delete(tx: Tx, id: string): Promise<void> {
    await tx.query('delete from synonym where id = $1', [id]);
    await notify(tx);
  }
}

/** Wakes every process that searches. */
const notify = (tx: Tx): Promise<unknown> => tx.query(`select pg_notify('synonym', '')`);
