import type { PayloadRequest } from 'payload'
import type { Actor } from '@/permissions/roles'
import type { Queryable } from '@/platform/database'
import { refusal, Refused } from '@/review/refusal'
import { loadReview, namesOf, type Loaded } from '@/review/store'
import { readableAmong } from '../brought-along'
import type { StoredCitations } from '../stored'
import { whyNotCheck, whyNotCheckAny } from './rights'
import { checksOf, citedIn, groundOf, handsIn, sourcesNamed, type CitedRow, type CitedSource } from './store'
import { changedParts, lastFinding, standingCheck, supportOf, type Check, type Finding, type GroundPart, type Result, type Support } from './support'
import { surroundingsIn, type Surroundings } from './surroundings'

type Person = { id: string; name: string }

/** One look at a citation, as people see it. `stands`: it is what counts now. `basis`: what it was made on. */
export type AnsweredCheck = { id: string; by: Person; at: string; result: Result; note: string | null; basis: string; capture: string | null; stands: boolean }

/**
 * One citation with all that checking it takes. `isWithheld`: its source is private and not theirs to read who asks; then neither its
 * words nor its place are here. `changed`: which parts differ from what the last finding was made on. `hands`: who made or changed it since
 * the text was last public. `checks`: newest first.
 */
export type AnsweredCitation = Omit<CitedRow, 'source' | 'note'> & {
  source: CitedSource | null
  note: string | null
  isWithheld: boolean
  surroundings: Surroundings
  support: Support
  changed: GroundPart[]
  lastFinding: Finding | null
  hands: Person[]
  checks: AnsweredCheck[]
  mayCheck: boolean
  whyNot: string | null
  whyNotCode: string | null
}

/** The citations of a document and how their support stands. `open`: how many could be checked and are not. */
export type CitationsAnswer = {
  document: { collection: string; id: string; title: string; language: string | null; rev: number }
  mayCheck: boolean
  whyNot: string | null
  whyNotCode: string | null
  total: number
  open: number
  citations: AnsweredCitation[]
}

export type StoredDocument = { id: string } & Record<string, unknown>

/** All of a document's citations, as `actor` may see them. Its rows must have been written. */
export async function citationsAnswer(db: Queryable, req: PayloadRequest, actor: Actor, collection: string, document: StoredDocument): Promise<CitationsAnswer> {
  const place = { collection, document: document.id }
  const loaded = await loadReview(db, collection, document.id)
  if (loaded === null) throw new Refused(refusal(404, 'notFound', 'There is no such document.'))
  const [rows, checks, hands] = [await citedIn(db, place), await checksOf(db, place), await handsIn(db, place)]
  const sourceIds = rows.flatMap(({ source }) => source ?? [])
  const readable = await readableAmong(req, 'sources', sourceIds)
  const sources = await sourcesNamed(db, readable)
  const people = await namesOf(db, [...[...checks.values()].flat().map(({ by }) => by), ...[...hands.values()].flat()])
  const round = surroundingsIn(document.body ?? document.context, (document.citations ?? {}) as StoredCitations, languageOf(document))
  const whyNot = whyNotCheckAny(actor, loaded.review)
  const citations = rows.map((row) =>
    answered(row, { actor, loaded, checks: checks.get(row.key) ?? [], hands: hands.get(row.key) ?? [], sources, people, surroundings: round.get(row.key) ?? { before: '', sentence: row.claim, after: '' } }))
  return {
    document: { collection, id: document.id, title: typeof document.title === 'string' ? document.title : '', language: typeof document.language === 'string' ? document.language : null, rev: loaded.document.rev },
    mayCheck: whyNot === null,
    whyNot: whyNot?.message ?? null,
    whyNotCode: whyNot?.code ?? null,
    total: citations.length,
    open: citations.filter(({ support }) => support === 'unchecked' || support === 'changed').length,
    citations,
  }
}

type Known = { actor: Actor; loaded: Loaded; checks: readonly Check[]; hands: readonly string[]; sources: ReadonlyMap<string, CitedSource>; people: ReadonlyMap<string, string>; surroundings: Surroundings }

function answered(row: CitedRow, { actor, loaded, checks, hands, sources, people, surroundings }: Known): AnsweredCitation {
  const source = row.source === null ? null : (sources.get(row.source) ?? null)
  const isWithheld = row.source !== null && source === null
  const support = supportOf(row, row.basis, checks)
  const whyNot = whyNotCheck(actor, loaded.review, { hands, isWithheld, support })
  const standing = standingCheck(checks, row.basis)
  const last = lastFinding(checks)
  const person = (id: string): Person => ({ id, name: people.get(id) ?? '' })
  const words = isWithheld ? { quote: null, quotePrefix: null, quoteSuffix: null, quoteTranslation: null, quoteLanguage: null, locatorLabel: null, locatorValue: null, note: null, capture: null, copy: null, claim: surroundings.sentence } : {}
  return {
    ...row,
    ...words,
    source,
    isWithheld,
    surroundings,
    support,
    changed: support === 'changed' && last !== null ? changedParts(last.seen, groundOf(row)) : [],
    lastFinding: last === null || last.result === 'unchecked' ? null : last.result,
    hands: hands.map(person),
    checks: checks.toReversed().map(({ id, by, at, result, note, basis, capture }) => ({ id, by: person(by), at, result, note: isWithheld ? null : note, basis, capture: isWithheld ? null : capture, stands: id === standing?.id })),
    mayCheck: whyNot === null,
    whyNot: whyNot?.message ?? null,
    whyNotCode: whyNot?.code ?? null,
  }
}

/** The language of a document, as a BCP 47 tag; English where it has none. */
export function languageOf(document: Record<string, unknown>): string {
  return typeof document.language === 'string' ? document.language : 'en'
}

/** The citation of a document that a key names, from an answer. @throws Refused (404) where none stands in the text. */
export function citationNamed(answer: CitationsAnswer, key: string): AnsweredCitation {
  const found = answer.citations.find((citation) => citation.key === key)
  if (found === undefined) throw new Refused(refusal(404, 'noSuchCitation', 'This text has no such citation.'))
  return found
}

