import type { Queryable } from '@/platform/database'
import type { KeptCopy } from '@/record/source-facts'
import { bodyOf, type Capture } from './capture'
import { policyOf } from './policy'
import { readableCapturesOf, readCapture, type CaptureSummary } from './store'

/** A kept copy in words, for a page of ours. `at`: ISO 8601; `sha256`: of the bytes that were answered; `language`: BCP 47, as the copy says. */
export type PublicCopy = { capture: string; source: string; at: string; sha256: string; title: string | null; language: string | null; url: string; text: string }

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
 * The copy of a source that readers may be shown, as a fact beside the record; undefined where there is none. The path is that of its public page,
 * by the slug that is live.
 */
export async function keptCopyOf(tx: Queryable, source: string): Promise<KeptCopy | undefined> {
  const capture = await shownCaptureOf(tx, source)
  const body = capture === undefined ? undefined : bodyOf(capture)
  if (capture === undefined || body === undefined) return undefined
  const { rows } = await tx.query<{ path: string }>(`select path from publications where collection = 'sources' and document = $1 and superseded_at is null and not is_tombstone and path is not null`, [source])
  const path = rows[0]?.path
  return { at: capture.fetchedAt, sha256: body.sha256, mime: body.mime, ...(path === undefined ? {} : { text: `${path}/copy` }) }
}

/** The words of the copy that `keptCopyOf` tells of; undefined where there is none. */
export async function publicCopyText(tx: Queryable, source: string): Promise<PublicCopy | undefined> {
  const shown = await shownCaptureOf(tx, source)
  const capture = shown === undefined ? null : await readCapture(tx, shown.id)
  const body = capture === null ? undefined : bodyOf(capture)
  if (capture === null || capture.text === null || body === undefined || !isPublic(capture)) return undefined
  return { capture: capture.id, source, at: capture.fetchedAt, sha256: body.sha256, title: capture.title, language: capture.metadata?.language ?? null, url: capture.finalUrl, text: capture.text }
}
