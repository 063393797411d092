import { inTransaction, type Queryable } from '@/platform/database'
import { readLink } from './addresses/normalise'

/** Two records of one link, for a person to merge: `id` has no key as long as `other` stands for the link. */
export type SameWork = { id: string; title: string; other: { id: string; title: string } }
export type Renewed = { changed: number; same: SameWork[] }

type Row = { id: string; title: string | null; url: string | null; url_key: string | null; is_counted: boolean; created: string }

const AT_ONCE = 500

/**
 * Works out anew by which key each source's link is told from others, for those that were written when links were brought into another
 * form. A second run changes nothing. Where two records turn out to be of one link, nothing is merged: the one that has the key keeps it. Returns
 * how many keys changed and which public records are of one link, whether that was known before or not.
 */
export async function renewLinkKeys(db: Queryable): Promise<Renewed> {
  const renewed: Renewed = { changed: 0, same: [] }
  let after: [string, string] = ['-infinity', '00000000-0000-0000-0000-000000000000']
  for (;;) {
    const { rows } = await db.query<Row>(
      `select id::text, title, url, url_key, created_at::text as created, deleted_at is null and merged_into_id is null and visibility is distinct from 'private' as is_counted
       from sources where (created_at, id) > ($1::timestamptz, $2::uuid) order by created_at, id limit $3`,
      [...after, AT_ONCE],
    )
    for (const row of rows) await renew(row, renewed)
    const last = rows.at(-1)
    if (last === undefined) return renewed
    after = [last.created, last.id]
  }
}

async function renew(row: Row, renewed: Renewed): Promise<void> {
  const link = row.url === null || row.url.trim() === '' ? null : readLink(row.url)
  const key = link === null || 'problem' in link ? null : link.key
  if (key === row.url_key) return
  await inTransaction(async (tx) => {
    // As a save does: whoever writes the same work at this moment is waited for, and then found.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`source urlKey ${key}`])
    const other = key === null || !row.is_counted ? undefined : await holderOf(tx, key, row.id)
    if (other !== undefined) renewed.same.push({ id: row.id, title: row.title ?? '', other: { id: other.id, title: other.title ?? '' } })
    const kept = other === undefined ? key : null
    const { rowCount } = await tx.query('update sources set url_key = $2 where id = $1 and url is not distinct from $3 and url_key is distinct from $2', [row.id, kept, row.url])
    if (rowCount !== 1) return
    await tx.query('update _sources_v set version_url_key = $2 where parent_id = $1 and latest', [row.id, kept])
    renewed.changed += 1
  })
}

async function holderOf(tx: Queryable, key: string, id: string): Promise<{ id: string; title: string | null } | undefined> {
  const { rows } = await tx.query<{ id: string; title: string | null }>(
    `select id::text, title from sources where url_key = $1 and id <> $2 and deleted_at is null and merged_into_id is null and visibility is distinct from 'private' limit 1`,
    [key, id],
  )
  return rows[0]
}
