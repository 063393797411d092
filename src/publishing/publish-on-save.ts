import { APIError, type CollectionConfig, type CollectionSlug, type GlobalConfig, type GlobalSlug, type PayloadRequest } from 'payload'
import { appendAudit } from '@/audit/append'
import { payloadSession } from '@/platform/database'
import { contentHash } from '@/record/content-hash'
import type { Projection } from '@/review/projection-text'
import { askForBake, insertPublication, liveRow } from './insert'
import { DEFAULT_LANGUAGE } from './languages'

/** `present` gives what becomes public of a saved document, `title` what it is called in lists. */
export type PublishOnSave<D, P> = { present(document: D): P; title(projection: P): string }

async function publishSaved<P>(req: PayloadRequest, collection: string, document: string, projection: P, title: string): Promise<void> {
  const tx = payloadSession(req)
  const frozen = JSON.parse(JSON.stringify(projection)) as Projection
  const before = await liveRow(tx, collection, document)
  if (before !== null && !before.isTombstone && before.contentHash === contentHash(frozen)) return
  const actor = req.user === null || req.user === undefined ? null : String(req.user.id)
  const published = await insertPublication(
    tx,
    { collection, document, projection: frozen, title, language: DEFAULT_LANGUAGE, slug: typeof frozen.key === 'string' ? frozen.key : collection, publishedBy: actor, run: null, change: before === null ? null : 'minor', publicNote: null },
    before,
  )
  await askForBake(tx)
  await appendAudit(tx, { actor, action: 'published', collection, document, before: before?.contentHash ?? null, after: published.contentHash, details: { publication: published.id } })
}

/**
 * For a vocabulary, which has no drafts: a saved document is public at once, in the transaction of the save, with its
 * audit row. What was public once can't be deleted.
 */
export function publishOnSave<D, P>(collection: CollectionConfig, options: PublishOnSave<D, P>): CollectionConfig {
  const { slug, hooks = {} } = collection
  return {
    ...collection,
    hooks: {
      ...hooks,
      afterChange: [
        ...(hooks.afterChange ?? []),
        async ({ doc, req }) => {
          const id = String(doc.id)
          // What a hook is given may be cut by access, depth and selection.
          const { docs } = await req.payload.find({ collection: slug as CollectionSlug, where: { id: { equals: id } }, depth: 0, limit: 1, pagination: false, overrideAccess: true, req })
          const projection = options.present(docs[0] as unknown as D)
          await publishSaved(req, slug, id, projection, options.title(projection))
          return doc
        },
      ],
      beforeDelete: [
        async ({ id, req }) => {
          if ((await liveRow(payloadSession(req), slug, String(id))) !== null) throw new APIError('This is public, and what was public can’t be deleted.', 403, null, true)
        },
        ...(hooks.beforeDelete ?? []),
      ],
    },
  }
}

/** The same for a global: the settings of the site. */
export function publishGlobalOnSave<D, P>(global: GlobalConfig, options: PublishOnSave<D, P>): GlobalConfig {
  const { slug, hooks = {} } = global
  return {
    ...global,
    hooks: {
      ...hooks,
      afterChange: [
        ...(hooks.afterChange ?? []),
        async ({ doc, req }) => {
          const saved = await req.payload.findGlobal({ slug: slug as GlobalSlug, depth: 0, overrideAccess: true, req })
          const projection = options.present(saved as unknown as D)
          await publishSaved(req, slug, slug, projection, options.title(projection))
          return doc
        },
      ],
    },
  }
}
