'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { AnsweredCitation, CitationsAnswer } from '@/citations/checks/answer'
import type { CitationAnswer } from '@/citations/checks/endpoints'
import type { Finding, Result } from '@/citations/checks/support'
import { courseOf, neighbour, nextOpen } from './course'

/** What came of something that somebody did, for them to be told: in the desk's own words, or the server's. */
export type Said = { kind: 'recorded'; finding: Finding; also: { name: string; finding: Finding } | null } | { kind: 'taken' } | { kind: 'stale' } | { kind: 'done' } | { kind: 'refused'; code: string; message: string }

export type Checking = {
  answer: CitationsAnswer
  course: string[]
  current: AnsweredCitation | null
  next: AnsweredCitation | null
  isOnlyOpen: boolean
  isBusy: boolean
  said: Said | null
  mayUndo: boolean
  go(step: 1 | -1): void
  goTo(key: string): void
  showOnlyOpen(isOnlyOpen: boolean): void
  record(finding: Finding, note: string): Promise<boolean>
  undo(): Promise<void>
}

/** The citations of a text and somebody who goes through them, from the one that the address names, or the first that waits. */
export function useChecking(given: CitationsAnswer, person: string): Checking {
  const [answer, setAnswer] = useState(given)
  const [isOnlyOpen, setIsOnlyOpen] = useState(() => courseOf(given.citations, true).length > 0)
  // What somebody set out to go through stays as it was, so that "12 of 40" is the twelfth of forty to the end.
  const [course, setCourse] = useState(() => courseOf(given.citations, isOnlyOpen))
  const [key, setKey] = useState<string | null>(course[0] ?? null)
  const [isBusy, setIsBusy] = useState(false)
  const [said, setSaid] = useState<Said | null>(null)
  const [made, setMade] = useState<{ key: string; basis: string }[]>([])
  const citations = useMemo(() => new Map(answer.citations.map((citation) => [citation.key, citation])), [answer])
  const current = key === null ? null : (citations.get(key) ?? null)
  const following = key === null ? null : (nextOpen(course, key, citations) ?? neighbour(course, key, 1))
  const address = `/api/${answer.document.collection}/${answer.document.id}/citations`
  const busy = useRef(false)

  const goTo = useCallback((wanted: string) => {
    setKey(wanted)
    setSaid(null)
  }, [])
  const showOnlyOpen = useCallback((only: boolean) => {
    const next = courseOf(answer.citations, only)
    setIsOnlyOpen(only)
    setCourse(next)
    setKey((was) => (was !== null && next.includes(was) ? was : (next[0] ?? null)))
  }, [answer])

  // Whoever came by a link to one citation sees it, whether it waits to be checked or not.
  useEffect(() => {
    const named = decodeURIComponent(window.location.hash.slice(1))
    if (!given.citations.some((citation) => citation.key === named)) return
    if (!courseOf(given.citations, isOnlyOpen).includes(named)) {
      setIsOnlyOpen(false)
      setCourse(courseOf(given.citations, false))
    }
    setKey(named)
    // The address is read once, when the view opens.
  }, [])

  const take = useCallback((got: CitationAnswer): Map<string, AnsweredCitation> => {
    const { citation, ...rest } = got
    const all = answer.citations.map((each) => (each.key === citation.key ? citation : each))
    setAnswer({ ...rest, citations: all })
    return new Map(all.map((each) => [each.key, each]))
  }, [answer])

  const post = useCallback(async (of: { key: string; basis: string }, body: { result: Result; note?: string; capture?: string }): Promise<CitationAnswer | Said> => {
    const response = await fetch(`${address}/${encodeURIComponent(of.key)}/check`, { method: 'POST', credentials: 'include', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ ...body, basis: of.basis }) }).catch(() => null)
    const json = (await response?.json().catch(() => null)) as (CitationAnswer & { errors?: { message?: string; data?: { code?: string } }[] }) | null | undefined
    if (response?.ok === true && json) return json
    const error = json?.errors?.[0]
    if (error?.data?.code === 'stale') {
      const fresh = await fetch(`${address}/checks`, { credentials: 'include' }).then((read) => (read.ok ? (read.json() as Promise<CitationsAnswer>) : null)).catch(() => null)
      if (fresh !== null) setAnswer(fresh)
      return { kind: 'stale' }
    }
    return { kind: 'refused', code: error?.data?.code ?? 'unreachable', message: error?.message ?? '' }
  }, [address])

  const alone = useCallback(async (work: () => Promise<void>): Promise<void> => {
    if (busy.current) return
    busy.current = true
    setIsBusy(true)
    try {
      await work()
    } finally {
      busy.current = false
      setIsBusy(false)
    }
  }, [])

  const record = useCallback(async (finding: Finding, note: string): Promise<boolean> => {
    let isRecorded = false
    await alone(async () => {
      if (current === null || !current.mayCheck) return
      const got = await post(current, { result: finding, ...(note.trim() === '' ? {} : { note: note.trim() }), ...(current.copy === null ? {} : { capture: current.copy }) })
      if ('kind' in got) return setSaid(got)
      const all = take(got)
      isRecorded = true
      setMade([...made, { key: current.key, basis: current.basis }])
      const to = nextOpen(course, current.key, all)
      if (to !== null) setKey(to)
      setSaid(to === null && got.citation.support === finding && alsoFound(current, got.citation, person) === null ? { kind: 'done' } : { kind: 'recorded', finding, also: alsoFound(current, got.citation, person) })
    })
    return isRecorded
  }, [alone, course, current, made, person, post, take])

  const undo = useCallback(() => alone(async () => {
    const last = made.at(-1)
    if (last === undefined) return
    const got = await post(last, { result: 'unchecked' })
    if (!('kind' in got)) take(got)
    setMade(made.slice(0, -1))
    setKey(last.key)
    setSaid('kind' in got ? got : { kind: 'taken' })
  }), [alone, made, post, take])

  const go = useCallback((step: 1 | -1) => {
    const to = key === null ? null : neighbour(course, key, step)
    if (to !== null) goTo(to)
  }, [course, goTo, key])

  return { answer, course, current, next: following === null ? null : (citations.get(following) ?? null), isOnlyOpen, isBusy, said, mayUndo: made.length > 0, go, goTo, showOnlyOpen, record, undo }
}

/** What somebody else found of a citation since it was read: two at once are both kept, and both are told. */
function alsoFound(before: AnsweredCitation, after: AnsweredCitation, person: string): { name: string; finding: Finding } | null {
  const known = new Set(before.checks.map(({ id }) => id))
  const other = after.checks.find(({ id, by, result }) => !known.has(id) && by.id !== person && result !== 'unchecked')
  return other === undefined || other.result === 'unchecked' ? null : { name: other.by.name, finding: other.result }
}
