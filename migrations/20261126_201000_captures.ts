import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Copies of sources, and what is wanted of them. A capture never changes: it can be revoked, which takes its words away as well, and a
 * redaction that finds words in it revokes it. `collection` and `document` say whose the words are.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table handbill.captures (
      id uuid primary key default gen_random_uuid(),
      source uuid not null,
      collection text generated always as ('sources') stored,
      document uuid generated always as (source) stored,
      -- One request makes one capture, however often its worker was killed.
      request uuid unique,
      why text not null check (why in ('linked', 'asked', 'published')),
      requested_url text not null,
      final_url text not null,
      redirects jsonb not null default '[]',
      status int,
      status_text text not null default '',
      request_headers jsonb not null default '[]',
      headers jsonb not null default '[]',
      server_address text,
      fetched_at timestamptz not null,
      captured_at timestamptz not null,
      by uuid,
      provider text not null check (provider in ('local', 'upload', 'wayback')),
      tool text not null,
      audience text not null check (audience in ('public', 'editors')),
      memento_url text,
      files jsonb not null default '[]',
      text text,
      text_hash text,
      title text,
      metadata jsonb,
      failure text,
      revoked_at timestamptz,
      revoked_by uuid,
      revoked_reason text,
      check ((revoked_at is null) = (revoked_reason is null))
    );
    create index captures_of_source on handbill.captures (source, captured_at desc);
    create index captures_files on handbill.captures using gin (files jsonb_path_ops) where revoked_at is null;

    create table handbill.capture_requests (
      id uuid primary key default gen_random_uuid(),
      source uuid not null,
      collection text generated always as ('sources') stored,
      document uuid generated always as (source) stored,
      provider text not null check (provider in ('local', 'wayback')),
      url text not null,
      host text not null,
      wanted_by uuid,
      wanted_at timestamptz not null,
      why text not null check (why in ('linked', 'asked', 'published')),
      state text not null default 'waiting' check (state in ('waiting', 'working', 'done', 'failed', 'refused')),
      attempts int not null default 0,
      next_at timestamptz not null,
      problem text,
      -- The archive's own name for what it was asked to do, so that a worker which takes over asks after it and not again.
      remote_job text,
      capture uuid references handbill.captures (id),
      ended_at timestamptz
    );
    create unique index capture_requests_once on handbill.capture_requests (source, provider, md5(url)) where state in ('waiting', 'working');
    create index capture_requests_of_source on handbill.capture_requests (source, wanted_at desc);

    create table handbill.capture_hosts (
      host text primary key,
      visited_at timestamptz not null
    );
  `)
  await db.execute(sql`
    create function handbill.keep_capture() returns trigger language plpgsql as $$
    declare
      erasable constant text[] := array['revoked_at', 'revoked_by', 'revoked_reason', 'text', 'title', 'metadata', 'headers', 'request_headers', 'redirects', 'collection', 'document'];
    begin
      if tg_op in ('DELETE', 'TRUNCATE') then
        raise exception 'A capture is never deleted, only revoked' using errcode = '23514';
      end if;
      if nullif(current_setting('handbill.redaction', true), '') is not null then
        -- Its bytes hold the words as well, and go with the revocation.
        new.revoked_at := coalesce(old.revoked_at, clock_timestamp());
        new.revoked_reason := coalesce(old.revoked_reason, 'redaction');
        return new;
      end if;
      -- Generated columns are not computed yet.
      if to_jsonb(new) - erasable is distinct from to_jsonb(old) - erasable or old.revoked_at is not null or new.revoked_at is null
        or coalesce(new.text, new.title, new.metadata::text) is not null or new.headers || new.request_headers || new.redirects <> '[]'
      then
        raise exception 'Captures don''t change' using errcode = '23514';
      end if;
      return new;
    end $$;
    create trigger captures_kept before update or delete on handbill.captures for each row execute function handbill.keep_capture();
    create trigger captures_never_emptied before truncate on handbill.captures for each statement execute function handbill.keep_capture();

    -- Those of one host stand in one queue, so that it is visited by one at a time.
    create function handbill.ask_for_capture(request handbill.capture_requests) returns void language plpgsql as $$
    begin
      if to_regproc('graphile_worker.add_job') is not null then
        perform graphile_worker.add_job('capture', json_build_object('request', request.id), queue_name := 'capture ' || request.host, run_at := request.next_at, job_key := 'capture ' || request.id);
      end if;
    end $$;
    create function handbill.note_capture_request() returns trigger language plpgsql as $$
    begin
      perform handbill.ask_for_capture(new);
      return null;
    end $$;
    create trigger capture_requests_are_noted after insert on handbill.capture_requests for each row execute function handbill.note_capture_request();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop function handbill.ask_for_capture;
    drop table handbill.capture_hosts, handbill.capture_requests, handbill.captures;
    drop function handbill.note_capture_request();
    drop function handbill.keep_capture();
  `)
}
