/** What people saw while a fault of one kind was on, until all was well again. */
export interface Seen {
  /** How often this fault was tried. */
  times: number;
  /** Seconds from the fault until health was fine again, all times together. */
  seconds: number;
  done: number;
  /** Answered with a reason why not (4xx). */
  refused: number;
  /** Told to come again later (503). */
  later: number;
  /** Answered with another 5xx. */
  failed: number;
  /** Not answered: cut off, or nobody listened. */
  cut: number;
  searches: number;
  searchesNotAnswered: number;
  /** Of the searches that were answered. */
  slowestSearchMs: number;
}

type Counted = 'done' | 'refused' | 'later' | 'failed' | 'cut';

const nothing = (): Seen => ({ times: 0, seconds: 0, done: 0, refused: 0, later: 0, failed: 0, cut: 0, searches: 0, searchesNotAnswered: 0, slowestSearchMs: 0 });

/** Keeps count of what people see, by the fault that is on. */
export class Tally {
  readonly byFault = new Map<string, Seen>();
  private now = this.of('none');

  /** From now on it counts for this fault; `seconds` is how long the last one lasted. */
  begin(fault: string): void {
    this.now = this.of(fault);
    this.now.times++;
  }

  end(seconds: number): void {
    this.now.seconds += seconds;
    this.now = this.of('none');
  }

  count(what: Counted): void {
    this.now[what]++;
  }

  search(answeredInMs: number | null): void {
    this.now.searches++;
    if (answeredInMs === null) this.now.searchesNotAnswered++;
    else this.now.slowestSearchMs = Math.max(this.now.slowestSearchMs, Math.round(answeredInMs));
  }

  /** A table in Markdown, one row a fault. */
  table(): string {
    const head = ['fault', 'times', 's until well', 'done', 'refused (4xx)', '503', 'other 5xx', 'not answered', 'searches', 'of them not answered', 'slowest ms'];
    const rows = [...this.byFault].filter(([, seen]) => seen.done + seen.searches + seen.times > 0).map(([fault, s]) => [
      fault, s.times, s.times === 0 ? '–' : (s.seconds / s.times).toFixed(1), s.done, s.refused, s.later, s.failed, s.cut, s.searches, s.searchesNotAnswered, s.slowestSearchMs,
    ]);
    const line = (cells: readonly unknown[]): string => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
  }

  private of(fault: string): Seen {
    const seen = this.byFault.get(fault) ?? nothing();
    this.byFault.set(fault, seen);
    return seen;
  }
}
