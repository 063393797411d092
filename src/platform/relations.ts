/** The id of a relationship, populated or not; null where there is none. */
export function idOf(relation: unknown): string | null {
  if (typeof relation === 'string') return relation === '' ? null : relation
  if (relation !== null && typeof relation === 'object' && 'id' in relation && typeof relation.id === 'string') return relation.id
  return null
}

/** The ids of a has-many relationship, in order, without gaps. */
export function idsOf(relations: unknown): string[] {
  return Array.isArray(relations) ? relations.map(idOf).filter((id) => id !== null) : []
}
