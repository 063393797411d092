'use client'

import type { CitationStanding } from '@/citations/standing'
import type { WordKey } from '../words/en'
import { useWords } from '../words/use-words'

type Tick = { name: WordKey; told: WordKey; mark: 'yes' | 'unsure' | 'no' | 'open' | 'none' }

const SIGNS: Record<Tick['mark'], string> = { yes: '✓', unsure: '≈', no: '✗', open: '○', none: '–' }
const QUOTES: Record<NonNullable<CitationStanding['quote']>, Pick<Tick, 'told' | 'mark'>> = {
  found: { told: 'evidenceQuoteYes', mark: 'yes' },
  ambiguous: { told: 'evidenceQuoteUnsure', mark: 'unsure' },
  lost: { told: 'evidenceQuoteLost', mark: 'no' },
}
const CHECKS: Record<NonNullable<CitationStanding['support']>, Pick<Tick, 'told' | 'mark'>> = {
  supports: { told: 'evidenceCheckYes', mark: 'yes' },
  partly: { told: 'evidenceCheckPartly', mark: 'unsure' },
  doesNot: { told: 'evidenceCheckNot', mark: 'no' },
}

/** The marks of how one citation stands. `standing`: undefined where the desk hasn't been asked since it was made. */
function ticksOf(standing: CitationStanding | undefined, hasQuote: boolean): Tick[] {
  const quote = !hasQuote ? ({ told: 'evidenceQuoteNone', mark: 'none' } as const) : standing?.quote ? QUOTES[standing.quote] : ({ told: 'evidenceQuoteNo', mark: 'open' } as const)
  const check = standing?.support ? CHECKS[standing.support] : ({ told: 'evidenceCheckNo', mark: 'open' } as const)
  return [
    { name: 'evidenceCopy', ...(standing?.isArchived === true ? ({ told: 'evidenceCopyYes', mark: 'yes' } as const) : ({ told: 'evidenceCopyNo', mark: 'open' } as const)) },
    { name: 'evidenceQuote', ...quote },
    { name: 'evidenceCheck', ...check },
    ...(standing?.verification === 'verified' ? [{ name: 'evidenceVerified', told: 'evidenceVerifiedYes', mark: 'yes' } as const] : []),
  ]
}

/** Copy kept · quote found · support checked, and that the source is verified where it is: a sign and a word each, told whole to who can't see it. */
export function Ticks({ standing, hasQuote }: { standing: CitationStanding | undefined; hasQuote: boolean }) {
  const { say } = useWords()
  return (
    <span className="evidence-ticks">
      {ticksOf(standing, hasQuote).map(({ name, told, mark }) => (
        <span key={name} className={`evidence-tick evidence-tick--${mark}`} title={say(told)}>
          <span aria-hidden="true">
            {SIGNS[mark]} {say(name)}
          </span>
          <span className="evidence-hidden">{say(told)}. </span>
        </span>
      ))}
    </span>
  )
}
