/**
 * What an import says of one post. `placed`: it is in its new place. `proposed`: placed by a guess, or to be decided by
 * an editor. `notPlaced`: it stayed behind. `words` are the post's own words or addresses that the finding is about.
 */
export type Finding = { kind: 'placed' | 'proposed' | 'notPlaced'; what: string; words?: string }

/** Collects findings in the order in which they were made; the same one twice counts once. */
export type FindingLog = { add(kind: Finding['kind'], what: string, words?: string): void; all(): Finding[] }

export function createFindingLog(): FindingLog {
  const findings = new Map<string, Finding>()
  return {
    add(kind, what, words) {
      const text = words?.trim()
      const finding: Finding = text ? { kind, what, words: text } : { kind, what }
      findings.set(JSON.stringify(finding), finding)
    },
    all: () => [...findings.values()],
  }
}
