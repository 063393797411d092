import type { Publication } from './publication'

/**
 * A publication as readers get it once sources that it names were merged: each is named by the record that took it in, so that it
 * has one number and one entry. What is frozen stays as it is; `survivors` has the ids by those that were merged.
 */
export function withSurvivors<P extends Publication>(publication: P, survivors: Readonly<Record<string, string>>): P {
  const projection = renamed(publication.projection, survivors) as P['projection']
  if (publication.collection !== 'sources' || !('relations' in projection)) return { ...publication, projection }
  const relations = projection.relations?.filter(({ source }) => source !== publication.document)
  return { ...publication, projection: { ...projection, relations } }
}

/** Sources are named by the property `source` wherever they are, and by links to documents of this site. */
function renamed(value: unknown, survivors: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, survivors))
  if (value === null || typeof value !== 'object') return value
  const isReference = 'type' in value && value.type === 'reference'
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, typeof inner === 'string' && (name === 'source' || (isReference && name === 'document')) ? (survivors[inner] ?? inner) : renamed(inner, survivors)]),
  )
}
