import { Injectable } from '@nestjs/common';
import { Clock, type Lang, type Reader, type Role, type Tx, Database, databaseCode, uuidv7 } from '@app/platform';
import { Account, Person } from '../data/account.entities.js';
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

/** Lower case and NFC: one person, one spelling. */
export const normalEmail = (email: string): string => email.normalize('NFC').trim().toLowerCase();

@Injectable()
export class AccountService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
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
