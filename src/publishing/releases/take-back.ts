import { appendAudit } from '@/audit/append'
import type { Actor } from '@/permissions/roles'
import { inTransaction, type Queryable } from '@/platform/database'
import type { Projection } from '@/review/projection-text'
import { refusal, Refused } from '@/review/refusal'
import { addEvent, type Loaded } from '@/review/store'
import { askForBake, insertPublication, insertTombstone, liveRow, type Superseded } from '../insert'
import { addressOf } from '../publish'
import { dropScheduleOf } from '../schedules'
import { closeRelease, type ReleaseItem } from './items'
import { lockAll, requireReleaser } from './release'

/**
 * Takes a release back as one: what it made public for the first time is withdrawn, and of the rest the text before it is
 * public again, with a note for readers. Returns the ids of the tombstones. Topics, people and sources that became public
 * along with it stay, as others may show them by now.
 *
 * @throws Refused: 403, 404, 409 where it isn't out, or a document of it has changed in public since.
 */
export async function takeBack(id: string, actor: Actor, { reason, publicNote }: { reason: string; publicNote: string }): Promise<string[]> {
  requireReleaser(actor)
  return inTransaction(async (tx) => {
    const { locked, documents } = await lockAll(tx, id)
    if (locked.state !== 'released') throw new Refused(refusal(409, 'notReleased', 'This release is not out.', { state: locked.state }))
    const live = new Map<string, Superseded>()
    const moved: { collection: string; document: string; code: string; message: string }[] = []
    for (const { collection, document, publication } of locked.items) {
      const row = await liveRow(tx, collection, document)
      if (row === null || row.id !== publication) moved.push({ collection, document, code: 'changedSince', message: 'What is public of this is not what the release made public.' })
      else live.set(document, row)
    }
    if (moved.length > 0) throw new Refused(refusal(409, 'blocked', moved[0]?.message ?? '', { blockers: moved }))
    const tombstones: string[] = []
    for (const item of locked.items) {
      const loaded = documents.get(item.document) ?? null
      const row = live.get(item.document)
      // What was only confirmed was public before, word for word.
      if (row === undefined || item.superseded === item.publication) continue
      if (loaded !== null) await dropScheduleOf(tx, loaded, actor.id)
      const tombstone = await takeBackOne(tx, item, row, actor, loaded, { reason, publicNote, release: id })
      if (tombstone !== null) tombstones.push(tombstone)
    }
    await closeRelease(tx, id, 'takenBack', actor.id)
    await askForBake(tx)
    await appendAudit(tx, { actor: actor.id, action: 'releaseTakenBack', collection: 'releases', document: id, details: { documents: locked.items.map(({ document }) => document) } })
    return tombstones
  })
}

async function takeBackOne(tx: Queryable, { collection, document, superseded }: ReleaseItem, live: Superseded, actor: Actor, loaded: Loaded | null, words: { reason: string; publicNote: string; release: string }): Promise<string | null> {
  const before = superseded === null ? null : await snapshot(tx, superseded)
  const run = loaded?.review.run?.id ?? null
  if (before === null) {
    const { id, contentHash } = await insertTombstone(tx, collection, document, live, actor.id, words.publicNote)
    await addEvent(tx, { collection, document, run, kind: 'withdrawn', by: actor.id, words: words.reason, details: { publication: live.id, release: words.release } })
    await appendAudit(tx, { actor: actor.id, action: 'withdrawn', collection, document, before: live.contentHash, after: contentHash, details: { publication: id, release: words.release } })
    return id
  }
  const { id, contentHash } = await insertPublication(tx, { ...addressOf(before), collection, document, projection: before, publishedBy: actor.id, run: null, change: 'correction', publicNote: words.publicNote }, live)
  await addEvent(tx, { collection, document, run, kind: 'published', by: actor.id, words: words.reason, details: { publication: id, release: words.release } })
  await appendAudit(tx, { actor: actor.id, action: 'published', collection, document, before: live.contentHash, after: contentHash, details: { publication: id, takenBack: words.release } })
  return null
}

/** What an earlier publication said; null where it was a tombstone. */
async function snapshot(tx: Queryable, id: string): Promise<Projection | null> {
  const { rows } = await tx.query<{ projection: Projection; is_tombstone: boolean }>('select projection, is_tombstone from publications where id = $1', [id])
  return rows[0] === undefined || rows[0].is_tombstone ? null : rows[0].projection
}
