import type { AnsweredCitation } from '@/citations/checks/answer'

/** Whether a citation waits for somebody to check it. */
export function isOpen({ support }: Pick<AnsweredCitation, 'support'>): boolean {
  return support === 'unchecked' || support === 'changed'
}

/** The keys that somebody goes through: all of a text, or those they could check when they began; reading order. */
export function courseOf(citations: readonly AnsweredCitation[], isOnlyOpen: boolean): string[] {
  return citations.filter((citation) => !isOnlyOpen || (isOpen(citation) && citation.mayCheck)).map(({ key }) => key)
}

/**
 * Where to go on from a citation that was just checked: the next one that still waits, from there on and then from the start; null where
 * none does.
 */
export function nextOpen(course: readonly string[], from: string, citations: ReadonlyMap<string, AnsweredCitation>): string | null {
  const at = course.indexOf(from)
  return [...course.slice(at + 1), ...course.slice(0, Math.max(0, at))].find((key) => {
    const citation = citations.get(key)
    return citation !== undefined && isOpen(citation) && citation.mayCheck
  }) ?? null
}

/** The neighbour of a citation in a course; null at its end. */
export function neighbour(course: readonly string[], of: string, step: 1 | -1): string | null {
  return course[course.indexOf(of) + step] ?? null
}
