import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Offers20261124000500 implements MigrationInterface {
  name = 'Offers20261124000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table offer (
        id uuid primary key,
        slug text not null unique,
        code text not null,
        organization_id uuid not null references organization (id),
        centre_id uuid not null references centre (id),
        visibility text not null default 'unpublished' check (visibility in ('unpublished', 'live', 'withdrawn', 'suspended')),
        live_revision_id uuid,
        working_revision_id uuid,
        published_at timestamptz,
        imported_hash text,
        imported_revision int,
        image text,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        version int not null default 1,
        unique (organization_id, code)
      );
      create index offer_live on offer (published_at desc, id desc) where visibility = 'live';
      create index offer_changed on offer (updated_at desc) where visibility = 'live';
      create index offer_organization on offer (organization_id, id desc);
      create index offer_centre on offer (centre_id);

      create table offer_slug (slug text primary key, offer_id uuid not null references offer (id));
      create index offer_slug_offer on offer_slug (offer_id);

      create table offer_revision (
        id uuid primary key,
        offer_id uuid not null references offer (id),
        number int not null,
        state text not null check (state in ('draft', 'submitted', 'returned', 'approved')),
        title text not null,
        kind text not null,
        summary text not null default '',
        description text not null default '',
        lang text not null default 'vi',
        fields text[] not null default '{}',
        keywords text[] not null default '{}',
        province text,
        trl smallint,
        transfer_modes text[] not null default '{}',
        price_kind text,
        price_min bigint,
        price_max bigint,
        price_vat text,
        price_unit text,
        condition text,
        origin text,
        maker text,
        year smallint,
        warranty text,
        ready_to_transfer boolean not null default false,
        valid_until date,
        en jsonb,
        disclosure jsonb not null default '{}',
        source_words jsonb not null default '{}',
        images text[] not null default '{}',
        url text,
        created_by uuid,
        created_at timestamptz not null default now(),
        submitted_at timestamptz,
        submitted_by uuid,
        decided_at timestamptz,
        decided_by uuid,
        return_reason text,
        unique (offer_id, number),
        check (price_min is null or price_max is null or price_min <= price_max)
      );
      create index offer_revision_queue on offer_revision (submitted_at, offer_id) where state = 'submitted';
      create index offer_revision_valid_until on offer_revision (valid_until) where valid_until is not null and state = 'approved';
      alter table offer add foreign key (live_revision_id) references offer_revision (id);
      alter table offer add foreign key (working_revision_id) references offer_revision (id);
      create index offer_live_revision on offer (live_revision_id);
      create index offer_working_revision on offer (working_revision_id);

      create table offer_specification (
        revision_id uuid not null references offer_revision (id) on delete cascade,
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

      create table ip_asset (
        revision_id uuid not null references offer_revision (id) on delete cascade,
        position smallint not null,
        kind text not null,
        number text,
        state text,
        territory text,
        primary key (revision_id, position)
      );

      create table offer_suspension (
        id uuid primary key,
        offer_id uuid not null references offer (id),
        reason text not null,
        suspended_at timestamptz not null,
        suspended_by uuid,
        resumed_at timestamptz,
        resumed_by uuid
      );
      create index offer_suspension_offer on offer_suspension (offer_id, suspended_at desc);

      create view offer_card as
        select o.id, o.slug, r.title, o.organization_id, o.centre_id, o.visibility
        from offer o join offer_revision r on r.id = coalesce(o.live_revision_id, o.working_revision_id);
      comment on view offer_card is 'Published read interface of the catalog: the title beside an id, for notices and lists.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
