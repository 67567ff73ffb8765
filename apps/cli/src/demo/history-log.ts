import { event, EventStore, type EventData, type PastEvent, type Tx } from '@app/platform';
import { Random } from './random.js';

interface Facts {
  at: Date;
  version: number;
  actor?: string | null;
  organizationId: string;
  centreId: string;
  from: string | null;
  to: string | null;
}

const STATEMENT = 2_000;

/** Gathers events of the past and writes them in the order of their times, as if they had been logged when they happened. */
export class HistoryLog {
  private waiting: PastEvent[] = [];
  private count = 0;

  constructor(
    private readonly events: EventStore,
    private readonly seed: number,
  ) {}

  /** Answers the event's id. */
  add(type: string, subject: string, data: EventData, { at, actor = null, ...context }: Facts): string {
    const id = new Random(this.seed, 'event', this.count++).id(at);
    this.waiting.push({ ...event(type, subject, data, context), id, actor, at });
    return id;
  }

  /** Writes what happened before a time; nothing older may be added afterwards. */
  async flush(tx: Tx, before: Date | null): Promise<void> {
    this.waiting.sort((a, b) => a.at.getTime() - b.at.getTime());
    const later = before ? this.waiting.findIndex((e) => e.at >= before) : -1;
    const due = this.waiting.splice(0, later < 0 ? this.waiting.length : later);
    for (let from = 0; from < due.length; from += STATEMENT) await this.events.appendHistory(tx, 'cli', due.slice(from, from + STATEMENT));
  }
}
