import type { FlattenedField, SanitizedConfig } from 'payload'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export function isUuid(value: unknown): boolean {
  return typeof value === 'string' && UUID.test(value)
}

/** An instant or a date that PostgreSQL and JavaScript both read, in the years 1 to 9999. */
export function isDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(value)) return false
  const time = Date.parse(value)
  return !Number.isNaN(time) && time > Date.UTC(1, 0, 1)
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

const ID_FIELD = { name: 'id', type: 'text' } as FlattenedField

/** What a dotted path leads to: a field, or null where there is none. Passes through groups, rows of arrays and relationships. */
export function fieldAt(config: Pick<SanitizedConfig, 'collections'>, fields: readonly FlattenedField[], path: string): FlattenedField | null {
  const [first, ...rest] = path.split('.')
  const field = first === 'id' ? ID_FIELD : (fields.find(({ name }) => name === first) ?? null)
  if (field === null || rest.length === 0) return field
  const below = rest.join('.')
  if ('flattenedFields' in field) return fieldAt(config, field.flattenedFields, below)
  if ('relationTo' in field && typeof field.relationTo === 'string') {
    const related = config.collections.find(({ slug }) => slug === field.relationTo)
    return related === undefined ? null : fieldAt(config, related.flattenedFields, below)
  }
  return null
}

/** The values that a select or radio field allows. */
export function optionsOf(field: FlattenedField): string[] {
  if (!('options' in field) || !Array.isArray(field.options)) return []
  return field.options.map((option) => (typeof option === 'string' ? option : option.value))
}
