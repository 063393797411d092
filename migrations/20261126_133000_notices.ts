import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Who is told of what. Every event of review waits in `handbill.unnoticed` from the very transaction that wrote it, until it has
 * become notices: a list and no cursor, as numbers of events are not committed in their order. Notices and mails hold ids and
 * kinds, never words.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    alter table handbill.review_events add column if not exists details jsonb not null default '{}';
    create index review_events_thread on handbill.review_events ((details ->> 'thread')) where details ? 'thread';

    create table handbill.unnoticed (
      event bigint primary key references handbill.review_events (id) on delete cascade,
      failures integer not null default 0
    );

    create table handbill.notice_mails (
      id uuid primary key default gen_random_uuid(),
      person uuid not null references public.users (id) on delete cascade,
      mode text not null check (mode in ('atOnce', 'daily')),
      made_at timestamptz not null,
      next_try_at timestamptz not null,
      unknown_outcomes integer not null default 0 check (unknown_outcomes between 0 and 2),
      failures integer not null default 0,
      sent_at timestamptz,
      failed_at timestamptz,
      check (sent_at is null or failed_at is null)
    );
    create index notice_mails_open on handbill.notice_mails (next_try_at) where sent_at is null and failed_at is null;

    create table handbill.notices (
      id uuid primary key default gen_random_uuid(),
      person uuid not null references public.users (id) on delete cascade,
      event bigint not null references handbill.review_events (id) on delete cascade,
      kind text not null,
      topic text not null check (topic in ('review', 'talk', 'publishing', 'followUps')),
      collection text not null,
      document uuid not null,
      by uuid,
      at timestamptz not null,
      read_at timestamptz,
      mail_state text not null check (mail_state in ('none', 'due', 'sent', 'failed')),
      mail_mode text check (mail_mode in ('atOnce', 'daily')),
      mail_after timestamptz,
      mail uuid references handbill.notice_mails (id) on delete set null,
      unique (event, person),
      check ((mail_state = 'none') or (mail_mode is not null and mail_after is not null))
    );
    create index notices_of_a_person on handbill.notices (person, (read_at is not null), at desc, id desc);
    create index notices_to_mail on handbill.notices (mail_after) where mail_state = 'due';
    create index notices_of_a_mail on handbill.notices (mail) where mail is not null;
    create index notices_of_a_document on handbill.notices (collection, document);

    create table handbill.notice_settings (
      person uuid primary key references public.users (id) on delete cascade,
      language text not null check (language in ('en', 'ar')),
      time_zone text not null,
      daily_hour integer not null check (daily_hour between 0 and 23),
      quiet_from integer check (quiet_from between 0 and 23),
      quiet_to integer check (quiet_to between 0 and 23),
      review text not null check (review in ('atOnce', 'daily', 'inbox')),
      talk text not null check (talk in ('atOnce', 'daily', 'inbox')),
      publishing text not null check (publishing in ('atOnce', 'daily', 'inbox')),
      follow_ups text not null check (follow_ups in ('atOnce', 'daily', 'inbox')),
      check ((quiet_from is null) = (quiet_to is null))
    );

    create table handbill.mail_options (
      only_row boolean primary key default true check (only_row),
      titles boolean not null
    );
    insert into handbill.mail_options (titles) values (true);
  `)
  // A job of each transaction's own: one that all shared would make every act wait for every other one's end.
  await db.execute(sql`
    create function handbill.note_event() returns trigger language plpgsql as $$
    begin
      insert into handbill.unnoticed (event) values (new.id);
      if to_regproc('graphile_worker.add_job') is not null then
        perform graphile_worker.add_job('notify', '{}'::json, queue_name := 'notices', job_key := 'notify ' || pg_current_xact_id()::text);
      end if;
      return null;
    end $$;
    create trigger review_events_are_noted after insert on handbill.review_events for each row execute function handbill.note_event();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop trigger review_events_are_noted on handbill.review_events;
    drop function handbill.note_event();
    drop table handbill.mail_options, handbill.notice_settings, handbill.notices, handbill.notice_mails, handbill.unnoticed;
    drop index handbill.review_events_thread;
  `)
}
