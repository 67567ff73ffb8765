import { parseArgs, type ParseArgsConfig } from 'node:util';
import { type Command, CommandFailed } from './command.js';

interface Known {
  flags?: readonly string[];
  options?: readonly string[];
  /** How many words stand without a name. */
  words: number;
}

export interface Arguments {
  words: string[];
  flags: ReadonlySet<string>;
  options: Readonly<Record<string, string | undefined>>;
}

/** Parses a command's arguments. Throws how it is used when they do not fit. */
export const argumentsOf = (command: Pick<Command, 'usage'>, args: string[], { flags = [], options = [], words }: Known): Arguments => {
  const declared: NonNullable<ParseArgsConfig['options']> = {};
  for (const name of flags) declared[name] = { type: 'boolean' };
  for (const name of options) declared[name] = { type: 'string' };
  try {
    const parsed = parseArgs({ args, options: declared, allowPositionals: true });
    const { positionals } = parsed;
    const values = parsed.values as Record<string, string | boolean | undefined>;
    if (positionals.length !== words) throw new Error(positionals.length < words ? 'thiếu tham số / arguments are missing' : `thừa / too many: ${positionals.slice(words).join(' ')}`);
    return {
      words: positionals,
      flags: new Set(flags.filter((name) => values[name] === true)),
      options: Object.fromEntries(options.map((name) => [name, values[name] as string | undefined])),
    };
  } catch (error) {
    throw new CommandFailed(`${(error as Error).message}\nUsage: ${command.usage}`);
  }
};
