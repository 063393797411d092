import { randomUUID } from 'node:crypto'
import type { Endpoint, PayloadRequest } from 'payload'
import { appendAudit, type AuditedAction } from '@/audit/append'
import type { Actor } from '@/permissions/roles'
import { inTransaction, pool, type Queryable } from '@/platform/database'
import { answerFor, type ReviewAnswer } from './answer'
import type { Reviewed } from './definition'
import { companionAuthors, coverageIn, freeze, missingIn, type Frozen } from './freeze'
import { lockedReview, requireBaseHash } from './locked'
import { recordLook } from './looks'
import { slotToAskIn, step, type Event } from './machine'
import { progressBetween } from './progress'
import { refusal, Refused, type Refusal } from './refusal'
import { answering, readBody, requireActor, requireDocument, type Body, type BodyFields } from './request'
import { siteLanguages } from './site-languages'
import { addEvent, endRun, loadReview, saveStep, type Loaded } from './store'
import { doubtsIn } from './unsettled'
import { slotsAsked } from './workflow'
import { workflowNamed } from './workflows'

/** The answer that every endpoint gives, as things stand now. */
export async function currentAnswer(req: PayloadRequest, definition: Reviewed, document: { id: string } & Record<string, unknown>, actor: Actor): Promise<ReviewAnswer> {
  const loaded = await loadReview(pool, definition.collection, document.id)
  if (loaded === null) throw new Refused(refusal(404, 'notFound', 'There is no such document.'))
  if (loaded.review.run !== null) return answerFor(pool, actor, loaded, null)
  const frozen = await freeze(req, definition, document)
  const review = withCompanionAuthors(loaded, await companionAuthors(pool, frozen.companions))
  return answerFor(pool, actor, { ...loaded, review }, { contentHash: frozen.contentHash, missing: missingIn(definition, document, frozen, await siteLanguages(pool)), companions: frozen.companions, workflow: await workflowNamed(pool, definition.workflows[0]), choices: definition.workflows })
}

type Act = { name: string; fields: BodyFields; act(given: { req: PayloadRequest; actor: Actor; document: { id: string } & Record<string, unknown>; body: Body }): Promise<void> }

const baseHash = { kind: 'hash' } as const

/** The endpoints of review on one collection. Source: DESIGN section 5, "One way in". */
export function reviewEndpoints(definition: Reviewed): Endpoint[] {
  const { collection } = definition
  return [
    {
      path: '/:id/review',
      method: 'get',
      handler: answering(async (req) => {
        const actor = requireActor(req)
        return currentAnswer(req, definition, await requireDocument(req, collection), actor)
      }),
    },
    {
      path: '/:id/review/looked',
      method: 'post',
      handler: answering(async (req) => {
        const actor = requireActor(req)
        const document = await requireDocument(req, collection)
        const body = await readBody(req, { baseHash: { ...baseHash, isRequired: true } })
        const { projection, contentHash } = await freeze(req, definition, document)
        requireBaseHash(hashOf(body), contentHash)
        await recordLook(pool, { collection, document: document.id, person: actor.id }, contentHash, projection)
        return currentAnswer(req, definition, document, actor)
      }),
    },
    ...reviewActs(definition).map(({ name, fields, act }): Endpoint => ({
      path: `/:id/review/${name}`,
      method: 'post',
      handler: answering(async (req) => {
        const actor = requireActor(req)
        const document = await requireDocument(req, collection)
        const body = await readBody(req, { ...fields, baseHash })
        await act({ req, actor, document, body })
        return currentAnswer(req, definition, document, actor)
      }),
    })),
  ]
}

function reviewActs(definition: Reviewed): Act[] {
  const { collection } = definition
  // Which slots there are is for each run's own workflow to say.
  const slot = { kind: 'text', isRequired: true } as const
  return [
    {
      name: 'submit',
      fields: { namesPeople: { kind: 'boolean' }, note: { kind: 'text' }, workflow: { kind: 'choice', choices: definition.workflows } },
      async act({ req, actor, document, body }) {
        // Read and hash first: Payload's pool must not be asked while the row is held.
        const frozen = await freeze(req, definition, document)
        await inTransaction((tx) => submit(tx, definition, { actor, document, body, frozen }))
      },
    },
    {
      name: 'sign-off',
      fields: { slot, note: { kind: 'text' } },
      act: ({ actor, document, body }) =>
        decide(collection, document.id, body, (loaded) => ({
          event: { type: 'signOff', actor, slot: String(body.slot), signOffId: randomUUID(), at: new Date().toISOString(), note: words(body.note) },
          action: 'signedOff',
          kind: 'signedOff',
          words: words(body.note),
          slot: String(body.slot),
          hash: loaded.review.run?.coverage[String(body.slot)]?.hash,
        })),
    },
    {
      name: 'request-changes',
      fields: { comment: { kind: 'text', isRequired: true } },
      act: ({ actor, document, body }) =>
        decide(collection, document.id, body, (loaded) => {
          const asked = slotToAskIn(loaded.review, actor)
          return { event: { type: 'requestChanges', actor, at: new Date().toISOString() }, action: 'changesRequested', kind: 'changesRequested', words: words(body.comment), slot: 'slot' in asked ? asked.slot.slot : null }
        }),
    },
    {
      name: 'cancel',
      fields: { reason: { kind: 'text', isRequired: true } },
      act: ({ actor, document, body }) => decide(collection, document.id, body, () => ({ event: { type: 'cancel', actor }, action: 'cancelled', kind: 'cancelled', words: words(body.reason), slot: null })),
    },
    {
      name: 'grant-exception',
      fields: { slot, reason: { kind: 'text', isRequired: true } },
      act: ({ actor, document, body }) =>
        decide(collection, document.id, body, () => ({
          event: { type: 'grantException', actor, slot: String(body.slot), reason: String(body.reason), at: new Date().toISOString() },
          action: 'exceptionGranted',
          kind: 'exceptionGranted',
          words: words(body.reason),
          slot: String(body.slot),
        })),
    },
  ]
}

function words(value: string | boolean | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

type Submission = { actor: Actor; document: { id: string } & Record<string, unknown>; body: Body; frozen: Frozen }

async function submit(tx: Queryable, definition: Reviewed, { actor, document, body, frozen }: Submission): Promise<void> {
  const { collection } = definition
  const loaded = await lockedReview(tx, collection, document.id)
  if (loaded.document.rev !== Number(document.rev ?? 0)) throw new Refused(refusal(409, 'stale', 'Somebody saved this document at the same moment.', { contentHash: frozen.contentHash, rev: loaded.document.rev }))
  requireBaseHash(hashOf(body), frozen.contentHash)
  const asked = definition.workflows.find((name) => name === body.workflow) ?? definition.workflows[0]
  const workflow = loaded.review.run?.workflow ?? (await workflowNamed(tx, asked))
  const outcome = step(withCompanionAuthors(loaded, await companionAuthors(tx, frozen.companions)), {
    type: 'submit',
    actor,
    runId: randomUUID(),
    workflow,
    namesPeople: body.namesPeople === true,
    contentHash: frozen.contentHash,
    coverage: coverageIn(definition, workflow, frozen),
    missing: missingIn(definition, document, frozen, await siteLanguages(tx)),
    isLiveAlready: loaded.live !== null && !loaded.live.isTombstone && loaded.live.contentHash === frozen.contentHash && frozen.companions.length === 0,
  })
  if (!outcome.ok) throw new Refused(withReason(outcome.refusal))
  const isResumed = loaded.review.run !== null
  await saveStep(tx, loaded, outcome.review, { frozen, rev: loaded.document.rev })
  const run = outcome.review.run?.id ?? null
  await addEvent(tx, { collection, document: document.id, run, kind: 'submitted', by: actor.id, words: words(body.note), details: progressBetween(loaded.review.run, outcome.review.run) })
  await appendAudit(tx, { actor: actor.id, action: isResumed ? 'resubmitted' : 'submitted', collection, document: document.id, after: frozen.contentHash, run, details: { namesPeople: outcome.review.run?.namesPeople ?? false, workflow: workflow.name, version: workflow.version } })
}

/** Of a text in a language that the site doesn't have, its field isn't empty: the refusal says what is wrong with it. */
function withReason(refused: Refusal): Refusal {
  if (refused.code !== 'incomplete' || refused.data.missing?.[0] !== 'language') return refused
  return { ...refused, code: 'otherLanguage', message: 'The site is not published in this language: choose one of its languages, or have it added in the site settings.' }
}

function withCompanionAuthors(loaded: Loaded, authors: readonly string[]): Loaded['review'] {
  return { ...loaded.review, contributions: [...loaded.review.contributions, ...authors.map((by) => ({ by, as: 'companionAuthor' as const, slots: [] }))] }
}

const LOOKED = new Set<Event['type']>(['signOff', 'requestChanges'])

type Decision = { event: Event; action: AuditedAction; kind: string; words: string | null; slot: string | null; hash?: string }

/** Carries out one decision on a document's review, under the row's lock. */
async function decide(collection: string, id: string, body: Body, make: (loaded: Loaded) => Decision): Promise<void> {
  await inTransaction(async (tx) => {
    const loaded = await lockedReview(tx, collection, id)
    const { run } = loaded.review
    if (run !== null) requireBaseHash(hashOf(body), run.contentHash)
    const decision = make(loaded)
    const outcome = step(loaded.review, decision.event)
    if (!outcome.ok) throw new Refused(outcome.refusal)
    await saveStep(tx, loaded, outcome.review)
    if (run !== null && outcome.review.run === null) await endRun(tx, run, 'cancelled')
    const actor = 'actor' in decision.event ? decision.event.actor.id : null
    // Whoever decides has read what they decide on.
    if (actor !== null && run !== null && loaded.frozen !== null && LOOKED.has(decision.event.type)) await recordLook(tx, { collection, document: id, person: actor }, run.contentHash, loaded.frozen.projection)
    await addEvent(tx, { collection, document: id, run: run?.id ?? null, kind: decision.kind, by: actor, slot: decision.slot, words: decision.words, details: progressBetween(run, outcome.review.run) })
    await appendAudit(tx, {
      actor,
      action: decision.action,
      collection,
      document: id,
      after: run?.contentHash ?? null,
      run: run?.id ?? null,
      details: { ...(decision.slot === null ? {} : { slot: decision.slot }), ...(decision.hash === undefined ? {} : { scopeHash: decision.hash }), ...(await doubtsSignedWith(tx, loaded, decision)) },
    })
  })
}

/** What was doubtful when somebody answered for the sources or for the whole: that stays on record with the sign-off. */
async function doubtsSignedWith(tx: Queryable, { collection, document, review: { run }, frozen }: Loaded, { event, slot }: Decision): Promise<{ doubts?: string[] }> {
  const scope = run === null || event.type !== 'signOff' ? null : slotsAsked(run.workflow, run).find((asked) => asked.slot.slot === slot)?.slot.scope
  if (scope !== 'sources' && scope !== 'approval') return {}
  const doubts = await doubtsIn(tx, [{ collection, document: document.id }, ...(frozen?.companions ?? [])])
  return doubts.length === 0 ? {} : { doubts: doubts.map(({ kind, count }) => `${kind} ${count}`) }
}

/** The hash that a request says its decision was made on, if it says so. */
export function hashOf(body: Body): string | undefined {
  return typeof body.baseHash === 'string' ? body.baseHash : undefined
}
