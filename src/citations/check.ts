import { isRecord, isUuid } from '@/platform/requests/fields'
import { INTENTS, LOCATOR_LABELS } from '@/record/body'
import { CITATION_TEXTS } from './stored'

/** What is wrong with citations that a client sent; `path` in the dotted form of field errors. */
export type CitationProblem = { path: string; message: string }

/** More than any text has: a book of a thousand pages has fewer notes. */
const MOST = 5_000
const LONGEST = 20_000
const KEY = /^[\w-]{1,64}$/

const NAMES = new Set<string>([...CITATION_TEXTS, 'source', 'capture', 'intent', 'locatorLabel'])

/** Checks citations by their keys as a client sends them; null in place of one takes it away. The first problem, or null. */
export function findCitationProblem(value: unknown, path: string): CitationProblem | null {
  if (value == null) return null
  if (!isRecord(value)) return { path, message: 'Citations are sent as an object, each under its key.' }
  const entries = Object.entries(value)
  if (entries.length > MOST) return { path, message: `A text can have ${MOST} citations at most.` }
  for (const [key, citation] of entries) {
    const at = `${path}.${key.slice(0, 64)}`
    if (!KEY.test(key)) return { path, message: 'The key of a citation is at most 64 letters, digits, hyphens and underscores.' }
    if (citation === null) continue
    if (!isRecord(citation)) return { path: at, message: 'A citation is an object of its values.' }
    const problem = checkValues(citation, at)
    if (problem !== null) return problem
  }
  return null
}

function checkValues(citation: Record<string, unknown>, at: string): CitationProblem | null {
  for (const [name, value] of Object.entries(citation)) {
    const path = `${at}.${name.slice(0, 40)}`
    if (!NAMES.has(name)) return { path, message: `A citation has no “${name.slice(0, 40)}”.` }
    if (value == null || value === '') continue
    if (name === 'source' || name === 'capture') {
      if (!isUuid(value)) return { path, message: `“${name}” of a citation must be the id of a document.` }
    } else if (typeof value !== 'string') return { path, message: `“${name}” of a citation must be text.` }
    else if (value.length > LONGEST) return { path, message: `“${name}” of a citation is too long: ${LONGEST} characters at most.` }
    else if (name === 'intent' && !INTENTS.some((known) => known === value)) return { path, message: `“intent” of a citation must be one of ${INTENTS.join(', ')}.` }
    else if (name === 'locatorLabel' && !LOCATOR_LABELS.some((known) => known === value)) return { path, message: `“locatorLabel” of a citation must be one of ${LOCATOR_LABELS.join(', ')}.` }
  }
  return null
}
