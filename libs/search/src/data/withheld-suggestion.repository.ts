import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@app/platform';

/** A form of a query that is suggested to nobody. */
export interface WithheldSuggestion {
  id: string;
  query: string;
  withheldAt: Date;
}

const WITHHELD = 'select id, typed as query, withheld_at as "withheldAt" from withheld_suggestion';

@Injectable()
export class WithheldSuggestionRepository {
  /** All forms, in an order that does not change while they do not. */
  async forms(db: Reader): Promise<string[]> {
    const rows = await db.query<{ typed: string }>('select typed from withheld_suggestion order by id');
    return rows.map(({ typed }) => typed);
  }

  /** A page of those that hold a text, newest first. */
  async page(db: Reader, text: string, offset: number, limit: number): Promise<{ items: WithheldSuggestion[]; total: number }> {
    const where = 'where position($1 in typed) > 0';
    const items = await db.query<WithheldSuggestion>(`${WITHHELD} ${where} order by withheld_at desc, id desc limit $2 offset $3`, [text, limit, offset]);
    const [{ total }] = await db.query<{ total: number }>(`select count(*)::int as total from withheld_suggestion ${where}`, [text]);
    return { items, total };
  }

  async of(db: Reader, query: string): Promise<WithheldSuggestion> {
    const [row] = await db.query<WithheldSuggestion>(`${WITHHELD} where typed = $1`, [query]);
    return row;
  }

  /** False: it was withheld before. */
  async insert(tx: Tx, { id, query, withheldAt }: WithheldSuggestion): Promise<boolean> {
    const rows = await tx.query('insert into withheld_suggestion (id, typed, withheld_at) values ($1, $2, $3) on conflict (typed) do nothing returning id', [id, query, withheldAt]);
    if (rows.length > 0) await notify(tx);
    return rows.length > 0;
  }

  /** False: there is none. */
  async delete(tx: Tx, id: string): Promise<boolean> {
    const rows = await tx.query('delete from withheld_suggestion where id = $1 returning id', [id]);
    if (rows.length > 0) await notify(tx);
    return rows.length > 0;
  }
}

/** Wakes every process that suggests. */
const notify = (tx: Tx): Promise<unknown> => tx.query(`select pg_notify('withheld_suggestion', '')`);
