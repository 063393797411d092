import type { Conflict, Decide } from '@/collaboration/merge/conflict'
import { mergeDocuments, type Data } from '@/collaboration/merge/merge'
import { isAhead, meet, revOf, type Writing } from '@/collaboration/merge/writing'
import { edited, EDITS, fewer, freshWords, startingText, without, wordsOf, type Edit } from './editing'

/** What came of a schedule: how many words were written and asked about, and those that nobody deleted and nobody has. */
export type Played = { typed: number; lost: string[]; saves: number; merges: number; questions: number; reloads: number; final: Data }

/** How an editor's browser meets a newer text. Replaced in tests by a wrong one, to see that the loss shows. */
export type Meeting = typeof meet

type Save = { rev: number; by: string; data: Data }
type Server = { saves: Save[] }
type Sent = { rev: number; data: Data; answer: 'none' | 'stored' | 'stale' | 'signedOut'; hasArrived: boolean; stored: Data | null }
type Copy = Writing & { form: Data }
type Editor = {
  name: string
  word: () => string
  form: Data
  writing: Writing
  /** What this browser has kept; survives reloads. */
  copy: Copy | null
  /** Typed since it was kept last. */
  sinceCopy: Set<string>
  inFlight: Sent | null
  isOffline: boolean
  isSignedOut: boolean
  /** What was told to the others last: for whoever takes over. */
  told: { base: Data; form: Data } | null
}

/** Numbers from 0 up to 1 that follow from a seed (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * Plays one schedule of two people in one document: random edits, saves that are delayed or lost on either way, reloads,
 * crashes, networks that drop, logins that expire, and one taking over from the other. Everything follows from `seed`. The
 * browsers do what the desk's do, by the same functions; the server keeps the guard's one rule, that a save which began from
 * an older state is refused.
 */
export function play(seed: number, steps: number, meeting: Meeting = meet): Played {
  const random = numbersFrom(seed)
  const among = (count: number): number => Math.floor(random() * count)
  const chance = (share: number): boolean => random() < share
  const played = { saves: 0, merges: 0, questions: 0, reloads: 0 }
  const typed = new Set<string>()
  // What somebody deleted, dropped when asked, or typed in the moment before a crash: all else must be there at the end.
  const excused = new Set<string>()
  const excuse = (words: Iterable<string>): void => {
    for (const word of words) excused.add(word)
  }
  const server: Server = { saves: [{ rev: 1, by: 'nobody', data: startingText(1 + among(6), freshWords('base')) }] }
  const stored = (): Data => (server.saves.at(-1) as Save).data
  const ownSaves = (name: string): Data[] => server.saves.filter(({ by }) => by === name).map(({ data }) => data)
  const store = (by: string, data: Data): Data => {
    const rev = revOf(stored()) + 1
    const kept = { ...data, rev }
    server.saves.push({ rev, by, data: kept })
    played.saves += 1
    return kept
  }
  const editor = (name: string): Editor => ({ name, word: freshWords(name), form: stored(), writing: { base: stored(), sent: [] }, copy: null, sinceCopy: new Set(), inFlight: null, isOffline: false, isSignedOut: false, told: null })
  const editors: [Editor, Editor] = [editor('a'), editor('b')]

  const answer: Decide = (conflict: Conflict) => {
    played.questions += 1
    const choice = (['mine', 'theirs', 'both', 'both'] as const)[among(4)] ?? 'both'
    const [mine, theirs] = [{ value: conflict.mine }, { value: conflict.theirs }]
    const canBeBoth = conflict.kind !== 'value' || (typeof conflict.mine === 'string' && typeof conflict.theirs === 'string')
    if (choice === 'theirs') excuse(fewer(mine, theirs))
    else if (choice === 'mine' || !canBeBoth) excuse(fewer(theirs, mine))
    return choice
  }

  const keep = (one: Editor): void => {
    one.copy = isAhead(one.writing.base, one.form) ? { ...one.writing, form: one.form } : null
    one.sinceCopy.clear()
  }
  const bringTogether = (one: Editor): void => {
    if (revOf(stored()) <= revOf(one.writing.base)) return
    played.merges += 1
    const met = meeting(one.writing, one.form, stored(), ownSaves(one.name), answer)
    one.form = met.merged
    one.writing = { base: stored(), sent: [] }
    keep(one)
  }
  const send = (one: Editor): void => {
    if (one.inFlight !== null || !isAhead(one.writing.base, one.form)) return
    one.inFlight = { rev: revOf(one.writing.base), data: one.form, answer: 'none', hasArrived: false, stored: null }
    one.writing = { ...one.writing, sent: [...one.writing.sent, one.form] }
    keep(one)
  }
  const arrive = (one: Editor): void => {
    const sent = one.inFlight
    if (sent === null || sent.hasArrived) return
    sent.hasArrived = true
    if (one.isOffline || chance(0.1)) return
    if (one.isSignedOut) sent.answer = 'signedOut'
    else if (sent.rev !== revOf(stored())) sent.answer = 'stale'
    else {
      sent.stored = store(one.name, sent.data)
      sent.answer = 'stored'
    }
  }
  const hear = (one: Editor): void => {
    const sent = one.inFlight
    if (sent === null || !sent.hasArrived) return
    one.inFlight = null
    const isHeard = sent.answer !== 'none' && !one.isOffline && !chance(0.1)
    if (!isHeard) return
    if (sent.answer === 'stored' && sent.stored !== null) {
      one.writing = { base: sent.stored, sent: [] }
      keep(one)
    } else if (sent.answer === 'stale') bringTogether(one)
  }
  const open = (one: Editor): void => {
    played.reloads += 1
    one.inFlight = null
    one.told = null
    const { copy } = one
    one.form = stored()
    one.writing = { base: stored(), sent: [] }
    one.sinceCopy.clear()
    if (copy === null) return
    one.form = meeting(copy, copy.form, stored(), ownSaves(one.name), answer).merged
    one.writing = { base: stored(), sent: [] }
    keep(one)
  }
  const type = (one: Editor): void => {
    const edit: Edit = { kind: EDITS[chance(0.6) ? among(3) : among(EDITS.length)] ?? 'type', at: among(12), to: among(12) }
    const before = one.form
    one.form = edited(before, edit, one.word)
    // A word that stands there twice may be deleted once by each.
    excuse(fewer(before, one.form))
    for (const word of without(wordsOf(one.form), wordsOf(before))) {
      typed.add(word)
      one.sinceCopy.add(word)
    }
    if (chance(0.7)) keep(one)
  }
  const takeOver = (from: Editor): void => {
    if (from.told === null) return
    const { base, form } = from.told
    from.told = null
    let hasConflict = false
    const made = mergeDocuments(base, form, stored(), () => {
      hasConflict = true
      return 'theirs'
    })
    // What can't be merged stays with its writer, whose browser still has it, and is shown to whoever took over.
    if (!hasConflict) store(from.name, made.merged)
  }

  for (let step = 0; step < steps; step += 1) {
    const one = editors[among(2)] as Editor
    const act = random()
    if (act < 0.45) type(one)
    else if (act < 0.6) send(one)
    else if (act < 0.72) arrive(one)
    else if (act < 0.84) hear(one)
    else if (act < 0.89) {
      if (one.inFlight === null) bringTogether(one)
    } else if (act < 0.91) {
      keep(one)
      arrive(one)
      open(one)
    } else if (act < 0.92) {
      excuse(one.sinceCopy)
      open(one)
    } else if (act < 0.94) one.isOffline = !one.isOffline
    else if (act < 0.96) one.isSignedOut = !one.isSignedOut
    else if (act < 0.98) {
      if (!one.isOffline && !one.isSignedOut) {
        one.told = { base: one.writing.base, form: one.form }
        one.writing = { ...one.writing, sent: [...one.writing.sent, one.form] }
      }
    } else takeOver(one)
  }
  // At the end everybody is back, and saves what they have.
  for (const one of editors) [one.isOffline, one.isSignedOut] = [false, false]
  for (let turn = 0; turn < 40 && editors.some((one) => one.inFlight !== null || isAhead(one.writing.base, one.form) || revOf(one.writing.base) < revOf(stored())); turn += 1) {
    for (const one of editors) {
      arrive(one)
      hear(one)
      if (one.inFlight === null) bringTogether(one)
      send(one)
    }
  }
  const there = wordsOf(stored())
  return { ...played, typed: typed.size, lost: [...typed].filter((word) => !there.has(word) && !excused.has(word)), final: stored() }
}
