import type { Endpoint, PayloadRequest } from 'payload'
import { can } from '@/permissions/can'
import { database } from '@/platform/database'
import { inPayloadTransaction } from '@/platform/payload-transaction'
import { LANGUAGES } from '@/publishing/languages'
import { slugify } from '@/publishing/slugs'
import type { SourceKind } from '@/record/projections'
import { refusal, Refused } from '@/review/refusal'
import { answering, readBody, requireActor } from '@/review/request'
import type { Archive, Link, LinkWarning } from './addresses/link'
import { findWork, type FoundSource, type WorkKeys } from './find'
import { readDoi, readIsbn } from './identifiers'
import { ORIGIN, type Origins } from './origins'
import { readLink } from './addresses/normalise'
import { readableAddress, readAddress, sourceKindOf } from './web-addresses'

/** What is made of a link, DOI or ISBN: its keys to look by, and the fields of a new record. */
type Given = { keys: WorkKeys; fields: Record<string, unknown>; link: Link | null; origins: Origins }

/** `isNew`: it was made for this link. `stripped`: parameters that were taken off, as they only say who shared it. */
export type LinkedAnswer = {
  source: FoundSource
  isNew: boolean
  stripped: string[]
  warnings: LinkWarning[]
  archive: Archive | null
  locator: Link['locator'] | null
  quote: string | null
}

const TRIES = 4
const TITLE_LENGTH = 300

/** `POST /api/sources/from-link`: the record of what a link, DOI or ISBN leads to, found or made. Many who ask at once get one record. */
export const fromLink: Endpoint = {
  path: '/from-link',
  method: 'post',
  handler: answering(async (req): Promise<LinkedAnswer> => {
    const actor = requireActor(req)
    const right = can(actor, 'create', { collection: 'sources' })
    if (!right.allowed) throw new Refused(refusal(403, right.why.code, right.why.message))
    const body = await readBody(req, { link: { kind: 'text', isRequired: true }, title: { kind: 'text' }, language: { kind: 'choice', choices: LANGUAGES.map(({ value }) => value) } })
    const given = readGiven(String(body.link))
    const title = typeof body.title === 'string' ? body.title.slice(0, TITLE_LENGTH) : ''
    const named = { ...given.fields, ...(title === '' ? {} : { title }), ...(body.language === undefined ? {} : { language: body.language }) }
    const origins = title === '' ? given.origins : { ...given.origins, title: 'human' as const }
    const { source, isNew } = await findOrMake(req, { ...given, fields: named, origins })
    const { link } = given
    return { source, isNew, stripped: link?.stripped ?? [], warnings: link?.warnings ?? [], archive: link?.archive ?? null, locator: link?.locator ?? null, quote: link?.quote ?? null }
  }),
}

/** @throws Refused (422) for what is neither a link nor a DOI nor an ISBN. */
function readGiven(words: string): Given {
  const doi = readDoi(words)
  if (doi !== null && !/^https?:/i.test(words)) return { keys: { doiKey: doi, urlKey: `doi:${doi}` }, link: null, ...fresh({ title: `doi:${doi}`, kind: 'paper', doi }) }
  const isbn = readIsbn(words)
  if (isbn !== null) return { keys: { isbn }, link: null, ...fresh({ title: `ISBN ${isbn}`, kind: 'book', isbn }) }
  const link = readLink(words)
  if ('problem' in link) throw new Refused(refusal(422, link.problem, link.message.en, { field: 'link', messages: link.message }))
  const url = link.archive?.original ?? link.url
  const postKey = link.platform === undefined || link.postId === undefined ? undefined : `${link.platform}:${link.postId}`
  const keys: WorkKeys = { urlKey: link.key, ...(link.doi === undefined ? {} : { doiKey: link.doi }), ...(postKey === undefined ? {} : { postKey }), ...(link.isbn === undefined ? {} : { isbn: link.isbn }) }
  return { keys, link, ...fresh({ title: link.doi === undefined ? readableAddress(url) : `doi:${link.doi}`, kind: kindOf(url), url: link.url }) }
}

function kindOf(url: string): SourceKind {
  const address = readAddress(url, url)
  return address.kind === 'web' ? sourceKindOf(address) : 'webpage'
}

/** The fields of a record that only an address speaks for: whatever the page says of itself is better. */
function fresh(fields: { title: string; kind: SourceKind; url?: string; doi?: string; isbn?: string }): { fields: Record<string, unknown>; origins: Origins } {
  return { fields: { ...fields, title: fields.title.slice(0, TITLE_LENGTH) }, origins: { title: 'address', kind: 'address', doi: 'address', isbn: 'address' } }
}

async function findOrMake(req: PayloadRequest, given: Given): Promise<{ source: FoundSource; isNew: boolean }> {
  for (let tried = 0; ; tried += 1) {
    const known = await findWork(database(), given.keys)
    if (known !== null) return { source: known, isNew: false }
    try {
      return { source: await make(req, given), isNew: true }
    } catch (error) {
      // Somebody made the same record, or took the same address for another one, between the look and the save.
      if (tried >= TRIES || !isTaken(error)) throw error
    }
  }
}

async function make(req: PayloadRequest, given: Given): Promise<FoundSource> {
  return inPayloadTransaction(req, async (tx) => {
    // Pages of one title are given addresses here one after the other.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`source titled ${slugify(String(given.fields.title))}`])
    req.context[ORIGIN] = given.origins
    try {
      const made = await req.payload.create({ collection: 'sources', data: given.fields as never, depth: 0, overrideAccess: false, user: req.user, req })
      return { id: made.id, title: made.title ?? '', kind: made.kind ?? 'webpage', url: made.url ?? null, citedIn: 0 }
    } finally {
      delete req.context[ORIGIN]
    }
  })
}

function isTaken(error: unknown): boolean {
  const { status, data } = error as { status?: number; data?: { code?: string; errors?: { path?: string }[] } }
  return status === 409 || (status === 400 && (data?.errors ?? []).some(({ path }) => /slug|key/i.test(path ?? '')))
}
