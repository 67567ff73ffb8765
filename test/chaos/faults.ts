import { LocalMailServer } from '@app/platform/mail/local-mail-server.js';
import { type Fault, FaultProxy } from '../support/fault-proxy.js';
import { MeilisearchServer } from '../support/meilisearch.js';
import { wait } from '../support/real-floor.js';
import { RedisServer } from '../support/redis.js';

/** A way for something to go wrong. While `begin` is on, the fault lasts; `end` brings everything back. */
export interface FaultKind {
  name: string;
  /** Nobody who uses the floor may notice it. */
  unseen: boolean;
  begin(): Promise<void>;
  end(): Promise<void>;
}

export type Part = 'floor' | 'worker' | 'database';

/** What the faults do to the floor itself. */
export interface Floor {
  kill(...parts: Part[]): Promise<void>;
  /** Starts what does not come back by itself. */
  bringBack(): Promise<void>;
  /** Lets this much time pass for mails that wait to be tried again. */
  passTimeForMails(minutes: number): Promise<void>;
}

const KILLS: readonly Part[][] = [['database'], ['worker'], ['floor'], ['floor', 'worker', 'database'], ['worker', 'database'], ['floor', 'database']];

export const kills = (floor: Floor): FaultKind[] =>
  KILLS.map((parts) => ({ name: `${parts.join(' + ')} killed`, unseen: false, begin: () => floor.kill(...parts), end: () => floor.bringBack() }));

const byProxy = (name: string, proxy: FaultProxy, fault: Fault, unseen = true): FaultKind => ({
  name, unseen, begin: () => proxy.set(fault), end: () => proxy.set({ kind: 'none' }),
});

const AWAY = { kind: 'refuse' } as const;
const HUNG = { kind: 'hang' } as const;
const RESET = { kind: 'reset' } as const;

/** The servers around the floor, each behind a proxy that can fail. */
export class Surroundings {
  private constructor(
    private readonly mail: LocalMailServer,
    private readonly mailProxy: FaultProxy,
    private readonly redis: { server: RedisServer; proxy: FaultProxy } | undefined,
    private readonly meilisearch: { server: MeilisearchServer; proxy: FaultProxy } | undefined,
  ) {}

  static async open(mailFolder: string, parts: { redis: boolean; meilisearch: boolean }): Promise<Surroundings> {
    const mail = await LocalMailServer.start(mailFolder);
    const before = async <T extends { port: number; close(): Promise<void> }>(server: T) => ({ server, proxy: await FaultProxy.before({ port: server.port }) });
    return new Surroundings(
      mail,
      await FaultProxy.beforeUrl(mail.url),
      parts.redis ? await before(await RedisServer.start()) : undefined,
      parts.meilisearch ? await before(await MeilisearchServer.start()) : undefined,
    );
  }

  get environment(): Record<string, string> {
    const { redis, meilisearch } = this;
    return {
      SMTP_URL: `smtp://127.0.0.1:${this.mailProxy.port}`,
      ...(redis ? { REDIS_URL: `redis://127.0.0.1:${redis.proxy.port}` } : {}),
      ...(meilisearch ? { MEILI_URL: `http://127.0.0.1:${meilisearch.proxy.port}` } : {}),
    };
  }

  kinds(floor: Floor): FaultKind[] {
    return [...this.mailKinds(floor), ...this.redisKinds(), ...this.meilisearchKinds()];
  }

  private mailKinds(floor: Floor): FaultKind[] {
    const { mailProxy } = this;
    return [
      byProxy('SMTP away', mailProxy, AWAY),
      byProxy('SMTP hung', mailProxy, HUNG),
      byProxy('SMTP resets connections', mailProxy, RESET),
      {
        ...byProxy('SMTP away for an hour', mailProxy, AWAY),
        begin: async () => {
          await mailProxy.set(AWAY);
          for (let passed = 0; passed < 60; passed += 10) {
            await wait(1_000);
            await floor.passTimeForMails(10);
          }
        },
      },
    ];
  }

  private redisKinds(): FaultKind[] {
    if (!this.redis) return [];
    const { server, proxy } = this.redis;
    return [
      { name: 'Redis killed, back empty', unseen: true, begin: () => server.kill(), end: () => server.startAgain() },
      { name: 'Redis emptied', unseen: true, begin: () => server.flush(), end: async () => undefined },
      byProxy('Redis away', proxy, AWAY),
      byProxy('Redis hung', proxy, HUNG),
      byProxy('Redis resets connections', proxy, RESET),
    ];
  }

  private meilisearchKinds(): FaultKind[] {
    if (!this.meilisearch) return [];
    const { server, proxy } = this.meilisearch;
    return [
      { name: 'Meilisearch killed', unseen: true, begin: () => server.kill(), end: () => server.startAgain() },
      { name: 'Meilisearch killed, back empty', unseen: true, begin: () => server.kill(), end: () => server.startAgain({ empty: true }) },
      { name: 'Meilisearch frozen', unseen: true, begin: async () => server.freeze(), end: async () => server.thaw() },
      byProxy('Meilisearch hung', proxy, HUNG),
      byProxy('Meilisearch slow (1.2 s)', proxy, { kind: 'slow', ms: 1_200 }),
      byProxy('Meilisearch resets connections', proxy, RESET),
      byProxy('Meilisearch answers 500', proxy, { kind: 'answer', status: 500 }),
      byProxy('Meilisearch full (507)', proxy, { kind: 'answer', status: 507, body: { message: 'no space left on device', code: 'no_space_left_on_device', type: 'system', link: '' } }),
      byProxy('Meilisearch breaks answers off', proxy, { kind: 'truncate' }),
    ];
  }

  async close(): Promise<void> {
    for (const proxy of [this.mailProxy, this.redis?.proxy, this.meilisearch?.proxy]) await proxy?.close();
    for (const server of [this.mail, this.redis?.server, this.meilisearch?.server]) await server?.close();
  }
}
