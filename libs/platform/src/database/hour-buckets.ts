import type { Clock } from '../clock/clock.js';
import type { Caller } from '../http/caller.decorator.js';
import type { Logger } from '../logging/logger.js';

const FLUSH_MS = 5_000;
const HOUR_MS = 3_600_000;
/** What comes beyond this between two writes is not counted: a flood must not fill the memory. */
const MAX_KEYS = 10_000;
const BOT = /bot|crawl|spider|slurp|preview|curl|wget|python|monitor/i;

/** Whether what this caller does is counted: staff and machines are left out. */
export const isCounted = ({ actor, userAgent }: Caller): boolean => !actor.isStaff && !!userAgent && !BOT.test(userAgent);

export interface HourBucketOptions<Row> {
  /** Names what is counted, in the log. */
  name: string;
  keyOf: (row: Row) => string;
  sum: (a: Row, b: Row) => Row;
  /** Adds the rows to their hour in one statement; each key stands in them once, in the order of the keys. */
  write: (hour: Date, rows: Row[]) => Promise<unknown>;
}

interface Gathered<Row> {
  /** The hour's first millisecond. */
  hour: number;
  row: Row;
}

/** Counts in memory, off the path of a request, and adds what has gathered to the hour in which it was counted every few seconds. */
export class HourBuckets<Row> {
  private rows = new Map<string, Gathered<Row>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly options: HourBucketOptions<Row>,
  ) {}

  add(row: Row): void {
    this.gather({ hour: Math.floor(this.clock.now().getTime() / HOUR_MS) * HOUR_MS, row });
  }

  /** Writes what has gathered; what could not be written is kept for the next time. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const ordered = [...this.rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, gathered]) => gathered);
    this.rows = new Map();
    for (const hour of new Set(ordered.map((gathered) => gathered.hour))) await this.write(hour, ordered.filter((gathered) => gathered.hour === hour));
  }

  private gather(gathered: Gathered<Row>): void {
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_MS);
    const key = `${gathered.hour} ${this.options.keyOf(gathered.row)}`;
    const held = this.rows.get(key);
    if (held === undefined && this.rows.size >= MAX_KEYS) return;
    this.rows.set(key, held === undefined ? gathered : { hour: held.hour, row: this.options.sum(held.row, gathered.row) });
  }

  private async write(hour: number, gathered: Gathered<Row>[]): Promise<void> {
    try {
      await this.options.write(new Date(hour), gathered.map(({ row }) => row));
    } catch (error) {
      this.logger.warn(`${this.options.name} could not be written, kept for the next time`, { error: (error as Error).message });
      for (const one of gathered) this.gather(one);
    }
  }
}
