import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { OfferReader } from '@app/catalog';
import { MatchNoticeAudit, type MissingMatchNotice } from '@app/notifications';
import { Clock, DeadLetters, EventAudit, type UnhandledEvent } from '@app/platform';
import { IndexingService } from '@app/search';

interface IndexDrift {
  missing: string[];
  stale: string[];
  strays: string[];
}

interface Drift {
  index: IndexDrift;
  unhandled: UnhandledEvent[];
  deadLetters: number;
  notices: MissingMatchNotice[];
}

interface Shown<T> {
  count: number;
  /** The first of them. */
  items: T[];
}

export interface Reconciliation {
  asOf: string;
  /** Whether the queue came to rest in time; otherwise what follows may still change by itself. */
  drained: boolean;
  waitedMs: number;
  /** Live offers against the documents of the search, by id and version. */
  offers: { live: number; missing: Shown<string>; stale: Shown<string>; strays: Shown<string> };
  /** Events against the marks of their handlers. */
  events: { pending: number; unhandled: Shown<UnhandledEvent>; deadLetters: number };
  /** Finds of matching against the people who should know. */
  matches: { untold: Shown<MissingMatchNotice> };
  drift: number;
  repaired: boolean;
}

const DRAIN_MS = 60_000;
const LOOK_MS = 250;
const SHOWN = 50;

const shown = <T>(items: T[]): Shown<T> => ({ count: items.length, items: items.slice(0, SHOWN) });
const sizeOf = ({ index, unhandled, deadLetters, notices }: Drift): number =>
  index.missing.length + index.stale.length + index.strays.length + unhandled.length + deadLetters + notices.length;

/** Proves that what has been derived is what it should be; on demand it mends what is not. */
@Injectable()
export class Reconciler {
  constructor(
    private readonly indexing: IndexingService,
    private readonly offers: OfferReader,
    private readonly events: EventAudit,
    private readonly deadLetters: DeadLetters,
    private readonly notices: MatchNoticeAudit,
    private readonly clock: Clock,
  ) {}

  /** `drift` of 0 means: everything agrees. With `repair` it is what is left after mending. */
  async run({ repair, drainMs = DRAIN_MS }: { repair: boolean; drainMs?: number }): Promise<Reconciliation> {
    const started = performance.now();
    let pending = await this.drain(drainMs);
    let drift = await this.settledDrift(drainMs);
    const repaired = repair && sizeOf(drift) + pending.length > 0;
    if (repaired) {
      await this.mend(drift, pending);
      pending = await this.drain(drainMs);
      drift = await this.settledDrift(drainMs);
    }
    return {
      asOf: this.clock.now().toISOString(),
      drained: pending.length === 0,
      waitedMs: Math.round(performance.now() - started),
      offers: { live: await this.offers.liveCount(), missing: shown(drift.index.missing), stale: shown(drift.index.stale), strays: shown(drift.index.strays) },
      events: { pending: pending.length, unhandled: shown(drift.unhandled), deadLetters: drift.deadLetters },
      matches: { untold: shown(drift.notices) },
      drift: sizeOf(drift) + pending.length,
      repaired,
    };
  }

  /** Answers the events that still wait when the time is over. */
  private async drain(ms: number): Promise<string[]> {
    const deadline = performance.now() + ms;
    for (;;) {
      const pending = await this.events.pending();
      if (pending.length === 0 || performance.now() >= deadline) return pending;
      await sleep(LOOK_MS);
    }
  }

  /** On a floor at work a change may come between two looks: only what is found twice counts. */
  private async settledDrift(drainMs: number): Promise<Drift> {
    const first = await this.look();
    if (sizeOf(first) === 0) return first;
    await sleep(LOOK_MS);
    await this.drain(Math.min(drainMs, 5_000));
    return both(first, await this.look());
  }

  private async look(): Promise<Drift> {
    return {
      index: await this.indexing.drift(),
      unhandled: await this.events.unhandled(),
      deadLetters: await this.deadLetters.count(),
      notices: await this.notices.missing(),
    };
  }

  private async mend({ index, unhandled, deadLetters, notices }: Drift, pending: string[]): Promise<void> {
    await this.indexing.refreshMany([...index.missing, ...index.stale, ...index.strays]);
    await this.notices.tell(notices);
    await this.events.sendAgain([...pending, ...unhandled.map(({ eventId }) => eventId)]);
    if (deadLetters > 0) await this.deadLetters.retry('all');
  }
}

const both = (first: Drift, second: Drift): Drift => {
  const common = <T>(a: T[], b: T[], key: (item: T) => string): T[] => {
    const before = new Set(a.map(key));
    return b.filter((item) => before.has(key(item)));
  };
  const id = (text: string): string => text;
  return {
    index: {
      missing: common(first.index.missing, second.index.missing, id),
      stale: common(first.index.stale, second.index.stale, id),
      strays: common(first.index.strays, second.index.strays, id),
    },
    unhandled: common(first.unhandled, second.unhandled, (one) => `${one.eventId} ${one.handler}`),
    deadLetters: second.deadLetters,
    notices: common(first.notices, second.notices, (one) => `${one.accountId} ${one.matchId}`),
  };
};
