import type { Command } from './command.js';
import { createAdmin } from './commands/create-admin.js';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [createAdmin];
