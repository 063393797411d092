import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What is public and not yet baked, kept as a list of its own by triggers: to find it by comparing all publications with
 * all bakes would take the longer the more there are. `handbill.bakes` stays what decides.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table handbill.unbaked (
      publication uuid primary key,
      since timestamptz not null
    );

    create function handbill.note_unbaked() returns trigger language plpgsql as $$
    begin
      insert into handbill.unbaked (publication, since)
        select new.id, new.went_live_at where not exists (select from handbill.bakes b where b.publication = new.id) on conflict do nothing;
      return null;
    end $$;
    create trigger publications_wait_for_the_edition after insert on public.publications for each row execute function handbill.note_unbaked();

    create function handbill.note_baked() returns trigger language plpgsql as $$
    begin
      delete from handbill.unbaked where publication in (select publication from baked);
      return null;
    end $$;
    create trigger bakes_are_noted after insert on handbill.bakes referencing new table as baked for each statement execute function handbill.note_baked();

    create function handbill.note_forgotten() returns trigger language plpgsql as $$
    begin
      insert into handbill.unbaked (publication, since)
        select p.id, p.went_live_at from public.publications p join forgotten f on f.publication = p.id on conflict do nothing;
      return null;
    end $$;
    create trigger bakes_are_forgotten after delete on handbill.bakes referencing old table as forgotten for each statement execute function handbill.note_forgotten();

    insert into handbill.unbaked (publication, since)
      select p.id, p.went_live_at from public.publications p where not exists (select from handbill.bakes b where b.publication = p.id);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop trigger publications_wait_for_the_edition on public.publications;
    drop trigger bakes_are_noted on handbill.bakes;
    drop trigger bakes_are_forgotten on handbill.bakes;
    drop function handbill.note_unbaked, handbill.note_baked, handbill.note_forgotten;
    drop table handbill.unbaked;
  `)
}
