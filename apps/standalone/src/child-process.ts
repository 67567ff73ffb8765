import { type ChildProcess as NodeChild, fork } from 'node:child_process';
import { environmentFor } from '@app/platform';

const entryOf = (app: string): URL => new URL(`../../${app}/src/main.js`, import.meta.url);

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
/** One that has run this long is started again without the delay that earlier ends have earned. */
const STEADY_MS = 60_000;
const TRIES_TO_START = 3;
const STOP_MS = 1_800;

/** Another app of the floor as a child of this process, with the same flags of Node: started again when it dies, ended with its parent. */
export class ChildProcess {
  private child: NodeChild | undefined;
  private timer: NodeJS.Timeout | undefined;
  private closing = false;
  private isReady = false;
  private ends = 0;
  private readonly firstReady: Promise<void>;
  private settle: { ready(): void; failed(error: Error): void } = { ready: () => undefined, failed: () => undefined };

  constructor(
    private readonly app: string,
    private readonly environment: Record<string, string>,
    private readonly log: (line: string) => void,
  ) {
    this.firstReady = new Promise((resolve, reject) => (this.settle = { ready: resolve, failed: reject }));
    this.firstReady.catch(() => undefined);
    this.start();
  }

  /** Runs an app to its end with its output on this terminal. Answers its exit code; an abort ends it. */
  static async run(app: string, args: string[], environment: Record<string, string>, stop: AbortSignal): Promise<number> {
    const child = fork(entryOf(app), args, { env: environmentFor(environment), stdio: 'inherit' });
    const end = (): void => void child.kill('SIGTERM');
    stop.addEventListener('abort', end, { once: true });
    return new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => resolve(code ?? 1));
    }).finally(() => stop.removeEventListener('abort', end));
  }

  /** Resolves when it works for the first time; rejects when it has ended again and again before that. */
  ready(): Promise<void> {
    return this.firstReady;
  }

  private start(): void {
    // Its own process group: Ctrl-C in a terminal reaches the parent only, which then stops its child in order.
    const child = fork(entryOf(this.app), [], {
      env: environmentFor(this.environment),
      stdio: 'inherit',
      detached: true,
    });
    const startedAt = performance.now();
    this.child = child;
    child.on('message', (message: { ready?: boolean }) => {
      if (!message.ready) return;
      this.isReady = true;
      this.settle.ready();
    });
    child.once('error', (error) => this.settle.failed(error));
    child.once('exit', (code, signal) => this.ended(signal ?? `code ${code}`, performance.now() - startedAt));
  }

  private ended(how: string, ranMs: number): void {
    if (this.closing) return;
    this.ends = ranMs >= STEADY_MS ? 1 : this.ends + 1;
    if (!this.isReady && this.ends >= TRIES_TO_START) {
      this.settle.failed(new Error(`The ${this.app} process cannot start: it has ended ${this.ends} times (${how}); see above.`));
      return;
    }
    const delay = Math.min(FIRST_DELAY_MS * 2 ** (this.ends - 1), LONGEST_DELAY_MS);
    this.log(`the ${this.app} process has ended (${how}); it is started again in ${delay / 1000} s`);
    this.timer = setTimeout(() => this.start(), delay);
  }

  async close(): Promise<void> {
    this.closing = true;
    clearTimeout(this.timer);
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      child.once('exit', () => {
        clearTimeout(timer);
        resolve();
      });
      child.kill('SIGTERM');
    });
  }
}
