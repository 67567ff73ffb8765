import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { Database } from './database.js';

const RECONNECT_MS = 1_000;

export type Wake = () => void;

/**
 * Wakes whoever listens to a channel of the database: one connection for all channels of the process. A connection that breaks is replaced, and then
 * everybody is woken, since what was said meanwhile is lost; who must not miss anything polls as well.
 */
@Injectable()
export class DatabaseNotices implements BeforeApplicationShutdown {
  private readonly wakers = new Map<string, Set<Wake>>();
  private client: PoolClient | undefined;
  private connecting: Promise<void> | undefined;
  private again: NodeJS.Timeout | undefined;
  private stopping = false;

  constructor(private readonly database: Database) {}

  /** Begins to wake, and answers how to end that. Without a database it goes on trying, and does not wait for it. */
  async listen(channel: 'outbox' | 'search_document' | 'synonym' | 'withheld_suggestion', wake: Wake): Promise<() => void> {
    const wakers = this.wakers.get(channel);
    if (wakers) wakers.add(wake);
    else this.wakers.set(channel, new Set([wake]));
    if (!this.client) await this.connect();
    else if (!wakers) await this.client.query(`listen ${channel}`).catch(() => undefined);
    return () => this.wakers.get(channel)?.delete(wake);
  }

  private connect(): Promise<void> {
    this.connecting ??= this.open().finally(() => (this.connecting = undefined));
    return this.connecting;
  }

  private async open(): Promise<void> {
    if (this.stopping || this.client) return;
    const client = await this.database.pool.connect().catch(() => undefined);
    if (!client) return this.retry();
    if (this.stopping) return client.release(true);
    // A connection may break by an event and by the statement's failure: it is given up once, and replaced once.
    let isLost = false;
    const lose = (): void => {
      if (isLost || this.stopping) return;
      isLost = true;
      client.release(true);
      this.client = undefined;
      this.retry();
    };
    this.client = client;
    client.on('notification', ({ channel }) => this.wakers.get(channel)?.forEach((wake) => wake()));
    client.on('error', lose);
    for (const channel of this.wakers.keys()) if (!isLost) await client.query(`listen ${channel}`).catch(lose);
  }

  private retry(): void {
    if (this.stopping) return;
    this.again = setTimeout(() => void this.connect().then(() => this.client && this.wakeAll()), RECONNECT_MS).unref();
  }

  private wakeAll(): void {
    for (const wakers of this.wakers.values()) for (const wake of wakers) wake();
  }

  /** Before the pool closes, which waits for every connection. */
  beforeApplicationShutdown(): void {
    this.stopping = true;
    clearTimeout(this.again);
    this.wakers.clear();
    this.client?.removeAllListeners('error');
    this.client?.on('error', () => undefined);
    this.client?.release(true);
    this.client = undefined;
  }
}
