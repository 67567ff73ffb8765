import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Requests20261124000600 implements MigrationInterface {
  name = 'Requests20261124000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table request (
        id uuid primary key,
        slug text not null unique,
        code text,
        organization_id uuid not null references organization (id),
        centre_id uuid not null references centre (id),
        state text not null check (state in ('draft', 'submitted', 'returned', 'open', 'closed', 'withdrawn')),
        live_revision_id uuid,
        working_revision_id uuid,
        anonymous boolean not null default false,
        opened_at timestamptz,
        closed_at timestamptz,
        outcome text,
        outcome_note text,
        imported_hash text,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        version int not null default 1
      );
      create unique index request_code on request (organization_id, code) where code is not null;
      create index request_open on request (opened_at desc, id desc) where state = 'open';
      create index request_organization on request (organization_id, id desc);
      create index request_centre on request (centre_id, state);

      create table request_slug (slug text primary key, request_id uuid not null references request (id));
      create index request_slug_request on request_slug (request_id);

      create table request_revision (
        id uuid primary key,
        request_id uuid not null references request (id),
        number int not null,
        state text not null check (state in ('draft', 'submitted', 'returned', 'approved')),
        title text not null,
        need text not null,
        lang text not null default 'vi',
        fields text[] not null default '{}',
        province text,
        budget_max bigint,
        trl_min smallint,
        transfer_modes text[] not null default '{}',
        deadline date,
        created_by uuid,
        created_at timestamptz not null default now(),
        submitted_at timestamptz,
        submitted_by uuid,
        decided_at timestamptz,
        decided_by uuid,
        return_reason text,
        unique (request_id, number)
      );
      create index request_revision_queue on request_revision (submitted_at, request_id) where state = 'submitted';
      alter table request add foreign key (live_revision_id) references request_revision (id);
      alter table request add foreign key (working_revision_id) references request_revision (id);
      create index request_live_revision on request (live_revision_id);
      create index request_working_revision on request (working_revision_id);

      create table request_quantity (
        revision_id uuid not null references request_revision (id) on delete cascade,
        position smallint not null,
        label text not null,
        raw text not null,
        unit text,
        min double precision,
        max double precision,
        canonical_min double precision,
        canonical_max double precision,
        dimension text,
        primary key (revision_id, position)
      );

      create view request_card as
        select q.id, q.slug, r.title, q.organization_id, q.centre_id, q.state, q.anonymous
        from request q join request_revision r on r.id = coalesce(q.live_revision_id, q.working_revision_id);
      comment on view request_card is 'Published read interface of the requests context: the title beside an id, for notices and lists.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
