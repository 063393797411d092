import type { PayloadRequest } from 'payload'
import { isUuid } from '@/review/definition'
import { refusal, Refused } from '@/review/refusal'
import type { Selected } from './anchor'
import { oneLine } from './words'

const MAX_BODY = 64_000
const MAX_WORDS = 5_000
const MAX_QUOTE = 2_000
const MAX_CONTEXT = 400
const MAX_MENTIONS = 30

/** What can be sent about threads; each act takes some of it. */
export type ThreadBody = { words?: string; field?: string; anchor?: Selected; replacement?: string; blocking?: boolean; mentions?: string[]; message?: string; reason?: string }
type Field = keyof ThreadBody

const READERS: { [Name in Field]: (value: unknown, name: string) => ThreadBody[Name] } = {
  words: (value, name) => text(value, name, MAX_WORDS).trim(),
  reason: (value, name) => text(value, name, MAX_WORDS).trim(),
  replacement: (value, name) => text(value, name, MAX_WORDS).trim(),
  field: (value, name) => text(value, name, 200),
  message: (value, name) => (isUuid(value) ? value : wrong(name, 'must be the id of a message.')),
  blocking: (value, name) => (typeof value === 'boolean' ? value : wrong(name, 'must be true or false.')),
  mentions: (value, name) => {
    if (!Array.isArray(value) || !value.every(isUuid)) return wrong(name, 'must be a list of the ids of accounts.')
    const people = [...new Set(value.map((id) => id.toLowerCase()))]
    return people.length <= MAX_MENTIONS ? people : wrong(name, `may name ${MAX_MENTIONS} people at most.`)
  },
  anchor: (value, name) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return wrong(name, 'must be an object.')
    const { quote, prefix = '', suffix = '', offset, hash, ...rest } = value as Record<string, unknown>
    // What an answer of ours holds besides may come back, and counts for nothing.
    const unknown = Object.keys(rest).find((key) => key !== 'fieldPath' && key !== 'only')
    if (unknown !== undefined) return wrong(`${name}.${unknown.slice(0, 60)}`, 'is unknown here.')
    const words = oneLine(text(quote, `${name}.quote`, MAX_QUOTE))
    if (words === '') return wrong(`${name}.quote`, 'can’t be empty.')
    if (offset !== undefined && !(Number.isSafeInteger(offset) && (offset as number) >= 0)) return wrong(`${name}.offset`, 'must be a whole number, zero or above.')
    if (hash !== undefined && (typeof hash !== 'string' || hash.length > 100)) return wrong(`${name}.hash`, 'must be text.')
    return {
      quote: words,
      prefix: context(text(prefix, `${name}.prefix`, MAX_CONTEXT)).trimStart(),
      suffix: context(text(suffix, `${name}.suffix`, MAX_CONTEXT)).trimEnd(),
      ...(offset === undefined ? {} : { offset: offset as number }),
      ...(hash === undefined ? {} : { hash }),
    }
  },
}

// Unlike words, context begins or ends where the quote does, perhaps with a space.
function context(given: string): string {
  return given.replace(/\s+/gu, ' ')
}

/**
 * Reads a request's body and checks it field by field.
 *
 * @throws Refused: 400 where it isn't JSON, 413 where it is too long, 422 naming the field that is wrong, unknown or missing.
 */
export async function readThreadBody(req: PayloadRequest, allowed: readonly Field[], required: readonly Field[] = []): Promise<ThreadBody> {
  const raw = req.bodyUsed === true ? '' : ((await req.text?.()) ?? '')
  if (raw.length > MAX_BODY) throw new Refused(refusal(413, 'tooLong', 'The request’s body is too long.'))
  const given = parse(raw)
  for (const name of Object.keys(given)) if (!allowed.includes(name as Field)) wrong(name.slice(0, 60), 'is unknown here.')
  const body: Record<string, unknown> = {}
  for (const name of allowed) {
    const value = given[name] ?? undefined
    if (value !== undefined) body[name] = READERS[name](value, name)
    if (required.includes(name) && (body[name] === undefined || body[name] === '')) wrong(name, 'is needed.')
  }
  return body as ThreadBody
}

function parse(raw: string): Record<string, unknown> {
  if (raw.trim() === '') return {}
  let given: unknown
  try {
    given = JSON.parse(raw)
  } catch {
    throw new Refused(refusal(400, 'notJson', 'The request’s body is not valid JSON.'))
  }
  return given !== null && typeof given === 'object' && !Array.isArray(given) ? (given as Record<string, unknown>) : wrong('body', 'must be an object.')
}

function text(value: unknown, name: string, most: number): string {
  if (typeof value !== 'string') return wrong(name, 'must be text.')
  if (value.includes('\u0000') || /\p{Surrogate}/u.test(value)) return wrong(name, 'holds a character that can’t be stored.')
  return value.length <= most ? value : wrong(name, `may have ${most} characters at most.`)
}

function wrong(field: string, message: string): never {
  throw new Refused(refusal(422, 'malformed', `${field} ${message}`, { field }))
}
