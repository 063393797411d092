import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Workflows that an administrator changed, each version kept; and what is owed after a publication: a whole review after a
 * rapid one, a look at each translation after a correction.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table handbill.workflows (
      name text not null,
      version integer not null check (version > 1),
      definition jsonb not null,
      made_by uuid not null,
      made_at timestamptz not null default now(),
      primary key (name, version)
    );
    create trigger workflows_are_kept before update or delete on handbill.workflows for each row execute function handbill.refuse_change();

    create table handbill.follow_ups (
      id uuid primary key default gen_random_uuid(),
      collection text not null,
      document uuid not null,
      kind text not null check (kind in ('fullReview', 'translation')),
      workflow text,
      publication uuid not null,
      opened_at timestamptz not null,
      due_at timestamptz,
      escalated_at timestamptz,
      escalations integer not null default 0,
      done_at timestamptz,
      done_by uuid,
      done_with uuid,
      check ((kind = 'fullReview') = (workflow is not null))
    );
    create unique index follow_ups_one_open on handbill.follow_ups (collection, document, kind) where done_at is null;
    create index follow_ups_due on handbill.follow_ups (due_at) where done_at is null;
  `)
  // What was said there stands for other things that only grow, too.
  await db.execute(sql`
    create or replace function handbill.refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% only grows', tg_table_name using errcode = '23514';
    end $$
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop table handbill.follow_ups; drop table handbill.workflows`)
}
