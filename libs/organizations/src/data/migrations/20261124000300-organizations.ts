import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Organizations20261124000300 implements MigrationInterface {
  name = 'Organizations20261124000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table centre (
        id uuid primary key,
        slug text not null unique,
        name text not null,
        name_en text not null,
        province text,
        is_own boolean not null default false,
        created_at timestamptz not null default now()
      );
      create unique index centre_own on centre (is_own) where is_own;
      alter table account add foreign key (centre_id) references centre (id);

      create table organization (
        id uuid primary key,
        slug text not null unique,
        kind text not null check (kind in ('supplier', 'enterprise')),
        name text not null,
        folded_name text not null,
        tax_code text,
        description text,
        description_en text,
        province text,
        website text,
        centre_id uuid not null references centre (id),
        verified_at timestamptz,
        claimed_at timestamptz,
        merged_into uuid references organization (id),
        created_at timestamptz not null default now(),
        version int not null default 1
      );
      create unique index organization_tax_code on organization (kind, tax_code) where tax_code is not null and merged_into is null;
      create unique index organization_name on organization (kind, centre_id, folded_name) where tax_code is null and merged_into is null;
      create index organization_centre on organization (centre_id, kind);
      create index organization_kind on organization (kind, id desc);
      create index organization_merged on organization (merged_into) where merged_into is not null;

      create table organization_slug (
        slug text primary key,
        organization_id uuid not null references organization (id)
      );
      create index organization_slug_organization on organization_slug (organization_id);

      create table member (
        organization_id uuid not null references organization (id),
        account_id uuid not null references account (id),
        role text not null default 'editor' check (role in ('owner', 'editor')),
        created_at timestamptz not null default now(),
        primary key (organization_id, account_id)
      );
      create index member_account on member (account_id);

      create table contact (
        id uuid primary key,
        organization_id uuid not null references organization (id),
        name text,
        email text,
        phone text,
        erased_at timestamptz,
        created_at timestamptz not null default now()
      );
      create index contact_organization on contact (organization_id);

      create table claim (
        id uuid primary key,
        organization_id uuid not null references organization (id),
        account_id uuid not null references account (id),
        state text not null check (state in ('open', 'accepted', 'refused')),
        reason text,
        created_at timestamptz not null default now(),
        decided_at timestamptz,
        decided_by uuid references account (id)
      );
      create index claim_organization on claim (organization_id);
      create index claim_account on claim (account_id);

      create view organization_card as
        select id, slug, name, kind, centre_id, province from organization;
      comment on view organization_card is 'Published read interface of the organizations context: the name beside an item.';

      create view centre_card as select id, slug, name, name_en, province from centre;

      create view actor_membership as
        select m.account_id, m.created_at as joined_at, o.id as organization_id, o.kind, o.centre_id, o.slug, o.name
        from member m join organization o on o.id = m.organization_id where o.merged_into is null;
      comment on view actor_membership is 'Published read interface: whom an account acts for.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
