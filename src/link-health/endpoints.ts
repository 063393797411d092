import type { Config, Endpoint, PayloadRequest } from 'payload'
import { appendAudit } from '@/audit/append'
import { can, type Subject } from '@/permissions/can'
import type { Actor } from '@/permissions/roles'
import { now } from '@/platform/clock'
import { inTransaction, pool } from '@/platform/database'
import { idOf } from '@/platform/relations'
import { closeSourceFollowUp } from '@/publishing/follow-ups'
import { lockedReview } from '@/review/locked'
import { refusal, Refused } from '@/review/refusal'
import { answering, readBody, readObject, requireActor, requireDocument } from '@/review/request'
import { addEvent } from '@/review/store'
import { askForCheck } from './check'
import type { KeptCopyOf } from './facts'
import { impactOf } from './impact'
import { lockLink, mayLock, rightsOn } from './lock'
import { relianceOn } from './relying'
import { LOCKS, type Lock } from './state'
import { syncTouchedSource } from './sync'
import { troubledSources } from './troubled'
import { isTroubling, verificationsOf, verify } from './verification'
import { AXIS_VALUES, RESULTS, type AxisValue, type Result } from './verification-words'
import { answeredLink } from './view'

const LONGEST_NOTE = 2_000

type Asked = { actor: Actor; source: string; subject: Subject }

/**
 * Adds what can be asked and said of sources' links to the collection of sources, and `GET /api/link-health`: a Payload plugin. `keptCopyOf`:
 * finds the copy that is kept of a source.
 */
export function linkHealth({ keptCopyOf }: { keptCopyOf: KeptCopyOf }): (config: Config) => Config {
  return (config) => ({
    ...config,
    endpoints: [...(config.endpoints ?? []), troubled],
    collections: config.collections?.map((collection) =>
      collection.slug === 'sources' ? { ...collection, endpoints: [...(collection.endpoints === false || collection.endpoints === undefined ? [] : collection.endpoints), ...endpoints(keptCopyOf)] } : collection,
    ),
  })
}

async function asked(req: PayloadRequest): Promise<Asked> {
  const actor = requireActor(req)
  const document = await requireDocument(req, 'sources')
  const grantedTo = Array.isArray(document.grantedTo) ? document.grantedTo.flatMap((person) => idOf(person) ?? []) : []
  return { actor, source: document.id, subject: { collection: 'sources', id: document.id, createdBy: idOf(document.createdBy), isPrivate: document.visibility === 'private', grantedTo } }
}

function require(isAllowed: boolean): void {
  if (!isAllowed) throw new Refused(refusal(403, 'notYourRole', 'None of your roles allows this.'))
}

function endpoints(keptCopyOf: KeptCopyOf): Endpoint[] {
  return [
    { path: '/:id/link', method: 'get', handler: answering(async (req) => answeredLink(req, (await asked(req)).source)) },
    {
      path: '/:id/link',
      method: 'post',
      handler: answering(async (req) => {
        const { actor, source, subject } = await asked(req)
        require(mayLock(actor, subject))
        await lockLink(source, actor.id, lockFrom(await readObject(req, { fields: ['lock', 'note'] })), keptCopyOf)
        return answeredLink(req, source)
      }),
    },
    {
      path: '/:id/check',
      method: 'post',
      handler: answering(async (req) => {
        const { actor, source, subject } = await asked(req)
        const right = can(actor, 'edit', subject)
        if (!right.allowed) throw new Refused(refusal(403, right.why.code, right.why.message))
        await readBody(req, {})
        // It may have been given its address just now.
        await syncTouchedSource(source, now(), keptCopyOf)
        if ((await inTransaction((tx) => askForCheck(tx, source, now()))) === 'nothingToAsk') throw new Refused(refusal(409, 'nothingToAsk', 'This source has no address that may be asked.'))
        return answeredLink(req, source)
      }),
    },
    { path: '/:id/verification', method: 'get', handler: answering(async (req) => ({ verifications: await verificationsOf(pool, (await asked(req)).source) })) },
    {
      path: '/:id/verification',
      method: 'post',
      handler: answering(async (req) => {
        const { actor, source, subject } = await asked(req)
        const right = can(actor, 'verify', subject)
        if (!right.allowed) throw new Refused(refusal(403, right.why.code, right.why.message))
        const axis = { kind: 'choice', choices: AXIS_VALUES } as const
        const body = await readBody(req, { result: { kind: 'choice', choices: RESULTS, isRequired: true }, source: axis, technical: axis, content: axis, note: { kind: 'text' } })
        const note = noteFrom(body.note)
        if (isTroubling(String(body.result)) && note === null) throw new Refused(refusal(422, 'malformed', 'Say why: a source that is disputed or retracted needs a note.', { field: 'note' }))
        await verify(source, actor.id, { source: axisOf(body.source), technical: axisOf(body.technical), content: axisOf(body.content), result: body.result as Result, note }, keptCopyOf)
        return { verifications: await verificationsOf(pool, source) }
      }),
    },
    {
      path: '/:id/impact',
      method: 'get',
      handler: answering(async (req) => {
        const { actor, source, subject } = await asked(req)
        return { ...(await impactOf(req, source)), link: await answeredLink(req, source), youMay: rightsOn(actor, subject) }
      }),
    },
    { path: '/:id/impact/checked', method: 'post', handler: answering(checked) },
  ]
}

/** Says of a live text that it was looked at and holds, though a source of it was disputed or retracted. */
async function checked(req: PayloadRequest): Promise<unknown> {
  const { actor, source } = await asked(req)
  const body = await readBody(req, { collection: { kind: 'text', isRequired: true }, document: { kind: 'text', isRequired: true }, note: { kind: 'text', isRequired: true } })
  const [collection, document] = [String(body.collection), String(body.document)]
  if (!(await relianceOn(pool, source)).some((each) => each.collection === collection && each.document === document)) throw new Refused(refusal(404, 'notFound', 'No such text relies on this source.', { field: 'document' }))
  await inTransaction(async (tx) => {
    const loaded = await lockedReview(tx, collection, document)
    const right = can(actor, 'checkSources', loaded.review.subject)
    if (!right.allowed) throw new Refused(refusal(403, right.why.code, right.why.message))
    const entries = await closeSourceFollowUp(tx, { collection, document, by: actor.id }, source)
    if (entries.length === 0) throw new Refused(refusal(409, 'noLookDue', 'This text is not waiting for a look.'))
    await addEvent(tx, { collection, document, run: null, kind: 'sourceChecked', by: actor.id, words: noteFrom(body.note), details: { source } })
    for (const entry of entries) await appendAudit(tx, entry)
  })
  return impactOf(req, source)
}

const troubled: Endpoint = {
  path: '/link-health',
  method: 'get',
  handler: answering(async (req) => {
    requireActor(req)
    const query = new URL(req.url ?? '', 'http://localhost').searchParams
    return troubledSources(req, { filter: query.get('state'), after: query.get('after') })
  }),
}

function lockFrom(body: Record<string, unknown>): { lock: Lock | null; note: string | null } {
  if (body.lock === undefined) throw new Refused(refusal(422, 'malformed', 'lock is needed: a state, or null to take it back.', { field: 'lock' }))
  const lock = body.lock === null ? null : LOCKS.find((known) => known === body.lock)
  if (lock === undefined) throw new Refused(refusal(422, 'malformed', `lock must be null or one of ${LOCKS.join(', ')}.`, { field: 'lock' }))
  const note = noteFrom(body.note)
  if (lock !== null && note === null) throw new Refused(refusal(422, 'malformed', 'Say why, for whoever looks at this after you.', { field: 'note' }))
  return { lock, note }
}

function noteFrom(value: unknown): string | null {
  if (value === undefined || value === null) return null
  if (typeof value !== 'string') throw new Refused(refusal(422, 'malformed', 'note must be text.', { field: 'note' }))
  if (value.length > LONGEST_NOTE) throw new Refused(refusal(422, 'malformed', `note may have ${LONGEST_NOTE} characters at most.`, { field: 'note' }))
  if (value.includes('\u0000') || /\p{Surrogate}/u.test(value)) throw new Refused(refusal(422, 'malformed', 'note holds a character that can’t be stored.', { field: 'note' }))
  return value.trim() === '' ? null : value.trim()
}

function axisOf(value: unknown): AxisValue {
  return AXIS_VALUES.find((known) => known === value) ?? 'n/a'
}
