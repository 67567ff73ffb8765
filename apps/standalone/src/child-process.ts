import { type ChildProcess as NodeChild, fork } from 'node:child_process';
import { environmentFor } from '@app/platform';

const entryOf = (app: string): URL => new URL(`../../${app}/src/main.js`, import.meta.url);

const RESTART_MS = 1_000;
const STOP_MS = 4_000;

/** Another app of the floor as a child of this process: started again when it dies, ended with its parent. */
export class ChildProcess {
  private child: NodeChild | undefined;
  private closing = false;
  private readonly firstReady: Promise<void>;
  private markReady: () => void = () => undefined;

  constructor(
    private readonly app: string,
    private readonly environment: Record<string, string>,
  ) {
    this.firstReady = new Promise((resolve) => (this.markReady = resolve));
    this.start();
  }

  /** Runs an app to its end with its output on this terminal. Answers its exit code. */
  static async run(app: string, args: string[], environment: Record<string, string>): Promise<number> {
    const child = fork(entryOf(app), args, { env: environmentFor(environment), stdio: 'inherit' });
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => resolve(code ?? 1));
    });
  }

  ready(): Promise<void> {
    return this.firstReady;
  }

  private start(): void {
    // Its own process group: Ctrl-C in a terminal reaches the parent only, which then stops its child in order.
    const child = fork(entryOf(this.app), [], { env: environmentFor(this.environment), stdio: 'inherit', detached: true });
    this.child = child;
    child.on('message', (message: { ready?: boolean }) => message.ready && this.markReady());
    child.once('exit', () => {
      if (!this.closing) setTimeout(() => !this.closing && this.start(), RESTART_MS);
    });
  }

  async close(): Promise<void> {
    this.closing = true;
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
