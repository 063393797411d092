import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * The audit log is kept from the application by grants as well as by triggers, as far as the server lets us; and words can be
 * redacted from what was published, by two people and in one transaction, with the hashes from before and after kept.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create index audit_log_publication on handbill.audit_log ((details ->> 'publication')) where details ? 'publication';

    create table handbill.redactions (
      id uuid primary key default gen_random_uuid(),
      state text not null default 'proposed' check (state in ('proposed', 'carriedOut', 'cancelled')),
      proposed_by uuid not null,
      proposed_at timestamptz not null default now(),
      reason text not null,
      collections text[] not null default '{}',
      whole_words boolean not null default false,
      words text[],
      decided_by uuid,
      decided_at timestamptz,
      carried_out_in xid8,
      counts jsonb not null default '{}',
      check ((state = 'proposed') = (words is not null)),
      check ((state = 'proposed') = (decided_by is null)),
      check ((state = 'proposed') = (decided_at is null)),
      check ((state = 'carriedOut') = (carried_out_in is not null)),
      check (state <> 'carriedOut' or decided_by <> proposed_by)
    );
    create index redactions_newest on handbill.redactions (proposed_at desc);

    create table handbill.redacted_publications (
      publication uuid not null,
      redaction uuid not null references handbill.redactions (id),
      old_hash text not null,
      new_hash text not null,
      primary key (publication, redaction)
    );

    create function handbill.keep_redaction() returns trigger language plpgsql as $$
    begin
      if tg_op in ('DELETE', 'TRUNCATE') then
        raise exception 'A redaction is kept, without its words' using errcode = '23514';
      end if;
      if old.state <> 'proposed' and old.carried_out_in is distinct from pg_current_xact_id() then
        raise exception 'A redaction is decided once' using errcode = '23514';
      end if;
      if (new.id, new.proposed_by, new.proposed_at, new.reason, new.collections, new.whole_words) is distinct from (old.id, old.proposed_by, old.proposed_at, old.reason, old.collections, old.whole_words) then
        raise exception 'A redaction is carried out as it was proposed' using errcode = '23514';
      end if;
      return new;
    end $$;
    create trigger redactions_kept before update or delete on handbill.redactions for each row execute function handbill.keep_redaction();
    create trigger redactions_never_emptied before truncate on handbill.redactions for each statement execute function handbill.keep_redaction();

    create function handbill.keep_redacted_publication() returns trigger language plpgsql as $$
    begin
      raise exception 'What a redaction did is kept' using errcode = '23514';
    end $$;
    create trigger redacted_publications_kept before update or delete on handbill.redacted_publications for each row execute function handbill.keep_redacted_publication();
    create trigger redacted_publications_never_emptied before truncate on handbill.redacted_publications for each statement execute function handbill.keep_redacted_publication();
  `)

  // The setting alone would let anybody in who knows its name: it must name a redaction that two people decided on, in the
  // very transaction that carries it out.
  await db.execute(sql`
    create or replace function handbill.keep_publication() returns trigger language plpgsql as $$
    declare
      compared text[] := array['superseded_at', 'published_by_id', 'search'];
      redaction text;
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
      redaction := nullif(current_setting('handbill.redaction', true), '');
      if redaction is not null and exists (
        select from handbill.redactions r where r.id::text = redaction and r.state = 'carriedOut' and r.carried_out_in = pg_current_xact_id()
      ) then
        compared := compared || array['projection', 'title', 'corrections', 'search_text', 'content_hash'];
      end if;
      -- The generated column is not computed yet.
      if to_jsonb(new) - compared is distinct from to_jsonb(old) - compared then
        raise exception 'Publications don''t change' using errcode = '23514';
      end if;
      return new;
    end $$;
  `)

  await db.execute(sql`
    alter function handbill.append_audit(uuid, text, text, text, text, text, uuid, jsonb) security definer set search_path = pg_catalog, pg_temp;
    revoke execute on function handbill.append_audit(uuid, text, text, text, text, text, uuid, jsonb) from public;
  `)
  // Like handbill_web, the role is the cluster's, and a managed server may not let us make or hold it. Then the owner gives up
  // its own right to change rows; it could take that back, and the triggers stand in front of it.
  await db.execute(sql`
    do $$
    declare
      is_superuser boolean := (select rolsuper from pg_roles where rolname = current_user);
      each text;
    begin
      if not exists (select from pg_roles where rolname = 'handbill_audit') then
        begin
          create role handbill_audit nologin;
        exception
          when duplicate_object or unique_violation then null;
          when insufficient_privilege then null;
        end;
      end if;
      begin
        if not is_superuser then
          execute format('grant handbill_audit to %I', current_user);
        end if;
        grant usage, create on schema handbill to handbill_audit;
        alter table handbill.audit_log owner to handbill_audit;
        foreach each in array array['append_audit(uuid, text, text, text, text, text, uuid, jsonb)', 'audit_hash(handbill.audit_log)', 'refuse_change()'] loop
          execute format('alter function handbill.%s owner to handbill_audit', each);
        end loop;
        revoke create on schema handbill from handbill_audit;
        revoke all on handbill.audit_log from public;
        execute format('grant select on handbill.audit_log to %I', current_user);
        execute format('grant execute on function handbill.append_audit(uuid, text, text, text, text, text, uuid, jsonb), handbill.audit_hash(handbill.audit_log) to %I', current_user);
        if not is_superuser then
          execute format('revoke handbill_audit from %I', current_user);
        end if;
      exception when insufficient_privilege or undefined_object or invalid_grant_operation or unique_violation or object_in_use or internal_error then
        raise warning 'The audit log stays with % (%): give a role handbill_audit to it, with the admin option, and migrate a new database, to keep the log from it by ownership too', current_user, sqlerrm;
      end;
      if (select relowner = current_user::regrole from pg_class where oid = 'handbill.audit_log'::regclass) then
        execute format('revoke update, delete, truncate on handbill.audit_log from %I', current_user);
      end if;
    end $$
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    do $$
    declare
      each text;
    begin
      if (select relowner <> current_user::regrole from pg_class where oid = 'handbill.audit_log'::regclass) then
        if not (select rolsuper from pg_roles where rolname = current_user) then
          execute format('grant handbill_audit to %I', current_user);
        end if;
        execute format('alter table handbill.audit_log owner to %I', current_user);
        foreach each in array array['append_audit(uuid, text, text, text, text, text, uuid, jsonb)', 'audit_hash(handbill.audit_log)', 'refuse_change()'] loop
          execute format('alter function handbill.%s owner to %I', each, current_user);
        end loop;
        if not (select rolsuper from pg_roles where rolname = current_user) then
          execute format('revoke handbill_audit from %I', current_user);
        end if;
      end if;
      execute format('grant all on handbill.audit_log to %I', current_user);
    end $$;
    alter function handbill.append_audit(uuid, text, text, text, text, text, uuid, jsonb) security invoker reset search_path;
    grant execute on function handbill.append_audit(uuid, text, text, text, text, text, uuid, jsonb) to public;
    create or replace function handbill.keep_publication() returns trigger language plpgsql as $$
    begin
      if tg_op in ('DELETE', 'TRUNCATE') then
        raise exception 'What was public is never deleted' using errcode = '23514';
      end if;
      if old.superseded_at is not null and new.superseded_at is distinct from old.superseded_at then
        raise exception 'A publication is superseded once' using errcode = '23514';
      end if;
      if new.published_by_id is not null and new.published_by_id is distinct from old.published_by_id then
        raise exception 'Publications don''t change' using errcode = '23514';
      end if;
      if to_jsonb(new) - 'superseded_at' - 'published_by_id' - 'search' is distinct from to_jsonb(old) - 'superseded_at' - 'published_by_id' - 'search' then
        raise exception 'Publications don''t change' using errcode = '23514';
      end if;
      return new;
    end $$;
    drop table handbill.redacted_publications, handbill.redactions;
    drop function handbill.keep_redaction, handbill.keep_redacted_publication;
    drop index handbill.audit_log_publication;
  `)
}
