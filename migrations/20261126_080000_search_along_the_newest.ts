import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Search looks at the newest texts of a language first, along an index; and what a publication holds at length lies beside
 * its row, so that looking at many rows reads few pages. Rows that are there already stay as they are until the table is
 * rewritten (`vacuum full publications`), which nothing depends on.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create index publications_newest_of_language on publications (language, published_at desc, id desc) where superseded_at is null and not is_tombstone;
    alter table publications set (toast_tuple_target = 128);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    alter table publications reset (toast_tuple_target);
    drop index publications_newest_of_language;
  `)
}
