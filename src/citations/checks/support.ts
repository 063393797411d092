import type { Intent } from '@/record/body'

/** What somebody found: the source says what the text says it does, some of it, or something else. */
export const FINDINGS = ['supports', 'partly', 'doesNot'] as const
export type Finding = (typeof FINDINGS)[number]
/** What is recorded of a look: a finding, or that somebody takes theirs back. */
export const RESULTS = [...FINDINGS, 'unchecked'] as const
export type Result = (typeof RESULTS)[number]

/** What a citation's support rests on, as `basisOf` (../rows.ts) hashes it. */
export type Ground = { source: string | null; quote: string | null; quoteTranslation: string | null; locatorLabel: string | null; locatorValue: string | null; intent: Intent; claim: string }

/** One row of what was found, the basis it was found on included. Instants are ISO 8601. */
export type Check = { id: string; basis: string; result: Result; note: string | null; seen: Ground; capture: string | null; by: string; at: string }

/**
 * How a citation's support stands. `needsSource`: there is nothing to check yet, and approval waits. `remark`: it relies on no source.
 * `changed`: it was checked, and rests on something else since.
 */
export type Support = 'needsSource' | 'remark' | 'unchecked' | 'changed' | Finding

/** What of a citation differs from what was looked at. */
const GROUND_PARTS = ['source', 'quote', 'translation', 'locator', 'intent', 'claim'] as const
export type GroundPart = (typeof GROUND_PARTS)[number]

/**
 * The finding that counts for a citation now: the newest on its present basis, leaving out what its finder took back. `checks` of one
 * citation, oldest first. The database says the same in `handbill.standing_check`.
 */
export function standingCheck(checks: readonly Check[], basis: string): (Check & { result: Finding }) | null {
  const taken = new Set<string>()
  for (const check of checks.toReversed()) {
    if (check.basis !== basis) continue
    if (check.result === 'unchecked') taken.add(check.by)
    else if (!taken.has(check.by)) return { ...check, result: check.result }
  }
  return null
}

/** The newest finding that was not taken back, whatever it was made on. */
export function lastFinding(checks: readonly Check[]): Check | null {
  const bases = new Set(checks.map(({ basis }) => basis))
  const standing = new Set([...bases].flatMap((basis) => standingCheck(checks, basis)?.id ?? []))
  return checks.findLast(({ id }) => standing.has(id)) ?? null
}

/** How the support of a citation stands that rests on `ground` now, whose hash is `basis`. */
export function supportOf(ground: Pick<Ground, 'source' | 'intent'>, basis: string, checks: readonly Check[]): Support {
  if (ground.intent === 'remark') return 'remark'
  if (ground.source === null) return 'needsSource'
  const standing = standingCheck(checks, basis)
  if (standing !== null) return standing.result
  return lastFinding(checks) === null ? 'unchecked' : 'changed'
}

/** Which parts of what a citation rests on are no longer what somebody looked at. */
export function changedParts(seen: Ground, now: Ground): GroundPart[] {
  const one = (text: string): string => text.replace(/\s+/gu, ' ').trim()
  const differs: Record<GroundPart, boolean> = {
    source: seen.source !== now.source,
    quote: seen.quote !== now.quote,
    translation: seen.quoteTranslation !== now.quoteTranslation,
    locator: seen.locatorLabel !== now.locatorLabel || seen.locatorValue !== now.locatorValue,
    intent: seen.intent !== now.intent,
    claim: one(seen.claim) !== one(now.claim),
  }
  return GROUND_PARTS.filter((part) => differs[part])
}
