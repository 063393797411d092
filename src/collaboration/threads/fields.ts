import type { FlattenedField } from 'payload'
import { isRecord } from '@/platform/requests/fields'

/** What nobody wrote, so that there is nothing to say about it. */
const KEPT_BY_THE_SYSTEM = new Set(['id', 'rev', 'savedBy', 'createdBy', 'createdAt', 'updatedAt', 'deletedAt', '_status', 'importKey'])
const WITH_WORDS = new Set(['text', 'textarea', 'richText'])

/** A field that a thread can be about, with its value in a document. `hasWords`: single words of it can be anchored. */
export type FieldOfDocument = { type: FlattenedField['type']; value: unknown; hasWords: boolean }

/**
 * The field of a document at a dotted path, or null where there is none. A row of a list goes by its id, not by its number,
 * which would be another row's after the rows were moved: `footnotes.<id>.text`.
 */
export function fieldAt(fields: readonly FlattenedField[], document: unknown, path: string): FieldOfDocument | null {
  const [name, ...rest] = path.split('.')
  const field = fields.find((one) => one.name === name)
  if (field === undefined || !isRecord(document) || KEPT_BY_THE_SYSTEM.has(field.name) || field.type === 'join') return null
  const value = document[field.name]
  if (rest.length === 0) return { type: field.type, value, hasWords: WITH_WORDS.has(field.type) && !('hasMany' in field && field.hasMany === true) }
  if (field.type === 'group' || field.type === 'tab') return fieldAt(field.flattenedFields, value, rest.join('.'))
  if (field.type !== 'array') return null
  const row = rowOf(value, rest[0])
  return row === null || rest.length === 1 ? null : fieldAt(field.flattenedFields, row, rest.slice(1).join('.'))
}

/** The value at a path, as far as the document has it. */
export function valueAt(document: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (Array.isArray(value) ? rowOf(value, name) : isRecord(value) ? value[name] : undefined), document)
}

/** The outermost field of a path with the value inside it replaced, as data of a save: `{ footnotes: […] }`. */
export function dataWith(document: Record<string, unknown>, path: string, value: unknown): Record<string, unknown> {
  const [name = '', ...rest] = path.split('.')
  return { [name]: within(document[name], rest, value) }
}

function within(current: unknown, path: readonly string[], value: unknown): unknown {
  const [name, ...rest] = path
  if (name === undefined) return value
  if (Array.isArray(current)) return current.map((row: unknown) => (isRecord(row) && row.id === name ? within(row, rest, value) : row))
  return { ...(isRecord(current) ? current : {}), [name]: within(isRecord(current) ? current[name] : undefined, rest, value) }
}

function rowOf(rows: unknown, id: string | undefined): Record<string, unknown> | null {
  const found: unknown = Array.isArray(rows) ? rows.find((row: unknown) => isRecord(row) && row.id === id) : undefined
  return isRecord(found) ? found : null
}
