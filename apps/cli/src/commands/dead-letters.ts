import { DeadLetters, type DeadLetter } from '@app/platform';
import { type Command, CommandFailed } from '../command.js';
import { withFloor } from '../with-floor.js';

const USAGE = 'dead-letters [--retry [ID…]]';
const SOME_LEFT = 3;

const lineOf = ({ id, failedAt, handler, type, subject, error }: DeadLetter): string =>
  [id, failedAt.toISOString(), handler, type ?? '-', subject ?? '-', error.replace(/\s+/g, ' ')].join('\t');

/** Lists the jobs that have failed for good, or sends them to their queues again. */
export const deadLetters: Command = {
  name: 'dead-letters',
  usage: USAGE,
  summary: 'lists the jobs that have failed for good (exit code 3 when there are any); --retry tries these or all of them again',
  async run([flag, ...ids]) {
    if ((flag !== undefined && flag !== '--retry') || !ids.every((id) => /^\d{1,18}$/.test(id))) throw new CommandFailed(`Usage: ${USAGE}`);
    return withFloor([], async (app) => {
      const letters = app.get(DeadLetters);
      if (flag) {
        const sent = await letters.retry(ids.length > 0 ? ids : 'all');
        process.stdout.write(`sent=${sent}\n`);
        return 0;
      }
      const open = await letters.list();
      for (const letter of open) process.stdout.write(`${lineOf(letter)}\n`);
      return open.length > 0 ? SOME_LEFT : 0;
    });
  },
};
