import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { dataPath } from '@/platform/data-directory'
import type { Queryable } from '@/platform/database'
import { makingFolder, spoolFolder } from './files'

/** What is younger may belong to a capture whose row is still to be written. In milliseconds. */
const YOUNG_MS = 24 * 3_600_000

/**
 * Removes files that no capture which stands refers to: what a killed worker left behind, once it is a day old, and at once what
 * revoked captures alone held. Returns how many.
 */
export async function cleanCaptures(db: Queryable): Promise<number> {
  let removed = 0
  for (const folder of await readdir(dataPath('captures')).catch(() => [])) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue
    const names = await readdir(dataPath('captures', folder))
    const { rows } = await db.query<{ name: string; is_needed: boolean; revoked_at: Date | null }>(
      `select name, exists (select from handbill.captures where revoked_at is null and files @> jsonb_build_array(jsonb_build_object('sha256', name))) as is_needed,
         (select max(revoked_at) from handbill.captures where revoked_at is not null and files @> jsonb_build_array(jsonb_build_object('sha256', name))) as revoked_at
       from unnest($1::text[]) as name`,
      [names],
    )
    for (const { name, is_needed: isNeeded, revoked_at: revokedAt } of rows) {
      const path = dataPath('captures', folder, name)
      // The same bytes may just have been kept anew.
      if (isNeeded || (await isYoung(path, revokedAt?.getTime()))) continue
      await rm(path, { force: true })
      removed += 1
    }
  }
  for (const folder of [spoolFolder(), makingFolder()]) {
    for (const name of await readdir(folder).catch(() => [])) {
      if (await isYoung(join(folder, name))) continue
      await rm(join(folder, name), { force: true, recursive: true })
      removed += 1
    }
  }
  return removed
}

async function isYoung(path: string, since = Date.now() - YOUNG_MS): Promise<boolean> {
  // By the disk's own clock, which set the time of the file.
  return (await stat(path).then(({ mtimeMs }) => mtimeMs, () => 0)) > since
}
