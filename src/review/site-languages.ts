import type { Queryable } from '@/platform/database'
import { DEFAULT_SETTINGS } from '@/record/default-settings'

/** The languages in which the site has a public side, the default one first, as its live settings say. */
export async function siteLanguages(db: Queryable): Promise<readonly string[]> {
  const { rows } = await db.query<{ languages: string[] | null }>(`select projection -> 'languages' as languages from publications where collection = 'site-settings' and superseded_at is null`)
  return rows[0]?.languages ?? DEFAULT_SETTINGS.languages
}
