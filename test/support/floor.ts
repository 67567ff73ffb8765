import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountService, IdentityModule } from '@app/identity';
import { CentreService, OrganizationService, OrganizationsModule } from '@app/organizations';
import { type Config, CONNECTIONS, createHttpApp, Database, OutboxRelay, parseConfig, PlatformModule, type Role } from '@app/platform';
import { LocalMailServer } from '@app/platform/mail/local-mail-server.js';
import { cloneDatabase } from '@app/platform/testing/index.js';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { WorkerAppModule } from '../../apps/worker/src/worker.module.js';
import { assertDocumented } from './contract.js';

export const PASSWORD = 'correct horse battery';

export interface Answer {
  status: number;
  body: any;
  headers: Record<string, unknown>;
}

export class Client {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly token: string | null,
  ) {}

  /** Every answer is held against the API's document. */
  async call(method: string, url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await this.app.inject({
      method: method as 'GET',
      url: url.startsWith('/') ? url : `/api/v1/${url}`,
      ...(body === undefined ? {} : { payload: body as object }),
      headers: { ...(this.token ? { authorization: `Bearer ${this.token}` } : {}), ...headers },
    });
    const text = response.body;
    const isJson = String(response.headers['content-type'] ?? '').includes('json');
    const answer = { status: response.statusCode, body: isJson && text ? JSON.parse(text) : text, headers: response.headers };
    assertDocumented(method, url.startsWith('/') ? url : `/api/v1/${url}`, answer);
    return answer;
  }

  get = (url: string, headers?: Record<string, string>): Promise<Answer> => this.call('GET', url, undefined, headers);
  post = (url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> => this.call('POST', url, body, headers);
  patch = (url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> => this.call('PATCH', url, body, headers);
}

export type Person = 'admin' | 'manager' | 'broker' | 'broker2' | 'supplier' | 'supplier2' | 'enterprise' | 'enterprise2';

export interface WholeFloor {
  http: NestFastifyApplication;
  worker: INestApplicationContext;
  database: Database;
  as(person: Person): Client;
  visitor: Client;
  centres: { own: string; other: string };
  /** Waits until every event has been handled and no mail is due. */
  quiet(): Promise<void>;
  mails(): string[];
  close(): Promise<void>;
}

/**
 * Boots the API and a real worker over a database, a queue and a mail server of their own, with one account of each kind.
 * `further` modules, such as the pages, share the API's process, as in the standalone app.
 */
export const openFloor = async (environment: Record<string, string> = {}, further: Type<unknown>[] = []): Promise<WholeFloor> => {
  const cloned = await cloneDatabase();
  const mailFolder = mkdtempSync(join(tmpdir(), 'techfloor-mail-'));
  const mail = await LocalMailServer.start(mailFolder);
  const config = parseConfig({
    LOG_LEVEL: 'error', RATE_LIMIT: '0', LOGIN_RATE_LIMIT: '0', PUBLIC_URL: 'http://localhost:3000', ...environment, DATABASE_URL: cloned.url, SMTP_URL: mail.url,
  });
  class HttpRoot {}
  class WorkerRoot {}
  const http = await createHttpApp({ module: HttpRoot, imports: [PlatformModule.with(config, CONNECTIONS.http), ApiModule, ...further] }, config);
  await http.getHttpAdapter().getInstance().ready();
  const worker = await NestFactory.createApplicationContext(
    { module: WorkerRoot, imports: [PlatformModule.with(config), WorkerAppModule] },
    { abortOnError: false, logger: ['error'] },
  );
  const database = http.get(Database);
  const centres = await seed(http);
  const tokens = await signInAll(http);
  const relay = worker.get(OutboxRelay);
  return {
    http, worker, database, centres,
    as: (person) => new Client(http, tokens.get(person)!),
    visitor: new Client(http, null),
    quiet: () => quiet(database, relay),
    mails: () => readdirSync(mailFolder).filter((f) => f.endsWith('.eml')).map((f) => readFileSync(join(mailFolder, f), 'utf8')),
    close: async () => {
      await worker.close();
      await http.close();
      await mail.close();
      await cloned.drop();
      rmSync(mailFolder, { recursive: true, force: true });
    },
  };
};

/** One account of each kind. */
const seed = async (http: INestApplicationContext): Promise<{ own: string; other: string }> => {
  const database = http.get(Database);
  const accounts = http.get(AccountService);
  const organizations = http.get(OrganizationService);
  const own = (await http.get(CentreService).own()).id;
  const [other] = await database.query<{ id: string }>(
    `insert into centre (id, slug, name, name_en, province) values (gen_random_uuid(), 'vinh-long', 'Trung tâm Vĩnh Long', 'Vinh Long Centre', '86') returning id`,
  );
  await database.transaction(async (tx) => {
    const staff = (name: string, role: Role, centreId: string) => accounts.create(tx, { email: `${name}@techfloor.example`, name, password: PASSWORD, roles: [role], centreId });
    await staff('admin', 'admin', own);
    await staff('manager', 'manager', own);
    await staff('broker', 'broker', own);
    await staff('broker2', 'broker', other.id);
    for (const [name, kind] of [['supplier', 'supplier'], ['supplier2', 'supplier'], ['enterprise', 'enterprise'], ['enterprise2', 'enterprise']] as const) {
      const account = await accounts.create(tx, { email: `${name}@techfloor.example`, name, password: PASSWORD });
      const organization = await organizations.findOrCreate(tx, { kind, name: `Đơn vị ${name}`, centreId: own });
      await organizations.addMember(tx, organization.id, account, 'owner');
    }
  });
  return { own, other: other.id };
};

/** The same on a floor that runs in processes of its own. */
export const makeAccounts = async (config: Config): Promise<void> => {
  class Root {}
  const app = await NestFactory.createApplicationContext({ module: Root, imports: [PlatformModule.with(config), IdentityModule, OrganizationsModule] }, { logger: false });
  await seed(app);
  await app.close();
};

const signInAll = async (http: NestFastifyApplication): Promise<Map<Person, string>> => {
  const people: Person[] = ['admin', 'manager', 'broker', 'broker2', 'supplier', 'supplier2', 'enterprise', 'enterprise2'];
  const visitor = new Client(http, null);
  const tokens = new Map<Person, string>();
  for (const person of people) {
    const { body } = await visitor.post('auth/login', { email: `${person}@techfloor.example`, password: PASSWORD });
    tokens.set(person, body.token as string);
  }
  return tokens;
};

const quiet = async (database: Database, relay: OutboxRelay): Promise<void> => {
  const deadline = Date.now() + 90_000;
  while (Date.now() < deadline) {
    const waiting = await relay.pending();
    const [mail] = await database.query<{ n: number }>(`select count(*)::int as n from delivery where state in ('waiting', 'claimed') and due_at <= now()`);
    if (waiting === 0 && mail.n === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The floor did not come to rest: ${JSON.stringify(await database.query('select type, sent_at from outbox limit 5'))} ${JSON.stringify(await database.query('select * from dead_letter limit 5'))}`);
};
