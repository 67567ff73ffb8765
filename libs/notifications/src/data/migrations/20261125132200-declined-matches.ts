import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who was left alone about a find of matches because of his preferences of that time. What has been handled before this
 * table was there is judged by the preferences of today, as it was until now.
 */
export class DeclinedMatches20261125132200 implements MigrationInterface {
  name = 'DeclinedMatches20261125132200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table declined_match_notice (
        event_id uuid not null references event (id),
        account_id uuid not null references account (id),
        primary key (event_id, account_id)
      );
      create index declined_match_notice_account on declined_match_notice (account_id);

      insert into declined_match_notice (event_id, account_id)
      select e.id, a.account_id from event e
      join handled d on d.event_id = e.id and d.handler = 'NotifyHandler.onMatches'
      join actor_membership a on a.organization_id = (e.data->>'organizationId')::uuid and a.joined_at < e.at
      where e.type = 'matching.matches_found.v1'
        and (select count(*) from notification_preference p where p.account_id = a.account_id and p.kind = 'match' and p.frequency = 'never') = 2
      on conflict do nothing;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
