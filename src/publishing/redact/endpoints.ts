import { setTimeout as wait } from 'node:timers/promises'
import type { Config, Endpoint, PayloadRequest, TypedUser } from 'payload'
import { appendAudit } from '@/audit/append'
import type { Actor } from '@/permissions/roles'
import { now } from '@/platform/clock'
import { inTransaction, pool } from '@/platform/database'
import { isUuid } from '@/review/definition'
import { refusal, Refused } from '@/review/refusal'
import { answering, readBody, requireActor } from '@/review/request'
import { namesOf } from '@/review/store'
import { carryOut, type CarriedOut } from './carry-out'
import { clearDeadRows } from './clear-dead-rows'
import { readOrder } from './order'
import { ownersIn, previewFor, type Preview } from './preview'
import { actorById, decideRedaction, insertRedaction, listRedactions, readRedaction, type Redaction } from './store'
import { whyNotConfirm, whyNotRedact } from './two-people'

const LIST = 50
const PATIENCE_MS = 10_000
const POLL_MS = 50

type Person = { id: string; name: string }

/**
 * A redaction as the desk shows it. `words` and `found` only while it waits. `edition`: whether the files that readers are served
 * show what it left; null where nothing was carried out. `notCleared`, in the answer to a confirmation: tables whose dead
 * rows could not be cleared from the database's files.
 */
export type RedactionAnswer = Omit<Redaction, 'proposedBy' | 'decidedBy' | 'isBaked'> & {
  proposedBy: Person
  decidedBy: Person | null
  youMay: string[]
  whyNotConfirm: { code: string; message: string } | null
  edition: 'clean' | 'baking' | null
  found?: Preview
  notCleared?: string[]
}

/** Adds the endpoints of redaction to the API: a Payload plugin. */
export function redaction(config: Config): Config {
  return { ...config, endpoints: [...(config.endpoints ?? []), ...redactionEndpoints] }
}

const redactionEndpoints: Endpoint[] = [
  {
    path: '/redactions',
    method: 'get',
    handler: answering(async (req) => {
      const { actor } = requireRedactor(req)
      return { redactions: await answersFor(await listRedactions(pool, LIST), actor) }
    }),
  },
  {
    path: '/redactions',
    method: 'post',
    handler: answering(async (req) => {
      const { actor } = requireRedactor(req)
      const owners = ownersIn(req.payload)
      const order = await readOrder(req, [...owners.collections, ...owners.globals])
      const id = await inTransaction(async (tx) => {
        const made = await insertRedaction(tx, { by: actor.id, at: now(), reason: order.reason, collections: order.collections, wholeWords: order.wholeWords, words: order.forms })
        await appendAudit(tx, { actor: actor.id, action: 'redactionProposed', collection: 'redactions', document: made })
        return made
      })
      return answerOf(req, await found(id))
    }),
  },
  {
    path: '/redactions/:id',
    method: 'get',
    handler: answering(async (req) => {
      requireRedactor(req)
      return answerOf(req, await found(idOf(req)))
    }),
  },
  {
    path: '/redactions/:id/cancel',
    method: 'post',
    handler: answering(async (req) => {
      const { actor } = requireRedactor(req)
      const id = idOf(req)
      await readBody(req, {})
      await inTransaction(async (tx) => {
        const before = await readRedaction(tx, id, { lock: true })
        if (before === null) throw none()
        if (before.state !== 'proposed') throw new Refused(refusal(409, 'alreadyDecided', 'This was decided already.'))
        await decideRedaction(tx, id, 'cancelled', actor.id, now())
        await appendAudit(tx, { actor: actor.id, action: 'redactionCancelled', collection: 'redactions', document: id })
      })
      const notCleared = await clearDeadRows(['handbill.redactions'])
      return { ...(await answerOf(req, await found(id))), notCleared }
    }),
  },
  {
    path: '/redactions/:id/confirm',
    method: 'post',
    handler: answering(async (req) => {
      const { actor } = requireRedactor(req)
      const id = idOf(req)
      await readBody(req, {})
      const done = await carryOut({ id, actor, owners: ownersIn(req.payload) })
      await untilBaked(done)
      const notCleared = await clearDeadRows(done.tables)
      return { ...(await answerOf(req, await found(id))), notCleared }
    }),
  },
]

/** @throws Refused: 401 where nobody is signed in, 403 where the person may not redact. */
function requireRedactor(req: PayloadRequest): { actor: Actor; user: TypedUser } {
  const actor = requireActor(req)
  const inTheWay = whyNotRedact(actor)
  if (inTheWay !== null) throw new Refused(inTheWay)
  return { actor, user: req.user as TypedUser }
}

function none(): Refused {
  return new Refused(refusal(404, 'notFound', 'There is no such redaction.'))
}

function idOf(req: PayloadRequest): string {
  const id = req.routeParams?.id
  if (!isUuid(id)) throw none()
  return id
}

async function found(id: string): Promise<Redaction> {
  const redaction = await readRedaction(pool, id)
  if (redaction === null) throw none()
  return redaction
}

async function answerOf(req: PayloadRequest, redaction: Redaction): Promise<RedactionAnswer> {
  const { actor, user } = requireRedactor(req)
  const [answer] = await answersFor([redaction], actor)
  if (answer === undefined) throw none()
  if (redaction.words === null) return answer
  return { ...answer, found: await previewFor(req.payload, user, { forms: redaction.words, wholeWords: redaction.wholeWords }, redaction.collections) }
}

async function answersFor(redactions: readonly Redaction[], actor: Actor): Promise<RedactionAnswer[]> {
  const names = await namesOf(pool, redactions.flatMap(({ proposedBy, decidedBy }) => [proposedBy, ...(decidedBy === null ? [] : [decidedBy])]))
  const person = (id: string): Person => ({ id, name: names.get(id) ?? '' })
  return Promise.all(
    redactions.map(async ({ isBaked, ...redaction }) => {
      const isWaiting = redaction.state === 'proposed'
      const inTheWay = isWaiting ? whyNotConfirm(await actorById(pool, redaction.proposedBy), actor) : null
      return {
        ...redaction,
        proposedBy: person(redaction.proposedBy),
        decidedBy: redaction.decidedBy === null ? null : person(redaction.decidedBy),
        youMay: isWaiting ? [...(inTheWay === null ? ['confirm'] : []), 'cancel'] : [],
        whyNotConfirm: inTheWay === null ? null : { code: inTheWay.code, message: inTheWay.message },
        edition: redaction.state !== 'carriedOut' ? null : isBaked ? 'clean' : 'baking',
      } satisfies RedactionAnswer
    }),
  )
}

/** Waits until the edition shows none of it any more, for ten seconds at most; the worker goes on in any case. */
async function untilBaked({ publications }: CarriedOut): Promise<void> {
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; await wait(POLL_MS)) {
    const { rows } = await pool.query('select 1 from handbill.unbaked where publication = any($1) limit 1', [publications])
    if (rows.length === 0) return
  }
}
