import type { Pool, PoolClient } from 'pg';

type Query = (...args: unknown[]) => unknown;

const textOf = (first: unknown): string => (typeof first === 'string' ? first : ((first as { text?: string } | undefined)?.text ?? ''));

// What a process does on its own, whoever asks for what: feeding the index, counting views.
const OWN = /search_document|synonym|view_bucket|^\s*(listen|unlisten|begin|commit|rollback|start transaction)/i;

/** Counts the statements that run on a pool. */
export class StatementCounter {
  private readonly seen: string[] = [];

  constructor(pool: Pool) {
    const watched = new WeakSet<object>();
    const watch = (client: PoolClient): void => {
      if (watched.has(client)) return;
      watched.add(client);
      const query = client.query.bind(client) as Query;
      (client as unknown as { query: Query }).query = (...args) => {
        // The pool calls itself: a statement with a callback is the one that was seen before.
        this.seen.push(textOf(args[0]));
        return query(...args);
      };
    };
    pool.on('acquire', watch);
  }

  /** The statements of one piece of work. */
  async of(work: () => Promise<unknown>): Promise<string[]> {
    this.seen.length = 0;
    await work();
    return this.seen.filter((text) => text !== '' && !OWN.test(text));
  }
}
