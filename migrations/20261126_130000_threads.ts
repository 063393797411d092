import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Talk about a document, beside its text: threads on words, on a field or on the whole, what is said in them, and who is called in. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table handbill.threads (
      id uuid primary key default gen_random_uuid(),
      collection text not null,
      document uuid not null,
      field text,
      anchor jsonb,
      replacement text,
      by uuid not null,
      at timestamptz not null default now(),
      blocked_by uuid,
      blocked_at timestamptz,
      state text not null default 'open' check (state in ('open', 'resolved', 'accepted', 'rejected')),
      settled_by uuid,
      settled_at timestamptz,
      check (anchor is null or field is not null),
      check (replacement is null or anchor is not null),
      check ((blocked_by is null) = (blocked_at is null)),
      check ((state = 'open') = (settled_at is null))
    );
    create index threads_document on handbill.threads (collection, document, at);
    create index threads_blocking on handbill.threads (collection, document) where state = 'open' and blocked_by is not null;

    create table handbill.thread_messages (
      id uuid primary key default gen_random_uuid(),
      thread uuid not null references handbill.threads (id) on delete cascade,
      by uuid not null,
      at timestamptz not null default now(),
      words text not null,
      edited_at timestamptz,
      removed_at timestamptz,
      check (removed_at is null or words = '')
    );
    create index thread_messages_thread on handbill.thread_messages (thread, at);

    create table handbill.thread_mentions (
      message uuid not null references handbill.thread_messages (id) on delete cascade,
      person uuid not null,
      collection text not null,
      document uuid not null,
      primary key (message, person)
    );
    create index thread_mentions_person on handbill.thread_mentions (person, collection);

    alter table handbill.review_events add column if not exists details jsonb not null default '{}';
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table handbill.thread_mentions;
    drop table handbill.thread_messages;
    drop table handbill.threads;
    alter table handbill.review_events drop column if exists details;
  `)
}
