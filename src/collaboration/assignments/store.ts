import type { Queryable } from '@/platform/database'

/** Who has a document on their desk, by whose doing, since when and until when. */
export type Assignment = { person: string; by: string; at: Date; dueAt: Date | null }

type Row = { person: string; assigned_by: string; assigned_at: Date; due_at: Date | null }

/** The open assignments of a document, what is due first in front. */
export async function assignmentsOf(db: Queryable, collection: string, document: string): Promise<Assignment[]> {
  const { rows } = await db.query<Row>(
    `select person, assigned_by, assigned_at, due_at from handbill.assignments where collection = $1 and document = $2 and ended_at is null
     order by due_at nulls last, assigned_at, id`,
    [collection, document],
  )
  return rows.map((row) => ({ person: row.person, by: row.assigned_by, at: row.assigned_at, dueAt: row.due_at }))
}

/** Puts a document on somebody's desk, or changes until when it is there. */
export async function putAssignment(tx: Queryable, collection: string, document: string, { person, by, at, dueAt }: Assignment): Promise<void> {
  await tx.query(
    `insert into handbill.assignments (collection, document, person, assigned_by, assigned_at, due_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (collection, document, person) where ended_at is null do update set assigned_by = $4, due_at = $6`,
    [collection, document, person, by, at, dueAt],
  )
}

/** Takes a document off somebody's desk. Returns whether it was there. */
export async function endAssignment(tx: Queryable, collection: string, document: string, person: string, at: Date): Promise<boolean> {
  const { rowCount } = await tx.query('update handbill.assignments set ended_at = $4 where collection = $1 and document = $2 and person = $3 and ended_at is null', [collection, document, person, at])
  return rowCount === 1
}

/** Who is mentioned in the threads of a document, by id. */
export async function mentionedIn(db: Queryable, collection: string, document: string): Promise<string[]> {
  const { rows } = await db.query<{ person: string }>('select distinct person from handbill.thread_mentions where collection = $1 and document = $2', [collection, document])
  return rows.map(({ person }) => person)
}
