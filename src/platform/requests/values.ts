import type { FlattenedField } from 'payload'
import { isDate, isRecord, isUuid } from './fields'
import { problem, type RequestProblem } from './problem'

const MAX_DEPTH = 200

// Half of a surrogate pair can't be encoded in UTF-8, and PostgreSQL stores no NUL.
const UNSTORABLE = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** Whether a text holds what no database can store: NUL, or half of a surrogate pair. */
export function isUnstorable(text: string): boolean {
  return UNSTORABLE.test(text)
}

/** The first text anywhere in `value` that can't be stored, by its dotted path; also what is nested too deeply to be meant. */
export function findUnstorable(value: unknown, path = '', depth = 0): RequestProblem | null {
  if (typeof value === 'string') return isUnstorable(value) ? problem(422, path, `“${path}” holds a character that can’t be stored (NUL, or half of a pair).`) : null
  if (value === null || typeof value !== 'object') return null
  if (depth > MAX_DEPTH) return problem(422, path.split('.')[0] ?? path, `“${path.split('.')[0]}” is nested too deeply.`)
  for (const [key, inner] of Object.entries(value)) {
    const at = path === '' ? key : `${path}.${key}`
    if (key === '__proto__' || isUnstorable(key)) return problem(422, path === '' ? 'body' : path, 'A name in this data can’t be used.')
    const found = findUnstorable(inner, at, depth + 1)
    if (found !== null) return found
  }
  return null
}

const isText = (value: unknown): boolean => typeof value === 'string'
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value)
const isId = (value: unknown): boolean => isUuid(value) || (isRecord(value) && isUuid(value.id))
const isReference = (value: unknown): boolean => isId(value) || (isRecord(value) && isText(value.relationTo) && isId(value.value))

// Payload fails on null for these; empty they are {} and [].
const NEVER_NULL = new Set<FlattenedField['type']>(['group', 'tab', 'array'])

/** By type of field: what one value of it must be, and how to say so. Types that aren't here are checked elsewhere. */
const KINDS: Partial<Record<FlattenedField['type'], [(value: unknown) => boolean, string]>> = {
  text: [isText, 'text'],
  textarea: [isText, 'text'],
  email: [isText, 'text'],
  code: [isText, 'text'],
  select: [isText, 'one of its options'],
  radio: [isText, 'one of its options'],
  number: [isNumber, 'a number'],
  checkbox: [(value) => typeof value === 'boolean', 'true or false'],
  date: [isDate, 'a date'],
  relationship: [isReference, 'the id of a document'],
  upload: [isReference, 'the id of a document'],
}

/** The first value in a document's data that is not of its field's kind; null if all are. Absent values are fine, and null ones but for groups and lists of rows. */
export function findWrongKind(fields: readonly FlattenedField[], data: Record<string, unknown>, path = ''): RequestProblem | null {
  for (const field of fields) {
    const value = data[field.name]
    const at = path === '' ? field.name : `${path}.${field.name}`
    if (value === null && NEVER_NULL.has(field.type)) return wrong(at, field.type === 'array' ? 'a list of objects' : 'an object')
    if (value === undefined || value === null) continue
    const found = wrongValue(field, value, at)
    if (found !== null) return found
  }
  return null
}

function wrongValue(field: FlattenedField, value: unknown, at: string): RequestProblem | null {
  if (field.type === 'group' || field.type === 'tab') return isRecord(value) ? findWrongKind(field.flattenedFields, value, at) : wrong(at, 'an object')
  if (field.type === 'array') return wrongRows(field.flattenedFields, value, at)
  const kind = KINDS[field.type]
  if (kind === undefined) return null
  const [isRight, name] = kind
  const isMany = 'hasMany' in field && field.hasMany === true
  // An empty choice arrives as '' from forms.
  if (value === '' && field.type !== 'number') return null
  if (!isMany) return isRight(value) ? null : wrong(at, name)
  return Array.isArray(value) && value.every(isRight) ? null : wrong(at, `a list, each entry ${name}`)
}

function wrongRows(fields: readonly FlattenedField[], value: unknown, at: string): RequestProblem | null {
  // The admin's form sends 0 for a list without rows.
  if (value === 0 || value === '0') return null
  if (!Array.isArray(value)) return wrong(at, 'a list of objects')
  for (const [index, row] of value.entries()) {
    const found = isRecord(row) ? findWrongKind(fields, row, `${at}.${index}`) : wrong(`${at}.${index}`, 'an object')
    if (found !== null) return found
  }
  return null
}

function wrong(path: string, kind: string): RequestProblem {
  return problem(422, path, `“${path}” must be ${kind}.`)
}
