import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * How each source stands today, as readers may learn it: written by machines, beside the record and never part of a hash. The public
 * side sees those of public sources that are live, and nothing else of this.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table handbill.source_facts (
      source uuid primary key,
      facts jsonb not null,
      changed_at timestamptz not null
    );

    -- Changes of facts that no bake has dealt with, one row a change, so that one that comes during a bake is not lost with it.
    create table handbill.unbaked_facts (
      id uuid primary key default gen_random_uuid(),
      source uuid not null,
      since timestamptz not null
    );

    create view public.live_source_facts as
      select f.source, f.facts
      from handbill.source_facts f
      join public.publications p on p.collection = 'sources' and p.document = f.source::text and p.superseded_at is null and not p.is_tombstone
      where p.projection ->> 'visibility' = 'public';

    do $$
    begin
      if exists (select from pg_roles where rolname = 'handbill_web') then
        grant select on public.live_source_facts to handbill_web;
      end if;
    end $$;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop view public.live_source_facts;
    drop table handbill.unbaked_facts, handbill.source_facts;
  `)
}
