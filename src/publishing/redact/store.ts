import { ROLES, type Actor } from '@/permissions/roles'
import type { Queryable } from '@/platform/database'

export type RedactionState = 'proposed' | 'carriedOut' | 'cancelled'

/** A redaction as it is kept: `words` only until it is decided. */
export type Redaction = {
  id: string
  state: RedactionState
  proposedBy: string
  proposedAt: string
  decidedBy: string | null
  decidedAt: string | null
  reason: string
  collections: string[]
  wholeWords: boolean
  words: string[] | null
  /** Whether the edition shows what it left of every publication. */
  isBaked: boolean
}

type Stored = { id: string; state: RedactionState; proposed_by: string; proposed_at: Date; decided_by: string | null; decided_at: Date | null; reason: string; collections: string[]; whole_words: boolean; words: string[] | null; is_baked: boolean }

const COLUMNS = `id, state, proposed_by, proposed_at, decided_by, decided_at, reason, collections, whole_words, words,
  not exists (select from handbill.redacted_publications p join handbill.unbaked u on u.publication = p.publication where p.redaction = redactions.id) as is_baked`

function redactionOf(row: Stored): Redaction {
  return {
    id: row.id,
    state: row.state,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at.toISOString(),
    decidedBy: row.decided_by,
    decidedAt: row.decided_at?.toISOString() ?? null,
    reason: row.reason,
    collections: row.collections,
    wholeWords: row.whole_words,
    words: row.words,
    isBaked: row.is_baked,
  }
}

/** One redaction; null where there is none. With `lock`, nobody else decides on it until the transaction ends. */
export async function readRedaction(db: Queryable, id: string, { lock = false } = {}): Promise<Redaction | null> {
  const { rows } = await db.query<Stored>(`select ${COLUMNS} from handbill.redactions where id = $1 ${lock ? 'for update' : ''}`, [id])
  return rows[0] === undefined ? null : redactionOf(rows[0])
}

/** The newest redactions, those that wait first. */
export async function listRedactions(db: Queryable, limit: number): Promise<Redaction[]> {
  const { rows } = await db.query<Stored>(`select ${COLUMNS} from handbill.redactions order by state = 'proposed' desc, proposed_at desc limit $1`, [limit])
  return rows.map(redactionOf)
}

/** Keeps a proposal; returns its id. */
export async function insertRedaction(tx: Queryable, redaction: { by: string; at: Date; reason: string; collections: readonly string[]; wholeWords: boolean; words: readonly string[] }): Promise<string> {
  const { rows } = await tx.query<{ id: string }>('insert into handbill.redactions (proposed_by, proposed_at, reason, collections, whole_words, words) values ($1, $2, $3, $4, $5, $6) returning id', [
    redaction.by, redaction.at, redaction.reason, redaction.collections, redaction.wholeWords, redaction.words,
  ])
  return rows[0]?.id ?? ''
}

/** Notes that a proposal was decided on, and forgets its words. From then on until its end, this transaction may redact. */
export async function decideRedaction(tx: Queryable, id: string, state: 'carriedOut' | 'cancelled', by: string, at: Date): Promise<void> {
  await tx.query(`update handbill.redactions set state = $2, decided_by = $3, decided_at = $4, words = null, carried_out_in = case when $2 = 'carriedOut' then pg_current_xact_id() end where id = $1`, [id, state, by, at])
  if (state === 'carriedOut') await tx.query(`select set_config('handbill.redaction', $1, true)`, [id])
}

/** Keeps what was counted: rows by table, and files. */
export async function countRedaction(tx: Queryable, id: string, counts: Record<string, number>): Promise<void> {
  await tx.query('update handbill.redactions set counts = $2 where id = $1', [id, JSON.stringify(counts)])
}

/** An account with the roles that it has now. */
export async function actorById(db: Queryable, id: string): Promise<Actor> {
  const { rows } = await db.query<{ value: string }>('select value from users_roles where parent_id = $1', [id])
  return { id, roles: ROLES.filter((role) => rows.some(({ value }) => value === role)) }
}
