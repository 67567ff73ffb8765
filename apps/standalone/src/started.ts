import { setTimeout as sleep } from 'node:timers/promises';

interface Closable {
  close(): Promise<void>;
}

/** What has been started, to be stopped in the opposite order, whatever happened. */
export class Started implements Closable {
  private readonly parts: Closable[] = [];

  add<T extends Closable>(part: T): T {
    this.parts.push(part);
    return part;
  }

  async close(): Promise<void> {
    for (const part of this.parts.splice(0).reverse()) await closed(part);
  }
}

/** Parts that are stopped at the same time and waited for no longer than this: the database below them must still get its turn. */
export class StartedTogether implements Closable {
  private readonly parts: Closable[] = [];

  constructor(private readonly limitMs: number) {}

  add<T extends Closable>(part: T): T {
    this.parts.push(part);
    return part;
  }

  async close(): Promise<void> {
    await Promise.race([Promise.all(this.parts.map(closed)), sleep(this.limitMs)]);
  }
}

const closed = (part: Closable): Promise<void> => part.close().catch((error: Error) => void process.stderr.write(`${error.message}\n`));
