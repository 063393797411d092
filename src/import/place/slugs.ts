import type { Queryable } from '@/platform/database'
import { LANGUAGES } from '@/publishing/languages'
import { slugProblem } from '@/publishing/slugs'
import { pathOf } from '@/record/paths'
import type { PublicCollection } from '@/record/projections'

const ATTEMPTS = 500

/**
 * `wanted`, or with a number after it the first one that no document of the collection and language has and whose path
 * nothing ever had.
 *
 * @throws RangeError where all are taken.
 */
export async function freeSlug(tx: Queryable, collection: PublicCollection, language: string, wanted: string, defaultLanguage: string): Promise<string> {
  for (let number = 1; number <= ATTEMPTS; number += 1) {
    const slug = number === 1 ? wanted : `${wanted.slice(0, 75)}-${number}`
    if (slugProblem(slug, { isAtRoot: collection === 'pages', languages: LANGUAGES.map(({ value }) => value) }) !== null) continue
    const path = pathOf({ collection, language, slug }, defaultLanguage)
    const { rows } = await tx.query<{ is_taken: boolean }>(
      `select exists (select from "${collection}" where slug = $1 and language = $2) or exists (select from handbill.addresses where path = $3) as is_taken`,
      [slug, language, path],
    )
    if (rows[0]?.is_taken === false) return slug
  }
  throw new RangeError(`Every address like ${wanted} is taken`)
}
