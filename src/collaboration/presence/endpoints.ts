import { executeAuthStrategies, type CollectionSlug, type Config, type Endpoint, type PayloadHandler, type PayloadRequest } from 'payload'
import type { Actor } from '@/permissions/roles'
import { now } from '@/platform/clock'
import { pool } from '@/platform/database'
import { isUuid, tableOf, type Reviewed } from '@/review/definition'
import { refusal, Refused } from '@/review/refusal'
import { answering, refusalResponse, requireActor } from '@/review/request'
import { beat, leave, mayEdit } from './beat'
import { readBeat, readSession } from './body'
import { unsavedOf } from './store'
import { presenceStream } from './stream'
import { settle, takeOver } from './take-over'
import { presenceIn } from './view'

/** Longer ago than any request takes. */
const ENDED_BEFORE_S = -600

/**
 * Adds the endpoints of presence to every collection that is under review: a Payload plugin. Payload's own lock would shut the
 * second writer out and void itself at each save, so it ends before it begins (with no duration at all, whoever types in the very
 * moment of another still met it); to switch it off would change the tables.
 */
export function presence(config: Config): Config {
  const collections = config.collections?.map((collection) => {
    const definition = collection.custom?.reviewed as Reviewed | undefined
    if (definition === undefined) return collection
    return { ...collection, lockDocuments: { duration: ENDED_BEFORE_S }, endpoints: [...(collection.endpoints === false || collection.endpoints === undefined ? [] : collection.endpoints), ...presenceEndpoints(definition.collection)] }
  })
  return { ...config, ...(collections === undefined ? {} : { collections }) }
}

type Here = { req: PayloadRequest; actor: Actor; document: string }

/** A handler for somebody who is signed in and may read the document. */
function inDocument(collection: string, handle: (here: Here) => Promise<unknown>): PayloadHandler {
  return answering(async (req) => handle(await whereabouts(req, collection)))
}

async function whereabouts(req: PayloadRequest, collection: string): Promise<Here> {
  const actor = requireActor(req)
  const document = req.routeParams?.id
  if (!isUuid(document) || !(await exists(collection, document))) throw new Refused(refusal(404, 'notFound', 'There is no such document.'))
  if (!(await mayRead(req, collection, document))) throw new Refused(refusal(403, 'notYours', 'This is not yours to read.'))
  return { req, actor, document }
}

async function exists(collection: string, document: string): Promise<boolean> {
  const { rows } = await pool.query(`select 1 from ${tableOf(collection)} where id = $1`, [document])
  return rows.length === 1
}

async function mayRead({ payload, user }: Pick<PayloadRequest, 'payload' | 'user'>, collection: string, document: string): Promise<boolean> {
  if (user === null || user === undefined) return false
  try {
    const { totalDocs } = await payload.count({ collection: collection as CollectionSlug, where: { id: { equals: document } }, trash: true, overrideAccess: false, user })
    return totalDocs === 1
  } catch (error) {
    // By status and not by class: a bundle holds several copies of Payload's classes.
    if (error instanceof Error && 'status' in error && error.status === 403) return false
    throw error
  }
}

/** Whether whoever a request came from is still signed in and may still read the document. */
async function mayStay({ payload, headers }: PayloadRequest, collection: string, document: string): Promise<boolean> {
  const { user } = await executeAuthStrategies({ headers, payload })
  return mayRead({ payload, user }, collection, document)
}

function presenceEndpoints(collection: string): Endpoint[] {
  const post = (name: string, handle: (here: Here) => Promise<unknown>): Endpoint => ({ path: `/:id/presence${name}`, method: 'post', handler: inDocument(collection, handle) })
  const get = (name: string, handle: (here: Here) => Promise<unknown>): Endpoint => ({ path: `/:id/presence${name}`, method: 'get', handler: inDocument(collection, handle) })
  return [
    get('', ({ document }) => presenceIn(pool, collection, document, now())),
    post('', async ({ req, actor, document }) => beat(collection, document, actor, await readBeat(req, collection), now())),
    post('/leave', async ({ req, actor, document }) => {
      await leave(collection, document, actor, await readSession(req), now())
      return { left: true }
    }),
    post('/take-over', async ({ req, actor, document }) => {
      const committed = await takeOver(req, collection, document, actor, await readSession(req), now())
      return { committed, presence: await presenceIn(pool, collection, document, now()) }
    }),
    post('/settle', async ({ req, actor, document }) => {
      await settle(collection, document, actor, await readSession(req))
      return presenceIn(pool, collection, document, now())
    }),
    get('/left/:session', async ({ req, actor, document }) => {
      const session = req.routeParams?.session
      const found = isUuid(session) ? await unsavedOf(pool, collection, document, session) : null
      if (found === null) throw new Refused(refusal(404, 'nothingLeft', 'Nothing was left unsaved there.'))
      if (found.person !== actor.id && !(await mayEdit(collection, document, actor))) throw new Refused(refusal(403, 'mayNotEdit', 'This is for its writer to see, and for whoever may edit the document.'))
      return { ...found, at: found.at.toISOString() }
    }),
    { path: '/:id/presence/stream', method: 'get', handler: streaming(collection) },
  ]
}

/** The stream of a document's presence, or why there is none. */
function streaming(collection: string): PayloadHandler {
  return async (req) => {
    try {
      const { actor, document } = await whereabouts(req, collection)
      const response = await presenceStream({ req, collection, document, person: actor.id, look: () => presenceIn(pool, collection, document, now()), mayStay: () => mayStay(req, collection, document) })
      return response ?? Response.json({ errors: [{ name: 'Refused', message: 'You have enough windows open. This one asks from time to time instead.', data: { code: 'tooManyStreams' } }] }, { status: 429, headers: { 'Cache-Control': 'no-store' } })
    } catch (error) {
      if (error instanceof Refused) return refusalResponse(error.refusal)
      throw error
    }
  }
}
