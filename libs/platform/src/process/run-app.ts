import { type Config, readConfig } from '../config/config.js';
import { explain } from './explain.js';

export interface Closable {
  close(): Promise<void>;
}

/** Starts an app. `stop` is aborted when it is to end, also while it is still starting: then it undoes what it began and throws. */
export type StartApp = (config: Config, stop: AbortSignal) => Promise<Closable>;

const STOP_LIMIT_MS = 5_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs an app until SIGINT, SIGTERM or SIGHUP: parses the configuration, starts, and on a signal closes within 5 s with
 * exit code 0. The code is not 0 when the start fails, and then one line says why.
 */
export const runApp = async (name: string, start: StartApp): Promise<void> => {
  const stopping = new AbortController();
  const asked = new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve(), { once: true }));
  let exitCode = 0;
  const stop = (): void => {
    if (stopping.signal.aborted) return;
    setTimeout(() => process.exit(1), STOP_LIMIT_MS);
    stopping.abort();
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  reportFaults(name, () => {
    exitCode = 1;
    stop();
  });
  let config: Config | undefined;
  try {
    config = readConfig();
    const running = await start(config, stopping.signal);
    await asked;
    await running.close();
  } catch (error) {
    if (!stopping.signal.aborted) {
      say(explain(error, config));
      exitCode = 1;
    }
  }
  process.exit(exitCode);
};

/** What nobody caught is logged; after an exception the state is unknown, so the process ends in order and is started anew. */
const reportFaults = (app: string, end: () => void): void => {
  // The reader of our output may go first (`npm start | head`); that must not end the floor in disorder.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const report = (error: unknown): void => say(JSON.stringify({ level: 'error', app, error: String((error as Error | undefined)?.stack ?? error) }));
  process.on('unhandledRejection', report);
  process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    report(error);
    end();
  });
};

const say = (line: string): void => void process.stderr.write(`${line}\n`);
