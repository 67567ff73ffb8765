import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral, type Repository } from 'typeorm';
import type { ClientBase, Pool, QueryResultRow } from 'pg';
import { commonErrors } from '../kernel/domain-error.js';
import { type CopiedRow, copiedRows } from './copied-rows.js';

/** What reads need: a repository, or a statement. */
export interface Reader {
  repository<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T>;
  query<T = Record<string, unknown>>(sql: string, params?: unknown[]): Promise<T[]>;
  /**
   * The rows of a select without parameters, their columns as bytes in the binary form of their types (a text's are UTF-8). For many
   * large ones: several times quicker than `query`, which makes texts of everything.
   */
  copied(select: string): Promise<CopiedRow[]>;
}

/** A running transaction. It cannot open another one; only {@link Database.transaction} makes it. */
export interface Tx extends Reader {
  readonly manager: EntityManager;
}

const readerOver = (manager: EntityManager): Tx => ({
  manager,
  repository: (entity) => manager.getRepository(entity),
  query: async <T>(sql: string, params: unknown[] = []) => rowsOf<T>(await manager.query(sql, params)),
  copied: (select) => copiedBy(manager, select),
});

/** The connection pool under TypeORM. */
const poolOf = (source: DataSource): Pool => (source.driver as unknown as { master: Pool }).master;

/** On the connection of the transaction, where there is one. */
async function copiedBy({ queryRunner, connection }: EntityManager, select: string): Promise<CopiedRow[]> {
  if (queryRunner) return copiedRows((await queryRunner.connect()) as ClientBase, select);
  const client = await poolOf(connection).connect();
  // A connection that breaks is told to whoever reads, and here, where nobody else listens.
  const ignore = (): void => undefined;
  client.on('error', ignore);
  try {
    return await copiedRows(client, select);
  } finally {
    client.removeListener('error', ignore);
    client.release();
  }
}

// TypeORM answers UPDATE and DELETE with [rows, count], everything else with the rows.
const rowsOf = <T>(result: unknown): T[] => {
  if (Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number') {
    return result[0] as T[];
  }
  return result as T[];
};

/** PostgreSQL's codes for "try the transaction again": serialization failure and deadlock. */
const RETRYABLE = new Set(['40001', '40P01']);
/** No place (disk, memory, connections), the server going down or coming up, a connection that broke, a name that is not found. */
const UNAVAILABLE = /^(53\d{3}|57P0[1235]|08\d{3}|58030|E(CONNREFUSED|CONNRESET|PIPE|NOENT|TIMEDOUT|HOSTUNREACH|NOTFOUND|AI_AGAIN))$/;
/** What `pg` and TypeORM say of a connection that broke between two statements, without a code. */
const BROKEN = /Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable|[Qq]uery runner (was )?already released/;

export const databaseCode = (error: unknown): string | undefined =>
  (error as { code?: string; driverError?: { code?: string } }).driverError?.code ?? (error as { code?: string }).code;

/** Whether a failure means that the database cannot answer now (down, starting, disk full). */
export const isUnavailable = (error: unknown): boolean =>
  UNAVAILABLE.test(databaseCode(error) ?? '') || BROKEN.test(String((error as Error)?.message));

/** What the call at hand adds to each transaction that it commits; empty outside a call that asked for it. */
export const commitHook = new AsyncLocalStorage<(tx: Tx) => Promise<void>>();

@Injectable()
export class Database implements Reader {
  private readonly reader: Reader;

  constructor(private readonly dataSource: DataSource) {
    this.reader = readerOver(dataSource.manager);
  }

  get source(): DataSource {
    return this.dataSource;
  }

  /** The connection pool under TypeORM, for COPY, LISTEN and prepared statements. */
  get pool(): Pool {
    return poolOf(this.dataSource);
  }

  repository<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.reader.repository(entity);
  }

  query<T = Record<string, unknown>>(sql: string, params?: unknown[]): Promise<T[]> {
    return this.reader.query<T>(sql, params);
  }

  copied(select: string): Promise<CopiedRow[]> {
    return this.reader.copied(select);
  }

  /** A hot read: prepared once per connection under its name. */
  async prepared<T extends QueryResultRow>(name: string, text: string, values: unknown[]): Promise<T[]> {
    return (await this.pool.query<T>({ name, text, values })).rows;
  }

  /** Runs work in ONE transaction; a serialization failure or deadlock is tried again twice. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.dataSource.transaction(async (manager) => {
          const tx = readerOver(manager);
          const result = await work(tx);
          await commitHook.getStore()?.(tx);
          return result;
        });
      } catch (error) {
        if (attempt < 3 && RETRYABLE.has(databaseCode(error) ?? '')) continue;
        throw error;
      }
    }
  }
}

/**
 * Saves an entity with `version` as its lock: throws `common.stale_version` when the row has another version
 * than the one that was read.
 */
export const saveVersioned = async <T extends { id: string; version: number }>(
  tx: Tx,
  entity: EntityTarget<T>,
  row: T,
): Promise<void> => {
  const repository = tx.repository(entity);
  const { id, version } = row;
  const result = await repository.update({ id, version } as never, { ...plainColumns(tx, entity, row), version: version + 1 } as never);
  if (result.affected === 0) throw commonErrors.stale_version();
  row.version = version + 1;
};

/**
 * A page of ids with the total of the whole list, also when the page lies past its end. The page's statement takes
 * size and offset as its last two parameters.
 */
export const idsAndTotal = async (
  db: Reader,
  sql: { page: string; count: string },
  params: unknown[],
  { size, offset }: { size: number; offset: number },
): Promise<{ ids: string[]; total: number }> => {
  const rows = await db.query<{ id: string }>(sql.page, [...params, size, offset]);
  const [count] = await db.query<{ n: number }>(sql.count, params);
  return { ids: rows.map((row) => row.id), total: count.n };
};

const plainColumns = <T extends ObjectLiteral>(tx: Tx, entity: EntityTarget<T>, row: T): Partial<T> => {
  const columns: Record<string, unknown> = {};
  for (const column of tx.repository(entity).metadata.columns) {
    if (column.isPrimary || column.propertyName === 'version') continue;
    const value: unknown = row[column.propertyName];
    if (value !== undefined) columns[column.propertyName] = value;
  }
  return columns as Partial<T>;
};
