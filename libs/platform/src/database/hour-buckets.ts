import type { Actor } from '../kernel/actor.js';
import type { Clock } from '../clock/clock.js';
import type { Logger } from '../logging/logger.js';

const FLUSH_MS = 5_000;
const HOUR_MS = 3_600_000;
/** What comes beyond this between two writes is not counted: a flood must not fill the memory. */
const MAX_KEYS = 10_000;
const BOT = /bot|crawl|spider|slurp|preview|curl|wget|python|monitor/i;

/** Whether what this caller does is counted: staff and machines are left out. */
export const isCounted = (actor: Actor, userAgent: string | undefined): boolean => !actor.isStaff && !!userAgent && !BOT.test(userAgent);

export interface HourBucketOptions<Row> {
  /** Names what is counted, in the log. */
  name: string;
  keyOf: (row: Row) => string;
  sum: (a: Row, b: Row) => Row;
  /** Adds the rows to their hour in one statement; each key stands in them once, in the order of the keys. */
  write: (hour: Date, rows: Row[]) => Promise<unknown>;
}

/** Counts in memory, off the path of a request, and adds what has gathered to its hour every few seconds. */
export class HourBuckets<Row> {
  private rows = new Map<string, Row>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly options: HourBucketOptions<Row>,
  ) {}

  add(row: Row): void {
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_MS);
    const key = this.options.keyOf(row);
    const held = this.rows.get(key);
    if (held === undefined && this.rows.size >= MAX_KEYS) return;
    this.rows.set(key, held === undefined ? row : this.options.sum(held, row));
  }

  /** Writes what has gathered; what could not be written is kept for the next time. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { rows } = this;
    if (rows.size === 0) return;
    this.rows = new Map();
    const hour = new Date(Math.floor(this.clock.now().getTime() / HOUR_MS) * HOUR_MS);
    const ordered = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
    try {
      await this.options.write(hour, ordered);
    } catch (error) {
      this.logger.warn(`${this.options.name} could not be written, kept for the next time`, { error: (error as Error).message });
      for (const row of ordered) this.add(row);
    }
  }
}
