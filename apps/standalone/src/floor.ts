import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { type Config, CONNECTIONS, createHttpApp, migrate, PlatformModule } from '@app/platform';
import { acquireFloorLock, EmbeddedPostgres } from '@app/platform/database/embedded/index.js';
import type { Closable } from '@app/platform/process/run-app.js';
import { LocalMailServer } from '@app/platform/mail/local-mail-server.js';
import { ApiModule } from '../../api/src/api.module.js';
import { WebModule } from '../../web/src/web.module.js';
import { ChildProcess } from './child-process.js';
import { demoPassword } from './demo-password.js';
import { Started, StartedTogether } from './started.js';

class StandaloneRoot {}

/** Of the 5 s to stop in; the rest is the database's. */
const PROCESSES_STOP_MS = 2_000;

/** Opens the whole floor in one process plus the worker: database, mail, pages, API. Answers when it is ready. */
export const startFloor = async (configured: Config, stop: AbortSignal): Promise<Closable> => {
  const started = new Started();
  try {
    await open(configured, started, stop);
    return started;
  } catch (error) {
    await started.close();
    throw error;
  }
};

const open = async (configured: Config, started: Started, stop: AbortSignal): Promise<void> => {
  await assertPortFree(configured);
  const lock = await acquireFloorLock(configured.dataDir, { signal: stop, onWait: (holder) => note(`${holder.split('. ')[0]}. Waiting for it to end.`) });
  started.add({ close: () => lock.release() });
  const databaseUrl = configured.databaseUrl ?? (await startDatabase(configured, started, stop));
  await migrate(databaseUrl);
  stop.throwIfAborted();
  await lock.updateHolder({ databaseUrl, address: configured.publicUrl });
  const smtpUrl = configured.smtpUrl ?? (await startMail(configured, started));
  const demo = configured.demo ?? 'on';
  const password = demo === 'on' ? await demoPassword(configured.dataDir, configured.demoPassword) : configured.demoPassword;
  const config: Config = { ...configured, databaseUrl, smtpUrl, demo, demoPassword: password };
  const childEnvironment = { DATABASE_URL: databaseUrl, SMTP_URL: smtpUrl, PUBLIC_URL: config.publicUrl, ...(password ? { TECHFLOOR_DEMO_PASSWORD: password } : {}) };

  const demoIsNew = config.demo === 'on' && (await hasNoAccounts(databaseUrl)) && (await loadDemo(childEnvironment, stop));
  await startProcesses(config, childEnvironment, started, stop);
  announce(config, demoIsNew);
};

const startProcesses = async (config: Config, environment: Record<string, string>, started: Started, stop: AbortSignal): Promise<void> => {
  const processes = started.add(new StartedTogether(PROCESSES_STOP_MS));
  const worker = processes.add(new ChildProcess('worker', environment, note));
  const root = { module: StandaloneRoot, imports: [PlatformModule.with(Object.freeze({ ...config }), CONNECTIONS.http), ApiModule, WebModule] };
  const app = processes.add(await createHttpApp(root, config));
  await Promise.race([Promise.all([app.listen(config.port, config.host), worker.ready()]), aborted(stop)]);
};

const aborted = (stop: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    const fail = (): void => reject(new Error('The start was given up.'));
    if (stop.aborted) fail();
    stop.addEventListener('abort', fail, { once: true });
  });

// Looked at before anything is started, so that the message comes at once and nothing is left behind.
const assertPortFree = async (config: Config): Promise<void> => {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(config.port, config.host, () => probe.close(() => resolve()));
  });
};

const startDatabase = async (config: Config, started: Started, signal: AbortSignal): Promise<string> => {
  const server = await EmbeddedPostgres.start({ dataDir: config.dataDir, log: note, signal });
  started.add({ close: () => server.stop() });
  return server.url;
};

const startMail = async (config: Config, started: Started): Promise<string> => {
  const server = await LocalMailServer.start(join(config.dataDir, 'mail'));
  started.add(server);
  return server.url;
};

// The command looks again, in its own transaction; this saves a later start from booting it.
const hasNoAccounts = async (databaseUrl: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from account limit 1');
    return rowCount === 0;
  } finally {
    await client.end();
  }
};

const loadDemo = async (environment: Record<string, string>, stop: AbortSignal): Promise<boolean> => {
  const code = await ChildProcess.run('cli', ['demo', '--if-empty'], environment, stop);
  stop.throwIfAborted();
  if (code === 4) return false;
  if (code !== 0) throw new Error('The demo floor could not be loaded; see above. Set TECHFLOOR_DEMO=off to start without it.');
  return true;
};

const DEMO_ACCOUNTS = ['admin', 'manager', 'broker', 'broker2', 'supplier', 'supplier2', 'enterprise', 'enterprise2'];

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const note = (line: string): void => void process.stderr.write(`${line}\n`);

const announce = (config: Config, demoIsNew: boolean): void => {
  if (demoIsNew) {
    say('Demo accounts (all with the same password):');
    say(`  ${DEMO_ACCOUNTS.map((name) => `${name}@techfloor.example`).join('\n  ')}`);
    say(`  password: ${config.demoPassword}`);
  }
  say(`Techfloor is ready at ${config.publicUrl}`);
};
