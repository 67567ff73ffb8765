import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Injectable, Module } from '@nestjs/common';
import { Actor, DeadLetters, event, EventStore, OnEvent, OnJob, OutboxRelay, Queues, type RecordedEvent, type Tx, WorkerModule } from '@app/platform';
import { bootContext, type TestFloor } from '@app/platform/testing/index.js';
import { hasRedis, RedisServer } from '../support/redis.js';
import { until, wait } from '../support/real-floor.js';

const TYPE = 'test.thing_happened.v1';
const SUBJECT = '01890000-0000-7000-8000-000000000000';
const ran: string[] = [];
const ended: string[] = [];
let faults = 0;

@Injectable()
class Probe {
  @OnEvent(TYPE)
  async first(happened: RecordedEvent<{ name: string }>, tx: Tx): Promise<void> {
    if (faults > 0 && faults--) throw new Error('not now');
    await tx.query('insert into effect (event_id, handler) values ($1, 1)', [happened.id]);
  }

  @OnEvent(TYPE, { queue: 'bulk' })
  async second(happened: RecordedEvent<{ name: string }>, tx: Tx): Promise<void> {
    await tx.query('insert into effect (event_id, handler) values ($1, 2)', [happened.id]);
  }

  @OnJob('try')
  async try({ name, failures = 0, ms = 0 }: { name?: string; failures?: number; ms?: number }): Promise<void> {
    ran.push(name!);
    await wait(ms);
    if (ran.filter((n) => n === name).length <= failures) throw new Error(`${name} fails`);
    ended.push(name!);
  }
}

@Module({ providers: [Probe] })
class ProbeModule {}

let redis: RedisServer | undefined;
beforeAll(async () => {
  if (hasRedis) redis = await RedisServer.start();
  else console.log('the queue on Redis is skipped: there is no redis-server on this machine');
});
afterAll(() => redis?.close());

describe.each(['PostgreSQL', ...(hasRedis ? ['Redis'] : [])])('the queue on %s', (store) => {
  let floor: TestFloor;
  let queues: Queues;
  const environment = (): Record<string, string> => (store === 'Redis' ? { REDIS_URL: redis!.url } : {});
  const open = async (imports: object[]): Promise<void> => {
    for (const seen of [ran, ended]) seen.length = 0;
    floor = await bootContext({ imports: [ProbeModule, ...imports] as never, environment: environment() });
    await floor.database.query('create table effect (event_id uuid, handler int)');
    queues = floor.get(Queues);
  };
  const workers: { close(): Promise<void> }[] = [];
  /** A worker on the same database and queue as the open floor; one that its test leaves behind does no work for the next. */
  const openWorker = async (): Promise<{ close(): Promise<void> }> => {
    const { NestFactory } = await import('@nestjs/core');
    const { PlatformModule } = await import('@app/platform');
    class Root {}
    const worker = await NestFactory.createApplicationContext({ module: Root, imports: [PlatformModule.with(floor.config), WorkerModule, ProbeModule] }, { logger: false });
    workers.push(worker);
    return worker;
  };
  const happen = async (count = 1): Promise<void> =>
    floor.database.transaction(async (tx) => floor.get(EventStore).append(tx, Actor.system(), ...Array.from({ length: count }, () => event(TYPE, SUBJECT, { name: 'x' }))));
  const effects = async (): Promise<{ all: number; distinct: number }> =>
    (await floor.database.query<{ all: number; distinct: number }>('select count(*)::int as all, count(distinct (event_id, handler))::int as distinct from effect'))[0];
  const loseEverything = async (): Promise<void> => {
    if (store === 'Redis') return redis!.flush();
    const tables = await floor.database.query<{ name: string }>(`select format('bullmq.%I', tablename) as name from pg_tables where schemaname = 'bullmq' and tablename !~ 'migration|version'`);
    await floor.database.query(`truncate ${tables.map((t) => t.name).join(', ')} cascade`);
  };
  const add = (name: string, data: object = {}, more: object = {}): Promise<void> => queues.add('interactive', [{ name: 'try', id: name, data: { name, ...data }, ...more }]);
  const times = (name: string): number => ran.filter((n) => n === name).length;

  describe('with a worker', () => {
    beforeAll(() => open([WorkerModule]));
    afterAll(() => floor.close());

    it('runs what is added, in bulk too', async () => {
      await queues.add('bulk', Array.from({ length: 1_200 }, (_, i) => ({ name: 'try', id: `many-${i}`, data: { name: `many-${i}` } })));
      await until('all have run', () => ended.filter((n) => n.startsWith('many-')).length === 1_200);
    });

    it('takes the same id once while the job exists', async () => {
      await Promise.all([1, 2, 3].map(() => add('same', { ms: 300 }, { delayMs: 200 })));
      await until('it has ended', () => ended.includes('same'));
      await wait(300);
      expect(times('same')).toBe(1);
    });

    it('waits as long as it is told', async () => {
      const added = performance.now();
      await add('later', {}, { delayMs: 700 });
      await until('it has run', () => ended.includes('later'));
      expect(performance.now() - added).toBeGreaterThan(650);
    });

    it('tries again, longer after each failure, then keeps it as a dead letter that a person can send again', async () => {
      const added = performance.now();
      await add('weak', { failures: 2 }, { retry: { attempts: 3, backoffMs: 100 } });
      await until('it has ended', () => ended.includes('weak'));
      expect(times('weak')).toBe(3);
      expect(performance.now() - added).toBeGreaterThan(280);

      const letters = floor.get(DeadLetters);
      await add('hopeless', { failures: 2 }, { retry: { attempts: 2, backoffMs: 50 } });
      await until('it is a dead letter', async () => (await letters.count()) === 1);
      expect(await letters.list()).toEqual([expect.objectContaining({ job: 'try', handler: 'try', eventId: null, error: 'hopeless fails' })]);
      expect(await letters.retry('all')).toBe(1);
      await until('it has ended', () => ended.includes('hopeless'));
      expect(await letters.count()).toBe(0);
    });

    it('runs each handler of an event once, after failures too, and empties the outbox', async () => {
      faults = 2;
      await happen(3);
      await until('all effects are there', async () => (await effects()).all === 6);
      await until('the outbox is empty', async () => (await floor.get(OutboxRelay).pending()) === 0);
      expect(await effects()).toEqual({ all: 6, distinct: 6 });
    });

    it('does nothing twice when everything is sent again', async () => {
      await happen(5);
      await floor.database.query('create table again as select * from outbox');
      for (let round = 0; round < 3; round++) {
        await floor.database.query('insert into outbox (event_id, type) select event_id, type from again on conflict do nothing');
        await floor.get(OutboxRelay).sendPending();
      }
      await until('the outbox is empty', async () => (await floor.get(OutboxRelay).pending()) === 0);
      expect(await effects()).toEqual({ all: 16, distinct: 16 });
    });

    it('tells how deep it is', async () => {
      await add('deep', {}, { delayMs: 60_000 });
      expect(await queues.depth('interactive')).toEqual({ waiting: 0, active: 0, delayed: 1 });
    });

    // The other store is the floor's own database, whose end the standalone tests try.
    if (store === 'Redis') it('goes on when its server is killed and comes back empty', async () => {
      await redis!.kill();
      await happen(4);
      await expect(queues.depth('interactive')).rejects.toThrow();
      await wait(300);
      await redis!.startAgain();
      await until('all effects are there', async () => (await effects()).all === 24);
      await until('the outbox is empty', async () => (await floor.get(OutboxRelay).pending()) === 0);
      expect(await effects()).toEqual({ all: 24, distinct: 24 });
    });
  });

  describe('with workers that come and go', () => {
    beforeAll(() => open([]));
    afterEach(() => Promise.all(workers.splice(0).map((worker) => worker.close())));
    afterAll(() => floor.close());

    it('lets running jobs end when a worker stops in order', async () => {
      const worker = await openWorker();
      await add('slow', { ms: 800 });
      await until('it runs', () => ran.includes('slow'));
      await worker.close();
      expect(ended).toContain('slow');
    });

    it('sends again what a lost queue held', async () => {
      await happen(10);
      expect(await floor.get(OutboxRelay).sendPending()).toBe(10);
      await loseEverything();
      await floor.database.query(`update outbox set sent_at = sent_at - interval '3 minutes'`);
      const worker = await openWorker();
      await until('all effects are there', async () => (await effects()).all === 20);
      await until('the outbox is empty', async () => (await floor.get(OutboxRelay).pending()) === 0);
      expect(await effects()).toEqual({ all: 20, distinct: 20 });
      await worker.close();
    });

    it('sends a retried dead letter again when the queue loses it', async () => {
      const before = (await effects()).all;
      const letters = floor.get(DeadLetters);
      await happen();
      await floor.get(OutboxRelay).sendPending();
      await loseEverything();
      const [{ event_id: eventId }] = await floor.database.query<{ event_id: string }>('select event_id from outbox');
      await floor.database.query(`insert into handled (event_id, handler) values ($1, 'Probe.second')`, [eventId]);
      const data = JSON.stringify({ eventId, handler: 'Probe.first' });
      await floor.database.query(`insert into dead_letter (queue, job, handler, event_id, data, error) values ('interactive', 'event', 'Probe.first', $1, $2, 'x')`, [eventId, data]);
      expect(await floor.get(OutboxRelay).pending()).toBe(0);

      expect(await letters.retry('all')).toBe(1);
      await loseEverything();
      expect([await letters.count(), await floor.get(OutboxRelay).pending()]).toEqual([0, 1]);
      await floor.database.query(`update outbox set sent_at = sent_at - interval '3 minutes'`);
      const worker = await openWorker();
      await until('its effect is there', async () => (await effects()).all === before + 1);
      await until('the outbox is empty', async () => (await floor.get(OutboxRelay).pending()) === 0);
      await worker.close();
    });

    it('keeps an event until a newer release, of which this worker does not know, has handled it too', async () => {
      const worker = await openWorker();
      const pending = (): Promise<number> => floor.get(OutboxRelay).pending();
      const sql = (text: string): Promise<{ id: string }[]> => floor.database.query(text);
      await until('the outbox is empty', async () => (await pending()) === 0);
      const before = (await effects()).all;
      await happen();
      await sql(`insert into event_handler (name, types, after_sequence) values ('Newer.handler', '{${TYPE}}', (select max(sequence) from event))`);
      await until('it asks for nothing that was before it', async () => (await pending()) === 0);
      await happen();
      await until('the effects of both are there', async () => (await effects()).all === before + 4);
      await sql(`update outbox set sent_at = sent_at - interval '3 minutes'`);
      const again = await openWorker();
      expect(await floor.get(OutboxRelay).sweep()).toEqual({ pruned: 0, resent: 0 });
      expect(await pending()).toBe(1);
      await sql(`insert into handled (event_id, handler) select event_id, 'Newer.handler' from outbox`);
      // A sweep of the workers may hold the row just now.
      await until('the outbox is empty', async () => (await pending()) === 0);

      await happen();
      await until('the effects are there', async () => (await effects()).all === before + 6);
      await wait(300);
      expect(await pending()).toBe(1);
      // Its release has been taken away again.
      await sql(`update event_handler set seen_at = now() - interval '11 minutes' where name = 'Newer.handler'`);
      await until('the outbox is empty', async () => (await pending()) === 0);
      await Promise.all([worker.close(), again.close()]);
    });

    it('gives the job of a killed worker to another one', async () => {
      const script = join(import.meta.dirname, '../support/hanging-worker.mjs');
      const doomed = spawn(process.execPath, [script, floor.config.databaseUrl!, floor.config.redisUrl ?? ''], { stdio: ['ignore', 'pipe', 'inherit'] });
      await add('orphan');
      await once(doomed.stdout, 'data');
      doomed.kill('SIGKILL');
      const worker = await openWorker();
      await until('another has run it', () => ended.includes('orphan'), 25_000);
      await worker.close();
    });
  });
});
