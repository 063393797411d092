import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, CollectionBeforeChangeHook, CollectionBeforeOperationHook, CollectionConfig, Field, PayloadRequest } from 'payload'
import { ValidationError } from 'payload'
import { ulid } from 'ulid'
import { wantCapturesOfCited } from '@/captures/requests'
import { payloadSession } from '@/platform/database'
import { idOf } from '@/platform/relations'
import { isRecord } from '@/platform/requests/fields'
import { broughtAlong } from './brought-along'
import { findCitationProblem } from './check'
import { citationEndpoints } from './endpoints'
import { lift, marksIn } from './lift'
import { indexCitations } from './rows'
import { toStoredCitation, type StoredCitations } from './stored'

type TextField = 'body' | 'context'
type Document = { id: string; [field: string]: unknown }

const citationsField: Field = { name: 'citations', type: 'json', admin: { hidden: true } }

/** Where they are written: the component belongs to the desk and is named by path. */
const writing = (text: TextField): Field => ({ name: 'citing', type: 'ui', admin: { position: 'sidebar', components: { Field: { path: '/desk/citing/citing-field#CitingField', clientProps: { text } } } } })

/**
 * Gives a collection citations: its text holds only their keys, the document what they say, so that versions, restoring and
 * freezing keep both together; and every save writes them as rows, to be asked for by source. `text`: the field of rich text that cites.
 */
export function citing(collection: CollectionConfig, text: TextField): CollectionConfig {
  const { hooks = {} } = collection
  return {
    ...collection,
    hooks: {
      ...hooks,
      beforeOperation: [...(hooks.beforeOperation ?? []), liftOnWrite(text)],
      beforeChange: [...(hooks.beforeChange ?? []), keepCitations(text)],
      afterChange: [...(hooks.afterChange ?? []), writeRows(text)],
      afterDelete: [...(hooks.afterDelete ?? []), forgetCitations],
    },
    custom: { ...collection.custom, cites: text },
    // The browser gets this one alone.
    admin: { ...collection.admin, custom: { ...collection.admin?.custom, cites: true } },
    endpoints: [...(collection.endpoints === false || collection.endpoints === undefined ? [] : collection.endpoints), ...citationEndpoints(collection.slug)],
    fields: [writing(text), ...collection.fields, citationsField],
  }
}

/** Before Payload reads what a client sent: lifts out of the text what its marks say themselves, and refuses misshapen citations. */
function liftOnWrite(text: TextField): CollectionBeforeOperationHook {
  return ({ args, operation, collection, req }) => {
    if (operation !== 'create' && operation !== 'update') return args
    const data = (args as { data?: unknown }).data
    if (!isRecord(data)) return args
    const problem = findCitationProblem(data.citations, 'citations')
    if (problem !== null) throw new ValidationError({ collection: collection.slug, errors: [{ path: 'citations', message: `${problem.message} (${problem.path})` }] }, req.t)
    if (!isRecord(data[text])) return args
    const lifted = lift(data[text], (data.citations ?? {}) as StoredCitations, () => ulid())
    return lifted.text === data[text] ? args : { ...args, data: { ...data, [text]: lifted.text, citations: lifted.citations } }
  }
}

/**
 * Lays what came over what is kept: a key that isn't mentioned stays as it was, one that is null goes. A mark that was copied from
 * another document brings its citation along.
 */
function keepCitations(text: TextField): CollectionBeforeChangeHook {
  return async ({ collection, data, operation, originalDoc, req }) => {
    const original = operation === 'create' ? undefined : (originalDoc as Document)
    const kept: StoredCitations = {}
    for (const [key, given] of Object.entries({ ...((original?.citations ?? {}) as StoredCitations), ...((data.citations ?? {}) as Record<string, unknown>) })) {
      if (isRecord(given)) kept[key] = toStoredCitation(given)
    }
    const marks = marksIn(data[text] === undefined ? original?.[text] : data[text])
    const unknown = marks.filter(({ key }) => kept[key] === undefined).map(({ key }) => key)
    if (unknown.length > 0) {
      const elsewhere = await broughtAlong(req, unknown)
      for (const key of unknown) kept[key] = elsewhere.get(key) ?? {}
    }
    await requireSources(req, collection.slug, kept, (original?.citations ?? {}) as StoredCitations)
    return { ...data, citations: Object.keys(kept).length === 0 ? null : kept }
  }
}

async function requireSources(req: PayloadRequest, collection: string, citations: StoredCitations, before: StoredCitations): Promise<void> {
  const fresh = Object.entries(citations).filter(([key, { source }]) => source !== undefined && source !== before[key]?.source)
  if (fresh.length === 0) return
  const ids = [...new Set(fresh.map(([, { source }]) => source as string))]
  const { rows } = await payloadSession(req).query<{ id: string }>('select id::text from sources where id = any($1::uuid[])', [ids])
  const known = new Set(rows.map(({ id }) => id))
  const lost = fresh.find(([, { source }]) => !known.has(source as string))
  if (lost !== undefined) throw new ValidationError({ collection, errors: [{ path: 'citations', message: `The source that a citation names does not exist. (citations.${lost[0]}.source)` }] }, req.t)
}

function writeRows(text: TextField): CollectionAfterChangeHook {
  return async ({ collection, doc, previousDoc, req }) => {
    const [after, before] = [doc as Document, previousDoc as Document | undefined]
    if (after.citations == null && before?.citations == null) return doc
    await indexCitations(payloadSession(req), { collection: collection.slug, document: String(after.id) }, after[text], (after.citations ?? {}) as StoredCitations, typeof after.language === 'string' ? after.language : 'en', req.user?.id == null ? null : String(req.user.id))
    await wantCapturesOfCited(payloadSession(req), newlyCited(after.citations, before?.citations), idOf(req.user))
    return doc
  }
}

/** The sources that these citations name and those before did not. */
function newlyCited(after: unknown, before: unknown): string[] {
  const named = (citations: unknown): Set<string> => new Set(Object.values((citations ?? {}) as StoredCitations).flatMap(({ source }) => source ?? []))
  const known = named(before)
  return [...named(after)].filter((source) => !known.has(source))
}

/** What a document cited, and what was found of that, goes with it. */
const forgetCitations: CollectionAfterDeleteHook = async ({ collection, id, req }) => {
  const tx = payloadSession(req)
  const values = [collection.slug, String(id)]
  await tx.query(`select set_config('handbill.forgotten', $1, true)`, [String(id)])
  for (const table of ['citation_checks', 'citation_hands', 'citations']) await tx.query(`delete from handbill.${table} where collection = $1 and document = $2::uuid`, values)
}
