import { AccountService, IdentityModule } from '@app/identity';
import { Actor } from '@app/platform';
import { type Command, CommandFailed } from '../command.js';
import { withFloor } from '../with-floor.js';

/** Forgets the person behind an account, as he may ask by law; what other contexts hold of him goes when they hear of it. */
export const eraseAccount: Command = {
  name: 'erase-account',
  usage: 'erase-account EMAIL',
  summary: 'forgets the person behind an account: name, address, ways to sign in, saved searches',
  async run([email, ...rest]) {
    if (!email || rest.length > 0) throw new CommandFailed('Usage: erase-account EMAIL');
    await withFloor([IdentityModule], async (app) => {
      const accounts = app.get(AccountService);
      const id = await accounts.idByEmail(email);
      if (!id) throw new CommandFailed(`There is no account of ${email}.`);
      await accounts.erase(Actor.system(), id);
    });
    process.stdout.write('erased\n');
    return 0;
  },
};
