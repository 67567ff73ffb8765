import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, until } from './real-floor.js';

/** The server's program, for tests that kill it; they say that they are left out without it. */
const BINARY = process.env['TEST_MEILI_BINARY'];
export const hasMeilisearch = BINARY !== undefined && existsSync(BINARY);

/** A Meilisearch server of a test's own, on a free port. */
export class MeilisearchServer {
  private constructor(
    private child: ChildProcess,
    private readonly folder: string,
    readonly port: number,
  ) {}

  static async start(): Promise<MeilisearchServer> {
    const folder = mkdtempSync(join(tmpdir(), 'techfloor-meilisearch-'));
    const port = await freePort();
    const server = new MeilisearchServer(launch(port, folder), folder, port);
    await server.answers();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async kill(): Promise<void> {
    const ended = new Promise((done) => this.child.once('exit', done));
    this.child.kill('SIGKILL');
    await ended;
  }

  /** Stops it without ending it: it accepts, and answers nothing. */
  freeze(): void {
    this.child.kill('SIGSTOP');
  }

  thaw(): void {
    this.child.kill('SIGCONT');
  }

  async startAgain({ empty = false } = {}): Promise<void> {
    if (empty) rmSync(join(this.folder, 'data'), { recursive: true, force: true });
    this.child = launch(this.port, this.folder);
    await this.answers();
  }

  async close(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private answers(): Promise<void> {
    return until('Meilisearch answers', () => fetch(`${this.url}/health`).then(({ ok }) => ok, () => false));
  }
}

/** Set up as docs/operations.md says. */
const launch = (port: number, folder: string): ChildProcess =>
  spawn(BINARY!, ['--http-addr', `127.0.0.1:${port}`, '--no-analytics', '--max-indexing-memory', '1Gb', '--db-path', join(folder, 'data')], { cwd: folder, stdio: 'ignore' });
