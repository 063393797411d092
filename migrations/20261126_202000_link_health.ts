import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * How the links of sources stand: one row a source, each look at it, each change of its state, which quotes were there, and who
 * said what of the source itself. Tables with words name their source as `collection` and `document`, so that redaction finds them.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table handbill.links (
      document uuid primary key,
      collection text not null default 'sources' check (collection = 'sources'),
      -- What is asked for, and by which host it is paced; null where nothing is to be asked.
      url text,
      host text,
      state text not null default 'unknown' check (state in ('unknown', 'live', 'suspect', 'blocked', 'changed', 'dead', 'usurped')),
      since timestamptz not null,
      sightings jsonb not null default '[]',
      is_to_be_seen_elsewise boolean not null default false,
      good_since timestamptz,
      checked_at timestamptz,
      next_check_at timestamptz not null,
      asked_at timestamptz,
      -- What the page was when it was first well: hashes of runs of its words, its title and host.
      baseline jsonb,
      lock text check (lock in ('live', 'dead', 'usurped', 'unfit')),
      lock_note text,
      locked_by uuid,
      locked_at timestamptz,
      verification text not null default 'unreviewed',
      standing text not null generated always as (coalesce(lock, state)) stored,
      -- Since when it needs somebody's attention; null while it doesn't.
      troubled_since timestamptz,
      check ((lock is null) = (locked_at is null)),
      check ((url is null) = (host is null))
    );
    create index links_due_of_a_host on handbill.links (host, next_check_at) where url is not null;
    create index links_asked_for on handbill.links (host, asked_at) where asked_at is not null;
    create index links_troubled on handbill.links (troubled_since desc, document desc) where troubled_since is not null;

    -- One row a host: when it may be asked again, and when there is next something to ask. Whoever asks holds it for a while.
    create table handbill.link_hosts (
      host text primary key,
      due_at timestamptz not null,
      ask_after timestamptz not null,
      held_until timestamptz,
      day date,
      asked integer not null default 0,
      -- What the host answers to an address that can't be there, and whether somebody waits to know.
      nonsense jsonb,
      is_nonsense_wanted boolean not null default false
    );
    create index link_hosts_due on handbill.link_hosts (due_at);
    create table handbill.link_budget (
      only_row boolean primary key default true check (only_row),
      day date not null,
      asked integer not null
    );
    insert into handbill.link_budget (day, asked) values ('2026-01-01', 0);

    create table handbill.link_checks (
      id uuid primary key default gen_random_uuid(),
      collection text not null default 'sources' check (collection = 'sources'),
      document uuid not null,
      at timestamptz not null,
      vantage text not null check (vantage in ('first', 'elsewise')),
      http integer,
      final_url text,
      outcome text not null check (outcome in ('ok', 'redirect', 'gone', 'blocked', 'loginWall', 'paywall', 'geoBlocked', 'soft404', 'parked', 'usurped', 'changed', 'failed', 'refused')),
      error_class text,
      similarity real,
      quotes_found integer not null default 0,
      quotes_lost integer not null default 0,
      milliseconds integer
    );
    create index link_checks_of_a_source on handbill.link_checks (document, at desc, id);
    create index link_checks_by_age on handbill.link_checks (at);

    create table handbill.link_changes (
      id bigint generated always as identity primary key,
      document uuid not null,
      at timestamptz not null,
      was text not null,
      became text not null,
      -- Null where a check found it.
      by uuid,
      cause text not null check (cause in ('check', 'lock', 'address')),
      check (was <> became)
    );
    create index link_changes_of_a_source on handbill.link_changes (document, id desc);
    create trigger link_changes_are_kept before update or delete on handbill.link_changes for each row execute function handbill.refuse_change();

    -- A row for each run of looks that found the same: whether a citation's quote stands on the page of its source.
    create table handbill.quote_looks (
      id bigint generated always as identity primary key,
      collection text not null,
      document uuid not null,
      key text not null,
      source uuid not null,
      quote_hash text not null,
      state text not null check (state in ('found', 'ambiguous', 'lost')),
      first_at timestamptz not null,
      last_at timestamptz not null,
      looks integer not null default 1
    );
    create index quote_looks_of_a_citation on handbill.quote_looks (collection, document, key, id desc);
    create index quote_looks_of_a_source on handbill.quote_looks (source);

    create table handbill.source_verifications (
      id bigint generated always as identity primary key,
      collection text not null default 'sources' check (collection = 'sources'),
      document uuid not null,
      source_axis text not null check (source_axis in ('pass', 'fail', 'inconclusive', 'n/a')),
      technical_axis text not null check (technical_axis in ('pass', 'fail', 'inconclusive', 'n/a')),
      content_axis text not null check (content_axis in ('pass', 'fail', 'inconclusive', 'n/a')),
      result text not null check (result in ('unreviewed', 'inReview', 'verified', 'partlyVerified', 'unverifiable', 'disputed', 'retracted')),
      note text,
      by uuid not null,
      at timestamptz not null
    );
    create index source_verifications_of_a_source on handbill.source_verifications (document, id desc);
    create function handbill.keep_verification() returns trigger language plpgsql as $$
    begin
      -- Words can be redacted; what was found, by whom and when stays.
      if tg_op = 'DELETE' or to_jsonb(new) - 'note' is distinct from to_jsonb(old) - 'note' then
        raise exception '% only grows', tg_table_name using errcode = '23514';
      end if;
      return new;
    end $$;
    create trigger source_verifications_are_kept before update or delete on handbill.source_verifications for each row execute function handbill.keep_verification();

    -- Sources whose link or facts are to be looked at, as something of them was written: kept by a trigger, whoever wrote it.
    create table handbill.touched_sources (
      document uuid primary key,
      since timestamptz not null
    );
    create index touched_sources_oldest on handbill.touched_sources (since);
    create function handbill.note_touched_source() returns trigger language plpgsql as $$
    begin
      insert into handbill.touched_sources (document, since) values (coalesce(new.id, old.id), clock_timestamp()) on conflict (document) do update set since = excluded.since;
      return null;
    end $$;
    create trigger sources_are_noted after insert or update or delete on public.sources for each row execute function handbill.note_touched_source();
    insert into handbill.touched_sources (document, since) select id, now() from public.sources;
  `)
  await db.execute(sql`
    alter table handbill.sign_offs drop constraint sign_offs_voided_reason_check;
    alter table handbill.sign_offs add constraint sign_offs_voided_reason_check check (voided_reason in ('edited', 'wroteTheText', 'askedForChanges', 'sourceRetracted'));
    alter table handbill.follow_ups drop constraint follow_ups_kind_check;
    alter table handbill.follow_ups add constraint follow_ups_kind_check check (kind in ('fullReview', 'translation', 'source'));
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop trigger sources_are_noted on public.sources;
    drop function handbill.note_touched_source;
    drop table handbill.touched_sources, handbill.source_verifications, handbill.quote_looks, handbill.link_changes, handbill.link_checks, handbill.link_budget, handbill.link_hosts, handbill.links;
    drop function handbill.keep_verification;
  `)
}
