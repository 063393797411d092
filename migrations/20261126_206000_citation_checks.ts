import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Whether a source says what a citation says it does: what people found, what they found it on, and who had a hand in which citation, so
 * that nobody checks their own. And what of a document isn't settled, for review to ask without knowing what a citation is.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table handbill.citation_checks (
      id uuid primary key default gen_random_uuid(),
      seq bigint generated always as identity unique,
      collection text not null,
      document uuid not null,
      key text not null,
      basis text not null check (basis <> ''),
      -- 'unchecked': whoever found something takes it back.
      result text not null check (result in ('supports', 'partly', 'doesNot', 'unchecked')),
      note text,
      -- What it was found on, so that it can be told what changed since.
      seen jsonb not null,
      capture uuid,
      by uuid not null,
      at timestamptz not null
    );
    create index citation_checks_of on handbill.citation_checks (collection, document, key, basis, seq desc);

    create function handbill.keep_citation_check() returns trigger language plpgsql as $$
    declare
      words constant text[] := array['note', 'seen'];
    begin
      -- What was never public goes with its document.
      if tg_op = 'DELETE' and current_setting('handbill.forgotten', true) = old.document::text then return old; end if;
      if tg_op = 'UPDATE' and nullif(current_setting('handbill.redaction', true), '') is not null and to_jsonb(new) - words is not distinct from to_jsonb(old) - words then return new; end if;
      raise exception 'Checks of citations are only ever added' using errcode = '23514';
    end $$;
    create trigger citation_checks_only_grow before update or delete on handbill.citation_checks for each row execute function handbill.keep_citation_check();
    create trigger citation_checks_never_emptied before truncate on handbill.citation_checks for each statement execute function handbill.keep_citation_check();

    create table handbill.citation_hands (
      collection text not null,
      document uuid not null,
      key text not null,
      person uuid not null,
      at timestamptz not null,
      primary key (collection, document, key, person)
    );
  `)
  await db.execute(sql`
    -- The newest finding on what a citation rests on now that its finder did not take back.
    create function handbill.standing_check(of_collection text, of_document uuid, of_key text, of_basis text) returns setof handbill.citation_checks language sql stable as $$
      select k.* from handbill.citation_checks k
      where k.collection = of_collection and k.document = of_document and k.key = of_key and k.basis = of_basis and k.result <> 'unchecked'
        and not exists (
          select from handbill.citation_checks t
          where t.collection = of_collection and t.document = of_document and t.key = of_key and t.basis = of_basis and t.by = k.by and t.seq > k.seq and t.result = 'unchecked')
      order by k.seq desc limit 1
    $$;

    -- What of a document keeps it from approval. Review reads this and knows no more of it than a name and a kind.
    create function handbill.unsettled_of(of_collection text, of_document uuid) returns table (item text, kind text, place int) language sql stable as $$
      select 'citations.' || c.key, case when c.source is null then 'needsSource' else 'notSupported' end, c.position
      from handbill.citations c
      where c.collection = of_collection and c.document = of_document and c.intent <> 'remark'
        and (c.source is null or (select k.result from handbill.standing_check(c.collection, c.document, c.key, c.basis) k) = 'doesNot')
    $$;

    -- What whoever signs should know of, and may sign all the same: of each kind, how many.
    create function handbill.doubts_of(of_collection text, of_document uuid) returns table (kind text, count int) language sql stable as $$
      with cited as (
        select c.source, (select k.result from handbill.standing_check(c.collection, c.document, c.key, c.basis) k) as result
        from handbill.citations c where c.collection = of_collection and c.document = of_document and c.intent <> 'remark' and c.source is not null
      )
      select 'unchecked', count(*)::int from cited where result is null having count(*) > 0
      union all select 'partlySupported', count(*)::int from cited where result = 'partly' having count(*) > 0
      union all select 'deadWithoutCopy', count(*)::int from cited join handbill.source_facts f on f.source = cited.source
        where f.facts ->> 'state' in ('dead', 'usurped') and coalesce(jsonb_array_length(f.facts -> 'archives'), 0) = 0 and f.facts -> 'copy' is null having count(*) > 0
      union all select 'disputedSource', count(*)::int from cited
        cross join lateral (select v.result from handbill.source_verifications v where v.document = cited.source order by v.id desc limit 1) said
        where said.result in ('disputed', 'retracted') having count(*) > 0
    $$;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop function handbill.doubts_of, handbill.unsettled_of, handbill.standing_check;
    drop table handbill.citation_hands, handbill.citation_checks;
    drop function handbill.keep_citation_check;
  `)
}
