import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_articles_warnings_depiction" AS ENUM('mentioned', 'described', 'shown', 'audible');
  CREATE TYPE "public"."enum_articles_warnings_intensity" AS ENUM('brief', 'detailed', 'graphic');
  CREATE TYPE "public"."enum_articles_language" AS ENUM('en', 'ar', 'fr', 'de', 'es', 'tr', 'fa', 'ku', 'uk', 'ru');
  CREATE TYPE "public"."enum_articles_kind" AS ENUM('original', 'republication', 'statement', 'translation');
  CREATE TYPE "public"."enum_articles_lead_depiction" AS ENUM('mentioned', 'described', 'shown', 'audible');
  CREATE TYPE "public"."enum_articles_lead_intensity" AS ENUM('brief', 'detailed', 'graphic');
  CREATE TYPE "public"."enum_articles_warning_review" AS ENUM('notAssessed', 'assessedNone', 'assessed');
  CREATE TYPE "public"."enum_articles_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__articles_v_version_warnings_depiction" AS ENUM('mentioned', 'described', 'shown', 'audible');
  CREATE TYPE "public"."enum__articles_v_version_warnings_intensity" AS ENUM('brief', 'detailed', 'graphic');
  CREATE TYPE "public"."enum__articles_v_version_language" AS ENUM('en', 'ar', 'fr', 'de', 'es', 'tr', 'fa', 'ku', 'uk', 'ru');
  CREATE TYPE "public"."enum__articles_v_version_kind" AS ENUM('original', 'republication', 'statement', 'translation');
  CREATE TYPE "public"."enum__articles_v_version_lead_depiction" AS ENUM('mentioned', 'described', 'shown', 'audible');
  CREATE TYPE "public"."enum__articles_v_version_lead_intensity" AS ENUM('brief', 'detailed', 'graphic');
  CREATE TYPE "public"."enum__articles_v_version_warning_review" AS ENUM('notAssessed', 'assessedNone', 'assessed');
  CREATE TYPE "public"."enum__articles_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_social_posts_attachments_depiction" AS ENUM('mentioned', 'described', 'shown', 'audible');
  CREATE TYPE "public"."enum_social_posts_attachments_intensity" AS ENUM('brief', 'detailed', 'graphic');
  CREATE TYPE "public"."enum_social_posts_warnings_depiction" AS ENUM('mentioned', 'described', 'shown', 'audible');
  CREATE TYPE "public"."enum_social_posts_warnings_intensity" AS ENUM('brief', 'detailed', 'graphic');
  CREATE TYPE "public"."enum_social_posts_language" AS ENUM('en', 'ar', 'fr', 'de', 'es', 'tr', 'fa', 'ku', 'uk', 'ru');
  CREATE TYPE "public"."enum_social_posts_voice" AS ENUM('ours', 'theirs');
  CREATE TYPE "public"."enum_social_posts_platform" AS ENUM('x', 'facebook', 'instagram', 'mastodon', 'bluesky', 'telegram', 'tiktok', 'youtube', 'linkedin', 'other');
  CREATE TYPE "public"."enum_social_posts_warning_review" AS ENUM('notAssessed', 'assessedNone', 'assessed');
  CREATE TYPE "public"."enum_social_posts_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__social_posts_v_version_attachments_depiction" AS ENUM('mentioned', 'described', 'shown', 'audible');
  CREATE TYPE "public"."enum__social_posts_v_version_attachments_intensity" AS ENUM('brief', 'detailed', 'graphic');
  CREATE TYPE "public"."enum__social_posts_v_version_warnings_depiction" AS ENUM('mentioned', 'described', 'shown', 'audible');
  CREATE TYPE "public"."enum__social_posts_v_version_warnings_intensity" AS ENUM('brief', 'detailed', 'graphic');
  CREATE TYPE "public"."enum__social_posts_v_version_language" AS ENUM('en', 'ar', 'fr', 'de', 'es', 'tr', 'fa', 'ku', 'uk', 'ru');
  CREATE TYPE "public"."enum__social_posts_v_version_voice" AS ENUM('ours', 'theirs');
  CREATE TYPE "public"."enum__social_posts_v_version_platform" AS ENUM('x', 'facebook', 'instagram', 'mastodon', 'bluesky', 'telegram', 'tiktok', 'youtube', 'linkedin', 'other');
  CREATE TYPE "public"."enum__social_posts_v_version_warning_review" AS ENUM('notAssessed', 'assessedNone', 'assessed');
  CREATE TYPE "public"."enum__social_posts_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_exchanges_warnings_depiction" AS ENUM('mentioned', 'described', 'shown', 'audible');
  CREATE TYPE "public"."enum_exchanges_warnings_intensity" AS ENUM('brief', 'detailed', 'graphic');
  CREATE TYPE "public"."enum_exchanges_language" AS ENUM('en', 'ar', 'fr', 'de', 'es', 'tr', 'fa', 'ku', 'uk', 'ru');
  CREATE TYPE "public"."enum_exchanges_warning_review" AS ENUM('notAssessed', 'assessedNone', 'assessed');
  CREATE TYPE "public"."enum_exchanges_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__exchanges_v_version_warnings_depiction" AS ENUM('mentioned', 'described', 'shown', 'audible');
  CREATE TYPE "public"."enum__exchanges_v_version_warnings_intensity" AS ENUM('brief', 'detailed', 'graphic');
  CREATE TYPE "public"."enum__exchanges_v_version_language" AS ENUM('en', 'ar', 'fr', 'de', 'es', 'tr', 'fa', 'ku', 'uk', 'ru');
  CREATE TYPE "public"."enum__exchanges_v_version_warning_review" AS ENUM('notAssessed', 'assessedNone', 'assessed');
  CREATE TYPE "public"."enum__exchanges_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_pages_warnings_depiction" AS ENUM('mentioned', 'described', 'shown', 'audible');
  CREATE TYPE "public"."enum_pages_warnings_intensity" AS ENUM('brief', 'detailed', 'graphic');
  CREATE TYPE "public"."enum_pages_language" AS ENUM('en', 'ar', 'fr', 'de', 'es', 'tr', 'fa', 'ku', 'uk', 'ru');
  CREATE TYPE "public"."enum_pages_warning_review" AS ENUM('notAssessed', 'assessedNone', 'assessed');
  CREATE TYPE "public"."enum_pages_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__pages_v_version_warnings_depiction" AS ENUM('mentioned', 'described', 'shown', 'audible');
  CREATE TYPE "public"."enum__pages_v_version_warnings_intensity" AS ENUM('brief', 'detailed', 'graphic');
  CREATE TYPE "public"."enum__pages_v_version_language" AS ENUM('en', 'ar', 'fr', 'de', 'es', 'tr', 'fa', 'ku', 'uk', 'ru');
  CREATE TYPE "public"."enum__pages_v_version_warning_review" AS ENUM('notAssessed', 'assessedNone', 'assessed');
  CREATE TYPE "public"."enum__pages_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_campaigns_language" AS ENUM('en', 'ar', 'fr', 'de', 'es', 'tr', 'fa', 'ku', 'uk', 'ru');
  CREATE TYPE "public"."enum_campaigns_lead_depiction" AS ENUM('mentioned', 'described', 'shown', 'audible');
  CREATE TYPE "public"."enum_campaigns_lead_intensity" AS ENUM('brief', 'detailed', 'graphic');
  CREATE TYPE "public"."enum_campaigns_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__campaigns_v_version_language" AS ENUM('en', 'ar', 'fr', 'de', 'es', 'tr', 'fa', 'ku', 'uk', 'ru');
  CREATE TYPE "public"."enum__campaigns_v_version_lead_depiction" AS ENUM('mentioned', 'described', 'shown', 'audible');
  CREATE TYPE "public"."enum__campaigns_v_version_lead_intensity" AS ENUM('brief', 'detailed', 'graphic');
  CREATE TYPE "public"."enum__campaigns_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_topics_language" AS ENUM('en', 'ar', 'fr', 'de', 'es', 'tr', 'fa', 'ku', 'uk', 'ru');
  CREATE TYPE "public"."enum_topics_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__topics_v_version_language" AS ENUM('en', 'ar', 'fr', 'de', 'es', 'tr', 'fa', 'ku', 'uk', 'ru');
  CREATE TYPE "public"."enum__topics_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_series_language" AS ENUM('en', 'ar', 'fr', 'de', 'es', 'tr', 'fa', 'ku', 'uk', 'ru');
  CREATE TYPE "public"."enum_series_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__series_v_version_language" AS ENUM('en', 'ar', 'fr', 'de', 'es', 'tr', 'fa', 'ku', 'uk', 'ru');
  CREATE TYPE "public"."enum__series_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_people_language" AS ENUM('en', 'ar', 'fr', 'de', 'es', 'tr', 'fa', 'ku', 'uk', 'ru');
  CREATE TYPE "public"."enum_people_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__people_v_version_language" AS ENUM('en', 'ar', 'fr', 'de', 'es', 'tr', 'fa', 'ku', 'uk', 'ru');
  CREATE TYPE "public"."enum__people_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_sources_language" AS ENUM('en', 'ar', 'fr', 'de', 'es', 'tr', 'fa', 'ku', 'uk', 'ru');
  CREATE TYPE "public"."enum_sources_kind" AS ENUM('article', 'socialPost', 'statement', 'report', 'legal', 'book', 'paper', 'video', 'audio', 'image', 'dataset', 'interview', 'testimony', 'letter', 'webpage');
  CREATE TYPE "public"."enum_sources_visibility" AS ENUM('public', 'private');
  CREATE TYPE "public"."enum_sources_title_language" AS ENUM('en', 'ar', 'fr', 'de', 'es', 'tr', 'fa', 'ku', 'uk', 'ru');
  CREATE TYPE "public"."enum_sources_platform" AS ENUM('x', 'facebook', 'instagram', 'mastodon', 'bluesky', 'telegram', 'tiktok', 'youtube', 'linkedin', 'other');
  CREATE TYPE "public"."enum_sources_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__sources_v_version_language" AS ENUM('en', 'ar', 'fr', 'de', 'es', 'tr', 'fa', 'ku', 'uk', 'ru');
  CREATE TYPE "public"."enum__sources_v_version_kind" AS ENUM('article', 'socialPost', 'statement', 'report', 'legal', 'book', 'paper', 'video', 'audio', 'image', 'dataset', 'interview', 'testimony', 'letter', 'webpage');
  CREATE TYPE "public"."enum__sources_v_version_visibility" AS ENUM('public', 'private');
  CREATE TYPE "public"."enum__sources_v_version_title_language" AS ENUM('en', 'ar', 'fr', 'de', 'es', 'tr', 'fa', 'ku', 'uk', 'ru');
  CREATE TYPE "public"."enum__sources_v_version_platform" AS ENUM('x', 'facebook', 'instagram', 'mastodon', 'bluesky', 'telegram', 'tiktok', 'youtube', 'linkedin', 'other');
  CREATE TYPE "public"."enum__sources_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_content_warnings_iptc" AS ENUM('death', 'drugUse', 'fantasyViolence', 'language', 'nudity', 'sexuality', 'suffering', 'violence');
  CREATE TYPE "public"."enum_users_roles" AS ENUM('contributor', 'editor', 'sources', 'care', 'copy', 'legal', 'publisher', 'administrator');
  CREATE TYPE "public"."enum_site_settings_languages" AS ENUM('en', 'ar', 'fr', 'de', 'es', 'tr', 'fa', 'ku', 'uk', 'ru');
  CREATE TYPE "public"."enum_site_settings_arabic_months" AS ENUM('ar-SY', 'ar-EG', 'ar-MA');
  CREATE TYPE "public"."enum_site_settings_arabic_digits" AS ENUM('arab', 'latn');
  CREATE TABLE "articles_warnings" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"term_id" uuid,
  	"depiction" "enum_articles_warnings_depiction",
  	"intensity" "enum_articles_warnings_intensity",
  	"note" varchar
  );
  
  CREATE TABLE "articles" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar,
  	"language" "enum_articles_language" DEFAULT 'en',
  	"slug" varchar,
  	"translation_of_id" uuid,
  	"kind" "enum_articles_kind" DEFAULT 'original',
  	"standfirst" varchar,
  	"lead_image_id" uuid,
  	"lead_depiction" "enum_articles_lead_depiction",
  	"lead_intensity" "enum_articles_lead_intensity",
  	"lead_warning_note" varchar,
  	"body" jsonb,
  	"republication_publisher" varchar,
  	"republication_title" varchar,
  	"republication_author" varchar,
  	"republication_url" varchar,
  	"republication_published_on" varchar,
  	"republication_licence" varchar,
  	"republication_permission" varchar,
  	"republication_source_id" uuid,
  	"warning_review" "enum_articles_warning_review" DEFAULT 'notAssessed',
  	"proposed_warnings" varchar,
  	"short_version" varchar,
  	"series_id" uuid,
  	"series_part" numeric,
  	"notes" varchar,
  	"import_key" varchar,
  	"rev" numeric DEFAULT 0,
  	"saved_by_id" uuid,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone,
  	"_status" "enum_articles_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "articles_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"content_warnings_id" uuid,
  	"people_id" uuid,
  	"topics_id" uuid,
  	"campaigns_id" uuid
  );
  
  CREATE TABLE "_articles_v_version_warnings" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"term_id" uuid,
  	"depiction" "enum__articles_v_version_warnings_depiction",
  	"intensity" "enum__articles_v_version_warnings_intensity",
  	"note" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_articles_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_title" varchar,
  	"version_language" "enum__articles_v_version_language" DEFAULT 'en',
  	"version_slug" varchar,
  	"version_translation_of_id" uuid,
  	"version_kind" "enum__articles_v_version_kind" DEFAULT 'original',
  	"version_standfirst" varchar,
  	"version_lead_image_id" uuid,
  	"version_lead_depiction" "enum__articles_v_version_lead_depiction",
  	"version_lead_intensity" "enum__articles_v_version_lead_intensity",
  	"version_lead_warning_note" varchar,
  	"version_body" jsonb,
  	"version_republication_publisher" varchar,
  	"version_republication_title" varchar,
  	"version_republication_author" varchar,
  	"version_republication_url" varchar,
  	"version_republication_published_on" varchar,
  	"version_republication_licence" varchar,
  	"version_republication_permission" varchar,
  	"version_republication_source_id" uuid,
  	"version_warning_review" "enum__articles_v_version_warning_review" DEFAULT 'notAssessed',
  	"version_proposed_warnings" varchar,
  	"version_short_version" varchar,
  	"version_series_id" uuid,
  	"version_series_part" numeric,
  	"version_notes" varchar,
  	"version_import_key" varchar,
  	"version_rev" numeric DEFAULT 0,
  	"version_saved_by_id" uuid,
  	"version_created_by_id" uuid,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_deleted_at" timestamp(3) with time zone,
  	"version__status" "enum__articles_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "_articles_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"content_warnings_id" uuid,
  	"people_id" uuid,
  	"topics_id" uuid,
  	"campaigns_id" uuid
  );
  
  CREATE TABLE "social_posts_footnotes" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar,
  	"url" varchar,
  	"text" varchar,
  	"source_id" uuid
  );
  
  CREATE TABLE "social_posts_attachments" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"image_id" uuid,
  	"depiction" "enum_social_posts_attachments_depiction",
  	"intensity" "enum_social_posts_attachments_intensity",
  	"warning_note" varchar
  );
  
  CREATE TABLE "social_posts_warnings" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"term_id" uuid,
  	"depiction" "enum_social_posts_warnings_depiction",
  	"intensity" "enum_social_posts_warnings_intensity",
  	"note" varchar
  );
  
  CREATE TABLE "social_posts" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar,
  	"language" "enum_social_posts_language" DEFAULT 'en',
  	"slug" varchar,
  	"translation_of_id" uuid,
  	"voice" "enum_social_posts_voice" DEFAULT 'ours',
  	"platform" "enum_social_posts_platform",
  	"posted_at" varchar,
  	"account_name" varchar,
  	"account_handle" varchar,
  	"account_url" varchar,
  	"permalink" varchar,
  	"text" varchar,
  	"reply_to_id" uuid,
  	"context" jsonb,
  	"warning_review" "enum_social_posts_warning_review" DEFAULT 'notAssessed',
  	"proposed_warnings" varchar,
  	"notes" varchar,
  	"import_key" varchar,
  	"rev" numeric DEFAULT 0,
  	"saved_by_id" uuid,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone,
  	"_status" "enum_social_posts_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "social_posts_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"content_warnings_id" uuid,
  	"topics_id" uuid,
  	"campaigns_id" uuid
  );
  
  CREATE TABLE "_social_posts_v_version_footnotes" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"label" varchar,
  	"url" varchar,
  	"text" varchar,
  	"source_id" uuid,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_social_posts_v_version_attachments" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"image_id" uuid,
  	"depiction" "enum__social_posts_v_version_attachments_depiction",
  	"intensity" "enum__social_posts_v_version_attachments_intensity",
  	"warning_note" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_social_posts_v_version_warnings" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"term_id" uuid,
  	"depiction" "enum__social_posts_v_version_warnings_depiction",
  	"intensity" "enum__social_posts_v_version_warnings_intensity",
  	"note" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_social_posts_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_title" varchar,
  	"version_language" "enum__social_posts_v_version_language" DEFAULT 'en',
  	"version_slug" varchar,
  	"version_translation_of_id" uuid,
  	"version_voice" "enum__social_posts_v_version_voice" DEFAULT 'ours',
  	"version_platform" "enum__social_posts_v_version_platform",
  	"version_posted_at" varchar,
  	"version_account_name" varchar,
  	"version_account_handle" varchar,
  	"version_account_url" varchar,
  	"version_permalink" varchar,
  	"version_text" varchar,
  	"version_reply_to_id" uuid,
  	"version_context" jsonb,
  	"version_warning_review" "enum__social_posts_v_version_warning_review" DEFAULT 'notAssessed',
  	"version_proposed_warnings" varchar,
  	"version_notes" varchar,
  	"version_import_key" varchar,
  	"version_rev" numeric DEFAULT 0,
  	"version_saved_by_id" uuid,
  	"version_created_by_id" uuid,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_deleted_at" timestamp(3) with time zone,
  	"version__status" "enum__social_posts_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "_social_posts_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"content_warnings_id" uuid,
  	"topics_id" uuid,
  	"campaigns_id" uuid
  );
  
  CREATE TABLE "exchanges_posts" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"post_id" uuid,
  	"comment" varchar
  );
  
  CREATE TABLE "exchanges_warnings" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"term_id" uuid,
  	"depiction" "enum_exchanges_warnings_depiction",
  	"intensity" "enum_exchanges_warnings_intensity",
  	"note" varchar
  );
  
  CREATE TABLE "exchanges" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar,
  	"language" "enum_exchanges_language" DEFAULT 'en',
  	"slug" varchar,
  	"translation_of_id" uuid,
  	"standfirst" varchar,
  	"warning_review" "enum_exchanges_warning_review" DEFAULT 'notAssessed',
  	"proposed_warnings" varchar,
  	"notes" varchar,
  	"import_key" varchar,
  	"rev" numeric DEFAULT 0,
  	"saved_by_id" uuid,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone,
  	"_status" "enum_exchanges_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "exchanges_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"topics_id" uuid,
  	"campaigns_id" uuid
  );
  
  CREATE TABLE "_exchanges_v_version_posts" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"post_id" uuid,
  	"comment" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_exchanges_v_version_warnings" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"term_id" uuid,
  	"depiction" "enum__exchanges_v_version_warnings_depiction",
  	"intensity" "enum__exchanges_v_version_warnings_intensity",
  	"note" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_exchanges_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_title" varchar,
  	"version_language" "enum__exchanges_v_version_language" DEFAULT 'en',
  	"version_slug" varchar,
  	"version_translation_of_id" uuid,
  	"version_standfirst" varchar,
  	"version_warning_review" "enum__exchanges_v_version_warning_review" DEFAULT 'notAssessed',
  	"version_proposed_warnings" varchar,
  	"version_notes" varchar,
  	"version_import_key" varchar,
  	"version_rev" numeric DEFAULT 0,
  	"version_saved_by_id" uuid,
  	"version_created_by_id" uuid,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_deleted_at" timestamp(3) with time zone,
  	"version__status" "enum__exchanges_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "_exchanges_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"topics_id" uuid,
  	"campaigns_id" uuid
  );
  
  CREATE TABLE "pages_warnings" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"term_id" uuid,
  	"depiction" "enum_pages_warnings_depiction",
  	"intensity" "enum_pages_warnings_intensity",
  	"note" varchar
  );
  
  CREATE TABLE "pages" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar,
  	"language" "enum_pages_language" DEFAULT 'en',
  	"slug" varchar,
  	"translation_of_id" uuid,
  	"standfirst" varchar,
  	"body" jsonb,
  	"warning_review" "enum_pages_warning_review" DEFAULT 'notAssessed',
  	"proposed_warnings" varchar,
  	"notes" varchar,
  	"import_key" varchar,
  	"rev" numeric DEFAULT 0,
  	"saved_by_id" uuid,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone,
  	"_status" "enum_pages_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_pages_v_version_warnings" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"term_id" uuid,
  	"depiction" "enum__pages_v_version_warnings_depiction",
  	"intensity" "enum__pages_v_version_warnings_intensity",
  	"note" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_pages_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_title" varchar,
  	"version_language" "enum__pages_v_version_language" DEFAULT 'en',
  	"version_slug" varchar,
  	"version_translation_of_id" uuid,
  	"version_standfirst" varchar,
  	"version_body" jsonb,
  	"version_warning_review" "enum__pages_v_version_warning_review" DEFAULT 'notAssessed',
  	"version_proposed_warnings" varchar,
  	"version_notes" varchar,
  	"version_import_key" varchar,
  	"version_rev" numeric DEFAULT 0,
  	"version_saved_by_id" uuid,
  	"version_created_by_id" uuid,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_deleted_at" timestamp(3) with time zone,
  	"version__status" "enum__pages_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "campaigns_aims" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"aim" varchar
  );
  
  CREATE TABLE "campaigns_key_dates" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"on" varchar,
  	"label" varchar,
  	"url" varchar
  );
  
  CREATE TABLE "campaigns_calls_to_action" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar,
  	"url" varchar,
  	"note" varchar
  );
  
  CREATE TABLE "campaigns" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar,
  	"language" "enum_campaigns_language" DEFAULT 'en',
  	"slug" varchar,
  	"translation_of_id" uuid,
  	"standfirst" varchar,
  	"lead_image_id" uuid,
  	"lead_depiction" "enum_campaigns_lead_depiction",
  	"lead_intensity" "enum_campaigns_lead_intensity",
  	"lead_warning_note" varchar,
  	"body" jsonb,
  	"is_active" boolean DEFAULT true,
  	"notes" varchar,
  	"import_key" varchar,
  	"rev" numeric DEFAULT 0,
  	"saved_by_id" uuid,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone,
  	"_status" "enum_campaigns_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "campaigns_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"content_warnings_id" uuid
  );
  
  CREATE TABLE "_campaigns_v_version_aims" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"aim" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_campaigns_v_version_key_dates" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"on" varchar,
  	"label" varchar,
  	"url" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_campaigns_v_version_calls_to_action" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"label" varchar,
  	"url" varchar,
  	"note" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_campaigns_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_title" varchar,
  	"version_language" "enum__campaigns_v_version_language" DEFAULT 'en',
  	"version_slug" varchar,
  	"version_translation_of_id" uuid,
  	"version_standfirst" varchar,
  	"version_lead_image_id" uuid,
  	"version_lead_depiction" "enum__campaigns_v_version_lead_depiction",
  	"version_lead_intensity" "enum__campaigns_v_version_lead_intensity",
  	"version_lead_warning_note" varchar,
  	"version_body" jsonb,
  	"version_is_active" boolean DEFAULT true,
  	"version_notes" varchar,
  	"version_import_key" varchar,
  	"version_rev" numeric DEFAULT 0,
  	"version_saved_by_id" uuid,
  	"version_created_by_id" uuid,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_deleted_at" timestamp(3) with time zone,
  	"version__status" "enum__campaigns_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "_campaigns_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"content_warnings_id" uuid
  );
  
  CREATE TABLE "topics" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar,
  	"language" "enum_topics_language" DEFAULT 'en',
  	"slug" varchar,
  	"translation_of_id" uuid,
  	"description" varchar,
  	"import_key" varchar,
  	"rev" numeric DEFAULT 0,
  	"saved_by_id" uuid,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone,
  	"_status" "enum_topics_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_topics_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_title" varchar,
  	"version_language" "enum__topics_v_version_language" DEFAULT 'en',
  	"version_slug" varchar,
  	"version_translation_of_id" uuid,
  	"version_description" varchar,
  	"version_import_key" varchar,
  	"version_rev" numeric DEFAULT 0,
  	"version_saved_by_id" uuid,
  	"version_created_by_id" uuid,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_deleted_at" timestamp(3) with time zone,
  	"version__status" "enum__topics_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "series" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar,
  	"language" "enum_series_language" DEFAULT 'en',
  	"slug" varchar,
  	"translation_of_id" uuid,
  	"description" varchar,
  	"import_key" varchar,
  	"rev" numeric DEFAULT 0,
  	"saved_by_id" uuid,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone,
  	"_status" "enum_series_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_series_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_title" varchar,
  	"version_language" "enum__series_v_version_language" DEFAULT 'en',
  	"version_slug" varchar,
  	"version_translation_of_id" uuid,
  	"version_description" varchar,
  	"version_import_key" varchar,
  	"version_rev" numeric DEFAULT 0,
  	"version_saved_by_id" uuid,
  	"version_created_by_id" uuid,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_deleted_at" timestamp(3) with time zone,
  	"version__status" "enum__series_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "people" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar,
  	"language" "enum_people_language" DEFAULT 'en',
  	"slug" varchar,
  	"translation_of_id" uuid,
  	"role" varchar,
  	"bio" varchar,
  	"notes" varchar,
  	"import_key" varchar,
  	"rev" numeric DEFAULT 0,
  	"saved_by_id" uuid,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone,
  	"_status" "enum_people_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_people_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_title" varchar,
  	"version_language" "enum__people_v_version_language" DEFAULT 'en',
  	"version_slug" varchar,
  	"version_translation_of_id" uuid,
  	"version_role" varchar,
  	"version_bio" varchar,
  	"version_notes" varchar,
  	"version_import_key" varchar,
  	"version_rev" numeric DEFAULT 0,
  	"version_saved_by_id" uuid,
  	"version_created_by_id" uuid,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_deleted_at" timestamp(3) with time zone,
  	"version__status" "enum__people_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "sources_creators" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"name_latin" varchar
  );
  
  CREATE TABLE "sources" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar,
  	"language" "enum_sources_language" DEFAULT 'en',
  	"slug" varchar,
  	"translation_of_id" uuid,
  	"kind" "enum_sources_kind" DEFAULT 'webpage',
  	"visibility" "enum_sources_visibility" DEFAULT 'public',
  	"public_label" varchar,
  	"container" varchar,
  	"publisher" varchar,
  	"issued" varchar,
  	"title_language" "enum_sources_title_language",
  	"title_translated" varchar,
  	"url" varchar,
  	"archived_url" varchar,
  	"archived_at" varchar,
  	"doi" varchar,
  	"platform" "enum_sources_platform",
  	"note" varchar,
  	"notes" varchar,
  	"url_key" varchar,
  	"import_key" varchar,
  	"rev" numeric DEFAULT 0,
  	"saved_by_id" uuid,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone,
  	"_status" "enum_sources_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "sources_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid
  );
  
  CREATE TABLE "_sources_v_version_creators" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar,
  	"name_latin" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_sources_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_title" varchar,
  	"version_language" "enum__sources_v_version_language" DEFAULT 'en',
  	"version_slug" varchar,
  	"version_translation_of_id" uuid,
  	"version_kind" "enum__sources_v_version_kind" DEFAULT 'webpage',
  	"version_visibility" "enum__sources_v_version_visibility" DEFAULT 'public',
  	"version_public_label" varchar,
  	"version_container" varchar,
  	"version_publisher" varchar,
  	"version_issued" varchar,
  	"version_title_language" "enum__sources_v_version_title_language",
  	"version_title_translated" varchar,
  	"version_url" varchar,
  	"version_archived_url" varchar,
  	"version_archived_at" varchar,
  	"version_doi" varchar,
  	"version_platform" "enum__sources_v_version_platform",
  	"version_note" varchar,
  	"version_notes" varchar,
  	"version_url_key" varchar,
  	"version_import_key" varchar,
  	"version_rev" numeric DEFAULT 0,
  	"version_saved_by_id" uuid,
  	"version_created_by_id" uuid,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_deleted_at" timestamp(3) with time zone,
  	"version__status" "enum__sources_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "_sources_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid
  );
  
  CREATE TABLE "content_warnings_iptc" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_content_warnings_iptc",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "content_warnings" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"label_en" varchar NOT NULL,
  	"label_ar" varchar NOT NULL,
  	"definition_en" varchar,
  	"definition_ar" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "media" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"alt" varchar NOT NULL,
  	"caption" varchar,
  	"credit" varchar,
  	"licence" varchar,
  	"notes" varchar,
  	"created_by_id" uuid,
  	"import_key" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric,
  	"focal_x" numeric,
  	"focal_y" numeric,
  	"sizes_w480_url" varchar,
  	"sizes_w480_width" numeric,
  	"sizes_w480_height" numeric,
  	"sizes_w480_mime_type" varchar,
  	"sizes_w480_filesize" numeric,
  	"sizes_w480_filename" varchar,
  	"sizes_w960_url" varchar,
  	"sizes_w960_width" numeric,
  	"sizes_w960_height" numeric,
  	"sizes_w960_mime_type" varchar,
  	"sizes_w960_filesize" numeric,
  	"sizes_w960_filename" varchar,
  	"sizes_w1440_url" varchar,
  	"sizes_w1440_width" numeric,
  	"sizes_w1440_height" numeric,
  	"sizes_w1440_mime_type" varchar,
  	"sizes_w1440_filesize" numeric,
  	"sizes_w1440_filename" varchar
  );
  
  CREATE TABLE "publications" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar NOT NULL,
  	"collection" varchar NOT NULL,
  	"document" varchar NOT NULL,
  	"language" varchar NOT NULL,
  	"slug" varchar NOT NULL,
  	"path" varchar,
  	"is_tombstone" boolean DEFAULT false NOT NULL,
  	"is_adopted" boolean DEFAULT false NOT NULL,
  	"published_at" timestamp(3) with time zone NOT NULL,
  	"updated_publicly_at" timestamp(3) with time zone NOT NULL,
  	"went_live_at" timestamp(3) with time zone NOT NULL,
  	"superseded_at" timestamp(3) with time zone,
  	"content_hash" varchar NOT NULL,
  	"projection" jsonb NOT NULL,
  	"corrections" jsonb NOT NULL,
  	"addresses" jsonb NOT NULL,
  	"refs" jsonb NOT NULL,
  	"images" jsonb NOT NULL,
  	"translation_group" varchar,
  	"search_text" varchar,
  	"published_by_id" uuid,
  	"run" varchar,
  	"change" varchar
  );
  
  CREATE TABLE "users_roles" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_users_roles",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "users_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone,
  	"login_attempts" numeric DEFAULT 0,
  	"lock_until" timestamp(3) with time zone
  );
  
  CREATE TABLE "payload_kv" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"global_slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"articles_id" uuid,
  	"social_posts_id" uuid,
  	"exchanges_id" uuid,
  	"pages_id" uuid,
  	"campaigns_id" uuid,
  	"topics_id" uuid,
  	"series_id" uuid,
  	"people_id" uuid,
  	"sources_id" uuid,
  	"content_warnings_id" uuid,
  	"media_id" uuid,
  	"users_id" uuid
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "site_settings_languages" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_site_settings_languages",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "site_settings" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name_en" varchar,
  	"name_ar" varchar,
  	"tagline_en" varchar,
  	"tagline_ar" varchar,
  	"accent_light" varchar DEFAULT '#b3261e',
  	"accent_dark" varchar DEFAULT '#ff8a7a',
  	"arabic_months" "enum_site_settings_arabic_months" DEFAULT 'ar-SY',
  	"arabic_digits" "enum_site_settings_arabic_digits" DEFAULT 'arab',
  	"time_zone" varchar DEFAULT 'Europe/London',
  	"contact_email" varchar,
  	"licence" varchar,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "site_settings_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"pages_id" uuid
  );
  
  ALTER TABLE "articles_warnings" ADD CONSTRAINT "articles_warnings_term_id_content_warnings_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."content_warnings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "articles_warnings" ADD CONSTRAINT "articles_warnings_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "articles" ADD CONSTRAINT "articles_translation_of_id_articles_id_fk" FOREIGN KEY ("translation_of_id") REFERENCES "public"."articles"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "articles" ADD CONSTRAINT "articles_lead_image_id_media_id_fk" FOREIGN KEY ("lead_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "articles" ADD CONSTRAINT "articles_republication_source_id_sources_id_fk" FOREIGN KEY ("republication_source_id") REFERENCES "public"."sources"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "articles" ADD CONSTRAINT "articles_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "articles" ADD CONSTRAINT "articles_saved_by_id_users_id_fk" FOREIGN KEY ("saved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "articles" ADD CONSTRAINT "articles_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "articles_rels" ADD CONSTRAINT "articles_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "articles_rels" ADD CONSTRAINT "articles_rels_content_warnings_fk" FOREIGN KEY ("content_warnings_id") REFERENCES "public"."content_warnings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "articles_rels" ADD CONSTRAINT "articles_rels_people_fk" FOREIGN KEY ("people_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "articles_rels" ADD CONSTRAINT "articles_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "articles_rels" ADD CONSTRAINT "articles_rels_campaigns_fk" FOREIGN KEY ("campaigns_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_articles_v_version_warnings" ADD CONSTRAINT "_articles_v_version_warnings_term_id_content_warnings_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."content_warnings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v_version_warnings" ADD CONSTRAINT "_articles_v_version_warnings_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_articles_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_articles_v" ADD CONSTRAINT "_articles_v_parent_id_articles_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."articles"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v" ADD CONSTRAINT "_articles_v_version_translation_of_id_articles_id_fk" FOREIGN KEY ("version_translation_of_id") REFERENCES "public"."articles"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v" ADD CONSTRAINT "_articles_v_version_lead_image_id_media_id_fk" FOREIGN KEY ("version_lead_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v" ADD CONSTRAINT "_articles_v_version_republication_source_id_sources_id_fk" FOREIGN KEY ("version_republication_source_id") REFERENCES "public"."sources"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v" ADD CONSTRAINT "_articles_v_version_series_id_series_id_fk" FOREIGN KEY ("version_series_id") REFERENCES "public"."series"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v" ADD CONSTRAINT "_articles_v_version_saved_by_id_users_id_fk" FOREIGN KEY ("version_saved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v" ADD CONSTRAINT "_articles_v_version_created_by_id_users_id_fk" FOREIGN KEY ("version_created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v_rels" ADD CONSTRAINT "_articles_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_articles_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_articles_v_rels" ADD CONSTRAINT "_articles_v_rels_content_warnings_fk" FOREIGN KEY ("content_warnings_id") REFERENCES "public"."content_warnings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_articles_v_rels" ADD CONSTRAINT "_articles_v_rels_people_fk" FOREIGN KEY ("people_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_articles_v_rels" ADD CONSTRAINT "_articles_v_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_articles_v_rels" ADD CONSTRAINT "_articles_v_rels_campaigns_fk" FOREIGN KEY ("campaigns_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "social_posts_footnotes" ADD CONSTRAINT "social_posts_footnotes_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "social_posts_footnotes" ADD CONSTRAINT "social_posts_footnotes_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."social_posts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "social_posts_attachments" ADD CONSTRAINT "social_posts_attachments_image_id_media_id_fk" FOREIGN KEY ("image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "social_posts_attachments" ADD CONSTRAINT "social_posts_attachments_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."social_posts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "social_posts_warnings" ADD CONSTRAINT "social_posts_warnings_term_id_content_warnings_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."content_warnings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "social_posts_warnings" ADD CONSTRAINT "social_posts_warnings_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."social_posts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "social_posts" ADD CONSTRAINT "social_posts_translation_of_id_social_posts_id_fk" FOREIGN KEY ("translation_of_id") REFERENCES "public"."social_posts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "social_posts" ADD CONSTRAINT "social_posts_reply_to_id_social_posts_id_fk" FOREIGN KEY ("reply_to_id") REFERENCES "public"."social_posts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "social_posts" ADD CONSTRAINT "social_posts_saved_by_id_users_id_fk" FOREIGN KEY ("saved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "social_posts" ADD CONSTRAINT "social_posts_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "social_posts_rels" ADD CONSTRAINT "social_posts_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."social_posts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "social_posts_rels" ADD CONSTRAINT "social_posts_rels_content_warnings_fk" FOREIGN KEY ("content_warnings_id") REFERENCES "public"."content_warnings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "social_posts_rels" ADD CONSTRAINT "social_posts_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "social_posts_rels" ADD CONSTRAINT "social_posts_rels_campaigns_fk" FOREIGN KEY ("campaigns_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_social_posts_v_version_footnotes" ADD CONSTRAINT "_social_posts_v_version_footnotes_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_social_posts_v_version_footnotes" ADD CONSTRAINT "_social_posts_v_version_footnotes_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_social_posts_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_social_posts_v_version_attachments" ADD CONSTRAINT "_social_posts_v_version_attachments_image_id_media_id_fk" FOREIGN KEY ("image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_social_posts_v_version_attachments" ADD CONSTRAINT "_social_posts_v_version_attachments_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_social_posts_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_social_posts_v_version_warnings" ADD CONSTRAINT "_social_posts_v_version_warnings_term_id_content_warnings_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."content_warnings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_social_posts_v_version_warnings" ADD CONSTRAINT "_social_posts_v_version_warnings_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_social_posts_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_social_posts_v" ADD CONSTRAINT "_social_posts_v_parent_id_social_posts_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."social_posts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_social_posts_v" ADD CONSTRAINT "_social_posts_v_version_translation_of_id_social_posts_id_fk" FOREIGN KEY ("version_translation_of_id") REFERENCES "public"."social_posts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_social_posts_v" ADD CONSTRAINT "_social_posts_v_version_reply_to_id_social_posts_id_fk" FOREIGN KEY ("version_reply_to_id") REFERENCES "public"."social_posts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_social_posts_v" ADD CONSTRAINT "_social_posts_v_version_saved_by_id_users_id_fk" FOREIGN KEY ("version_saved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_social_posts_v" ADD CONSTRAINT "_social_posts_v_version_created_by_id_users_id_fk" FOREIGN KEY ("version_created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_social_posts_v_rels" ADD CONSTRAINT "_social_posts_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_social_posts_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_social_posts_v_rels" ADD CONSTRAINT "_social_posts_v_rels_content_warnings_fk" FOREIGN KEY ("content_warnings_id") REFERENCES "public"."content_warnings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_social_posts_v_rels" ADD CONSTRAINT "_social_posts_v_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_social_posts_v_rels" ADD CONSTRAINT "_social_posts_v_rels_campaigns_fk" FOREIGN KEY ("campaigns_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "exchanges_posts" ADD CONSTRAINT "exchanges_posts_post_id_social_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."social_posts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "exchanges_posts" ADD CONSTRAINT "exchanges_posts_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."exchanges"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "exchanges_warnings" ADD CONSTRAINT "exchanges_warnings_term_id_content_warnings_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."content_warnings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "exchanges_warnings" ADD CONSTRAINT "exchanges_warnings_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."exchanges"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "exchanges" ADD CONSTRAINT "exchanges_translation_of_id_exchanges_id_fk" FOREIGN KEY ("translation_of_id") REFERENCES "public"."exchanges"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "exchanges" ADD CONSTRAINT "exchanges_saved_by_id_users_id_fk" FOREIGN KEY ("saved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "exchanges" ADD CONSTRAINT "exchanges_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "exchanges_rels" ADD CONSTRAINT "exchanges_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."exchanges"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "exchanges_rels" ADD CONSTRAINT "exchanges_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "exchanges_rels" ADD CONSTRAINT "exchanges_rels_campaigns_fk" FOREIGN KEY ("campaigns_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_exchanges_v_version_posts" ADD CONSTRAINT "_exchanges_v_version_posts_post_id_social_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."social_posts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_exchanges_v_version_posts" ADD CONSTRAINT "_exchanges_v_version_posts_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_exchanges_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_exchanges_v_version_warnings" ADD CONSTRAINT "_exchanges_v_version_warnings_term_id_content_warnings_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."content_warnings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_exchanges_v_version_warnings" ADD CONSTRAINT "_exchanges_v_version_warnings_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_exchanges_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_exchanges_v" ADD CONSTRAINT "_exchanges_v_parent_id_exchanges_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."exchanges"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_exchanges_v" ADD CONSTRAINT "_exchanges_v_version_translation_of_id_exchanges_id_fk" FOREIGN KEY ("version_translation_of_id") REFERENCES "public"."exchanges"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_exchanges_v" ADD CONSTRAINT "_exchanges_v_version_saved_by_id_users_id_fk" FOREIGN KEY ("version_saved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_exchanges_v" ADD CONSTRAINT "_exchanges_v_version_created_by_id_users_id_fk" FOREIGN KEY ("version_created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_exchanges_v_rels" ADD CONSTRAINT "_exchanges_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_exchanges_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_exchanges_v_rels" ADD CONSTRAINT "_exchanges_v_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_exchanges_v_rels" ADD CONSTRAINT "_exchanges_v_rels_campaigns_fk" FOREIGN KEY ("campaigns_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_warnings" ADD CONSTRAINT "pages_warnings_term_id_content_warnings_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."content_warnings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pages_warnings" ADD CONSTRAINT "pages_warnings_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages" ADD CONSTRAINT "pages_translation_of_id_pages_id_fk" FOREIGN KEY ("translation_of_id") REFERENCES "public"."pages"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pages" ADD CONSTRAINT "pages_saved_by_id_users_id_fk" FOREIGN KEY ("saved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pages" ADD CONSTRAINT "pages_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_pages_v_version_warnings" ADD CONSTRAINT "_pages_v_version_warnings_term_id_content_warnings_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."content_warnings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_pages_v_version_warnings" ADD CONSTRAINT "_pages_v_version_warnings_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v" ADD CONSTRAINT "_pages_v_parent_id_pages_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."pages"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_pages_v" ADD CONSTRAINT "_pages_v_version_translation_of_id_pages_id_fk" FOREIGN KEY ("version_translation_of_id") REFERENCES "public"."pages"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_pages_v" ADD CONSTRAINT "_pages_v_version_saved_by_id_users_id_fk" FOREIGN KEY ("version_saved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_pages_v" ADD CONSTRAINT "_pages_v_version_created_by_id_users_id_fk" FOREIGN KEY ("version_created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "campaigns_aims" ADD CONSTRAINT "campaigns_aims_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "campaigns_key_dates" ADD CONSTRAINT "campaigns_key_dates_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "campaigns_calls_to_action" ADD CONSTRAINT "campaigns_calls_to_action_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_translation_of_id_campaigns_id_fk" FOREIGN KEY ("translation_of_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_lead_image_id_media_id_fk" FOREIGN KEY ("lead_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_saved_by_id_users_id_fk" FOREIGN KEY ("saved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "campaigns_rels" ADD CONSTRAINT "campaigns_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "campaigns_rels" ADD CONSTRAINT "campaigns_rels_content_warnings_fk" FOREIGN KEY ("content_warnings_id") REFERENCES "public"."content_warnings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_campaigns_v_version_aims" ADD CONSTRAINT "_campaigns_v_version_aims_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_campaigns_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_campaigns_v_version_key_dates" ADD CONSTRAINT "_campaigns_v_version_key_dates_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_campaigns_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_campaigns_v_version_calls_to_action" ADD CONSTRAINT "_campaigns_v_version_calls_to_action_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_campaigns_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_campaigns_v" ADD CONSTRAINT "_campaigns_v_parent_id_campaigns_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_campaigns_v" ADD CONSTRAINT "_campaigns_v_version_translation_of_id_campaigns_id_fk" FOREIGN KEY ("version_translation_of_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_campaigns_v" ADD CONSTRAINT "_campaigns_v_version_lead_image_id_media_id_fk" FOREIGN KEY ("version_lead_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_campaigns_v" ADD CONSTRAINT "_campaigns_v_version_saved_by_id_users_id_fk" FOREIGN KEY ("version_saved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_campaigns_v" ADD CONSTRAINT "_campaigns_v_version_created_by_id_users_id_fk" FOREIGN KEY ("version_created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_campaigns_v_rels" ADD CONSTRAINT "_campaigns_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_campaigns_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_campaigns_v_rels" ADD CONSTRAINT "_campaigns_v_rels_content_warnings_fk" FOREIGN KEY ("content_warnings_id") REFERENCES "public"."content_warnings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "topics" ADD CONSTRAINT "topics_translation_of_id_topics_id_fk" FOREIGN KEY ("translation_of_id") REFERENCES "public"."topics"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "topics" ADD CONSTRAINT "topics_saved_by_id_users_id_fk" FOREIGN KEY ("saved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "topics" ADD CONSTRAINT "topics_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_topics_v" ADD CONSTRAINT "_topics_v_parent_id_topics_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."topics"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_topics_v" ADD CONSTRAINT "_topics_v_version_translation_of_id_topics_id_fk" FOREIGN KEY ("version_translation_of_id") REFERENCES "public"."topics"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_topics_v" ADD CONSTRAINT "_topics_v_version_saved_by_id_users_id_fk" FOREIGN KEY ("version_saved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_topics_v" ADD CONSTRAINT "_topics_v_version_created_by_id_users_id_fk" FOREIGN KEY ("version_created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "series" ADD CONSTRAINT "series_translation_of_id_series_id_fk" FOREIGN KEY ("translation_of_id") REFERENCES "public"."series"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "series" ADD CONSTRAINT "series_saved_by_id_users_id_fk" FOREIGN KEY ("saved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "series" ADD CONSTRAINT "series_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_series_v" ADD CONSTRAINT "_series_v_parent_id_series_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."series"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_series_v" ADD CONSTRAINT "_series_v_version_translation_of_id_series_id_fk" FOREIGN KEY ("version_translation_of_id") REFERENCES "public"."series"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_series_v" ADD CONSTRAINT "_series_v_version_saved_by_id_users_id_fk" FOREIGN KEY ("version_saved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_series_v" ADD CONSTRAINT "_series_v_version_created_by_id_users_id_fk" FOREIGN KEY ("version_created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "people" ADD CONSTRAINT "people_translation_of_id_people_id_fk" FOREIGN KEY ("translation_of_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "people" ADD CONSTRAINT "people_saved_by_id_users_id_fk" FOREIGN KEY ("saved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "people" ADD CONSTRAINT "people_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_people_v" ADD CONSTRAINT "_people_v_parent_id_people_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_people_v" ADD CONSTRAINT "_people_v_version_translation_of_id_people_id_fk" FOREIGN KEY ("version_translation_of_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_people_v" ADD CONSTRAINT "_people_v_version_saved_by_id_users_id_fk" FOREIGN KEY ("version_saved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_people_v" ADD CONSTRAINT "_people_v_version_created_by_id_users_id_fk" FOREIGN KEY ("version_created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sources_creators" ADD CONSTRAINT "sources_creators_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."sources"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "sources" ADD CONSTRAINT "sources_translation_of_id_sources_id_fk" FOREIGN KEY ("translation_of_id") REFERENCES "public"."sources"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sources" ADD CONSTRAINT "sources_saved_by_id_users_id_fk" FOREIGN KEY ("saved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sources" ADD CONSTRAINT "sources_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sources_rels" ADD CONSTRAINT "sources_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."sources"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "sources_rels" ADD CONSTRAINT "sources_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_sources_v_version_creators" ADD CONSTRAINT "_sources_v_version_creators_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_sources_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_sources_v" ADD CONSTRAINT "_sources_v_parent_id_sources_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."sources"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_sources_v" ADD CONSTRAINT "_sources_v_version_translation_of_id_sources_id_fk" FOREIGN KEY ("version_translation_of_id") REFERENCES "public"."sources"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_sources_v" ADD CONSTRAINT "_sources_v_version_saved_by_id_users_id_fk" FOREIGN KEY ("version_saved_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_sources_v" ADD CONSTRAINT "_sources_v_version_created_by_id_users_id_fk" FOREIGN KEY ("version_created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_sources_v_rels" ADD CONSTRAINT "_sources_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_sources_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_sources_v_rels" ADD CONSTRAINT "_sources_v_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "content_warnings_iptc" ADD CONSTRAINT "content_warnings_iptc_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."content_warnings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "media" ADD CONSTRAINT "media_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "publications" ADD CONSTRAINT "publications_published_by_id_users_id_fk" FOREIGN KEY ("published_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "users_roles" ADD CONSTRAINT "users_roles_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_sessions" ADD CONSTRAINT "users_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_locked_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_articles_fk" FOREIGN KEY ("articles_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_social_posts_fk" FOREIGN KEY ("social_posts_id") REFERENCES "public"."social_posts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_exchanges_fk" FOREIGN KEY ("exchanges_id") REFERENCES "public"."exchanges"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_pages_fk" FOREIGN KEY ("pages_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_campaigns_fk" FOREIGN KEY ("campaigns_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_series_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_people_fk" FOREIGN KEY ("people_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_sources_fk" FOREIGN KEY ("sources_id") REFERENCES "public"."sources"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_content_warnings_fk" FOREIGN KEY ("content_warnings_id") REFERENCES "public"."content_warnings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "site_settings_languages" ADD CONSTRAINT "site_settings_languages_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."site_settings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "site_settings_rels" ADD CONSTRAINT "site_settings_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."site_settings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "site_settings_rels" ADD CONSTRAINT "site_settings_rels_pages_fk" FOREIGN KEY ("pages_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "articles_warnings_order_idx" ON "articles_warnings" USING btree ("_order");
  CREATE INDEX "articles_warnings_parent_id_idx" ON "articles_warnings" USING btree ("_parent_id");
  CREATE INDEX "articles_warnings_term_idx" ON "articles_warnings" USING btree ("term_id");
  CREATE INDEX "articles_language_idx" ON "articles" USING btree ("language");
  CREATE INDEX "articles_slug_idx" ON "articles" USING btree ("slug");
  CREATE INDEX "articles_translation_of_idx" ON "articles" USING btree ("translation_of_id");
  CREATE INDEX "articles_lead_lead_image_idx" ON "articles" USING btree ("lead_image_id");
  CREATE INDEX "articles_republication_republication_source_idx" ON "articles" USING btree ("republication_source_id");
  CREATE INDEX "articles_series_idx" ON "articles" USING btree ("series_id");
  CREATE INDEX "articles_import_key_idx" ON "articles" USING btree ("import_key");
  CREATE INDEX "articles_saved_by_idx" ON "articles" USING btree ("saved_by_id");
  CREATE INDEX "articles_created_by_idx" ON "articles" USING btree ("created_by_id");
  CREATE INDEX "articles_updated_at_idx" ON "articles" USING btree ("updated_at");
  CREATE INDEX "articles_created_at_idx" ON "articles" USING btree ("created_at");
  CREATE INDEX "articles_deleted_at_idx" ON "articles" USING btree ("deleted_at");
  CREATE INDEX "articles__status_idx" ON "articles" USING btree ("_status");
  CREATE UNIQUE INDEX "slug_language_idx" ON "articles" USING btree ("slug","language");
  CREATE INDEX "articles_rels_order_idx" ON "articles_rels" USING btree ("order");
  CREATE INDEX "articles_rels_parent_idx" ON "articles_rels" USING btree ("parent_id");
  CREATE INDEX "articles_rels_path_idx" ON "articles_rels" USING btree ("path");
  CREATE INDEX "articles_rels_content_warnings_id_idx" ON "articles_rels" USING btree ("content_warnings_id");
  CREATE INDEX "articles_rels_people_id_idx" ON "articles_rels" USING btree ("people_id");
  CREATE INDEX "articles_rels_topics_id_idx" ON "articles_rels" USING btree ("topics_id");
  CREATE INDEX "articles_rels_campaigns_id_idx" ON "articles_rels" USING btree ("campaigns_id");
  CREATE INDEX "_articles_v_version_warnings_order_idx" ON "_articles_v_version_warnings" USING btree ("_order");
  CREATE INDEX "_articles_v_version_warnings_parent_id_idx" ON "_articles_v_version_warnings" USING btree ("_parent_id");
  CREATE INDEX "_articles_v_version_warnings_term_idx" ON "_articles_v_version_warnings" USING btree ("term_id");
  CREATE INDEX "_articles_v_parent_idx" ON "_articles_v" USING btree ("parent_id");
  CREATE INDEX "_articles_v_version_version_language_idx" ON "_articles_v" USING btree ("version_language");
  CREATE INDEX "_articles_v_version_version_slug_idx" ON "_articles_v" USING btree ("version_slug");
  CREATE INDEX "_articles_v_version_version_translation_of_idx" ON "_articles_v" USING btree ("version_translation_of_id");
  CREATE INDEX "_articles_v_version_lead_version_lead_image_idx" ON "_articles_v" USING btree ("version_lead_image_id");
  CREATE INDEX "_articles_v_version_republication_version_republication__idx" ON "_articles_v" USING btree ("version_republication_source_id");
  CREATE INDEX "_articles_v_version_version_series_idx" ON "_articles_v" USING btree ("version_series_id");
  CREATE INDEX "_articles_v_version_version_import_key_idx" ON "_articles_v" USING btree ("version_import_key");
  CREATE INDEX "_articles_v_version_version_saved_by_idx" ON "_articles_v" USING btree ("version_saved_by_id");
  CREATE INDEX "_articles_v_version_version_created_by_idx" ON "_articles_v" USING btree ("version_created_by_id");
  CREATE INDEX "_articles_v_version_version_updated_at_idx" ON "_articles_v" USING btree ("version_updated_at");
  CREATE INDEX "_articles_v_version_version_created_at_idx" ON "_articles_v" USING btree ("version_created_at");
  CREATE INDEX "_articles_v_version_version_deleted_at_idx" ON "_articles_v" USING btree ("version_deleted_at");
  CREATE INDEX "_articles_v_version_version__status_idx" ON "_articles_v" USING btree ("version__status");
  CREATE INDEX "_articles_v_created_at_idx" ON "_articles_v" USING btree ("created_at");
  CREATE INDEX "_articles_v_updated_at_idx" ON "_articles_v" USING btree ("updated_at");
  CREATE INDEX "_articles_v_latest_idx" ON "_articles_v" USING btree ("latest");
  CREATE INDEX "_articles_v_autosave_idx" ON "_articles_v" USING btree ("autosave");
  CREATE INDEX "version_slug_version_language_idx" ON "_articles_v" USING btree ("version_slug","version_language");
  CREATE INDEX "_articles_v_rels_order_idx" ON "_articles_v_rels" USING btree ("order");
  CREATE INDEX "_articles_v_rels_parent_idx" ON "_articles_v_rels" USING btree ("parent_id");
  CREATE INDEX "_articles_v_rels_path_idx" ON "_articles_v_rels" USING btree ("path");
  CREATE INDEX "_articles_v_rels_content_warnings_id_idx" ON "_articles_v_rels" USING btree ("content_warnings_id");
  CREATE INDEX "_articles_v_rels_people_id_idx" ON "_articles_v_rels" USING btree ("people_id");
  CREATE INDEX "_articles_v_rels_topics_id_idx" ON "_articles_v_rels" USING btree ("topics_id");
  CREATE INDEX "_articles_v_rels_campaigns_id_idx" ON "_articles_v_rels" USING btree ("campaigns_id");
  CREATE INDEX "social_posts_footnotes_order_idx" ON "social_posts_footnotes" USING btree ("_order");
  CREATE INDEX "social_posts_footnotes_parent_id_idx" ON "social_posts_footnotes" USING btree ("_parent_id");
  CREATE INDEX "social_posts_footnotes_source_idx" ON "social_posts_footnotes" USING btree ("source_id");
  CREATE INDEX "social_posts_attachments_order_idx" ON "social_posts_attachments" USING btree ("_order");
  CREATE INDEX "social_posts_attachments_parent_id_idx" ON "social_posts_attachments" USING btree ("_parent_id");
  CREATE INDEX "social_posts_attachments_image_idx" ON "social_posts_attachments" USING btree ("image_id");
  CREATE INDEX "social_posts_warnings_order_idx" ON "social_posts_warnings" USING btree ("_order");
  CREATE INDEX "social_posts_warnings_parent_id_idx" ON "social_posts_warnings" USING btree ("_parent_id");
  CREATE INDEX "social_posts_warnings_term_idx" ON "social_posts_warnings" USING btree ("term_id");
  CREATE INDEX "social_posts_language_idx" ON "social_posts" USING btree ("language");
  CREATE INDEX "social_posts_slug_idx" ON "social_posts" USING btree ("slug");
  CREATE INDEX "social_posts_translation_of_idx" ON "social_posts" USING btree ("translation_of_id");
  CREATE INDEX "social_posts_reply_to_idx" ON "social_posts" USING btree ("reply_to_id");
  CREATE INDEX "social_posts_import_key_idx" ON "social_posts" USING btree ("import_key");
  CREATE INDEX "social_posts_saved_by_idx" ON "social_posts" USING btree ("saved_by_id");
  CREATE INDEX "social_posts_created_by_idx" ON "social_posts" USING btree ("created_by_id");
  CREATE INDEX "social_posts_updated_at_idx" ON "social_posts" USING btree ("updated_at");
  CREATE INDEX "social_posts_created_at_idx" ON "social_posts" USING btree ("created_at");
  CREATE INDEX "social_posts_deleted_at_idx" ON "social_posts" USING btree ("deleted_at");
  CREATE INDEX "social_posts__status_idx" ON "social_posts" USING btree ("_status");
  CREATE UNIQUE INDEX "slug_language_1_idx" ON "social_posts" USING btree ("slug","language");
  CREATE INDEX "social_posts_rels_order_idx" ON "social_posts_rels" USING btree ("order");
  CREATE INDEX "social_posts_rels_parent_idx" ON "social_posts_rels" USING btree ("parent_id");
  CREATE INDEX "social_posts_rels_path_idx" ON "social_posts_rels" USING btree ("path");
  CREATE INDEX "social_posts_rels_content_warnings_id_idx" ON "social_posts_rels" USING btree ("content_warnings_id");
  CREATE INDEX "social_posts_rels_topics_id_idx" ON "social_posts_rels" USING btree ("topics_id");
  CREATE INDEX "social_posts_rels_campaigns_id_idx" ON "social_posts_rels" USING btree ("campaigns_id");
  CREATE INDEX "_social_posts_v_version_footnotes_order_idx" ON "_social_posts_v_version_footnotes" USING btree ("_order");
  CREATE INDEX "_social_posts_v_version_footnotes_parent_id_idx" ON "_social_posts_v_version_footnotes" USING btree ("_parent_id");
  CREATE INDEX "_social_posts_v_version_footnotes_source_idx" ON "_social_posts_v_version_footnotes" USING btree ("source_id");
  CREATE INDEX "_social_posts_v_version_attachments_order_idx" ON "_social_posts_v_version_attachments" USING btree ("_order");
  CREATE INDEX "_social_posts_v_version_attachments_parent_id_idx" ON "_social_posts_v_version_attachments" USING btree ("_parent_id");
  CREATE INDEX "_social_posts_v_version_attachments_image_idx" ON "_social_posts_v_version_attachments" USING btree ("image_id");
  CREATE INDEX "_social_posts_v_version_warnings_order_idx" ON "_social_posts_v_version_warnings" USING btree ("_order");
  CREATE INDEX "_social_posts_v_version_warnings_parent_id_idx" ON "_social_posts_v_version_warnings" USING btree ("_parent_id");
  CREATE INDEX "_social_posts_v_version_warnings_term_idx" ON "_social_posts_v_version_warnings" USING btree ("term_id");
  CREATE INDEX "_social_posts_v_parent_idx" ON "_social_posts_v" USING btree ("parent_id");
  CREATE INDEX "_social_posts_v_version_version_language_idx" ON "_social_posts_v" USING btree ("version_language");
  CREATE INDEX "_social_posts_v_version_version_slug_idx" ON "_social_posts_v" USING btree ("version_slug");
  CREATE INDEX "_social_posts_v_version_version_translation_of_idx" ON "_social_posts_v" USING btree ("version_translation_of_id");
  CREATE INDEX "_social_posts_v_version_version_reply_to_idx" ON "_social_posts_v" USING btree ("version_reply_to_id");
  CREATE INDEX "_social_posts_v_version_version_import_key_idx" ON "_social_posts_v" USING btree ("version_import_key");
  CREATE INDEX "_social_posts_v_version_version_saved_by_idx" ON "_social_posts_v" USING btree ("version_saved_by_id");
  CREATE INDEX "_social_posts_v_version_version_created_by_idx" ON "_social_posts_v" USING btree ("version_created_by_id");
  CREATE INDEX "_social_posts_v_version_version_updated_at_idx" ON "_social_posts_v" USING btree ("version_updated_at");
  CREATE INDEX "_social_posts_v_version_version_created_at_idx" ON "_social_posts_v" USING btree ("version_created_at");
  CREATE INDEX "_social_posts_v_version_version_deleted_at_idx" ON "_social_posts_v" USING btree ("version_deleted_at");
  CREATE INDEX "_social_posts_v_version_version__status_idx" ON "_social_posts_v" USING btree ("version__status");
  CREATE INDEX "_social_posts_v_created_at_idx" ON "_social_posts_v" USING btree ("created_at");
  CREATE INDEX "_social_posts_v_updated_at_idx" ON "_social_posts_v" USING btree ("updated_at");
  CREATE INDEX "_social_posts_v_latest_idx" ON "_social_posts_v" USING btree ("latest");
  CREATE INDEX "_social_posts_v_autosave_idx" ON "_social_posts_v" USING btree ("autosave");
  CREATE INDEX "version_slug_version_language_1_idx" ON "_social_posts_v" USING btree ("version_slug","version_language");
  CREATE INDEX "_social_posts_v_rels_order_idx" ON "_social_posts_v_rels" USING btree ("order");
  CREATE INDEX "_social_posts_v_rels_parent_idx" ON "_social_posts_v_rels" USING btree ("parent_id");
  CREATE INDEX "_social_posts_v_rels_path_idx" ON "_social_posts_v_rels" USING btree ("path");
  CREATE INDEX "_social_posts_v_rels_content_warnings_id_idx" ON "_social_posts_v_rels" USING btree ("content_warnings_id");
  CREATE INDEX "_social_posts_v_rels_topics_id_idx" ON "_social_posts_v_rels" USING btree ("topics_id");
  CREATE INDEX "_social_posts_v_rels_campaigns_id_idx" ON "_social_posts_v_rels" USING btree ("campaigns_id");
  CREATE INDEX "exchanges_posts_order_idx" ON "exchanges_posts" USING btree ("_order");
  CREATE INDEX "exchanges_posts_parent_id_idx" ON "exchanges_posts" USING btree ("_parent_id");
  CREATE INDEX "exchanges_posts_post_idx" ON "exchanges_posts" USING btree ("post_id");
  CREATE INDEX "exchanges_warnings_order_idx" ON "exchanges_warnings" USING btree ("_order");
  CREATE INDEX "exchanges_warnings_parent_id_idx" ON "exchanges_warnings" USING btree ("_parent_id");
  CREATE INDEX "exchanges_warnings_term_idx" ON "exchanges_warnings" USING btree ("term_id");
  CREATE INDEX "exchanges_language_idx" ON "exchanges" USING btree ("language");
  CREATE INDEX "exchanges_slug_idx" ON "exchanges" USING btree ("slug");
  CREATE INDEX "exchanges_translation_of_idx" ON "exchanges" USING btree ("translation_of_id");
  CREATE INDEX "exchanges_import_key_idx" ON "exchanges" USING btree ("import_key");
  CREATE INDEX "exchanges_saved_by_idx" ON "exchanges" USING btree ("saved_by_id");
  CREATE INDEX "exchanges_created_by_idx" ON "exchanges" USING btree ("created_by_id");
  CREATE INDEX "exchanges_updated_at_idx" ON "exchanges" USING btree ("updated_at");
  CREATE INDEX "exchanges_created_at_idx" ON "exchanges" USING btree ("created_at");
  CREATE INDEX "exchanges_deleted_at_idx" ON "exchanges" USING btree ("deleted_at");
  CREATE INDEX "exchanges__status_idx" ON "exchanges" USING btree ("_status");
  CREATE UNIQUE INDEX "slug_language_2_idx" ON "exchanges" USING btree ("slug","language");
  CREATE INDEX "exchanges_rels_order_idx" ON "exchanges_rels" USING btree ("order");
  CREATE INDEX "exchanges_rels_parent_idx" ON "exchanges_rels" USING btree ("parent_id");
  CREATE INDEX "exchanges_rels_path_idx" ON "exchanges_rels" USING btree ("path");
  CREATE INDEX "exchanges_rels_topics_id_idx" ON "exchanges_rels" USING btree ("topics_id");
  CREATE INDEX "exchanges_rels_campaigns_id_idx" ON "exchanges_rels" USING btree ("campaigns_id");
  CREATE INDEX "_exchanges_v_version_posts_order_idx" ON "_exchanges_v_version_posts" USING btree ("_order");
  CREATE INDEX "_exchanges_v_version_posts_parent_id_idx" ON "_exchanges_v_version_posts" USING btree ("_parent_id");
  CREATE INDEX "_exchanges_v_version_posts_post_idx" ON "_exchanges_v_version_posts" USING btree ("post_id");
  CREATE INDEX "_exchanges_v_version_warnings_order_idx" ON "_exchanges_v_version_warnings" USING btree ("_order");
  CREATE INDEX "_exchanges_v_version_warnings_parent_id_idx" ON "_exchanges_v_version_warnings" USING btree ("_parent_id");
  CREATE INDEX "_exchanges_v_version_warnings_term_idx" ON "_exchanges_v_version_warnings" USING btree ("term_id");
  CREATE INDEX "_exchanges_v_parent_idx" ON "_exchanges_v" USING btree ("parent_id");
  CREATE INDEX "_exchanges_v_version_version_language_idx" ON "_exchanges_v" USING btree ("version_language");
  CREATE INDEX "_exchanges_v_version_version_slug_idx" ON "_exchanges_v" USING btree ("version_slug");
  CREATE INDEX "_exchanges_v_version_version_translation_of_idx" ON "_exchanges_v" USING btree ("version_translation_of_id");
  CREATE INDEX "_exchanges_v_version_version_import_key_idx" ON "_exchanges_v" USING btree ("version_import_key");
  CREATE INDEX "_exchanges_v_version_version_saved_by_idx" ON "_exchanges_v" USING btree ("version_saved_by_id");
  CREATE INDEX "_exchanges_v_version_version_created_by_idx" ON "_exchanges_v" USING btree ("version_created_by_id");
  CREATE INDEX "_exchanges_v_version_version_updated_at_idx" ON "_exchanges_v" USING btree ("version_updated_at");
  CREATE INDEX "_exchanges_v_version_version_created_at_idx" ON "_exchanges_v" USING btree ("version_created_at");
  CREATE INDEX "_exchanges_v_version_version_deleted_at_idx" ON "_exchanges_v" USING btree ("version_deleted_at");
  CREATE INDEX "_exchanges_v_version_version__status_idx" ON "_exchanges_v" USING btree ("version__status");
  CREATE INDEX "_exchanges_v_created_at_idx" ON "_exchanges_v" USING btree ("created_at");
  CREATE INDEX "_exchanges_v_updated_at_idx" ON "_exchanges_v" USING btree ("updated_at");
  CREATE INDEX "_exchanges_v_latest_idx" ON "_exchanges_v" USING btree ("latest");
  CREATE INDEX "_exchanges_v_autosave_idx" ON "_exchanges_v" USING btree ("autosave");
  CREATE INDEX "version_slug_version_language_2_idx" ON "_exchanges_v" USING btree ("version_slug","version_language");
  CREATE INDEX "_exchanges_v_rels_order_idx" ON "_exchanges_v_rels" USING btree ("order");
  CREATE INDEX "_exchanges_v_rels_parent_idx" ON "_exchanges_v_rels" USING btree ("parent_id");
  CREATE INDEX "_exchanges_v_rels_path_idx" ON "_exchanges_v_rels" USING btree ("path");
  CREATE INDEX "_exchanges_v_rels_topics_id_idx" ON "_exchanges_v_rels" USING btree ("topics_id");
  CREATE INDEX "_exchanges_v_rels_campaigns_id_idx" ON "_exchanges_v_rels" USING btree ("campaigns_id");
  CREATE INDEX "pages_warnings_order_idx" ON "pages_warnings" USING btree ("_order");
  CREATE INDEX "pages_warnings_parent_id_idx" ON "pages_warnings" USING btree ("_parent_id");
  CREATE INDEX "pages_warnings_term_idx" ON "pages_warnings" USING btree ("term_id");
  CREATE INDEX "pages_language_idx" ON "pages" USING btree ("language");
  CREATE INDEX "pages_slug_idx" ON "pages" USING btree ("slug");
  CREATE INDEX "pages_translation_of_idx" ON "pages" USING btree ("translation_of_id");
  CREATE INDEX "pages_import_key_idx" ON "pages" USING btree ("import_key");
  CREATE INDEX "pages_saved_by_idx" ON "pages" USING btree ("saved_by_id");
  CREATE INDEX "pages_created_by_idx" ON "pages" USING btree ("created_by_id");
  CREATE INDEX "pages_updated_at_idx" ON "pages" USING btree ("updated_at");
  CREATE INDEX "pages_created_at_idx" ON "pages" USING btree ("created_at");
  CREATE INDEX "pages_deleted_at_idx" ON "pages" USING btree ("deleted_at");
  CREATE INDEX "pages__status_idx" ON "pages" USING btree ("_status");
  CREATE UNIQUE INDEX "slug_language_3_idx" ON "pages" USING btree ("slug","language");
  CREATE INDEX "_pages_v_version_warnings_order_idx" ON "_pages_v_version_warnings" USING btree ("_order");
  CREATE INDEX "_pages_v_version_warnings_parent_id_idx" ON "_pages_v_version_warnings" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_version_warnings_term_idx" ON "_pages_v_version_warnings" USING btree ("term_id");
  CREATE INDEX "_pages_v_parent_idx" ON "_pages_v" USING btree ("parent_id");
  CREATE INDEX "_pages_v_version_version_language_idx" ON "_pages_v" USING btree ("version_language");
  CREATE INDEX "_pages_v_version_version_slug_idx" ON "_pages_v" USING btree ("version_slug");
  CREATE INDEX "_pages_v_version_version_translation_of_idx" ON "_pages_v" USING btree ("version_translation_of_id");
  CREATE INDEX "_pages_v_version_version_import_key_idx" ON "_pages_v" USING btree ("version_import_key");
  CREATE INDEX "_pages_v_version_version_saved_by_idx" ON "_pages_v" USING btree ("version_saved_by_id");
  CREATE INDEX "_pages_v_version_version_created_by_idx" ON "_pages_v" USING btree ("version_created_by_id");
  CREATE INDEX "_pages_v_version_version_updated_at_idx" ON "_pages_v" USING btree ("version_updated_at");
  CREATE INDEX "_pages_v_version_version_created_at_idx" ON "_pages_v" USING btree ("version_created_at");
  CREATE INDEX "_pages_v_version_version_deleted_at_idx" ON "_pages_v" USING btree ("version_deleted_at");
  CREATE INDEX "_pages_v_version_version__status_idx" ON "_pages_v" USING btree ("version__status");
  CREATE INDEX "_pages_v_created_at_idx" ON "_pages_v" USING btree ("created_at");
  CREATE INDEX "_pages_v_updated_at_idx" ON "_pages_v" USING btree ("updated_at");
  CREATE INDEX "_pages_v_latest_idx" ON "_pages_v" USING btree ("latest");
  CREATE INDEX "_pages_v_autosave_idx" ON "_pages_v" USING btree ("autosave");
  CREATE INDEX "version_slug_version_language_3_idx" ON "_pages_v" USING btree ("version_slug","version_language");
  CREATE INDEX "campaigns_aims_order_idx" ON "campaigns_aims" USING btree ("_order");
  CREATE INDEX "campaigns_aims_parent_id_idx" ON "campaigns_aims" USING btree ("_parent_id");
  CREATE INDEX "campaigns_key_dates_order_idx" ON "campaigns_key_dates" USING btree ("_order");
  CREATE INDEX "campaigns_key_dates_parent_id_idx" ON "campaigns_key_dates" USING btree ("_parent_id");
  CREATE INDEX "campaigns_calls_to_action_order_idx" ON "campaigns_calls_to_action" USING btree ("_order");
  CREATE INDEX "campaigns_calls_to_action_parent_id_idx" ON "campaigns_calls_to_action" USING btree ("_parent_id");
  CREATE INDEX "campaigns_language_idx" ON "campaigns" USING btree ("language");
  CREATE INDEX "campaigns_slug_idx" ON "campaigns" USING btree ("slug");
  CREATE INDEX "campaigns_translation_of_idx" ON "campaigns" USING btree ("translation_of_id");
  CREATE INDEX "campaigns_lead_lead_image_idx" ON "campaigns" USING btree ("lead_image_id");
  CREATE INDEX "campaigns_import_key_idx" ON "campaigns" USING btree ("import_key");
  CREATE INDEX "campaigns_saved_by_idx" ON "campaigns" USING btree ("saved_by_id");
  CREATE INDEX "campaigns_created_by_idx" ON "campaigns" USING btree ("created_by_id");
  CREATE INDEX "campaigns_updated_at_idx" ON "campaigns" USING btree ("updated_at");
  CREATE INDEX "campaigns_created_at_idx" ON "campaigns" USING btree ("created_at");
  CREATE INDEX "campaigns_deleted_at_idx" ON "campaigns" USING btree ("deleted_at");
  CREATE INDEX "campaigns__status_idx" ON "campaigns" USING btree ("_status");
  CREATE UNIQUE INDEX "slug_language_4_idx" ON "campaigns" USING btree ("slug","language");
  CREATE INDEX "campaigns_rels_order_idx" ON "campaigns_rels" USING btree ("order");
  CREATE INDEX "campaigns_rels_parent_idx" ON "campaigns_rels" USING btree ("parent_id");
  CREATE INDEX "campaigns_rels_path_idx" ON "campaigns_rels" USING btree ("path");
  CREATE INDEX "campaigns_rels_content_warnings_id_idx" ON "campaigns_rels" USING btree ("content_warnings_id");
  CREATE INDEX "_campaigns_v_version_aims_order_idx" ON "_campaigns_v_version_aims" USING btree ("_order");
  CREATE INDEX "_campaigns_v_version_aims_parent_id_idx" ON "_campaigns_v_version_aims" USING btree ("_parent_id");
  CREATE INDEX "_campaigns_v_version_key_dates_order_idx" ON "_campaigns_v_version_key_dates" USING btree ("_order");
  CREATE INDEX "_campaigns_v_version_key_dates_parent_id_idx" ON "_campaigns_v_version_key_dates" USING btree ("_parent_id");
  CREATE INDEX "_campaigns_v_version_calls_to_action_order_idx" ON "_campaigns_v_version_calls_to_action" USING btree ("_order");
  CREATE INDEX "_campaigns_v_version_calls_to_action_parent_id_idx" ON "_campaigns_v_version_calls_to_action" USING btree ("_parent_id");
  CREATE INDEX "_campaigns_v_parent_idx" ON "_campaigns_v" USING btree ("parent_id");
  CREATE INDEX "_campaigns_v_version_version_language_idx" ON "_campaigns_v" USING btree ("version_language");
  CREATE INDEX "_campaigns_v_version_version_slug_idx" ON "_campaigns_v" USING btree ("version_slug");
  CREATE INDEX "_campaigns_v_version_version_translation_of_idx" ON "_campaigns_v" USING btree ("version_translation_of_id");
  CREATE INDEX "_campaigns_v_version_lead_version_lead_image_idx" ON "_campaigns_v" USING btree ("version_lead_image_id");
  CREATE INDEX "_campaigns_v_version_version_import_key_idx" ON "_campaigns_v" USING btree ("version_import_key");
  CREATE INDEX "_campaigns_v_version_version_saved_by_idx" ON "_campaigns_v" USING btree ("version_saved_by_id");
  CREATE INDEX "_campaigns_v_version_version_created_by_idx" ON "_campaigns_v" USING btree ("version_created_by_id");
  CREATE INDEX "_campaigns_v_version_version_updated_at_idx" ON "_campaigns_v" USING btree ("version_updated_at");
  CREATE INDEX "_campaigns_v_version_version_created_at_idx" ON "_campaigns_v" USING btree ("version_created_at");
  CREATE INDEX "_campaigns_v_version_version_deleted_at_idx" ON "_campaigns_v" USING btree ("version_deleted_at");
  CREATE INDEX "_campaigns_v_version_version__status_idx" ON "_campaigns_v" USING btree ("version__status");
  CREATE INDEX "_campaigns_v_created_at_idx" ON "_campaigns_v" USING btree ("created_at");
  CREATE INDEX "_campaigns_v_updated_at_idx" ON "_campaigns_v" USING btree ("updated_at");
  CREATE INDEX "_campaigns_v_latest_idx" ON "_campaigns_v" USING btree ("latest");
  CREATE INDEX "_campaigns_v_autosave_idx" ON "_campaigns_v" USING btree ("autosave");
  CREATE INDEX "version_slug_version_language_4_idx" ON "_campaigns_v" USING btree ("version_slug","version_language");
  CREATE INDEX "_campaigns_v_rels_order_idx" ON "_campaigns_v_rels" USING btree ("order");
  CREATE INDEX "_campaigns_v_rels_parent_idx" ON "_campaigns_v_rels" USING btree ("parent_id");
  CREATE INDEX "_campaigns_v_rels_path_idx" ON "_campaigns_v_rels" USING btree ("path");
  CREATE INDEX "_campaigns_v_rels_content_warnings_id_idx" ON "_campaigns_v_rels" USING btree ("content_warnings_id");
  CREATE INDEX "topics_language_idx" ON "topics" USING btree ("language");
  CREATE INDEX "topics_slug_idx" ON "topics" USING btree ("slug");
  CREATE INDEX "topics_translation_of_idx" ON "topics" USING btree ("translation_of_id");
  CREATE INDEX "topics_import_key_idx" ON "topics" USING btree ("import_key");
  CREATE INDEX "topics_saved_by_idx" ON "topics" USING btree ("saved_by_id");
  CREATE INDEX "topics_created_by_idx" ON "topics" USING btree ("created_by_id");
  CREATE INDEX "topics_updated_at_idx" ON "topics" USING btree ("updated_at");
  CREATE INDEX "topics_created_at_idx" ON "topics" USING btree ("created_at");
  CREATE INDEX "topics_deleted_at_idx" ON "topics" USING btree ("deleted_at");
  CREATE INDEX "topics__status_idx" ON "topics" USING btree ("_status");
  CREATE UNIQUE INDEX "slug_language_5_idx" ON "topics" USING btree ("slug","language");
  CREATE INDEX "_topics_v_parent_idx" ON "_topics_v" USING btree ("parent_id");
  CREATE INDEX "_topics_v_version_version_language_idx" ON "_topics_v" USING btree ("version_language");
  CREATE INDEX "_topics_v_version_version_slug_idx" ON "_topics_v" USING btree ("version_slug");
  CREATE INDEX "_topics_v_version_version_translation_of_idx" ON "_topics_v" USING btree ("version_translation_of_id");
  CREATE INDEX "_topics_v_version_version_import_key_idx" ON "_topics_v" USING btree ("version_import_key");
  CREATE INDEX "_topics_v_version_version_saved_by_idx" ON "_topics_v" USING btree ("version_saved_by_id");
  CREATE INDEX "_topics_v_version_version_created_by_idx" ON "_topics_v" USING btree ("version_created_by_id");
  CREATE INDEX "_topics_v_version_version_updated_at_idx" ON "_topics_v" USING btree ("version_updated_at");
  CREATE INDEX "_topics_v_version_version_created_at_idx" ON "_topics_v" USING btree ("version_created_at");
  CREATE INDEX "_topics_v_version_version_deleted_at_idx" ON "_topics_v" USING btree ("version_deleted_at");
  CREATE INDEX "_topics_v_version_version__status_idx" ON "_topics_v" USING btree ("version__status");
  CREATE INDEX "_topics_v_created_at_idx" ON "_topics_v" USING btree ("created_at");
  CREATE INDEX "_topics_v_updated_at_idx" ON "_topics_v" USING btree ("updated_at");
  CREATE INDEX "_topics_v_latest_idx" ON "_topics_v" USING btree ("latest");
  CREATE INDEX "_topics_v_autosave_idx" ON "_topics_v" USING btree ("autosave");
  CREATE INDEX "version_slug_version_language_5_idx" ON "_topics_v" USING btree ("version_slug","version_language");
  CREATE INDEX "series_language_idx" ON "series" USING btree ("language");
  CREATE INDEX "series_slug_idx" ON "series" USING btree ("slug");
  CREATE INDEX "series_translation_of_idx" ON "series" USING btree ("translation_of_id");
  CREATE INDEX "series_import_key_idx" ON "series" USING btree ("import_key");
  CREATE INDEX "series_saved_by_idx" ON "series" USING btree ("saved_by_id");
  CREATE INDEX "series_created_by_idx" ON "series" USING btree ("created_by_id");
  CREATE INDEX "series_updated_at_idx" ON "series" USING btree ("updated_at");
  CREATE INDEX "series_created_at_idx" ON "series" USING btree ("created_at");
  CREATE INDEX "series_deleted_at_idx" ON "series" USING btree ("deleted_at");
  CREATE INDEX "series__status_idx" ON "series" USING btree ("_status");
  CREATE UNIQUE INDEX "slug_language_6_idx" ON "series" USING btree ("slug","language");
  CREATE INDEX "_series_v_parent_idx" ON "_series_v" USING btree ("parent_id");
  CREATE INDEX "_series_v_version_version_language_idx" ON "_series_v" USING btree ("version_language");
  CREATE INDEX "_series_v_version_version_slug_idx" ON "_series_v" USING btree ("version_slug");
  CREATE INDEX "_series_v_version_version_translation_of_idx" ON "_series_v" USING btree ("version_translation_of_id");
  CREATE INDEX "_series_v_version_version_import_key_idx" ON "_series_v" USING btree ("version_import_key");
  CREATE INDEX "_series_v_version_version_saved_by_idx" ON "_series_v" USING btree ("version_saved_by_id");
  CREATE INDEX "_series_v_version_version_created_by_idx" ON "_series_v" USING btree ("version_created_by_id");
  CREATE INDEX "_series_v_version_version_updated_at_idx" ON "_series_v" USING btree ("version_updated_at");
  CREATE INDEX "_series_v_version_version_created_at_idx" ON "_series_v" USING btree ("version_created_at");
  CREATE INDEX "_series_v_version_version_deleted_at_idx" ON "_series_v" USING btree ("version_deleted_at");
  CREATE INDEX "_series_v_version_version__status_idx" ON "_series_v" USING btree ("version__status");
  CREATE INDEX "_series_v_created_at_idx" ON "_series_v" USING btree ("created_at");
  CREATE INDEX "_series_v_updated_at_idx" ON "_series_v" USING btree ("updated_at");
  CREATE INDEX "_series_v_latest_idx" ON "_series_v" USING btree ("latest");
  CREATE INDEX "_series_v_autosave_idx" ON "_series_v" USING btree ("autosave");
  CREATE INDEX "version_slug_version_language_6_idx" ON "_series_v" USING btree ("version_slug","version_language");
  CREATE INDEX "people_language_idx" ON "people" USING btree ("language");
  CREATE INDEX "people_slug_idx" ON "people" USING btree ("slug");
  CREATE INDEX "people_translation_of_idx" ON "people" USING btree ("translation_of_id");
  CREATE INDEX "people_import_key_idx" ON "people" USING btree ("import_key");
  CREATE INDEX "people_saved_by_idx" ON "people" USING btree ("saved_by_id");
  CREATE INDEX "people_created_by_idx" ON "people" USING btree ("created_by_id");
  CREATE INDEX "people_updated_at_idx" ON "people" USING btree ("updated_at");
  CREATE INDEX "people_created_at_idx" ON "people" USING btree ("created_at");
  CREATE INDEX "people_deleted_at_idx" ON "people" USING btree ("deleted_at");
  CREATE INDEX "people__status_idx" ON "people" USING btree ("_status");
  CREATE UNIQUE INDEX "slug_language_7_idx" ON "people" USING btree ("slug","language");
  CREATE INDEX "_people_v_parent_idx" ON "_people_v" USING btree ("parent_id");
  CREATE INDEX "_people_v_version_version_language_idx" ON "_people_v" USING btree ("version_language");
  CREATE INDEX "_people_v_version_version_slug_idx" ON "_people_v" USING btree ("version_slug");
  CREATE INDEX "_people_v_version_version_translation_of_idx" ON "_people_v" USING btree ("version_translation_of_id");
  CREATE INDEX "_people_v_version_version_import_key_idx" ON "_people_v" USING btree ("version_import_key");
  CREATE INDEX "_people_v_version_version_saved_by_idx" ON "_people_v" USING btree ("version_saved_by_id");
  CREATE INDEX "_people_v_version_version_created_by_idx" ON "_people_v" USING btree ("version_created_by_id");
  CREATE INDEX "_people_v_version_version_updated_at_idx" ON "_people_v" USING btree ("version_updated_at");
  CREATE INDEX "_people_v_version_version_created_at_idx" ON "_people_v" USING btree ("version_created_at");
  CREATE INDEX "_people_v_version_version_deleted_at_idx" ON "_people_v" USING btree ("version_deleted_at");
  CREATE INDEX "_people_v_version_version__status_idx" ON "_people_v" USING btree ("version__status");
  CREATE INDEX "_people_v_created_at_idx" ON "_people_v" USING btree ("created_at");
  CREATE INDEX "_people_v_updated_at_idx" ON "_people_v" USING btree ("updated_at");
  CREATE INDEX "_people_v_latest_idx" ON "_people_v" USING btree ("latest");
  CREATE INDEX "_people_v_autosave_idx" ON "_people_v" USING btree ("autosave");
  CREATE INDEX "version_slug_version_language_7_idx" ON "_people_v" USING btree ("version_slug","version_language");
  CREATE INDEX "sources_creators_order_idx" ON "sources_creators" USING btree ("_order");
  CREATE INDEX "sources_creators_parent_id_idx" ON "sources_creators" USING btree ("_parent_id");
  CREATE INDEX "sources_language_idx" ON "sources" USING btree ("language");
  CREATE INDEX "sources_slug_idx" ON "sources" USING btree ("slug");
  CREATE INDEX "sources_translation_of_idx" ON "sources" USING btree ("translation_of_id");
  CREATE INDEX "sources_visibility_idx" ON "sources" USING btree ("visibility");
  CREATE INDEX "sources_url_key_idx" ON "sources" USING btree ("url_key");
  CREATE INDEX "sources_import_key_idx" ON "sources" USING btree ("import_key");
  CREATE INDEX "sources_saved_by_idx" ON "sources" USING btree ("saved_by_id");
  CREATE INDEX "sources_created_by_idx" ON "sources" USING btree ("created_by_id");
  CREATE INDEX "sources_updated_at_idx" ON "sources" USING btree ("updated_at");
  CREATE INDEX "sources_created_at_idx" ON "sources" USING btree ("created_at");
  CREATE INDEX "sources_deleted_at_idx" ON "sources" USING btree ("deleted_at");
  CREATE INDEX "sources__status_idx" ON "sources" USING btree ("_status");
  CREATE UNIQUE INDEX "slug_language_8_idx" ON "sources" USING btree ("slug","language");
  CREATE INDEX "sources_rels_order_idx" ON "sources_rels" USING btree ("order");
  CREATE INDEX "sources_rels_parent_idx" ON "sources_rels" USING btree ("parent_id");
  CREATE INDEX "sources_rels_path_idx" ON "sources_rels" USING btree ("path");
  CREATE INDEX "sources_rels_users_id_idx" ON "sources_rels" USING btree ("users_id");
  CREATE INDEX "_sources_v_version_creators_order_idx" ON "_sources_v_version_creators" USING btree ("_order");
  CREATE INDEX "_sources_v_version_creators_parent_id_idx" ON "_sources_v_version_creators" USING btree ("_parent_id");
  CREATE INDEX "_sources_v_parent_idx" ON "_sources_v" USING btree ("parent_id");
  CREATE INDEX "_sources_v_version_version_language_idx" ON "_sources_v" USING btree ("version_language");
  CREATE INDEX "_sources_v_version_version_slug_idx" ON "_sources_v" USING btree ("version_slug");
  CREATE INDEX "_sources_v_version_version_translation_of_idx" ON "_sources_v" USING btree ("version_translation_of_id");
  CREATE INDEX "_sources_v_version_version_visibility_idx" ON "_sources_v" USING btree ("version_visibility");
  CREATE INDEX "_sources_v_version_version_url_key_idx" ON "_sources_v" USING btree ("version_url_key");
  CREATE INDEX "_sources_v_version_version_import_key_idx" ON "_sources_v" USING btree ("version_import_key");
  CREATE INDEX "_sources_v_version_version_saved_by_idx" ON "_sources_v" USING btree ("version_saved_by_id");
  CREATE INDEX "_sources_v_version_version_created_by_idx" ON "_sources_v" USING btree ("version_created_by_id");
  CREATE INDEX "_sources_v_version_version_updated_at_idx" ON "_sources_v" USING btree ("version_updated_at");
  CREATE INDEX "_sources_v_version_version_created_at_idx" ON "_sources_v" USING btree ("version_created_at");
  CREATE INDEX "_sources_v_version_version_deleted_at_idx" ON "_sources_v" USING btree ("version_deleted_at");
  CREATE INDEX "_sources_v_version_version__status_idx" ON "_sources_v" USING btree ("version__status");
  CREATE INDEX "_sources_v_created_at_idx" ON "_sources_v" USING btree ("created_at");
  CREATE INDEX "_sources_v_updated_at_idx" ON "_sources_v" USING btree ("updated_at");
  CREATE INDEX "_sources_v_latest_idx" ON "_sources_v" USING btree ("latest");
  CREATE INDEX "_sources_v_autosave_idx" ON "_sources_v" USING btree ("autosave");
  CREATE INDEX "version_slug_version_language_8_idx" ON "_sources_v" USING btree ("version_slug","version_language");
  CREATE INDEX "_sources_v_rels_order_idx" ON "_sources_v_rels" USING btree ("order");
  CREATE INDEX "_sources_v_rels_parent_idx" ON "_sources_v_rels" USING btree ("parent_id");
  CREATE INDEX "_sources_v_rels_path_idx" ON "_sources_v_rels" USING btree ("path");
  CREATE INDEX "_sources_v_rels_users_id_idx" ON "_sources_v_rels" USING btree ("users_id");
  CREATE INDEX "content_warnings_iptc_order_idx" ON "content_warnings_iptc" USING btree ("order");
  CREATE INDEX "content_warnings_iptc_parent_idx" ON "content_warnings_iptc" USING btree ("parent_id");
  CREATE UNIQUE INDEX "content_warnings_key_idx" ON "content_warnings" USING btree ("key");
  CREATE INDEX "content_warnings_updated_at_idx" ON "content_warnings" USING btree ("updated_at");
  CREATE INDEX "content_warnings_created_at_idx" ON "content_warnings" USING btree ("created_at");
  CREATE INDEX "media_created_by_idx" ON "media" USING btree ("created_by_id");
  CREATE INDEX "media_import_key_idx" ON "media" USING btree ("import_key");
  CREATE INDEX "media_updated_at_idx" ON "media" USING btree ("updated_at");
  CREATE INDEX "media_created_at_idx" ON "media" USING btree ("created_at");
  CREATE UNIQUE INDEX "media_filename_idx" ON "media" USING btree ("filename");
  CREATE INDEX "media_sizes_w480_sizes_w480_filename_idx" ON "media" USING btree ("sizes_w480_filename");
  CREATE INDEX "media_sizes_w960_sizes_w960_filename_idx" ON "media" USING btree ("sizes_w960_filename");
  CREATE INDEX "media_sizes_w1440_sizes_w1440_filename_idx" ON "media" USING btree ("sizes_w1440_filename");
  CREATE INDEX "publications_published_by_idx" ON "publications" USING btree ("published_by_id");
  CREATE INDEX "users_roles_order_idx" ON "users_roles" USING btree ("order");
  CREATE INDEX "users_roles_parent_idx" ON "users_roles" USING btree ("parent_id");
  CREATE INDEX "users_sessions_order_idx" ON "users_sessions" USING btree ("_order");
  CREATE INDEX "users_sessions_parent_id_idx" ON "users_sessions" USING btree ("_parent_id");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_locked_documents_global_slug_idx" ON "payload_locked_documents" USING btree ("global_slug");
  CREATE INDEX "payload_locked_documents_updated_at_idx" ON "payload_locked_documents" USING btree ("updated_at");
  CREATE INDEX "payload_locked_documents_created_at_idx" ON "payload_locked_documents" USING btree ("created_at");
  CREATE INDEX "payload_locked_documents_rels_order_idx" ON "payload_locked_documents_rels" USING btree ("order");
  CREATE INDEX "payload_locked_documents_rels_parent_idx" ON "payload_locked_documents_rels" USING btree ("parent_id");
  CREATE INDEX "payload_locked_documents_rels_path_idx" ON "payload_locked_documents_rels" USING btree ("path");
  CREATE INDEX "payload_locked_documents_rels_articles_id_idx" ON "payload_locked_documents_rels" USING btree ("articles_id");
  CREATE INDEX "payload_locked_documents_rels_social_posts_id_idx" ON "payload_locked_documents_rels" USING btree ("social_posts_id");
  CREATE INDEX "payload_locked_documents_rels_exchanges_id_idx" ON "payload_locked_documents_rels" USING btree ("exchanges_id");
  CREATE INDEX "payload_locked_documents_rels_pages_id_idx" ON "payload_locked_documents_rels" USING btree ("pages_id");
  CREATE INDEX "payload_locked_documents_rels_campaigns_id_idx" ON "payload_locked_documents_rels" USING btree ("campaigns_id");
  CREATE INDEX "payload_locked_documents_rels_topics_id_idx" ON "payload_locked_documents_rels" USING btree ("topics_id");
  CREATE INDEX "payload_locked_documents_rels_series_id_idx" ON "payload_locked_documents_rels" USING btree ("series_id");
  CREATE INDEX "payload_locked_documents_rels_people_id_idx" ON "payload_locked_documents_rels" USING btree ("people_id");
  CREATE INDEX "payload_locked_documents_rels_sources_id_idx" ON "payload_locked_documents_rels" USING btree ("sources_id");
  CREATE INDEX "payload_locked_documents_rels_content_warnings_id_idx" ON "payload_locked_documents_rels" USING btree ("content_warnings_id");
  CREATE INDEX "payload_locked_documents_rels_media_id_idx" ON "payload_locked_documents_rels" USING btree ("media_id");
  CREATE INDEX "payload_locked_documents_rels_users_id_idx" ON "payload_locked_documents_rels" USING btree ("users_id");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");
  CREATE INDEX "site_settings_languages_order_idx" ON "site_settings_languages" USING btree ("order");
  CREATE INDEX "site_settings_languages_parent_idx" ON "site_settings_languages" USING btree ("parent_id");
  CREATE INDEX "site_settings_rels_order_idx" ON "site_settings_rels" USING btree ("order");
  CREATE INDEX "site_settings_rels_parent_idx" ON "site_settings_rels" USING btree ("parent_id");
  CREATE INDEX "site_settings_rels_path_idx" ON "site_settings_rels" USING btree ("path");
  CREATE INDEX "site_settings_rels_pages_id_idx" ON "site_settings_rels" USING btree ("pages_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "articles_warnings" CASCADE;
  DROP TABLE "articles" CASCADE;
  DROP TABLE "articles_rels" CASCADE;
  DROP TABLE "_articles_v_version_warnings" CASCADE;
  DROP TABLE "_articles_v" CASCADE;
  DROP TABLE "_articles_v_rels" CASCADE;
  DROP TABLE "social_posts_footnotes" CASCADE;
  DROP TABLE "social_posts_attachments" CASCADE;
  DROP TABLE "social_posts_warnings" CASCADE;
  DROP TABLE "social_posts" CASCADE;
  DROP TABLE "social_posts_rels" CASCADE;
  DROP TABLE "_social_posts_v_version_footnotes" CASCADE;
  DROP TABLE "_social_posts_v_version_attachments" CASCADE;
  DROP TABLE "_social_posts_v_version_warnings" CASCADE;
  DROP TABLE "_social_posts_v" CASCADE;
  DROP TABLE "_social_posts_v_rels" CASCADE;
  DROP TABLE "exchanges_posts" CASCADE;
  DROP TABLE "exchanges_warnings" CASCADE;
  DROP TABLE "exchanges" CASCADE;
  DROP TABLE "exchanges_rels" CASCADE;
  DROP TABLE "_exchanges_v_version_posts" CASCADE;
  DROP TABLE "_exchanges_v_version_warnings" CASCADE;
  DROP TABLE "_exchanges_v" CASCADE;
  DROP TABLE "_exchanges_v_rels" CASCADE;
  DROP TABLE "pages_warnings" CASCADE;
  DROP TABLE "pages" CASCADE;
  DROP TABLE "_pages_v_version_warnings" CASCADE;
  DROP TABLE "_pages_v" CASCADE;
  DROP TABLE "campaigns_aims" CASCADE;
  DROP TABLE "campaigns_key_dates" CASCADE;
  DROP TABLE "campaigns_calls_to_action" CASCADE;
  DROP TABLE "campaigns" CASCADE;
  DROP TABLE "campaigns_rels" CASCADE;
  DROP TABLE "_campaigns_v_version_aims" CASCADE;
  DROP TABLE "_campaigns_v_version_key_dates" CASCADE;
  DROP TABLE "_campaigns_v_version_calls_to_action" CASCADE;
  DROP TABLE "_campaigns_v" CASCADE;
  DROP TABLE "_campaigns_v_rels" CASCADE;
  DROP TABLE "topics" CASCADE;
  DROP TABLE "_topics_v" CASCADE;
  DROP TABLE "series" CASCADE;
  DROP TABLE "_series_v" CASCADE;
  DROP TABLE "people" CASCADE;
  DROP TABLE "_people_v" CASCADE;
  DROP TABLE "sources_creators" CASCADE;
  DROP TABLE "sources" CASCADE;
  DROP TABLE "sources_rels" CASCADE;
  DROP TABLE "_sources_v_version_creators" CASCADE;
  DROP TABLE "_sources_v" CASCADE;
  DROP TABLE "_sources_v_rels" CASCADE;
  DROP TABLE "content_warnings_iptc" CASCADE;
  DROP TABLE "content_warnings" CASCADE;
  DROP TABLE "media" CASCADE;
  DROP TABLE "publications" CASCADE;
  DROP TABLE "users_roles" CASCADE;
  DROP TABLE "users_sessions" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_locked_documents" CASCADE;
  DROP TABLE "payload_locked_documents_rels" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TABLE "site_settings_languages" CASCADE;
  DROP TABLE "site_settings" CASCADE;
  DROP TABLE "site_settings_rels" CASCADE;
  DROP TYPE "public"."enum_articles_warnings_depiction";
  DROP TYPE "public"."enum_articles_warnings_intensity";
  DROP TYPE "public"."enum_articles_language";
  DROP TYPE "public"."enum_articles_kind";
  DROP TYPE "public"."enum_articles_lead_depiction";
  DROP TYPE "public"."enum_articles_lead_intensity";
  DROP TYPE "public"."enum_articles_warning_review";
  DROP TYPE "public"."enum_articles_status";
  DROP TYPE "public"."enum__articles_v_version_warnings_depiction";
  DROP TYPE "public"."enum__articles_v_version_warnings_intensity";
  DROP TYPE "public"."enum__articles_v_version_language";
  DROP TYPE "public"."enum__articles_v_version_kind";
  DROP TYPE "public"."enum__articles_v_version_lead_depiction";
  DROP TYPE "public"."enum__articles_v_version_lead_intensity";
  DROP TYPE "public"."enum__articles_v_version_warning_review";
  DROP TYPE "public"."enum__articles_v_version_status";
  DROP TYPE "public"."enum_social_posts_attachments_depiction";
  DROP TYPE "public"."enum_social_posts_attachments_intensity";
  DROP TYPE "public"."enum_social_posts_warnings_depiction";
  DROP TYPE "public"."enum_social_posts_warnings_intensity";
  DROP TYPE "public"."enum_social_posts_language";
  DROP TYPE "public"."enum_social_posts_voice";
  DROP TYPE "public"."enum_social_posts_platform";
  DROP TYPE "public"."enum_social_posts_warning_review";
  DROP TYPE "public"."enum_social_posts_status";
  DROP TYPE "public"."enum__social_posts_v_version_attachments_depiction";
  DROP TYPE "public"."enum__social_posts_v_version_attachments_intensity";
  DROP TYPE "public"."enum__social_posts_v_version_warnings_depiction";
  DROP TYPE "public"."enum__social_posts_v_version_warnings_intensity";
  DROP TYPE "public"."enum__social_posts_v_version_language";
  DROP TYPE "public"."enum__social_posts_v_version_voice";
  DROP TYPE "public"."enum__social_posts_v_version_platform";
  DROP TYPE "public"."enum__social_posts_v_version_warning_review";
  DROP TYPE "public"."enum__social_posts_v_version_status";
  DROP TYPE "public"."enum_exchanges_warnings_depiction";
  DROP TYPE "public"."enum_exchanges_warnings_intensity";
  DROP TYPE "public"."enum_exchanges_language";
  DROP TYPE "public"."enum_exchanges_warning_review";
  DROP TYPE "public"."enum_exchanges_status";
  DROP TYPE "public"."enum__exchanges_v_version_warnings_depiction";
  DROP TYPE "public"."enum__exchanges_v_version_warnings_intensity";
  DROP TYPE "public"."enum__exchanges_v_version_language";
  DROP TYPE "public"."enum__exchanges_v_version_warning_review";
  DROP TYPE "public"."enum__exchanges_v_version_status";
  DROP TYPE "public"."enum_pages_warnings_depiction";
  DROP TYPE "public"."enum_pages_warnings_intensity";
  DROP TYPE "public"."enum_pages_language";
  DROP TYPE "public"."enum_pages_warning_review";
  DROP TYPE "public"."enum_pages_status";
  DROP TYPE "public"."enum__pages_v_version_warnings_depiction";
  DROP TYPE "public"."enum__pages_v_version_warnings_intensity";
  DROP TYPE "public"."enum__pages_v_version_language";
  DROP TYPE "public"."enum__pages_v_version_warning_review";
  DROP TYPE "public"."enum__pages_v_version_status";
  DROP TYPE "public"."enum_campaigns_language";
  DROP TYPE "public"."enum_campaigns_lead_depiction";
  DROP TYPE "public"."enum_campaigns_lead_intensity";
  DROP TYPE "public"."enum_campaigns_status";
  DROP TYPE "public"."enum__campaigns_v_version_language";
  DROP TYPE "public"."enum__campaigns_v_version_lead_depiction";
  DROP TYPE "public"."enum__campaigns_v_version_lead_intensity";
  DROP TYPE "public"."enum__campaigns_v_version_status";
  DROP TYPE "public"."enum_topics_language";
  DROP TYPE "public"."enum_topics_status";
  DROP TYPE "public"."enum__topics_v_version_language";
  DROP TYPE "public"."enum__topics_v_version_status";
  DROP TYPE "public"."enum_series_language";
  DROP TYPE "public"."enum_series_status";
  DROP TYPE "public"."enum__series_v_version_language";
  DROP TYPE "public"."enum__series_v_version_status";
  DROP TYPE "public"."enum_people_language";
  DROP TYPE "public"."enum_people_status";
  DROP TYPE "public"."enum__people_v_version_language";
  DROP TYPE "public"."enum__people_v_version_status";
  DROP TYPE "public"."enum_sources_language";
  DROP TYPE "public"."enum_sources_kind";
  DROP TYPE "public"."enum_sources_visibility";
  DROP TYPE "public"."enum_sources_title_language";
  DROP TYPE "public"."enum_sources_platform";
  DROP TYPE "public"."enum_sources_status";
  DROP TYPE "public"."enum__sources_v_version_language";
  DROP TYPE "public"."enum__sources_v_version_kind";
  DROP TYPE "public"."enum__sources_v_version_visibility";
  DROP TYPE "public"."enum__sources_v_version_title_language";
  DROP TYPE "public"."enum__sources_v_version_platform";
  DROP TYPE "public"."enum__sources_v_version_status";
  DROP TYPE "public"."enum_content_warnings_iptc";
  DROP TYPE "public"."enum_users_roles";
  DROP TYPE "public"."enum_site_settings_languages";
  DROP TYPE "public"."enum_site_settings_arabic_months";
  DROP TYPE "public"."enum_site_settings_arabic_digits";`)
}
