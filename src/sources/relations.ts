import { APIError, type ArrayField, type CollectionBeforeChangeHook, type FilterOptions, type Where } from 'payload'
import { payloadSession } from '@/platform/database'
import { idOf } from '@/platform/relations'
import { RELATION_TYPES, type RelationType } from '@/record/projections'

const WORDS: Record<RelationType, { en: string; ar: string }> = {
  reposts: { en: 'Reposts', ar: 'يعيد نشر' },
  translates: { en: 'Translates', ar: 'يترجم' },
  quotes: { en: 'Quotes', ar: 'يقتبس من' },
  repliesTo: { en: 'Replies to', ar: 'يردّ على' },
  updates: { en: 'Updates', ar: 'يحدّث' },
  derivedFrom: { en: 'Is derived from', ar: 'مأخوذ عن' },
}
const MOST = 50
/** Of these no work can, by way of others, be its own origin. */
const ONE_WAY: readonly RelationType[] = ['translates', 'derivedFrom']
const DEEPEST = 100

// A record that was merged into another one is found by nobody who looks for a source.
const notMerged: FilterOptions = ({ id }) => {
  const others: Where[] = id === undefined ? [] : [{ id: { not_equals: id } }]
  return { and: [{ mergedInto: { exists: false } }, ...others] }
}

export const relationsField: ArrayField = {
  name: 'relations',
  type: 'array',
  maxRows: MOST,
  label: { en: 'Comes from, or speaks of', ar: 'مصدره أو ما يتناوله' },
  labels: { singular: { en: 'Relation', ar: 'علاقة' }, plural: { en: 'Relations', ar: 'علاقات' } },
  admin: { initCollapsed: true },
  fields: [{ type: 'row', fields: [
    { name: 'type', type: 'select', label: { en: 'How', ar: 'كيف' }, options: RELATION_TYPES.map((value) => ({ value, label: WORDS[value] })) },
    { name: 'source', type: 'relationship', relationTo: 'sources', maxDepth: 0, label: { en: 'Source', ar: 'المصدر' }, filterOptions: notMerged },
  ] }],
}

type Relation = { type?: unknown; source?: unknown }

/** Before a save: refuses a work that relates to itself, or that would be its own origin by way of others (422, with the field). */
export const keepRelations: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  if (!Array.isArray(data.relations) || operation === 'create') return data
  const { id, relations: before } = originalDoc as { id: string; relations?: Relation[] | null }
  const relations = data.relations as Relation[]
  const refuse = (index: number, message: string): never => {
    const field = `relations.${index}.source`
    throw new APIError(message, 422, { field, errors: [{ path: field, message }] }, true)
  }
  relations.forEach(({ source }, index) => {
    if (idOf(source) === id) refuse(index, 'A source can’t come from itself.')
  })
  const known = new Set((before ?? []).map(({ type, source }) => `${String(type)} ${idOf(source)}`))
  for (const [index, { type, source }] of relations.entries()) {
    const target = idOf(source)
    if (target === null || !ONE_WAY.some((each) => each === type) || known.has(`${String(type)} ${target}`)) continue
    const tx = payloadSession(req)
    // Two saves at the same moment could each close half of a circle.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', ['relations of sources'])
    const { rows } = await tx.query(
      `with recursive origins (id, depth) as (
         select $1::uuid, 0
         union
         select r.source_id, o.depth + 1 from origins o join sources_relations r on r._parent_id = o.id where r.type::text = $2 and o.depth < ${DEEPEST} and r.source_id is not null
       ) select from origins where id = $3 limit 1`,
      [target, type, id],
    )
    if (rows.length > 0) refuse(index, 'That one comes, by way of others, from this one.')
  }
  return data
}
