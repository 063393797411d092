import { database } from '@/platform/database'

/** Makes the tables of citations and captures where this database has none yet. */
export async function evidenceTables(): Promise<void> {
  await database().query(`
    create table if not exists handbill.source_merges (merged uuid primary key, "into" uuid not null, by uuid, at timestamptz not null);
    create table if not exists handbill.citations (
      collection text not null, document uuid not null, key text not null, position int not null, scope text not null, source uuid, intent text not null, locator_label text, locator_value text,
      quote text, quote_prefix text, quote_suffix text, quote_language text, quote_translation text, claim text not null, note text, original_label text, capture uuid, basis text not null,
      primary key (collection, document, key));
    create table if not exists handbill.captures (
      id uuid primary key default gen_random_uuid(), source uuid not null, requested_url text, final_url text, captured_at timestamptz not null, provider text not null, text text, title text, failure text, revoked_at timestamptz)`)
}
