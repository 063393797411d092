import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What is to happen when: schedules of a document or of a release, embargoes, releases (documents that go public together)
 * and who has a document on their desk until when. A schedule is never deleted; it ends.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table handbill.releases (
      id uuid primary key default gen_random_uuid(),
      title text not null,
      state text not null default 'open' check (state in ('open', 'scheduled', 'released', 'takenBack', 'cancelled')),
      created_by uuid not null,
      created_at timestamptz not null,
      released_at timestamptz,
      released_by uuid,
      ended_at timestamptz,
      check ((state = 'open' or state = 'scheduled') = (ended_at is null))
    );

    create table handbill.release_items (
      release uuid not null references handbill.releases (id),
      collection text not null,
      document uuid not null,
      change text check (change in ('minor', 'correction', 'retraction')),
      public_note text,
      added_by uuid not null,
      added_at timestamptz not null,
      -- False once the release is over: until then its documents are in no other one.
      is_open boolean not null default true,
      publication uuid,
      superseded uuid,
      primary key (release, collection, document)
    );
    create unique index release_items_once on handbill.release_items (collection, document) where is_open;

    create table handbill.schedules (
      id uuid primary key default gen_random_uuid(),
      collection text,
      document uuid,
      release uuid references handbill.releases (id),
      -- What the clocks of the zone show then, and the instant that this was when it was scheduled.
      local_time text not null,
      time_zone text not null,
      at timestamptz not null,
      run uuid,
      content_hash text,
      change text check (change in ('minor', 'correction', 'retraction')),
      public_note text,
      scheduled_by uuid not null,
      scheduled_at timestamptz not null,
      state text not null default 'waiting' check (state in ('waiting', 'done', 'failed', 'cancelled')),
      ended_at timestamptz,
      late_seconds integer,
      problem text,
      publication uuid,
      check ((state = 'waiting') = (ended_at is null)),
      check ((release is null) = (collection is not null and document is not null and run is not null and content_hash is not null))
    );
    create unique index schedules_one_waiting on handbill.schedules (collection, document) where state = 'waiting' and release is null;
    create unique index schedules_one_waiting_release on handbill.schedules (release) where state = 'waiting' and release is not null;
    create index schedules_due on handbill.schedules (at, id) where state = 'waiting';
    create index schedules_document on handbill.schedules (collection, document, scheduled_at);

    create table handbill.embargoes (
      id uuid primary key default gen_random_uuid(),
      collection text not null,
      document uuid not null,
      -- When it is meant to end, for people to plan by; it ends when somebody lifts it.
      until timestamptz,
      reason text not null,
      set_by uuid not null,
      set_at timestamptz not null,
      lifted_by uuid,
      lifted_at timestamptz
    );
    create unique index embargoes_one_open on handbill.embargoes (collection, document) where lifted_at is null;

    create table handbill.assignments (
      id uuid primary key default gen_random_uuid(),
      collection text not null,
      document uuid not null,
      person uuid not null,
      assigned_by uuid not null,
      assigned_at timestamptz not null,
      due_at timestamptz,
      ended_at timestamptz
    );
    create unique index assignments_one_open on handbill.assignments (collection, document, person) where ended_at is null;
    create index assignments_person on handbill.assignments (person, due_at) where ended_at is null;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table handbill.assignments;
    drop table handbill.embargoes;
    drop table handbill.schedules;
    drop table handbill.release_items;
    drop table handbill.releases;
  `)
}
