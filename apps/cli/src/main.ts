import 'reflect-metadata';
import { ConfigError, DomainError, errorText } from '@app/platform';
import { commands } from './commands.js';
import { CommandFailed } from './command.js';

const usage = (): string =>
  `Usage: npm run -s cli -- <command>\n\nCommands:\n${commands.map((c) => `  ${c.usage}\n      ${c.summary}`).join('\n')}\n`;

const [, , ...args] = process.argv;
const command = commands.find((c) => c.name.split(' ').every((word, i) => args[i] === word));

try {
  if (!command) {
    process.stderr.write(usage());
    process.exitCode = args.length === 0 || args[0] === 'help' || args[0] === '--help' ? 0 : 2;
  } else {
    process.exitCode = await command.run(args.slice(command.name.split(' ').length));
  }
} catch (error) {
  const { stack } = error as Error;
  const isRule = error instanceof DomainError;
  const message = isRule ? `${errorText(error.code, 'vi', error.params)}\n${errorText(error.code, 'en', error.params)}` : (error as Error).message;
  const expected = isRule || error instanceof CommandFailed || error instanceof ConfigError || (error as { code?: string }).code !== undefined;
  process.stderr.write(`${expected ? message : (stack ?? message)}\n`);
  process.exitCode = 1;
}
// Pools and timers of a finished command must not hold the terminal.
process.exit();
