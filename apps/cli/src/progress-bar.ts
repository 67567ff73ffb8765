const WIDTH = 30;
const EVERY_MS = 100;

/** A progress bar on the terminal; one line at the end where the output is not a terminal. */
export class ProgressBar {
  private shownAt = 0;

  constructor(
    private readonly label: string,
    readonly total: number,
    private readonly out: NodeJS.WriteStream = process.stderr,
  ) {}

  show(done: number): void {
    if (!this.out.isTTY) return;
    const now = performance.now();
    if (now - this.shownAt < EVERY_MS && done < this.total) return;
    this.shownAt = now;
    const share = this.total > 0 ? Math.min(1, done / this.total) : 1;
    const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░');
    this.out.write(`\r${this.label} ${bar} ${Math.round(share * 100)} % (${done.toLocaleString('vi-VN')})`);
  }

  end(done: number): void {
    this.show(done);
    this.out.write(this.out.isTTY ? '\n' : `${this.label}: ${done.toLocaleString('vi-VN')}\n`);
  }
}
