import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Readers are given the words of the copies that facts tell of, and of no other; and facts are brought up to date where a copy came or
 * was revoked, and where a source went public or was withdrawn, whoever did it. A quote that changed is looked for in the kept copy.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create view public.live_source_copies as
      select f.source, coalesce(c.title, '') as title, c.text, f.facts -> 'copy' ->> 'at' as at, f.facts -> 'copy' ->> 'sha256' as sha256
      from public.live_source_facts f
      cross join lateral (
        select c.title, c.text from handbill.captures c
        where c.source = f.source and c.audience = 'public' and c.revoked_at is null and c.failure is null and c.text is not null
          and c.fetched_at = (f.facts -> 'copy' ->> 'at')::timestamptz and c.files @> jsonb_build_array(jsonb_build_object('sha256', f.facts -> 'copy' ->> 'sha256'))
        order by c.captured_at limit 1
      ) c
      where f.facts ? 'copy';

    do $$
    begin
      if exists (select from pg_roles where rolname = 'handbill_web') then
        grant select on public.live_source_copies to handbill_web;
      end if;
    end $$;

    create function handbill.note_source() returns trigger language plpgsql as $$
    begin
      insert into handbill.touched_sources (document, since) values (new.source, clock_timestamp()) on conflict (document) do update set since = excluded.since;
      return null;
    end $$;
    create trigger captures_touch_their_source after insert or update on handbill.captures for each row execute function handbill.note_source();
    create trigger new_quotes_touch_their_source after insert on handbill.citations for each row when (new.source is not null and new.quote is not null) execute function handbill.note_source();
    create trigger other_quotes_touch_their_source after update on handbill.citations for each row
      when (new.source is not null and new.quote is not null and (new.source, new.quote) is distinct from (old.source, old.quote)) execute function handbill.note_source();

    create function handbill.note_source_of_publication() returns trigger language plpgsql as $$
    begin
      insert into handbill.touched_sources (document, since) values (new.document::uuid, clock_timestamp()) on conflict (document) do update set since = excluded.since;
      return null;
    end $$;
    create trigger publications_touch_their_source after insert on public.publications for each row when (new.collection = 'sources') execute function handbill.note_source_of_publication();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop trigger publications_touch_their_source on public.publications;
    drop trigger captures_touch_their_source on handbill.captures;
    drop trigger new_quotes_touch_their_source on handbill.citations;
    drop trigger other_quotes_touch_their_source on handbill.citations;
    drop function handbill.note_source_of_publication, handbill.note_source;
    drop view public.live_source_copies;
  `)
}
