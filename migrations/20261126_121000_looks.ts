import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Which text of a document each person looked at last, so that they can be shown what has changed since. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table handbill.looks (
      collection text not null,
      document uuid not null,
      person uuid not null,
      content_hash text not null,
      projection jsonb not null,
      looked_at timestamptz not null,
      before_hash text,
      before_projection jsonb,
      before_looked_at timestamptz,
      primary key (collection, document, person)
    )
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop table handbill.looks`)
}
