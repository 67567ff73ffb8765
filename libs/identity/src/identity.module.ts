import { Global, Module } from '@nestjs/common';
import { AuthSource, registerSchema } from '@app/platform';
import { AccountService } from './application/account.service.js';
import { ProfileService } from './application/profile.service.js';
import { SessionService } from './application/session.service.js';
import { Account, AccountToken, Consent, Person, SecondFactor, Session } from './data/account.entities.js';
import { Accounts20261124000200 } from './data/migrations/20261124000200-accounts.js';
import { AuthController } from './http/auth.controller.js';
import { LoginLimiter } from './http/login-limiter.js';

registerSchema({
  entities: [Account, Person, Session, AccountToken, SecondFactor, Consent],
  migrations: [Accounts20261124000200],
});

/** Global, because every guard of every process asks it who is there. */
@Global()
@Module({
  providers: [AccountService, SessionService, ProfileService, LoginLimiter, { provide: AuthSource, useExisting: SessionService }],
  exports: [AccountService, SessionService, ProfileService, LoginLimiter, AuthSource],
})
export class IdentityModule {}

@Module({ imports: [IdentityModule], controllers: [AuthController] })
export class IdentityHttpModule {}
