import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Matches20261124000800 implements MigrationInterface {
  name = 'Matches20261124000800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table match (
        id uuid primary key,
        request_id uuid not null references request (id),
        offer_id uuid not null references offer (id),
        request_organization_id uuid not null references organization (id),
        offer_organization_id uuid not null references organization (id),
        demand_centre_id uuid not null references centre (id),
        supply_centre_id uuid not null references centre (id),
        state text not null check (state in ('suggested', 'shortlisted', 'introduced', 'dismissed')),
        score real not null,
        rule_version int not null,
        parts jsonb not null,
        request_revision int not null,
        offer_revision int not null,
        is_current boolean not null default true,
        dismiss_reason text,
        dismiss_note text,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        version int not null default 1,
        unique (request_id, offer_id)
      );
      create index match_request on match (request_id, score desc, id) where is_current;
      create index match_offer on match (offer_id, score desc, id) where is_current;
      create index match_supply_centre on match (supply_centre_id);
      create index match_demand_centre on match (demand_centre_id);

      create table match_verdict (
        id uuid primary key,
        match_id uuid not null references match (id),
        account_id uuid not null references account (id),
        verdict text not null,
        note text,
        at timestamptz not null,
        unique (match_id, account_id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
