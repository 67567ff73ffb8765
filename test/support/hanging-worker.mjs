// Takes one job of the queue `interactive`, says so and never ends it: to be killed.
import { Queues } from '../../dist/libs/platform/src/jobs/queues.js';

const [databaseUrl, redisUrl] = process.argv.slice(2);
const queues = new Queues({ databaseUrl, redisUrl: redisUrl || undefined });
const hang = () => {
  process.stdout.write('taken\n');
  return new Promise(() => undefined);
};
await queues.work('interactive', 1, hang, async () => undefined);
