import { AsyncLocalStorage } from 'node:async_hooks';
import type { Pool, PoolClient } from 'pg';

type Query = (...args: unknown[]) => unknown;

const textOf = (first: unknown): string => (typeof first === 'string' ? first : ((first as { text?: string } | undefined)?.text ?? ''));

const FRAME = /^\s*(begin|commit|rollback|start transaction)/i;

/** Counts the statements that a piece of work runs on a pool; what the process does beside it on its own is not its. */
export class StatementCounter {
  private readonly work = new AsyncLocalStorage<string[]>();

  constructor(pool: Pool) {
    const watched = new WeakSet<object>();
    const watch = (client: PoolClient): void => {
      if (watched.has(client)) return;
      watched.add(client);
      const query = client.query.bind(client) as Query;
      (client as unknown as { query: Query }).query = (...args) => {
        this.work.getStore()?.push(textOf(args[0]));
        return query(...args);
      };
    };
    pool.on('acquire', watch);
  }

  async of(work: () => Promise<unknown>): Promise<string[]> {
    const seen: string[] = [];
    await this.work.run(seen, work);
    return seen.filter((text) => text !== '' && !FRAME.test(text));
  }
}
