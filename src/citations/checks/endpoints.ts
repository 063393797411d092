import type { CollectionConfig, Config, Endpoint, PayloadRequest } from 'payload'
import { inTransaction, pool } from '@/platform/database'
import { isUuid } from '@/review/definition'
import { lockDocument } from '@/review/store'
import { refusal, Refused } from '@/review/refusal'
import { answering, readBody, requireActor, requireDocument } from '@/review/request'
import { readableAmong } from '../brought-along'
import { citationNamed, citationsAnswer, languageOf, type AnsweredCitation, type CitationsAnswer, type StoredDocument } from './answer'
import { changeCitation, readChange } from './change'
import { recordCheck } from './check'
import { readLimit, uncheckedQueue } from './queue'
import { whyNotByRole } from './rights'
import { citedIn, writeMissingRows } from './store'
import { RESULTS, type Result } from './support'

/** What an act on one citation answers: that citation as it then stands, and how the whole document does. */
export type CitationAnswer = Omit<CitationsAnswer, 'citations'> & { citation: AnsweredCitation }

/** Adds the checking of what is cited to every collection that cites: a Payload plugin. */
export function checkingSupport(config: Config): Config {
  const collections = config.collections?.map((collection) => (collection.custom?.cites === undefined ? collection : withChecks(collection)))
  return { ...config, ...(collections === undefined ? {} : { collections }), endpoints: [...(config.endpoints ?? []), unchecked] }
}

/** `GET /api/citations/unchecked?after&limit`: for whoever may check sources. */
const unchecked: Endpoint = {
  path: '/citations/unchecked',
  method: 'get',
  handler: answering(async (req) => {
    const actor = requireActor(req)
    const byRole = whyNotByRole(actor, 'articles')
    if (byRole !== null) throw new Refused(byRole)
    const { after, limit } = req.query
    if (after !== undefined && typeof after !== 'string') throw new Refused(refusal(422, 'malformed', 'after must be text.', { field: 'after' }))
    return uncheckedQueue(req, { after: after ?? null, limit: readLimit(limit) })
  }),
}

function withChecks(collection: CollectionConfig): CollectionConfig {
  const { endpoints } = collection
  return { ...collection, endpoints: [...(endpoints === false || endpoints === undefined ? [] : endpoints), ...checkEndpoints(collection.slug)] }
}

/**
 * `GET /:id/citations/checks`; `POST /:id/citations/:key/check` with `{ result, note?, basis, capture? }`; and `PATCH /:id/citations/:key` with
 * the values of a citation that change, and `rev?`.
 */
function checkEndpoints(collection: string): Endpoint[] {
  return [
    {
      path: '/:id/citations/checks',
      method: 'get',
      handler: answering((req) => readCitations(req, collection)),
    },
    {
      path: '/:id/citations/:key/check',
      method: 'post',
      handler: answering(async (req) => {
        const actor = requireActor(req)
        const document = await requireDocument(req, collection)
        const key = keyIn(req)
        const body = await readBody(req, { result: { kind: 'choice', choices: RESULTS, isRequired: true }, note: { kind: 'text' }, basis: { kind: 'hash', isRequired: true }, capture: { kind: 'text' } })
        if (body.capture !== undefined && !isUuid(body.capture)) throw new Refused(refusal(422, 'malformed', 'capture must be the id of a copy.', { field: 'capture' }))
        await recordCheck({
          collection, document, key, actor, result: body.result as Result, basis: String(body.basis), note: words(body.note), capture: words(body.capture),
          isReadable: async (source) => (await readableAmong(req, 'sources', [source])).length > 0,
        })
        return answerFor(req, collection, document, key)
      }),
    },
    {
      path: '/:id/citations/:key',
      method: 'patch',
      handler: answering(async (req) => {
        requireActor(req)
        const document = await requireDocument(req, collection)
        const key = keyIn(req)
        await changeCitation(req, collection, document, key, await readChange(req))
        return answerFor(req, collection, await requireDocument(req, collection), key)
      }),
    },
  ]
}

/**
 * All that checking the citations of a document takes, of the one that the request's address names.
 *
 * @throws Refused: 401 where nobody is signed in, 404 where there is no such document, 403 where it isn't theirs to read.
 */
export async function readCitations(req: PayloadRequest, collection: string): Promise<CitationsAnswer> {
  const actor = requireActor(req)
  const document = await requireDocument(req, collection)
  await prepare(collection, document)
  return citationsAnswer(pool, req, actor, collection, document)
}

async function answerFor(req: PayloadRequest, collection: string, document: StoredDocument, key: string): Promise<CitationAnswer> {
  const { citations, ...rest } = await citationsAnswer(pool, req, requireActor(req), collection, document)
  return { ...rest, citation: citationNamed({ ...rest, citations }, key) }
}

/** Writes a document's rows where nothing is known yet of what they rest on. */
async function prepare(collection: string, document: StoredDocument): Promise<void> {
  const rows = await citedIn(pool, { collection, document: document.id })
  if (!rows.some(({ basis }) => basis === '')) return
  await inTransaction(async (tx) => {
    const row = await lockDocument(tx, collection, document.id)
    if (row?.rev === Number(document.rev ?? 0)) await writeMissingRows(tx, { collection, document: document.id }, document.body ?? document.context, { citations: document.citations, language: languageOf(document) })
  })
}

function keyIn(req: PayloadRequest): string {
  const { key } = req.routeParams ?? {}
  if (typeof key !== 'string' || key === '') throw new Refused(refusal(404, 'noSuchCitation', 'This text has no such citation.'))
  return key
}

function words(value: string | boolean | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
