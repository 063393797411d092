import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Tables of collections that go through review: their status decides nothing, and a constraint sees to it. */
const REVIEWED = ['articles', 'social_posts', 'exchanges', 'pages', 'topics', 'series', 'people', 'campaigns', 'sources']

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const table of REVIEWED) {
    await db.execute(sql.raw(`alter table "${table}" add constraint "${table}_never_published_by_status" check (_status = 'draft')`))
    await db.execute(sql.raw(`alter table "_${table}_v" add constraint "${table}_v_never_published_by_status" check (version__status = 'draft')`))
  }
  await db.execute(sql`create schema if not exists handbill`)

  await db.execute(sql`
    create table handbill.review_runs (
      id uuid primary key default gen_random_uuid(),
      collection text not null,
      document uuid not null,
      workflow jsonb not null,
      names_people boolean not null default false,
      state text not null check (state in ('in-review', 'changes-requested', 'approved', 'scheduled', 'published', 'cancelled')),
      submitted_by uuid not null,
      submitted_at timestamptz not null default now(),
      content_hash text not null,
      coverage jsonb not null,
      projection jsonb not null,
      companions jsonb not null default '[]',
      rev integer not null,
      ended_at timestamptz,
      check ((ended_at is null) = (state not in ('published', 'cancelled')))
    );
    create unique index review_runs_one_active on handbill.review_runs (collection, document) where ended_at is null;
    create index review_runs_active_by_state on handbill.review_runs (state, submitted_at) where ended_at is null;
    create index review_runs_document on handbill.review_runs (collection, document, submitted_at);

    create table handbill.sign_offs (
      id uuid primary key default gen_random_uuid(),
      run uuid not null references handbill.review_runs (id),
      slot text not null,
      signed_by uuid not null,
      signed_at timestamptz not null default now(),
      coverage jsonb not null,
      content_hash text not null,
      note text,
      voided_at timestamptz,
      voided_by uuid,
      voided_reason text check (voided_reason in ('edited', 'wroteTheText', 'askedForChanges')),
      voided_changes jsonb,
      check ((voided_at is null) = (voided_reason is null))
    );
    create unique index sign_offs_once on handbill.sign_offs (run, slot, signed_by) where voided_at is null;
    create index sign_offs_run on handbill.sign_offs (run, signed_at);

    create table handbill.review_exceptions (
      id uuid primary key default gen_random_uuid(),
      collection text not null,
      document uuid not null,
      slot text not null,
      reason text not null,
      granted_by uuid not null,
      granted_at timestamptz not null default now(),
      publication uuid
    );
    create unique index review_exceptions_open on handbill.review_exceptions (collection, document, slot) where publication is null;

    create table handbill.review_events (
      id bigint generated always as identity primary key,
      collection text not null,
      document uuid not null,
      run uuid references handbill.review_runs (id),
      kind text not null,
      by uuid,
      at timestamptz not null default now(),
      slot text,
      words text
    );
    create index review_events_document on handbill.review_events (collection, document, id desc);

    create table handbill.contributions (
      id bigint generated always as identity primary key,
      collection text not null,
      document uuid not null,
      person uuid not null,
      kind text not null check (kind in ('author', 'slotHolder')),
      slots text[] not null default '{}',
      first_at timestamptz not null default now(),
      last_at timestamptz not null default now(),
      publication uuid
    );
    create unique index contributions_open on handbill.contributions (collection, document, person, kind) where publication is null;

    create table handbill.addresses (
      path text primary key,
      collection text not null,
      document uuid not null,
      claimed_at timestamptz not null default now()
    );
    create index addresses_document on handbill.addresses (collection, document);

    create table handbill.bakes (
      publication uuid primary key,
      baked_at timestamptz not null default now()
    );
  `)

  await db.execute(sql`
    create unique index publications_one_live on publications (collection, document) where superseded_at is null;
    create unique index publications_one_path on publications (path) where superseded_at is null and path is not null;
    create index publications_history on publications (collection, document, went_live_at);
    create index publications_addresses on publications using gin (addresses jsonb_path_ops) where superseded_at is null;
    create index publications_refs on publications using gin (refs jsonb_path_ops) where superseded_at is null and not is_tombstone;
    create index publications_newest on publications (collection, published_at desc, id desc) where superseded_at is null and not is_tombstone;
    create index publications_newest_by_language on publications (collection, language, published_at desc, id desc) where superseded_at is null and not is_tombstone;
    create index publications_translations on publications (translation_group) where superseded_at is null and not is_tombstone;
    create index publications_corrected on publications (language, updated_publicly_at desc, id desc) where superseded_at is null and (is_tombstone or corrections <> '[]'::jsonb);
    alter table publications add column search tsvector generated always as (
      case
        when language = 'en' or language like 'en-%' then setweight(to_tsvector('english'::regconfig, split_part(coalesce(search_text, ''), E'\n', 1)), 'A') || to_tsvector('english'::regconfig, coalesce(search_text, ''))
        when language = 'ar' or language like 'ar-%' then setweight(to_tsvector('arabic'::regconfig, split_part(coalesce(search_text, ''), E'\n', 1)), 'A') || to_tsvector('arabic'::regconfig, coalesce(search_text, ''))
        else setweight(to_tsvector('simple'::regconfig, split_part(coalesce(search_text, ''), E'\n', 1)), 'A') || to_tsvector('simple'::regconfig, coalesce(search_text, ''))
      end
    ) stored;
    create index publications_search on publications using gin (search) where superseded_at is null and not is_tombstone;
  `)

  await db.execute(sql`
    create function handbill.keep_publication() returns trigger language plpgsql as $$
    begin
      if tg_op in ('DELETE', 'TRUNCATE') then
        raise exception 'What was public is never deleted' using errcode = '23514';
      end if;
      if old.superseded_at is not null and new.superseded_at is distinct from old.superseded_at then
        raise exception 'A publication is superseded once' using errcode = '23514';
      end if;
      -- An account that is deleted takes its name along, nothing else.
      if new.published_by_id is not null and new.published_by_id is distinct from old.published_by_id then
        raise exception 'Publications don''t change' using errcode = '23514';
      end if;
      -- The generated column is not computed yet.
      if to_jsonb(new) - 'superseded_at' - 'published_by_id' - 'search' is distinct from to_jsonb(old) - 'superseded_at' - 'published_by_id' - 'search' then
        raise exception 'Publications don''t change' using errcode = '23514';
      end if;
      return new;
    end $$;
    create trigger publications_kept before update or delete on publications for each row execute function handbill.keep_publication();
    create trigger publications_never_emptied before truncate on publications for each statement execute function handbill.keep_publication();
  `)

  // Ids and hashes only: no content, no names, so that erasing words never breaks the chain.
  await db.execute(sql`
    create table handbill.audit_log (
      seq bigint primary key,
      at timestamptz not null,
      actor uuid,
      action text not null,
      collection text,
      document text,
      before_hash text,
      after_hash text,
      run uuid,
      details jsonb not null default '{}',
      previous text not null,
      hash text not null
    );
    create index audit_log_document on handbill.audit_log (collection, document, seq);
    create index audit_log_actor on handbill.audit_log (actor, seq);

    create function handbill.audit_hash(entry handbill.audit_log) returns text language sql stable as $$
      select encode(sha256(convert_to(entry.previous || E'\n' || jsonb_build_object(
        'seq', entry.seq,
        'at', to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'actor', entry.actor,
        'action', entry.action,
        'collection', entry.collection,
        'document', entry.document,
        'before', entry.before_hash,
        'after', entry.after_hash,
        'run', entry.run,
        'details', entry.details
      )::text, 'UTF8')), 'hex')
    $$;

    create function handbill.append_audit(actor uuid, action text, collection text, document text, before_hash text, after_hash text, run uuid, details jsonb)
    returns bigint language plpgsql as $$
    declare
      last handbill.audit_log;
      entry handbill.audit_log;
    begin
      perform pg_advisory_xact_lock(hashtext('handbill.audit_log'));
      select * into last from handbill.audit_log order by seq desc limit 1;
      entry.seq := coalesce(last.seq, 0) + 1;
      entry.at := clock_timestamp();
      entry.actor := actor;
      entry.action := action;
      entry.collection := collection;
      entry.document := document;
      entry.before_hash := before_hash;
      entry.after_hash := after_hash;
      entry.run := run;
      entry.details := coalesce(details, '{}');
      entry.previous := coalesce(last.hash, repeat('0', 64));
      entry.hash := handbill.audit_hash(entry);
      insert into handbill.audit_log values (entry.*);
      return entry.seq;
    end $$;

    create function handbill.refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'The audit log only grows' using errcode = '23514';
    end $$;
    create trigger audit_log_only_grows before update or delete on handbill.audit_log for each row execute function handbill.refuse_change();
    create trigger audit_log_never_emptied before truncate on handbill.audit_log for each statement execute function handbill.refuse_change();
  `)

  await db.execute(sql`
    create view public.live_publications as
      select id, collection, document, language, slug, path, title, is_tombstone, is_adopted, published_at, updated_publicly_at, went_live_at,
        content_hash, projection, corrections, addresses, refs, images, translation_group, search
      from public.publications
      where superseded_at is null
  `)

  // The role is the cluster's, not this database's: another one may be making it at this very moment, and a managed
  // server may not let us make any. Then an administrator of the server makes it, and grants it to our user.
  await db.execute(sql`
    do $$
    begin
      if not exists (select from pg_roles where rolname = 'handbill_web') then
        begin
          create role handbill_web nologin;
        exception
          when duplicate_object or unique_violation then null;
          when insufficient_privilege then raise warning 'The role handbill_web could not be made: make it, and grant it to %', current_user;
        end;
      end if;
      if exists (select from pg_roles where rolname = 'handbill_web') then
        begin
          if not pg_has_role(current_user, 'handbill_web', 'member') then
            execute format('grant handbill_web to %I', current_user);
          end if;
        exception when insufficient_privilege or unique_violation or object_in_use or internal_error then
          raise warning 'The role handbill_web could not be granted to %', current_user;
        end;
        grant usage on schema public to handbill_web;
        grant select on public.live_publications to handbill_web;
      end if;
    end $$
  `)
  await db.execute(sql`
    do $$
    begin
      -- A temporary function of its own could see rows that the view hides.
      execute format('revoke temporary on database %I from public', current_database());
    exception when insufficient_privilege then null;
    end $$
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop view public.live_publications;
    drop trigger publications_kept on publications;
    drop trigger publications_never_emptied on publications;
    drop index publications_one_live, publications_one_path, publications_history, publications_addresses, publications_refs, publications_newest,
      publications_newest_by_language, publications_translations, publications_corrected, publications_search;
    alter table publications drop column search;
    drop schema handbill cascade;
  `)
  for (const table of REVIEWED) {
    await db.execute(sql.raw(`alter table "${table}" drop constraint "${table}_never_published_by_status"`))
    await db.execute(sql.raw(`alter table "_${table}_v" drop constraint "${table}_v_never_published_by_status"`))
  }
}
