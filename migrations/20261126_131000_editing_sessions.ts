import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Tables of the collections under review: each save of one of their documents is told to whoever has it open. */
const REVIEWED = ['articles', 'social_posts', 'exchanges', 'pages', 'topics', 'series', 'people', 'campaigns', 'sources']

/**
 * Who has which document open, in which window, and what they have typed that isn't saved. `unsaved` holds words: it is emptied
 * once they are saved or settled, and redaction must empty it.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table handbill.editing_sessions (
      id uuid primary key,
      collection text not null,
      document uuid not null,
      person uuid not null,
      since timestamptz not null,
      seen_at timestamptz not null,
      is_editing boolean not null default false,
      field_path text,
      base_rev integer,
      unsaved jsonb,
      holds_since timestamptz,
      released_at timestamptz,
      check (released_at is null or holds_since is null)
    );
    create index editing_sessions_document on handbill.editing_sessions (collection, document) where released_at is null or unsaved is not null;
    create index editing_sessions_seen on handbill.editing_sessions (seen_at);
    create unique index editing_sessions_one_holder on handbill.editing_sessions (collection, document) where holds_since is not null;

    create function handbill.tell_saved() returns trigger language plpgsql as $$
    begin
      perform pg_notify('handbill_presence', tg_argv[0] || ' ' || new.id);
      return null;
    end $$;
  `)
  for (const table of REVIEWED) {
    const collection = table.replaceAll('_', '-')
    await db.execute(sql.raw(`create trigger ${table}_told after update of rev on "${table}" for each row when (old.rev is distinct from new.rev) execute function handbill.tell_saved('${collection}')`))
  }
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  for (const table of REVIEWED) await db.execute(sql.raw(`drop trigger ${table}_told on "${table}"`))
  await db.execute(sql`
    drop function handbill.tell_saved();
    drop table handbill.editing_sessions;
  `)
}
