import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Connections20261124000900 implements MigrationInterface {
  name = 'Connections20261124000900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table connection (
        id uuid primary key,
        offer_id uuid not null references offer (id),
        request_id uuid references request (id),
        match_id uuid references match (id),
        supplier_id uuid not null references organization (id),
        buyer_id uuid not null references organization (id),
        supply_centre_id uuid not null references centre (id),
        demand_centre_id uuid not null references centre (id),
        state text not null check (state in ('enquired', 'introduced', 'confirmed', 'declined', 'concluded')),
        opened_by uuid,
        opened_at timestamptz not null default now(),
        confirmed_at timestamptz,
        declined_at timestamptz,
        decline_reason text,
        version int not null default 1
      );
      create unique index connection_match on connection (match_id) where match_id is not null;
      create index connection_offer on connection (offer_id);
      create index connection_request on connection (request_id) where request_id is not null;
      create index connection_supplier on connection (supplier_id, id desc);
      create index connection_buyer on connection (buyer_id, id desc);
      create index connection_supply_centre on connection (supply_centre_id, id desc);
      create index connection_demand_centre on connection (demand_centre_id, id desc);
      create index connection_confirmed on connection (buyer_id) where confirmed_at is not null;

      create table connection_confirmation (
        connection_id uuid not null references connection (id),
        side text not null check (side in ('supply', 'demand')),
        account_id uuid references account (id),
        at timestamptz not null,
        primary key (connection_id, side)
      );

      create table connection_message (
        id uuid primary key,
        connection_id uuid not null references connection (id),
        account_id uuid references account (id),
        side text not null check (side in ('supply', 'demand', 'centre')),
        text text not null,
        at timestamptz not null
      );
      create index connection_message_connection on connection_message (connection_id, id);

      create table connection_outcome (
        id uuid primary key,
        connection_id uuid not null references connection (id),
        outcome text not null,
        value_min bigint,
        value_max bigint,
        note text,
        account_id uuid references account (id),
        at timestamptz not null
      );
      create index connection_outcome_connection on connection_outcome (connection_id, id desc);

      create table follow_up (
        connection_id uuid not null references connection (id),
        due date not null,
        done_at timestamptz,
        primary key (connection_id, due)
      );
      create index follow_up_due on follow_up (due) where done_at is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
