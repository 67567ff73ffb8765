import { randomUUID } from 'node:crypto';
import { type Config, readConfig } from '../config/config.js';

interface Closable {
  close(): Promise<void>;
}

const STOP_LIMIT_MS = 5_000;

/** Says in one line what prevents the start, with the system's code where there is one. */
export const explain = (error: unknown, config?: Pick<Config, 'port' | 'dataDir'>): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `EADDRINUSE: port ${config?.port} is already in use. Stop the other program or set PORT.`;
  if (code === 'EACCES' && config) return message?.includes('EACCES') ? message : `EACCES: ${message} (${config.dataDir})`;
  return message ?? String(error);
};

/**
 * Runs an app until SIGINT or SIGTERM: parses the configuration, starts, and on a signal closes within 5 s.
 * The exit code is not 0 when the start fails.
 */
export const runApp = async (name: string, start: (config: Config) => Promise<Closable>): Promise<void> => {
  let config: Config | undefined;
  let stopped: Promise<void> | undefined;
  let running: Closable | undefined;
  const stop = (): Promise<void> => {
    stopped ??= (async () => {
      setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
      await running?.close().catch(() => undefined);
      process.exit(0);
    })();
    return stopped;
  };
  try {
    config = readConfig();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
    running = await start(config);
    process.on('unhandledRejection', (error) => {
      process.stderr.write(`${JSON.stringify({ level: 'error', app: name, id: randomUUID(), error: String((error as Error)?.stack ?? error) })}\n`);
    });
  } catch (error) {
    process.stderr.write(`${explain(error, config)}\n`);
    process.exit(1);
  }
};
