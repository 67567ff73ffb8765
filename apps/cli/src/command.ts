/** One command of the command line. `run` answers the exit code. */
export interface Command {
  /** One or two words, as typed. */
  name: string;
  usage: string;
  summary: string;
  run(args: string[]): Promise<number>;
}

/** An expected failure whose message says what to do. */
export class CommandFailed extends Error {}
