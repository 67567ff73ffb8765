import { randomBytes } from 'node:crypto';
import { AccountService, IdentityModule } from '@app/identity';
import { Database } from '@app/platform';
import { type Command, CommandFailed } from '../command.js';
import { withFloor } from '../with-floor.js';

/** Makes an administrator with a random password, which is shown once. */
export const createAdmin: Command = {
  name: 'create-admin',
  usage: 'create-admin EMAIL',
  summary: 'makes an administrator and prints a password for him',
  async run([email, ...rest]) {
    if (!email || rest.length > 0 || !/^[^\s@]+@[^\s@]+$/.test(email)) throw new CommandFailed('Usage: create-admin EMAIL');
    const password = randomBytes(12).toString('base64url');
    await withFloor([IdentityModule], (app) =>
      app.get(Database).transaction((tx) => app.get(AccountService).create(tx, { email, name: email, password, roles: ['admin'] })),
    );
    process.stdout.write(`${email}\npassword: ${password}\n`);
    return 0;
  },
};
