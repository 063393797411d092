import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Readers are told that a source was disputed or retracted, those included that were before they were told; and facts are brought up to date where
 * records are merged or parted, as what was said of one then holds for the other, or no longer does.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    insert into handbill.touched_sources (document, since)
      select document, clock_timestamp() from handbill.links where verification in ('disputed', 'retracted')
      on conflict (document) do update set since = excluded.since;

    create function handbill.note_sources_of_merge() returns trigger language plpgsql as $$
    begin
      insert into handbill.touched_sources (document, since)
        select id, clock_timestamp() from (select distinct id from unnest(array[old.merged, old."into", new.merged, new."into"]) as named (id)) as touched where id is not null
        on conflict (document) do update set since = excluded.since;
      return null;
    end $$;
    create trigger merges_touch_their_sources after insert or update or delete on handbill.source_merges for each row execute function handbill.note_sources_of_merge();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop trigger merges_touch_their_sources on handbill.source_merges;
    drop function handbill.note_sources_of_merge;
  `)
}
