import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { CatalogModule } from '@app/catalog';
import { ConnectionsModule } from '@app/connections';
import { IdentityModule } from '@app/identity';
import { MatchingJobsModule } from '@app/matching';
import { NotificationsModule } from '@app/notifications';
import { OrganizationsModule } from '@app/organizations';
import { Clock, type Tx } from '@app/platform';
import { RequestsModule } from '@app/requests';
import { SearchModule } from '@app/search';
import { StatisticsModule } from '@app/statistics';
import { type Command, CommandFailed } from '../command.js';
import { DEMO_NAMES, demoEmail } from '../demo/accounts.js';
import { DemoLoader, type LoadedDemo, type Progress } from '../demo/demo-loader.js';
import { labelLines } from '../demo/labels.js';
import { DEFAULT_SEED, DEFAULT_SIZE, planOf } from '../demo/plan.js';
import { ProgressBar } from '../progress-bar.js';
import { withFloor } from '../with-floor.js';

const NOT_EMPTY = 4;
const MAX_SIZE = 1_000_000;
const CONTEXTS = [IdentityModule, OrganizationsModule, CatalogModule, RequestsModule, SearchModule, MatchingJobsModule, ConnectionsModule, NotificationsModule, StatisticsModule];

interface Options {
  size: number;
  seed: number;
  labels: string | undefined;
  ifEmpty: boolean;
}

/** Loads a generated floor into an empty database: offers, needs, connections, views and the log of how they came about. */
export const demo: Command = {
  name: 'demo',
  usage: 'demo [--size N] [--seed S] [--labels FILE] [--if-empty]',
  summary: 'loads a generated floor into an empty database; --labels writes which offers answer which request',
  async run(args) {
    const options = optionsOf(args);
    // A file that cannot be written is said before minutes are spent on the floor.
    const labels = options.labels ? await opened(options.labels) : undefined;
    return withFloor(CONTEXTS, async (app, config) => {
      const password = config.demoPassword ?? randomBytes(9).toString('base64url');
      const plan = planOf(options.size, options.seed, app.get(Clock).now());
      const progress = new Bars(options.size);
      const loaded = await new DemoLoader(app, plan, password, progress).load((tx) => isEmpty(tx, options.ifEmpty));
      if (!loaded && options.ifEmpty) return NOT_EMPTY;
      if (!loaded) throw new CommandFailed('The floor is not empty: the demo goes into an empty database only. Choose another TECHFLOOR_DATA or DATABASE_URL.');
      progress.end();
      if (labels) await writeLabels(labels, loaded);
      if (!config.demoPassword) process.stdout.write(`Demo accounts: ${DEMO_NAMES.map(demoEmail).join(', ')}\npassword: ${password}\n`);
      return 0;
    });
  },
};

const optionsOf = (args: string[]): Options => {
  const { values } = parsed(args);
  return {
    size: numberOf('size', values.size, DEFAULT_SIZE, 1, MAX_SIZE), seed: numberOf('seed', values.seed, DEFAULT_SEED, 0, 2 ** 31 - 1), labels: values.labels, ifEmpty: values['if-empty'] ?? false,
  };
};

const parsed = (args: string[]) => {
  try {
    return parseArgs({ args, strict: true, options: { size: { type: 'string' }, seed: { type: 'string' }, labels: { type: 'string' }, 'if-empty': { type: 'boolean' } } });
  } catch (error) {
    throw new CommandFailed(`${(error as Error).message}\nUsage: ${demo.usage}`);
  }
};

const numberOf = (name: string, text: string | undefined, fallback: number, min: number, max: number): number => {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) throw new CommandFailed(`--${name} must be a whole number from ${min} to ${max}, not "${text}".`);
  return value;
};

/** Whoever has begun a floor of his own keeps it: with `strict` even one account counts, else what the demo itself would add to. */
const isEmpty = async (tx: Tx, strict: boolean): Promise<boolean> => {
  const [{ used }] = await tx.query<{ used: boolean }>(
    `select exists (select from organization) or exists (select from offer) or exists (select from request)
       or exists (select from account where $1 or lower(email) = any($2)) as used`,
    [strict, DEMO_NAMES.map(demoEmail)],
  );
  return !used;
};

const opened = async (file: string): Promise<WriteStream> => {
  const out = createWriteStream(file);
  await once(out, 'open');
  return out;
};

const writeLabels = async (out: WriteStream, { catalogue, requests }: LoadedDemo): Promise<void> => {
  for (const line of labelLines(catalogue, requests)) if (!out.write(`${line}\n`)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
};

class Bars implements Progress {
  private readonly offerBar: ProgressBar;
  private matchBar: ProgressBar | undefined;
  private matchTotal = 0;

  constructor(private readonly size: number) {
    this.offerBar = new ProgressBar('Demo floor: offers  ', size);
    this.offerBar.show(0);
  }

  offers(done: number): void {
    if (done < this.size) this.offerBar.show(done);
    else this.offerBar.end(done);
  }

  matches(done: number, total: number): void {
    this.matchBar ??= new ProgressBar('Demo floor: requests', total);
    this.matchTotal = total;
    this.matchBar.show(done);
  }

  end(): void {
    this.matchBar?.end(this.matchTotal);
  }
}
