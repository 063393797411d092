import type { FlattenedField } from 'payload'
import { isUuid } from './definition'

export type ValueProblem = { field: string; message: string }

const MAX_DEPTH = 120
const MAX_CHARACTERS = 4_000_000
// Payload manages these itself.
const MANAGED = new Set(['id', 'createdAt', 'updatedAt', 'deletedAt', '_status'])

/**
 * The first value in `data` that can't be stored as what its field is, or null. Payload would store some of these
 * as text and answer others with a 500: objects as titles, NUL bytes, half surrogate pairs, identifiers that aren't.
 * Fields that the collection doesn't have are left for Payload to drop.
 */
export function problemIn(fields: readonly FlattenedField[], data: Record<string, unknown>): ValueProblem | null {
  for (const field of fields) {
    if (!('name' in field) || !(field.name in data) || MANAGED.has(field.name)) continue
    const message = problemOf(field, data[field.name])
    if (message !== null) return { field: field.name, message }
  }
  return null
}

function problemOf(field: FlattenedField, value: unknown): string | null {
  if (value === null || value === undefined) return null
  const text = problemOfText(value)
  if (text !== null) return text
  switch (field.type) {
    case 'text':
      return field.hasMany === true ? listOf(value, isText, 'a list of texts') : isText(value) ? null : 'This must be text.'
    case 'textarea':
    case 'email':
    case 'code':
      return isText(value) ? null : 'This must be text.'
    case 'select':
    case 'radio':
      return 'hasMany' in field && field.hasMany === true ? listOf(value, isText, 'a list of choices') : isText(value) ? null : 'This must be one of the choices.'
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : 'This must be a number.'
    case 'checkbox':
      return typeof value === 'boolean' ? null : 'This must be true or false.'
    case 'date':
      return (isText(value) || value instanceof Date) && !Number.isNaN(new Date(value as string).getTime()) ? null : 'This must be a date.'
    case 'relationship':
    case 'upload':
      return field.hasMany === true ? listOf(value, isReference, 'a list of identifiers') : isReference(value) ? null : 'This must be the identifier of a document.'
    case 'richText':
      return isObject(value) && isObject(value.root) ? null : 'This must be rich text.'
    case 'group':
      return isObject(value) ? nested(field.flattenedFields, value) : 'This must be an object.'
    case 'array':
      // The admin's form sends 0 for a list without rows.
      if (value === 0) return null
      return Array.isArray(value) ? (value.map((row: unknown) => (isObject(row) ? nested(field.flattenedFields, row) : 'Each row must be an object.')).find((message) => message !== null) ?? null) : 'This must be a list.'
    default:
      return null
  }
}

function nested(fields: readonly FlattenedField[], data: Record<string, unknown>): string | null {
  const problem = problemIn(fields, data)
  return problem === null ? null : `${problem.field}: ${problem.message}`
}

function listOf(value: unknown, holds: (item: unknown) => boolean, what: string): string | null {
  return Array.isArray(value) && value.every(holds) ? null : `This must be ${what}.`
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

// The form sends '' for a relationship that was emptied.
function isReference(value: unknown): boolean {
  const id = isObject(value) ? ('relationTo' in value ? value.value : value.id) : value
  return id === null || id === '' || isUuid(isObject(id) ? id.id : id)
}

/** What keeps any text inside a value from being stored, walked without recursion so that depth can't break it. */
function problemOfText(value: unknown): string | null {
  let characters = 0
  const left: [unknown, number][] = [[value, 0]]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [item, depth] = next
    if (typeof item === 'string') {
      characters += item.length
      if (characters > MAX_CHARACTERS) return 'This is too long.'
      if (item.includes('\u0000')) return 'This holds a character that can’t be stored (NUL).'
      if (!isWellFormed(item)) return 'This holds half a character, as of an emoji that was cut in two.'
    } else if (item !== null && typeof item === 'object') {
      if (depth > MAX_DEPTH) return 'This is nested too deeply.'
      for (const [key, inner] of Object.entries(item)) left.push([key, depth + 1], [inner, depth + 1])
    }
  }
  return null
}

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text)
}
