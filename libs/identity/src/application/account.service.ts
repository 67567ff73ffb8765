import { Injectable } from '@nestjs/common';
import { type Actor, Clock, commonErrors, event, EventStore, type Lang, type Reader, type Role, type Tx, Database, databaseCode, uuidv7 } from '@app/platform';
import { Account, Person } from '../data/account.entities.js';
import { ACCOUNT_ERASED } from '../events.js';
import { identityErrors } from '../domain/identity.errors.js';
import { hashPassword } from '../domain/password.js';

export interface NewAccount {
  email: string;
  name: string;
  password: string | null;
  roles?: Role[];
  centreId?: string | null;
  lang?: Lang;
}

const UNIQUE_VIOLATION = '23505';
/** A name that no mail can reach (RFC 2606). */
const ERASED = 'erased.invalid';

/** Lower case and NFC: one person, one spelling. */
export const normalEmail = (email: string): string => email.normalize('NFC').trim().toLowerCase();

@Injectable()
export class AccountService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventStore,
  ) {}

  /** Throws `identity.email_taken`. */
  async create(tx: Tx, input: NewAccount): Promise<string> {
    const id = uuidv7();
    const account = {
      id,
      email: normalEmail(input.email),
      passwordHash: input.password === null ? null : await hashPassword(input.password),
      lang: input.lang ?? 'vi',
      roles: input.roles ?? [],
      centreId: input.centreId ?? null,
      blockedAt: null,
      failedLogins: 0,
      lockedUntil: null,
      createdAt: this.clock.now(),
      version: 1,
    } satisfies Account;
    try {
      await tx.repository(Account).insert(account);
    } catch (error) {
      if (databaseCode(error) === UNIQUE_VIOLATION) throw identityErrors.email_taken();
      throw error;
    }
    await tx.repository(Person).insert({ id: uuidv7(), accountId: id, name: input.name, phone: null, erasedAt: null });
    return id;
  }

  async idByEmail(email: string, db: Reader = this.database): Promise<string | null> {
    const account = await db.repository(Account).findOneBy({ email: normalEmail(email) });
    return account?.id ?? null;
  }

  /** Sets a password and ends every session of the account. */
  async setPassword(accountId: string, password: string): Promise<void> {
    const passwordHash = await hashPassword(password);
    await this.database.transaction(async (tx) => {
      await tx.repository(Account).update({ id: accountId }, { passwordHash, failedLogins: 0, lockedUntil: null });
      await tx.query('update session set ended_at = now() where account_id = $1 and ended_at is null', [accountId]);
    });
  }

  /**
   * Forgets the person behind an account: name, telephone, address, password, ways to sign in. The account's id stays, since events
   * name it; other contexts erase what they hold of it when they hear of it. Once more changes nothing. Throws `common.not_found`.
   */
  async erase(actor: Actor, accountId: string): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const account = await tx.repository(Account).findOne({ where: { id: accountId }, lock: { mode: 'pessimistic_write' } });
      if (!account) throw commonErrors.not_found();
      const person = await tx.repository(Person).findOneBy({ accountId });
      if (person?.erasedAt) return;
      await tx.repository(Person).update({ accountId }, { name: null, phone: null, erasedAt: now });
      if (person) await tx.query('update consent set withdrawn_at = $2 where person_id = $1 and withdrawn_at is null', [person.id, now]);
      await tx.repository(Account).update({ id: accountId }, { email: `${accountId}@${ERASED}`, passwordHash: null, roles: [], centreId: null, blockedAt: now });
      for (const table of ['session', 'account_token', 'second_factor']) await tx.query(`delete from ${table} where account_id = $1`, [accountId]);
      await this.events.append(tx, actor, event(ACCOUNT_ERASED, accountId, { accountId }));
    });
  }

  /** Where mail for accounts goes; blocked and erased ones are left out. */
  async mailAddresses(accountIds: string[]): Promise<Map<string, { email: string; name: string | null; lang: Lang }>> {
    const rows = await this.database.query<{ id: string; email: string; name: string | null; lang: Lang }>(
      `select a.id, a.email, p.name, a.lang from account a left join person p on p.account_id = a.id
       where a.id = any($1::uuid[]) and a.blocked_at is null and p.erased_at is null`,
      [accountIds],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Names of people for those who may see them. */
  async names(accountIds: string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ account_id: string; name: string }>(
      'select account_id, name from person where account_id = any($1::uuid[]) and name is not null',
      [accountIds],
    );
    return new Map(rows.map((row) => [row.account_id, row.name]));
  }
}
