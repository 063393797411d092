import type { CollectionSlug } from 'payload'
import type { Answered, Desk, Parsed, Person } from '../../support/desk'
import { citationNode, lexical, picture, textNode, uploadForm, type Newsroom } from '../../support/newsroom'

/** What somebody tries: `verb` on the document `id` of `collection` (none where something is created). */
export type Attempt = { desk: Desk; newsroom: Newsroom; person: Person | null; collection: string; verb: string; id: string; fresh: Record<string, unknown>; version: string }

/** What came of it: a status as HTTP has them, and whether the effect that the verb promises was seen. */
export type Outcome = { status: number; isDone: boolean; said: string }

/** Verbs that leave everything as it was. */
export const READS = new Set(['read', 'list', 'count', 'versions', 'version', 'review', 'checks', 'list-trashed', 'file', 'see-email', 'find-by-email', 'read-global', 'list-all', 'list-copies', 'read-copy', 'read-link', 'read-verification'])

/** The title-like field of each collection that isn't called `title`. */
const NAMES: Record<string, string> = { media: 'alt', users: 'name', 'content-warnings': 'iptc', publications: 'title' }
let changes = 0

/** A change that belongs to no slot's subject: an address, or the plain name where there is none. */
function change(collection: string): Record<string, unknown> {
  changes += 1
  const name = NAMES[collection] ?? 'slug'
  return { [name]: name === 'iptc' ? ['death', 'violence'] : `changed-${changes}` }
}

/** Changes of one slot's subject, by verb. Those of texts: care's warnings, copy's wording, sources' citations. */
async function changeFor(verb: string, { collection, newsroom }: Attempt): Promise<Record<string, unknown>> {
  changes += 1
  switch (verb) {
    case 'edit-warnings':
      return { warningReview: 'assessedNone', warnings: [] }
    case 'edit-wording':
      return collection === 'social-posts' ? { text: `Reworded ${changes}.` } : { standfirst: `Reworded ${changes}.` }
    case 'edit-citation': {
      const source = (await newsroom.complete('articles')).body as { root: { children: { children: { fields?: { source?: string } }[] }[] } }
      const cited = source.root.children[0]?.children[1]?.fields?.source
      return { body: lexical([textNode('A claim.'), citationNode({ key: 'aaaaaaaa', source: cited, quote: `Other words ${changes}` })], 'And a second paragraph.') }
    }
    case 'make-private':
      return { visibility: 'private' }
    case 'take-roles':
    case 'give-roles':
      return { roles: ['publisher', 'administrator'] }
    case 'set-password':
      return { password: 'another-long-password' }
    default:
      return change(collection)
  }
}

const REVIEW_CALLS: Record<string, [string, Record<string, unknown>]> = {
  submit: ['review/submit', {}],
  cancel: ['review/cancel', { reason: 'A test.' }],
  ask: ['review/request-changes', { comment: 'Please look again.' }],
  publish: ['publishing/publish', {}],
  withdraw: ['publishing/withdraw', { reason: 'A test.', publicNote: 'Withdrawn for a test.' }],
  'ask-copy': ['captures', {}],
  verify: ['verification', { result: 'disputed', note: 'A test.' }],
  'lock-link': ['link', { lock: 'dead', note: 'A test.' }],
  unmerge: ['unmerge', {}],
}

/** Tries it over REST, through the API's own route handlers. */
export async function overRest(attempt: Attempt): Promise<Outcome> {
  const { desk, person, collection, verb, id, fresh, version } = attempt
  const at = `/${collection}`
  const one = `${at}/${id}`
  const named = `${at}?where[id][in][0]=${id}`
  const call = (line: string, body?: unknown) => desk.rest(person, line, body === undefined ? {} : { body })
  const done = (answered: Answered, isDone: (body: Parsed) => boolean = () => true): Outcome => ({
    status: answered.status,
    isDone: answered.status < 300 && isDone(answered.body),
    said: answered.text.slice(0, 200),
  })
  if (verb.startsWith('sign-')) {
    const slot = verb.slice('sign-'.length)
    return done(await call(`POST ${one}/review/sign-off`, { slot }), (body) => body.run.slots.some((each: Parsed) => each.slot === slot && each.signOffs.some((signOff: Parsed) => signOff.standing)))
  }
  const reviewCall = REVIEW_CALLS[verb]
  if (reviewCall !== undefined) return done(await call(`POST ${one}/${reviewCall[0]}`, reviewCall[1]))
  switch (verb) {
    case 'create':
    case 'create-private':
      if (collection === 'media') return done(await desk.rest(person, `POST ${at}`, { raw: uploadForm(fresh, { bytes: await picture(), name: 'a.jpg', type: 'image/jpeg' }) }), (body) => body.doc.id !== undefined)
      return done(await call(`POST ${at}`, { ...fresh, ...(verb === 'create-private' ? { visibility: 'private', publicLabel: 'Somebody' } : {}) }), (body) => body.doc.id !== undefined)
    case 'read':
      return done(await call(`GET ${one}?depth=1`), (body) => body.id === id)
    case 'list':
      return done(await call(`GET ${at}?where[id][equals]=${id}`), (body) => body.docs.some((doc: Parsed) => doc.id === id))
    case 'list-trashed':
      return done(await call(`GET ${at}?trash=true&where[id][equals]=${id}`), (body) => body.docs.some((doc: Parsed) => doc.id === id))
    case 'list-all':
      return done(await call(`GET ${at}?limit=100`), (body) => body.docs.length > 0)
    case 'count':
      return done(await call(`GET ${at}/count?where[id][equals]=${id}`), (body) => body.totalDocs === 1)
    case 'versions':
      return done(await call(`GET ${at}/versions?where[parent][equals]=${id}`), (body) => body.docs.length > 0)
    case 'version':
      return done(await call(`GET ${at}/versions/${version}`), (body) => body.parent === id)
    case 'review':
      return done(await call(`GET ${one}/review`), (body) => body.document.id === id)
    case 'checks':
      return done(await call(`GET ${one}/citations/checks`), (body) => body.citations.length === 1)
    case 'check': {
      const basis = await basisOf(attempt)
      return done(await call(`POST ${one}/citations/aaaaaaaa/check`, { result: 'supports', basis }), (body) => body.citation.support === 'supports')
    }
    case 'patch-cited': {
      const quote = `Other words ${(changes += 1)}`
      return done(await call(`PATCH ${one}/citations/aaaaaaaa`, { quote }), (body) => body.citation.quote === quote)
    }
    case 'list-copies':
      return done(await call(`GET ${one}/captures`), (body) => body.captures.length === 1)
    case 'read-copy':
      return done(await call(`GET /captures/${await copyOf(attempt)}/text`), (body) => body.text === COPIED_WORDS)
    case 'upload-copy': {
      const form = new FormData()
      form.append('file', new Blob(['Words of a copy.'], { type: 'text/plain' }), 'copy.txt')
      return done(await desk.rest(person, `POST ${one}/captures/upload`, { raw: form }), (body) => body.capture !== undefined)
    }
    case 'revoke-copy':
      return done(await call(`POST /captures/${await copyOf(attempt)}/revoke`, { reason: 'A test.' }), (body) => body.revoked !== undefined)
    case 'read-link':
      return done(await call(`GET ${one}/link`), (body) => body.state === 'unknown')
    case 'read-verification':
      return done(await call(`GET ${one}/verification`), (body) => Array.isArray(body.verifications))
    case 'merge': {
      const [twin] = await attempt.newsroom.sql<{ id: string }>('select id from sources where title = $1', [twinOf(id)])
      return done(await call(`POST ${one}/merge`, { into: twin?.id }), (body) => body.merged === id)
    }
    case 'file': {
      const [row] = await attempt.newsroom.sql<{ filename: string }>('select filename from media where id = $1', [id])
      return done(await call(`GET ${at}/file/${row?.filename}`), () => true)
    }
    case 'see-email':
      return done(await call(`GET ${one}`), (body) => typeof body.email === 'string')
    case 'find-by-email': {
      const [row] = await attempt.newsroom.sql<{ email: string }>('select email from users where id = $1', [id])
      return done(await call(`GET ${at}?where[email][equals]=${row?.email}`), (body) => body.docs.length > 0)
    }
    case 'restore':
      return done(await call(`POST ${at}/versions/${version}`))
    case 'duplicate':
      return done(await call(`POST ${one}/duplicate`), (body) => body.doc.id !== id)
    case 'trash':
      return done(await call(`PATCH ${one}`, { deletedAt: new Date().toISOString() }), (body) => body.doc.deletedAt !== null)
    case 'untrash':
      return done(await call(`PATCH ${one}?trash=true`, { deletedAt: null }), (body) => body.doc.deletedAt == null)
    case 'delete':
      return done(await call(`DELETE ${one}`))
    case 'bulk-delete':
      return done(await call(`DELETE ${named}`), (body) => body.docs.length === 1)
    case 'bulk-update':
      return done(await call(`PATCH ${named}`, change(collection)), (body) => body.docs.length === 1)
    case 'unlock':
      return done(await call(`POST ${at}/unlock`, { email: (await attempt.newsroom.sql<{ email: string }>('select email from users where id = $1', [id]))[0]?.email }))
    case 'read-global':
      return done(await call(`GET /globals/${collection}`), (body) => Array.isArray(body.languages))
    case 'update-global':
      return done(await call(`POST /globals/${collection}`, { licence: `Licence ${(changes += 1)}` }))
    default: {
      const data = await changeFor(verb, attempt)
      return done(await call(`PATCH ${one}`, data), (body) => hasTaken(body.doc, data))
    }
  }
}

async function basisOf({ newsroom, id }: Attempt): Promise<string> {
  const [row] = await newsroom.sql<{ basis: string }>('select basis from handbill.citations where document::text = $1', [id])
  return row?.basis ?? '0'.repeat(64)
}

/** What the copy of a fixture says. */
export const COPIED_WORDS = 'The words of a copy.'

/** The title of the record that a fixture is to be merged into. */
export function twinOf(id: string): string {
  return `The same work as ${id}`
}

async function copyOf({ newsroom, id }: Attempt): Promise<string> {
  const [row] = await newsroom.sql<{ id: string }>('select id from handbill.captures where source::text = $1', [id])
  return row?.id ?? ''
}

/** Verbs that the Local API has too. */
export const LOCAL = new Set([
  'create', 'create-private', 'read', 'list', 'list-trashed', 'count', 'versions', 'version', 'see-email', 'find-by-email', 'duplicate', 'trash', 'untrash', 'delete', 'bulk-delete',
  'bulk-update', 'update', 'edit-warnings', 'edit-wording', 'edit-citation', 'make-private', 'take-roles', 'give-roles', 'read-global', 'update-global',
])

/** Tries it with Payload's Local API under the person's own rights. */
export async function overLocal(attempt: Attempt): Promise<Outcome> {
  const { desk, person, id, verb, fresh, version } = attempt
  const { payload } = desk
  const collection = attempt.collection as CollectionSlug
  const rights = { depth: 0, ...(person === null ? {} : { user: person.user }) } as const
  const where = { id: { in: [id] } }
  const run = async (): Promise<boolean> => {
    switch (verb) {
      case 'create':
      case 'create-private': {
        const bytes = await picture()
        const file = collection === 'media' ? { file: { data: bytes, name: 'a.jpg', mimetype: 'image/jpeg', size: bytes.length } } : {}
        const data = { ...fresh, ...(verb === 'create-private' ? { visibility: 'private' } : {}) }
        return (await payload.create({ collection, data: data as never, ...file, ...rights, overrideAccess: false })).id !== undefined
      }
      case 'read':
        return (await payload.findByID({ collection, id, ...rights, overrideAccess: false })).id === id
      case 'list':
        return (await payload.find({ collection, where: { id: { equals: id } }, ...rights, overrideAccess: false })).docs.length === 1
      case 'list-trashed':
        return (await payload.find({ collection, where: { id: { equals: id } }, trash: true, ...rights, overrideAccess: false })).docs.length === 1
      case 'count':
        return (await payload.count({ collection, where: { id: { equals: id } }, ...rights, overrideAccess: false })).totalDocs === 1
      case 'versions':
        return (await payload.findVersions({ collection, where: { parent: { equals: id } }, ...rights, overrideAccess: false })).docs.length > 0
      case 'version':
        return (await payload.findVersionByID({ collection, id: version, ...rights, overrideAccess: false })).parent === id
      case 'see-email':
        return typeof ((await payload.findByID({ collection, id, ...rights, overrideAccess: false })) as { email?: unknown }).email === 'string'
      case 'find-by-email': {
        const [row] = await attempt.newsroom.sql<{ email: string }>('select email from users where id = $1', [id])
        return (await payload.find({ collection, where: { email: { equals: row?.email } }, ...rights, overrideAccess: false })).docs.length > 0
      }
      case 'duplicate':
        return (await payload.duplicate({ collection, id, ...rights, overrideAccess: false })).id !== id
      case 'trash':
        return ((await payload.update({ collection, id, data: { deletedAt: new Date().toISOString() } as never, ...rights, overrideAccess: false })) as { deletedAt?: unknown }).deletedAt != null
      case 'untrash':
        return ((await payload.update({ collection, id, data: { deletedAt: null } as never, trash: true, ...rights, overrideAccess: false })) as { deletedAt?: unknown }).deletedAt == null
      case 'delete':
        return (await payload.delete({ collection, id, ...rights, overrideAccess: false })).id === id
      case 'bulk-delete':
        return failUnless(await payload.delete({ collection, where, ...rights, overrideAccess: false }))
      case 'bulk-update':
        return failUnless(await payload.update({ collection, where, data: change(collection) as never, ...rights, overrideAccess: false }))
      case 'read-global':
        return Array.isArray((await payload.findGlobal({ slug: 'site-settings', ...rights, overrideAccess: false })).languages)
      case 'update-global':
        return (await payload.updateGlobal({ slug: 'site-settings', data: { licence: `Licence ${(changes += 1)}` }, ...rights, overrideAccess: false })).licence === `Licence ${changes}`
      default: {
        const data = await changeFor(verb, attempt)
        return hasTaken((await payload.update({ collection, id, data: data as never, ...rights, overrideAccess: false })) as unknown as Record<string, unknown>, data)
      }
    }
  }
  try {
    return { status: 200, isDone: await run(), said: '' }
  } catch (error) {
    return { status: (error as { status?: number }).status ?? 500, isDone: false, said: String(error).slice(0, 200) }
  }
}

function failUnless(result: { docs: unknown[]; errors: { message: string }[] }): boolean {
  return result.docs.length === 1 && result.errors.length === 0
}

/** Whether an answered document holds what was sent; a password is never answered, so it counts as taken. */
function hasTaken(doc: Record<string, unknown>, sent: Record<string, unknown>): boolean {
  return Object.entries(sent).every(([name, value]) => {
    if (name === 'password') return true
    if (name === 'body') return JSON.stringify([doc.body, doc.citations]).includes('Other words')
    if (name === 'roles') return [...(doc.roles as string[])].sort().join() === [...(value as string[])].sort().join()
    return JSON.stringify(doc[name]) === JSON.stringify(value)
  })
}
