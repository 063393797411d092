import { randomUUID } from 'node:crypto'
import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'
import { appendAudit } from '@/audit/append'
import { inTransaction, pool, type Queryable } from '@/platform/database'
import { definitionOf } from '@/review/definition'
import { freeze, missingIn, type Frozen } from '@/review/freeze'
import { lockedReview } from '@/review/locked'
import { siteLanguages } from '@/review/site-languages'
import { refusal, Refused } from '@/review/refusal'
import { askForBake, insertPublication, liveRow } from './insert'
import { addressOf, closeRevision, publishCompanions } from './publish'

/** A document that was public elsewhere: when (ISO 8601 instants), and at which paths of this site's host. */
export type Adoption = { collection: string; document: string; publishedAt: string; updatedAt?: string; addresses: readonly string[] }

/**
 * Makes public what already was public before it came here, without review: all of it in one transaction, under one
 * logged exception with its reason, with its own dates, and its old addresses leading to the new ones. A document that is
 * live here already is left as it is. Returns the ids of what was adopted.
 *
 * @throws Refused: 422 where a document lacks title, slug or language, 409 where an address belongs to another or somebody saved meanwhile.
 */
export async function adopt(payload: Payload, order: { actor: string | null; reason: string; documents: readonly Adoption[] }): Promise<{ exception: string; adopted: string[] }> {
  const req = await createLocalReq({}, payload)
  const prepared: { adoption: Adoption; frozen: Frozen; rev: number }[] = []
  for (const adoption of order.documents) prepared.push({ adoption, ...(await prepare(req, adoption)) })
  const exception = randomUUID()
  const adopted: string[] = []
  await inTransaction(async (tx) => {
    for (const { adoption, frozen, rev } of prepared) {
      if (await adoptOne(tx, adoption, frozen, rev, { ...order, exception })) adopted.push(adoption.document)
    }
    if (adopted.length > 0) await askForBake(tx)
  })
  return { exception, adopted }
}

async function prepare(req: PayloadRequest, { collection, document }: Adoption): Promise<{ frozen: Frozen; rev: number }> {
  const definition = definitionOf(req.payload, collection)
  const { docs } = await req.payload.find({ collection: collection as CollectionSlug, where: { id: { equals: document } }, depth: 0, limit: 1, pagination: false, overrideAccess: true, showHiddenFields: true, req })
  const found = docs[0] as unknown as ({ id: string; rev?: number | null } & Record<string, unknown>) | undefined
  if (definition === null || found === undefined) throw new Refused(refusal(404, 'notFound', 'There is no such document.'))
  const frozen = await freeze(req, definition, found)
  // Without these there is no page; what else review would ask for, an adopted text may lack.
  const needed = new Set(['title', 'slug', 'language'])
  const missing = missingIn(definition, found, frozen, await siteLanguages(pool)).filter((field) => needed.has(field) || field.includes('.'))
  if (missing.length > 0) throw new Refused(refusal(422, 'incomplete', `Not complete: ${missing.join(', ')}.`, { missing, field: missing[0] }))
  return { frozen, rev: Number(found.rev ?? 0) }
}

async function adoptOne(tx: Queryable, adoption: Adoption, frozen: Frozen, rev: number, order: { actor: string | null; reason: string; exception: string }): Promise<boolean> {
  const { collection, document } = adoption
  const loaded = await lockedReview(tx, collection, document)
  if ((await liveRow(tx, collection, document)) !== null) return false
  if (loaded.document.rev !== rev || loaded.review.run !== null) throw new Refused(refusal(409, 'stale', 'Somebody is working on this document.', { document }))
  const dates = { publishedAt: adoption.publishedAt, updatedAt: adoption.updatedAt ?? adoption.publishedAt }
  const by = { publishedBy: order.actor, run: null }
  const published = await insertPublication(tx, { ...by, ...addressOf(frozen.projection), collection, document, projection: frozen.projection, change: null, publicNote: null, adopted: { ...dates, addresses: adoption.addresses } }, null)
  const companions = await publishCompanions(tx, frozen.companions, { ...by, adopted: { ...dates, addresses: [] } })
  await tx.query('insert into handbill.review_exceptions (id, collection, document, slot, reason, granted_by, publication) values (gen_random_uuid(), $1, $2, $3, $4, $5, $6)', [
    collection, document, '*', order.reason, order.actor ?? NOBODY, published.id,
  ])
  await closeRevision(tx, collection, document, published.id)
  for (const companion of companions) {
    await appendAudit(tx, { actor: order.actor, action: 'adopted', collection: companion.collection, document: companion.document, after: companion.contentHash, details: { publication: companion.id, exception: order.exception, alongWith: document } })
  }
  await appendAudit(tx, { actor: order.actor, action: 'adopted', collection, document, after: published.contentHash, details: { publication: published.id, exception: order.exception } })
  return true
}

// Whoever runs a command on the server acts without an account.
const NOBODY = '00000000-0000-0000-0000-000000000000'
