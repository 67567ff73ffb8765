import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Actor, AuthSource, Clock, Database, event, EventStore, type Lang, type Membership, type Role, uuidv7 } from '@app/platform';
import { Account, Session } from '../data/account.entities.js';
import { identityErrors } from '../domain/identity.errors.js';
import { afterFailure, isLocked } from '../domain/lock-out.js';
import { verifyPassword } from '../domain/password.js';
import { StrangerAttempts } from '../domain/stranger-attempts.js';
import { normalEmail } from './account.service.js';

const TOKEN_BYTES = 32;
const LIFE_MS = 30 * 24 * 3_600_000;
const SEEN_EVERY_MS = 5 * 60_000;

interface SessionRow {
  session_id: string;
  account_id: string;
  last_seen_at: Date;
  roles: Role[];
  centre_id: string | null;
  lang: Lang;
  memberships: Membership[] | null;
}

// One statement per request: session, account and memberships (the published view of the organizations context).
const FIND_SESSION = `
  select s.id as session_id, a.id as account_id, s.last_seen_at, a.roles, a.centre_id, a.lang,
    (select json_agg(json_build_object('organizationId', m.organization_id, 'kind', m.kind, 'centreId', m.centre_id) order by m.joined_at)
     from actor_membership m where m.account_id = a.id) as memberships
  from session s join account a on a.id = s.account_id
  where s.token_hash = $1 and s.ended_at is null and s.expires_at > now() and a.blocked_at is null`;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Sign-in and sessions. Tokens are opaque; only their hashes are stored. */
@Injectable()
export class SessionService extends AuthSource {
  private readonly strangers = new StrangerAttempts();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventStore,
  ) {
    super();
  }

  /** Throws `identity.wrong_credentials` or `identity.locked`, for unknown accounts alike and in the same time. */
  async login(email: string, password: string): Promise<{ token: string; actor: Actor }> {
    const now = this.clock.now();
    const address = normalEmail(email);
    const account = await this.database.repository(Account).findOneBy({ email: address });
    const attempts = account ?? this.strangers.of(address);
    if (isLocked(attempts, now)) throw identityErrors.locked({ retryAfter: Math.ceil((attempts.lockedUntil!.getTime() - now.getTime()) / 1000) });
    const right = await verifyPassword(account?.blockedAt ? null : (account?.passwordHash ?? null), password);
    if (!account || !right) {
      if (account) await this.countFailure(account.id);
      else this.strangers.fail(address, now);
      throw identityErrors.wrong_credentials();
    }
    const token = await this.open(account, now);
    return { token, actor: (await this.actorOfToken(token))! };
  }

  async logout(actor: Actor): Promise<void> {
    if (!actor.sessionId) return;
    await this.database.query('update session set ended_at = $2 where id = $1 and ended_at is null', [actor.sessionId, this.clock.now()]);
  }

  override async actorOfToken(token: string): Promise<Actor | null> {
    const [row] = await this.database.prepared<SessionRow>('find-session', FIND_SESSION, [hashOf(token)]);
    if (!row) return null;
    if (this.clock.now().getTime() - row.last_seen_at.getTime() > SEEN_EVERY_MS) await this.markSeen(row.session_id);
    return new Actor({
      id: row.account_id,
      sessionId: row.session_id,
      roles: row.roles,
      centreId: row.centre_id,
      lang: row.lang,
      memberships: row.memberships ?? [],
    });
  }

  private async open(account: Account, now: Date): Promise<string> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    await this.database.transaction(async (tx) => {
      const session = { tokenHash: hashOf(token), id: uuidv7(), accountId: account.id, createdAt: now, lastSeenAt: now, endedAt: null };
      await tx.repository(Session).insert({ ...session, expiresAt: new Date(now.getTime() + LIFE_MS) });
      await tx.repository(Account).update({ id: account.id }, { failedLogins: 0, lockedUntil: null });
      const by = new Actor({ id: account.id });
      await this.events.append(tx, by, event('identity.signed_in.v1', account.id, {}, { centreId: account.centreId }));
    });
    return token;
  }

  private async countFailure(accountId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      // Failures at the same moment must all count.
      await tx.query('select 1 from account where id = $1 for update', [accountId]);
      const account = await tx.repository(Account).findOneByOrFail({ id: accountId });
      await tx.repository(Account).update({ id: accountId }, afterFailure(account, this.clock.now()));
    });
  }

  private async markSeen(sessionId: string): Promise<void> {
    const now = this.clock.now();
    await this.database.query('update session set last_seen_at = $2, expires_at = $3 where id = $1', [sessionId, now, new Date(now.getTime() + LIFE_MS)]);
  }
}
