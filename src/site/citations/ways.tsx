import { Fragment, type ReactElement } from 'react'
import { formatDate } from '@/record/dates'
import type { Live } from '@/record/publication'
import { isTold, sourceWordsFor } from '@/record/source-words'
import { textDirective, textFragment } from '@/record/text-fragment'
import { archivesOf, copyPath, originalOf, waysToRead, wayToQuote, type Way } from '@/record/ways'
import { pathAddress, safeAddress } from '../addresses'
import type { Page } from '../page'

type Props = { page: Page; source: Live<'sources'> }

/**
 * The ways to read a source, the most reliable first, with what there is to know of its original. Links carry the attributes of
 * Robust Links 1.0, by which programs find the other copy. The page of our copy doesn't lead to itself.
 */
export function WaysToRead({ page, source, isOnCopy = false }: Props & { isOnCopy?: boolean }): ReactElement | null {
  const facts = page.facts.get(source.document)
  const ways = waysToRead(source.projection, facts).filter((way) => (way.kind === 'copy' ? !isOnCopy : safeAddress(way.url) !== null))
  if (ways.length === 0) return null
  return <span className="ways">{ways.map((way, index) => <Fragment key={way.kind}>{index > 0 && ' '}<WayToRead way={way} page={page} source={source} /></Fragment>)}</span>
}

function WayToRead({ way, page, source }: Props & { way: Way }): ReactElement {
  const words = sourceWordsFor(page.language)
  const print = (date: string): string => formatDate(date, page.language, page.settings)
  const facts = page.facts.get(source.document)
  if (way.kind === 'copy') return source.path === null ? <></> : <a href={pathAddress(copyPath(source.path))}>{words.ourCopyOf(print(way.copy.at))}</a>
  const [archive] = archivesOf(source.projection, facts)
  if (way.kind === 'archived') {
    const original = safeAddress(originalOf(source.projection)) ?? undefined
    return <a href={safeAddress(way.url) ?? undefined} rel="noreferrer" data-originalurl={original} data-versiondate={day(way.at)}>{way.at === undefined ? words.archived : words.archivedOn(print(way.at))}</a>
  }
  const told = facts !== undefined && isTold(facts.state) ? words.stands[facts.state](facts.since === undefined ? null : print(facts.since.slice(0, 7))) : null
  const name = way.isLinked
    ? <a href={safeAddress(way.url) ?? undefined} rel="noreferrer" data-versionurl={safeAddress(archive?.url) ?? undefined} data-versiondate={day(archive?.at)}>{words.original}</a>
    : <span>{words.original}</span>
  return told === null ? name : <span className="stands">{name} <span>({told})</span></span>
}

/** The day of an instant, as Robust Links wants it; a partial date as it is. */
function day(at: string | undefined): string | undefined {
  return at?.slice(0, 10)
}

/** The address at which the quoted words can be read, scrolled to them where the browser can; undefined where they are nowhere. */
export function quoteAddress({ page, source, quote }: Props & { quote: string }): string | undefined {
  const way = wayToQuote(source.projection, page.facts.get(source.document))
  if (way === undefined) return undefined
  if (way.kind === 'copy') {
    const directive = textDirective(quote)
    return source.path === null ? undefined : pathAddress(copyPath(source.path)) + (directive === null ? '' : `#${directive}`)
  }
  const address = safeAddress(way.url)
  return address === null ? undefined : textFragment(address, quote)
}
