import type { FlattenedField, SanitizedConfig } from 'payload'
import { validOperators } from 'payload/shared'
import { fieldAt, isDate, isRecord, isUuid, optionsOf } from './fields'
import { problem, type RequestProblem } from './problem'
import { findUnstorable } from './values'

export type Query = Record<string, unknown>

const MAX_CONDITIONS = 200
const MAX_DEPTH = 8
export const MAX_BULK = 500

const FLAGS = ['autosave', 'draft', 'trash', 'overrideLock', 'pagination', 'flattenLocales', 'publishAllLocales', 'unpublishAllLocales'] as const

/** Whole numbers that a query may carry: the least and the greatest of each. */
const NUMBERS = { limit: [0, 1_000], page: [1, 1_000_000], depth: [0, 10] } as const

/** The first parameter of a query that Payload could not make sense of, or null. `fields` are those of the collection that is asked. */
export function findQueryProblem(config: Pick<SanitizedConfig, 'collections'>, fields: readonly FlattenedField[], query: Query): RequestProblem | null {
  const unstorable = findUnstorable(query)
  if (unstorable !== null) return unstorable
  for (const [name, [least, most]] of Object.entries(NUMBERS)) {
    const value = query[name]
    if (value === undefined) continue
    if (typeof value !== 'string' || !/^\d{1,9}$/.test(value) || Number(value) < least || Number(value) > most) return problem(422, name, `“${name}” must be a whole number from ${least} to ${most}.`)
  }
  for (const name of FLAGS) {
    const value = query[name]
    if (value !== undefined && value !== 'true' && value !== 'false') return problem(422, name, `“${name}” must be true or false.`)
  }
  return findSortProblem(config, fields, query.sort) ?? findShapeProblem(query) ?? findWhereProblem(config, fields, query.where)
}

/** What versions have beside the fields of their collection, and what relations of any kind may be sorted by. */
const ALWAYS_SORTABLE = new Set(['id', 'createdAt', 'updatedAt', 'parent', 'latest', 'autosave', '_order'])

function findSortProblem(config: Pick<SanitizedConfig, 'collections'>, fields: readonly FlattenedField[], sort: unknown): RequestProblem | null {
  if (sort === undefined || sort === '') return null
  const names = typeof sort === 'string' ? sort.split(',') : sort
  const isRight = (name: unknown): boolean => {
    if (typeof name !== 'string' || !/^-?\w+(\.\w+)*$/.test(name)) return false
    const path = name.replace(/^-/, '').replace(/^version\./, '')
    return fields.length === 0 || ALWAYS_SORTABLE.has(path) || fieldAt(config, fields, path) !== null
  }
  return Array.isArray(names) && names.every(isRight) ? null : problem(422, 'sort', '“sort” must be the name of a field, with a minus before it for descending.')
}

function findShapeProblem(query: Query): RequestProblem | null {
  for (const name of ['select', 'populate', 'joins']) {
    const value = query[name]
    if (value !== undefined && value !== '' && value !== 'false' && !isRecord(value)) return problem(422, name, `“${name}” must name fields, as in ${name}[title]=true.`)
  }
  return null
}

/** `where` as an object, whether it came as `where[…]` or as JSON. */
function readWhere(where: unknown): Record<string, unknown> | RequestProblem | null {
  if (where === undefined || where === '') return null
  if (typeof where === 'string') {
    try {
      const parsed: unknown = JSON.parse(where)
      if (isRecord(parsed)) return parsed
    } catch {
      // Answered below, as anything else that is no condition.
    }
    return problem(400, 'where', '“where” is neither conditions nor JSON.')
  }
  return isRecord(where) ? where : problem(422, 'where', '“where” must be conditions, as in where[title][equals]=x.')
}

function isProblem(value: Record<string, unknown> | RequestProblem): value is RequestProblem {
  return typeof value.status === 'number' && typeof value.message === 'string'
}

/** The first condition of `where` that is malformed, asks a field what it can't answer, or compares it with what it can't hold. */
export function findWhereProblem(config: Pick<SanitizedConfig, 'collections'>, fields: readonly FlattenedField[], where: unknown): RequestProblem | null {
  const read = readWhere(where)
  if (read === null) return null
  if (isProblem(read)) return read
  let count = 0

  const check = (conditions: unknown, at: string, depth: number): RequestProblem | null => {
    if (!isRecord(conditions)) return problem(422, at, `“${at}” must be conditions, as in where[title][equals]=x.`)
    if (depth > MAX_DEPTH) return problem(422, at, '“where” is nested too deeply.')
    for (const [name, value] of Object.entries(conditions)) {
      const here = `${at}[${name}]`
      const found = name.toLowerCase() === 'and' || name.toLowerCase() === 'or' ? checkList(value, here, depth) : checkField(name, value, here)
      if (found !== null) return found
    }
    return null
  }
  const checkList = (list: unknown, at: string, depth: number): RequestProblem | null => {
    if (!Array.isArray(list)) return problem(422, at, `“${at}” must be a list of conditions.`)
    for (const [index, each] of list.entries()) {
      const found = check(each, `${at}[${index}]`, depth + 1)
      if (found !== null) return found
    }
    return null
  }
  const checkField = (path: string, operators: unknown, at: string): RequestProblem | null => {
    count += 1
    if (count > MAX_CONDITIONS) return problem(422, 'where', '“where” has too many conditions.')
    if (!/^\w+(\.\w+)*$/.test(path)) return problem(422, at, `“${at}” does not name a field.`)
    if (!isRecord(operators) || Object.keys(operators).length === 0) return problem(422, at, `“${at}” needs an operator, as in ${at}[equals]=x.`)
    const field = fieldAt(config, fields, path.replace(/^version\./, ''))
    for (const [operator, value] of Object.entries(operators)) {
      if (!(validOperators as readonly string[]).includes(operator)) return problem(422, `${at}[${operator}]`, `“${operator}” is not an operator.`)
      const found = findConditionProblem(field, path, operator, value, `${at}[${operator}]`)
      if (found !== null) return found
    }
    return null
  }
  return check(read, 'where', 0)
}

const SAME = ['equals', 'not_equals', 'in', 'not_in', 'exists']
const ORDER = ['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal']
const WORDS = ['like', 'not_like', 'contains']

function operatorsOf(field: FlattenedField | null, path: string): string[] {
  if (path === 'id' || path === 'parent') return SAME
  switch (field?.type) {
    case undefined:
    case 'text':
    case 'textarea':
    case 'email':
    case 'code':
      return [...SAME, ...ORDER, ...WORDS]
    case 'number':
    case 'date':
      return [...SAME, ...ORDER]
    case 'richText':
    case 'json':
      return ['exists']
    case 'relationship':
    case 'upload':
    case 'select':
    case 'radio':
      return 'hasMany' in field && field.hasMany === true ? [...SAME, 'contains', 'all'] : SAME
    default:
      return SAME
  }
}

function findConditionProblem(field: FlattenedField | null, path: string, operator: string, value: unknown, at: string): RequestProblem | null {
  if (!operatorsOf(field, path).includes(operator)) return problem(422, at, `“${path}” can’t be asked with “${operator}”.`)
  if (operator === 'exists') return value === 'true' || value === 'false' || typeof value === 'boolean' ? null : problem(422, at, `“${at}” must be true or false.`)
  const isList = operator === 'in' || operator === 'not_in' || operator === 'all'
  const values = isList && typeof value === 'string' ? value.split(',') : isList && Array.isArray(value) ? value : [value]
  for (const each of values) {
    if (each !== null && !['string', 'number', 'boolean'].includes(typeof each)) return problem(422, at, `“${at}” must be ${isList ? 'a list of values' : 'one value'}.`)
    const kind = wrongComparison(field, path, each)
    if (kind !== null) return problem(422, at, `“${at}” must be ${kind}.`)
  }
  return null
}

/** What a compared value should have been, or null if it is that. */
function wrongComparison(field: FlattenedField | null, path: string, value: unknown): string | null {
  // Forms ask for "none" with an empty or the null value.
  if (value === null || value === 'null') return null
  const name = path.split('.').at(-1)
  const isReference = field?.type === 'relationship' || field?.type === 'upload'
  if (name === 'id' || name === 'parent' || (isReference && typeof field.relationTo === 'string')) return isUuid(value) ? null : 'the id of a document'
  switch (field?.type) {
    case 'number':
      return value !== '' && Number.isFinite(Number(value)) ? null : 'a number'
    case 'date':
      return isDate(value) ? null : 'a date'
    case 'checkbox':
      return ['true', 'false', true, false].includes(value as string | boolean) ? null : 'true or false'
    case 'select':
    case 'radio':
      return optionsOf(field).includes(String(value)) ? null : `one of ${optionsOf(field).join(', ')}`
    default:
      return null
  }
}

/**
 * Why a bulk write may not go ahead: its `where` must name the documents by id, as a malformed one would mean all of
 * them. The admin's own bulk actions do, also where they add other conditions.
 */
export function findBulkProblem(where: unknown): RequestProblem | null {
  const read = readWhere(where)
  if (read !== null && isProblem(read)) return read
  const ids = read === null ? null : namedIds(read)
  if (ids === null || ids.length === 0) return problem(422, 'where', 'Several documents at once are changed by naming them, as in where[id][in]=…,… .')
  if (ids.length > MAX_BULK) return problem(422, 'where', `At most ${MAX_BULK} documents can be changed at once.`)
  return ids.every(isUuid) ? null : problem(422, 'where[id]', '“where[id]” must be ids of documents.')
}

function namedIds(where: Record<string, unknown>): unknown[] | null {
  const id = where.id
  if (isRecord(id)) {
    if (typeof id.equals === 'string') return [id.equals]
    if (typeof id.in === 'string') return id.in.split(',')
    if (Array.isArray(id.in)) return id.in
  }
  const all = where.and ?? where.AND
  if (!Array.isArray(all)) return null
  for (const each of all) {
    const found = isRecord(each) ? namedIds(each) : null
    if (found !== null) return found
  }
  return null
}
