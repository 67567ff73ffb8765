import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Config, createHttpApp, migrate, PlatformModule } from '@app/platform';
import { acquireFloorLock, EmbeddedPostgres } from '@app/platform/database/embedded/index.js';
import { LocalMailServer } from '@app/platform/mail/local-mail-server.js';
import { ApiModule } from '../../api/src/api.module.js';
import { WebModule } from '../../web/src/web.module.js';
import { errorPage } from '../../web/src/error-page.js';
import { ChildProcess } from './child-process.js';

class StandaloneRoot {}

interface Closable {
  close(): Promise<void>;
}

/** What has been started, to be stopped in the opposite order, whatever happened. */
class Started implements Closable {
  private readonly parts: Closable[] = [];

  add<T extends Closable>(part: T): T {
    this.parts.push(part);
    return part;
  }

  async close(): Promise<void> {
    for (const part of this.parts.splice(0).reverse()) {
      await part.close().catch((error: Error) => process.stderr.write(`${error.message}\n`));
    }
  }
}

/** Opens the whole floor in one process plus the worker: database, mail, pages, API. Answers when it is ready. */
export const startFloor = async (configured: Config): Promise<Closable> => {
  const started = new Started();
  try {
    await open(configured, started);
    return started;
  } catch (error) {
    await started.close();
    throw error;
  }
};

const open = async (configured: Config, started: Started): Promise<void> => {
  await assertPortFree(configured);
  const lock = await acquireFloorLock(configured.dataDir, {});
  started.add({ close: async () => lock.release() });
  const databaseUrl = configured.databaseUrl ?? (await startDatabase(configured, started));
  await migrate(databaseUrl);
  await lock.updateHolder({ databaseUrl, address: configured.publicUrl });
  const smtpUrl = configured.smtpUrl ?? (await startMail(configured, started));
  const password = configured.demoPassword ?? randomBytes(9).toString('base64url');
  const config: Config = { ...configured, databaseUrl, smtpUrl, demo: configured.demo ?? 'on', demoPassword: password };
  const childEnvironment = { DATABASE_URL: databaseUrl, SMTP_URL: smtpUrl, PUBLIC_URL: config.publicUrl, TECHFLOOR_DEMO_PASSWORD: password };

  const demoIsNew = config.demo === 'on' && (await loadDemo(childEnvironment));
  const worker = started.add(new ChildProcess('worker', childEnvironment));
  const [app] = await Promise.all([startHttp(config), worker.ready()]);
  started.add(app);
  announce(config, demoIsNew);
};

// Looked at before anything is started, so that the message comes at once and nothing is left behind.
const assertPortFree = async (config: Config): Promise<void> => {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(config.port, config.host, () => probe.close(() => resolve()));
  });
};

const startDatabase = async (config: Config, started: Started): Promise<string> => {
  const server = await EmbeddedPostgres.start({ dataDir: config.dataDir, log: () => undefined });
  started.add({ close: () => server.stop() });
  return server.url;
};

const startMail = async (config: Config, started: Started): Promise<string> => {
  const server = await LocalMailServer.start(join(config.dataDir, 'mail'));
  started.add(server);
  return server.url;
};

const loadDemo = async (environment: Record<string, string>): Promise<boolean> => {
  const code = await ChildProcess.run('cli', ['demo', '--if-empty'], environment);
  if (code === 4) return false;
  if (code !== 0) throw new Error('The demo floor could not be loaded; see above. Set TECHFLOOR_DEMO=off to start without it.');
  return true;
};

const startHttp = async (config: Config): Promise<NestFastifyApplication> => {
  const root = { module: StandaloneRoot, imports: [PlatformModule.with(parsed(config)), ApiModule, WebModule] };
  const app = await createHttpApp(root, config, { errorPage });
  await app.listen(config.port, config.host);
  return app;
};

const parsed = (config: Config): Config => Object.freeze({ ...config });

const DEMO_ACCOUNTS = ['admin', 'manager', 'broker', 'broker2', 'supplier', 'supplier2', 'enterprise', 'enterprise2'];

const announce = (config: Config, demoIsNew: boolean): void => {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  if (demoIsNew) {
    say('Demo accounts (all with the same password):');
    say(`  ${DEMO_ACCOUNTS.map((name) => `${name}@techfloor.example`).join('\n  ')}`);
    say(`  password: ${config.demoPassword}`);
  }
  say(`Techfloor is ready at ${config.publicUrl}`);
};
