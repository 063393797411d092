import type { Queryable } from '@/platform/database'
import type { KeptCopy } from '@/record/source-facts'
import { bodyOf, type Capture } from './capture'
import { policyOf } from './policy'
import { readableCapturesOf, type CaptureSummary } from './store'

const isPublic = ({ audience, failure, revokedAt }: Pick<Capture, 'audience' | 'failure' | 'revokedAt'>): boolean => audience === 'public' && failure === null && revokedAt === null

/**
 * The capture of a source that readers may be shown, if its policy allows it and one is there: the newest that somebody asked for or brought, or
 * else the first that was made. One that came by itself never takes the place of what was there when the source was cited.
 */
async function shownCaptureOf(tx: Queryable, source: string): Promise<CaptureSummary | undefined> {
  const policy = await policyOf(tx, source)
  if (policy === null || policy.isPrivate || policy.policy !== 'archivePublicly') return undefined
  const shown = (await readableCapturesOf(tx, source)).filter((capture) => isPublic(capture) && bodyOf(capture) !== undefined)
  return shown.find(({ why }) => why === 'asked') ?? shown.at(-1)
}

/**
 * The copy of a source that readers may be shown, as a fact beside the record; undefined where there is none. The view `live_source_copies` gives
 * readers its words. The path is that of its public page, by the slug that is live.
 */
export async function keptCopyOf(tx: Queryable, source: string): Promise<KeptCopy | undefined> {
  const capture = await shownCaptureOf(tx, source)
  const body = capture === undefined ? undefined : bodyOf(capture)
  if (capture === undefined || body === undefined) return undefined
  const { rows } = await tx.query<{ path: string }>(`select path from publications where collection = 'sources' and document = $1 and superseded_at is null and not is_tombstone and path is not null`, [source])
  const path = rows[0]?.path
  return { at: capture.fetchedAt, sha256: body.sha256, mime: body.mime, ...(path === undefined ? {} : { text: `${path}/copy` }) }
}
