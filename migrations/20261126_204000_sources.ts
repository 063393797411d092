import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Sources say more of themselves: identifiers, relations, what bibliographies name, how copies may be kept. There is one record of a
 * work; two that were made for one are merged. What was published stays as it was frozen: readers are given the surviving record.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_sources_creators_role" AS ENUM('author', 'editor', 'translator', 'interviewer', 'director', 'contributor');
  CREATE TYPE "public"."enum_sources_other_languages" AS ENUM('en', 'ar', 'fr', 'de', 'es', 'tr', 'fa', 'ku', 'uk', 'ru');
  CREATE TYPE "public"."enum_sources_relations_type" AS ENUM('reposts', 'translates', 'quotes', 'repliesTo', 'updates', 'derivedFrom');
  CREATE TYPE "public"."enum_sources_capture_policy" AS ENUM('archivePublicly', 'localOnly', 'neverFetch');
  CREATE TYPE "public"."enum__sources_v_version_creators_role" AS ENUM('author', 'editor', 'translator', 'interviewer', 'director', 'contributor');
  CREATE TYPE "public"."enum__sources_v_version_other_languages" AS ENUM('en', 'ar', 'fr', 'de', 'es', 'tr', 'fa', 'ku', 'uk', 'ru');
  CREATE TYPE "public"."enum__sources_v_version_relations_type" AS ENUM('reposts', 'translates', 'quotes', 'repliesTo', 'updates', 'derivedFrom');
  CREATE TYPE "public"."enum__sources_v_version_capture_policy" AS ENUM('archivePublicly', 'localOnly', 'neverFetch');
  ALTER TYPE "public"."enum_sources_kind" ADD VALUE 'privateDocument';
  ALTER TYPE "public"."enum__sources_v_version_kind" ADD VALUE 'privateDocument';
  CREATE TABLE "sources_other_languages" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_sources_other_languages",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  CREATE TABLE "sources_relations" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"type" "enum_sources_relations_type",
  	"source_id" uuid
  );
  CREATE TABLE "_sources_v_version_other_languages" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum__sources_v_version_other_languages",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  CREATE TABLE "_sources_v_version_relations" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"type" "enum__sources_v_version_relations_type",
  	"source_id" uuid,
  	"_uuid" varchar
  );
  ALTER TABLE "sources_creators" ADD COLUMN "family_name" varchar;
  ALTER TABLE "sources_creators" ADD COLUMN "role" "enum_sources_creators_role";
  ALTER TABLE "sources_creators" ADD COLUMN "handle" varchar;
  ALTER TABLE "sources" ADD COLUMN "accessed" varchar;
  ALTER TABLE "sources" ADD COLUMN "volume" varchar;
  ALTER TABLE "sources" ADD COLUMN "issue" varchar;
  ALTER TABLE "sources" ADD COLUMN "pages" varchar;
  ALTER TABLE "sources" ADD COLUMN "edition" varchar;
  ALTER TABLE "sources" ADD COLUMN "place" varchar;
  ALTER TABLE "sources" ADD COLUMN "number" varchar;
  ALTER TABLE "sources" ADD COLUMN "csl" jsonb;
  ALTER TABLE "sources" ADD COLUMN "isbn" varchar;
  ALTER TABLE "sources" ADD COLUMN "issn" varchar;
  ALTER TABLE "sources" ADD COLUMN "qid" varchar;
  ALTER TABLE "sources" ADD COLUMN "post_id" varchar;
  ALTER TABLE "sources" ADD COLUMN "capture_policy" "enum_sources_capture_policy" DEFAULT 'localOnly';
  ALTER TABLE "sources" ADD COLUMN "doi_key" varchar;
  ALTER TABLE "sources" ADD COLUMN "post_key" varchar;
  ALTER TABLE "sources" ADD COLUMN "field_origins" jsonb;
  ALTER TABLE "sources" ADD COLUMN "merged_into_id" uuid;
  ALTER TABLE "_sources_v_version_creators" ADD COLUMN "family_name" varchar;
  ALTER TABLE "_sources_v_version_creators" ADD COLUMN "role" "enum__sources_v_version_creators_role";
  ALTER TABLE "_sources_v_version_creators" ADD COLUMN "handle" varchar;
  ALTER TABLE "_sources_v" ADD COLUMN "version_accessed" varchar;
  ALTER TABLE "_sources_v" ADD COLUMN "version_volume" varchar;
  ALTER TABLE "_sources_v" ADD COLUMN "version_issue" varchar;
  ALTER TABLE "_sources_v" ADD COLUMN "version_pages" varchar;
  ALTER TABLE "_sources_v" ADD COLUMN "version_edition" varchar;
  ALTER TABLE "_sources_v" ADD COLUMN "version_place" varchar;
  ALTER TABLE "_sources_v" ADD COLUMN "version_number" varchar;
  ALTER TABLE "_sources_v" ADD COLUMN "version_csl" jsonb;
  ALTER TABLE "_sources_v" ADD COLUMN "version_isbn" varchar;
  ALTER TABLE "_sources_v" ADD COLUMN "version_issn" varchar;
  ALTER TABLE "_sources_v" ADD COLUMN "version_qid" varchar;
  ALTER TABLE "_sources_v" ADD COLUMN "version_post_id" varchar;
  ALTER TABLE "_sources_v" ADD COLUMN "version_capture_policy" "enum__sources_v_version_capture_policy" DEFAULT 'localOnly';
  ALTER TABLE "_sources_v" ADD COLUMN "version_doi_key" varchar;
  ALTER TABLE "_sources_v" ADD COLUMN "version_post_key" varchar;
  ALTER TABLE "_sources_v" ADD COLUMN "version_field_origins" jsonb;
  ALTER TABLE "_sources_v" ADD COLUMN "version_merged_into_id" uuid;
  ALTER TABLE "sources_other_languages" ADD CONSTRAINT "sources_other_languages_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."sources"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "sources_relations" ADD CONSTRAINT "sources_relations_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sources_relations" ADD CONSTRAINT "sources_relations_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."sources"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_sources_v_version_other_languages" ADD CONSTRAINT "_sources_v_version_other_languages_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_sources_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_sources_v_version_relations" ADD CONSTRAINT "_sources_v_version_relations_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_sources_v_version_relations" ADD CONSTRAINT "_sources_v_version_relations_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_sources_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "sources_other_languages_order_idx" ON "sources_other_languages" USING btree ("order");
  CREATE INDEX "sources_other_languages_parent_idx" ON "sources_other_languages" USING btree ("parent_id");
  CREATE INDEX "sources_relations_order_idx" ON "sources_relations" USING btree ("_order");
  CREATE INDEX "sources_relations_parent_id_idx" ON "sources_relations" USING btree ("_parent_id");
  CREATE INDEX "sources_relations_source_idx" ON "sources_relations" USING btree ("source_id");
  CREATE INDEX "_sources_v_version_other_languages_order_idx" ON "_sources_v_version_other_languages" USING btree ("order");
  CREATE INDEX "_sources_v_version_other_languages_parent_idx" ON "_sources_v_version_other_languages" USING btree ("parent_id");
  CREATE INDEX "_sources_v_version_relations_order_idx" ON "_sources_v_version_relations" USING btree ("_order");
  CREATE INDEX "_sources_v_version_relations_parent_id_idx" ON "_sources_v_version_relations" USING btree ("_parent_id");
  CREATE INDEX "_sources_v_version_relations_source_idx" ON "_sources_v_version_relations" USING btree ("source_id");
  ALTER TABLE "sources" ADD CONSTRAINT "sources_merged_into_id_sources_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."sources"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_sources_v" ADD CONSTRAINT "_sources_v_version_merged_into_id_sources_id_fk" FOREIGN KEY ("version_merged_into_id") REFERENCES "public"."sources"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "sources_merged_into_idx" ON "sources" USING btree ("merged_into_id");
  CREATE INDEX "_sources_v_version_version_merged_into_idx" ON "_sources_v" USING btree ("version_merged_into_id");
  `)
  await db.execute(sql`
    -- "into" is the record that stands for it now; first_into the one that somebody merged it into, which may have been merged since.
    alter table handbill.source_merges
      add column first_into uuid not null references public.sources (id),
      add foreign key (merged) references public.sources (id) on delete cascade,
      add foreign key ("into") references public.sources (id);
    create unique index source_merges_as_text on handbill.source_merges ((merged::text));

    create function handbill.survivor_of(source uuid) returns uuid language sql stable as $$
      select coalesce((select m."into" from handbill.source_merges m where m.merged = source), source)
    $$;
  `)
  // Records of one work that are there already stay until somebody merges them: the older keeps the key.
  await db.execute(sql`
    update public.sources s set url_key = null
      where s.url_key is not null and exists (
        select from public.sources o where o.url_key = s.url_key and (o.created_at, o.id) < (s.created_at, s.id) and o.deleted_at is null and o.visibility is distinct from 'private');
    update public.sources s set doi_key = lower(regexp_replace(trim(s.doi), '^(https?://)?(dx\\.|www\\.)?doi\\.org/|^doi:\\s*', '', 'i')) where s.doi is not null and trim(s.doi) <> '';
    update public.sources s set doi_key = null
      where s.doi_key is not null and exists (
        select from public.sources o where o.doi_key = s.doi_key and (o.created_at, o.id) < (s.created_at, s.id) and o.deleted_at is null and o.visibility is distinct from 'private');
    create unique index sources_one_by_url on public.sources (url_key) where deleted_at is null and merged_into_id is null and visibility is distinct from 'private';
    create unique index sources_one_by_doi on public.sources (doi_key) where deleted_at is null and merged_into_id is null and visibility is distinct from 'private';
    create unique index sources_one_by_post on public.sources (post_key) where deleted_at is null and merged_into_id is null and visibility is distinct from 'private';
  `)
  await db.execute(sql`
    create or replace view public.live_publications as
      select id, collection, document, language, slug, path, title, is_tombstone, is_adopted, published_at, updated_publicly_at, went_live_at,
        content_hash, projection, corrections, addresses, refs, images, translation_group, search,
        case when exists (select from handbill.source_merges) then
          (select jsonb_object_agg(m.merged::text, m."into"::text) from jsonb_array_elements_text(refs) r join handbill.source_merges m on m.merged::text = r.value)
        end as merged_sources
      from public.publications
      where superseded_at is null and not (collection = 'sources' and exists (select from handbill.source_merges m where m.merged::text = document));

    create view public.live_source_merges as
      select m.merged::text as merged, m."into"::text as "into", p.addresses
      from handbill.source_merges m
      left join public.publications p on p.collection = 'sources' and p.document = m.merged::text and p.superseded_at is null;

    create or replace view public.live_source_facts as
      select f.source, f.facts
      from handbill.source_facts f
      join public.publications p on p.collection = 'sources' and p.document = f.source::text and p.superseded_at is null and not p.is_tombstone
      where p.projection ->> 'visibility' = 'public' and not exists (select from handbill.source_merges m where m.merged = f.source);

    do $$
    begin
      if exists (select from pg_roles where rolname = 'handbill_web') then
        grant select on public.live_source_merges to handbill_web;
      end if;
    end $$;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop view public.live_source_merges;
    create or replace view public.live_source_facts as
      select f.source, f.facts
      from handbill.source_facts f
      join public.publications p on p.collection = 'sources' and p.document = f.source::text and p.superseded_at is null and not p.is_tombstone
      where p.projection ->> 'visibility' = 'public';
    drop view public.live_publications;
    create view public.live_publications as
      select id, collection, document, language, slug, path, title, is_tombstone, is_adopted, published_at, updated_publicly_at, went_live_at,
        content_hash, projection, corrections, addresses, refs, images, translation_group, search
      from public.publications
      where superseded_at is null;
    do $$
    begin
      if exists (select from pg_roles where rolname = 'handbill_web') then
        grant select on public.live_publications to handbill_web;
      end if;
    end $$;
    drop function handbill.survivor_of;
    drop index handbill.source_merges_as_text;
    alter table handbill.source_merges drop constraint source_merges_merged_fkey, drop constraint source_merges_into_fkey, drop column first_into;
    drop index public.sources_one_by_url, public.sources_one_by_doi, public.sources_one_by_post;
    update public.sources set kind = 'webpage' where kind = 'privateDocument';
    update public._sources_v set version_kind = 'webpage' where version_kind = 'privateDocument';
  `)
  await db.execute(sql`
   ALTER TABLE "sources_other_languages" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "sources_relations" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_sources_v_version_other_languages" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_sources_v_version_relations" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "sources_other_languages" CASCADE;
  DROP TABLE "sources_relations" CASCADE;
  DROP TABLE "_sources_v_version_other_languages" CASCADE;
  DROP TABLE "_sources_v_version_relations" CASCADE;
  ALTER TABLE "sources" DROP CONSTRAINT "sources_merged_into_id_sources_id_fk";
  ALTER TABLE "_sources_v" DROP CONSTRAINT "_sources_v_version_merged_into_id_sources_id_fk";
  ALTER TABLE "sources" ALTER COLUMN "kind" SET DATA TYPE text;
  ALTER TABLE "sources" ALTER COLUMN "kind" SET DEFAULT 'webpage'::text;
  DROP TYPE "public"."enum_sources_kind";
  CREATE TYPE "public"."enum_sources_kind" AS ENUM('article', 'socialPost', 'statement', 'report', 'legal', 'book', 'paper', 'video', 'audio', 'image', 'dataset', 'interview', 'testimony', 'letter', 'webpage');
  ALTER TABLE "sources" ALTER COLUMN "kind" SET DEFAULT 'webpage'::"public"."enum_sources_kind";
  ALTER TABLE "sources" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_sources_kind" USING "kind"::"public"."enum_sources_kind";
  ALTER TABLE "_sources_v" ALTER COLUMN "version_kind" SET DATA TYPE text;
  ALTER TABLE "_sources_v" ALTER COLUMN "version_kind" SET DEFAULT 'webpage'::text;
  DROP TYPE "public"."enum__sources_v_version_kind";
  CREATE TYPE "public"."enum__sources_v_version_kind" AS ENUM('article', 'socialPost', 'statement', 'report', 'legal', 'book', 'paper', 'video', 'audio', 'image', 'dataset', 'interview', 'testimony', 'letter', 'webpage');
  ALTER TABLE "_sources_v" ALTER COLUMN "version_kind" SET DEFAULT 'webpage'::"public"."enum__sources_v_version_kind";
  ALTER TABLE "_sources_v" ALTER COLUMN "version_kind" SET DATA TYPE "public"."enum__sources_v_version_kind" USING "version_kind"::"public"."enum__sources_v_version_kind";
  DROP INDEX "sources_merged_into_idx";
  DROP INDEX "_sources_v_version_version_merged_into_idx";
  ALTER TABLE "sources_creators" DROP COLUMN "family_name";
  ALTER TABLE "sources_creators" DROP COLUMN "role";
  ALTER TABLE "sources_creators" DROP COLUMN "handle";
  ALTER TABLE "sources" DROP COLUMN "accessed";
  ALTER TABLE "sources" DROP COLUMN "volume";
  ALTER TABLE "sources" DROP COLUMN "issue";
  ALTER TABLE "sources" DROP COLUMN "pages";
  ALTER TABLE "sources" DROP COLUMN "edition";
  ALTER TABLE "sources" DROP COLUMN "place";
  ALTER TABLE "sources" DROP COLUMN "number";
  ALTER TABLE "sources" DROP COLUMN "csl";
  ALTER TABLE "sources" DROP COLUMN "isbn";
  ALTER TABLE "sources" DROP COLUMN "issn";
  ALTER TABLE "sources" DROP COLUMN "qid";
  ALTER TABLE "sources" DROP COLUMN "post_id";
  ALTER TABLE "sources" DROP COLUMN "capture_policy";
  ALTER TABLE "sources" DROP COLUMN "doi_key";
  ALTER TABLE "sources" DROP COLUMN "post_key";
  ALTER TABLE "sources" DROP COLUMN "field_origins";
  ALTER TABLE "sources" DROP COLUMN "merged_into_id";
  ALTER TABLE "_sources_v_version_creators" DROP COLUMN "family_name";
  ALTER TABLE "_sources_v_version_creators" DROP COLUMN "role";
  ALTER TABLE "_sources_v_version_creators" DROP COLUMN "handle";
  ALTER TABLE "_sources_v" DROP COLUMN "version_accessed";
  ALTER TABLE "_sources_v" DROP COLUMN "version_volume";
  ALTER TABLE "_sources_v" DROP COLUMN "version_issue";
  ALTER TABLE "_sources_v" DROP COLUMN "version_pages";
  ALTER TABLE "_sources_v" DROP COLUMN "version_edition";
  ALTER TABLE "_sources_v" DROP COLUMN "version_place";
  ALTER TABLE "_sources_v" DROP COLUMN "version_number";
  ALTER TABLE "_sources_v" DROP COLUMN "version_csl";
  ALTER TABLE "_sources_v" DROP COLUMN "version_isbn";
  ALTER TABLE "_sources_v" DROP COLUMN "version_issn";
  ALTER TABLE "_sources_v" DROP COLUMN "version_qid";
  ALTER TABLE "_sources_v" DROP COLUMN "version_post_id";
  ALTER TABLE "_sources_v" DROP COLUMN "version_capture_policy";
  ALTER TABLE "_sources_v" DROP COLUMN "version_doi_key";
  ALTER TABLE "_sources_v" DROP COLUMN "version_post_key";
  ALTER TABLE "_sources_v" DROP COLUMN "version_field_origins";
  ALTER TABLE "_sources_v" DROP COLUMN "version_merged_into_id";
  DROP TYPE "public"."enum_sources_creators_role";
  DROP TYPE "public"."enum_sources_other_languages";
  DROP TYPE "public"."enum_sources_relations_type";
  DROP TYPE "public"."enum_sources_capture_policy";
  DROP TYPE "public"."enum__sources_v_version_creators_role";
  DROP TYPE "public"."enum__sources_v_version_other_languages";
  DROP TYPE "public"."enum__sources_v_version_relations_type";
  DROP TYPE "public"."enum__sources_v_version_capture_policy";
  `)
}
