import { archivedCopy, type ArchivedCopy } from './archives'
import { addressOfDoi, doiOf, isDoiResolver } from './doi'
import { isbnOf } from './isbn'
import { keyOf } from './key'
import { LONGEST_LINK, type Link, type LinkProblem, type LinkProblemCode } from './link'
import { addressIn, isTruncated, sealed } from './pasted'
import { takePlace } from './place-in-work'
import { readPlatform, settlePlatformHost } from './platforms'
import { stripSharingIdentifiers } from './sharing-identifiers'
import { settleVariant, wrappedAddress } from './variants'
import { warningsOf } from './warnings'
import { linkProblem } from './words'

const SHARE_BUTTON = /^(www\.)?(facebook\.com\/(sharer|share\.php|dialog)|(twitter|x)\.com\/(intent|share)|linkedin\.com\/(shareArticle|sharing)|(api\.whatsapp|web\.whatsapp)\.com\/send|wa\.me\/\?|t(elegram)?\.me\/share|pinterest\.[a-z]+\/pin\/create|reddit\.com\/submit|addtoany\.com\/)/i
/** An archive's copy of an archive's copy, a link within a link: nobody means more than so many. */
const DEEPEST = 6

/**
 * Reads what somebody pasted as one link; fetches nothing, and throws for no text. A problem comes with words for people.
 */
export function readLink(input: string): Link | LinkProblem {
  const found = addressIn(input)
  if (typeof found === 'string') return linkProblem(found)
  if (found.address.length > LONGEST_LINK) return linkProblem('tooLong')
  if (!URL.canParse(found.address)) return linkProblem('broken')
  const link = readUrl(new URL(found.address))
  return typeof link === 'string' ? linkProblem(link) : link
}

/** Reads an address that stands alone, as of a link in a page. `url` itself isn't changed. */
export function readUrl(url: URL): Link | LinkProblemCode {
  return readWithin(new URL(url), DEEPEST)
}

function readWithin(url: URL, depth: number): Link | LinkProblemCode {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'scheme'
  if (url.username !== '' || url.password !== '') return 'credentials'
  url.hostname = url.hostname.replace(/\.$/, '')
  if (url.href.length > LONGEST_LINK) return 'tooLong'
  if (!/[\p{L}\p{N}]/u.test(url.hostname)) return 'broken'
  if (isTruncated(url.href)) return 'truncated'
  if (SHARE_BUTTON.test(`${url.host}${url.pathname}${url.search}`)) return 'shareButton'
  const wrapped = depth > 0 ? wrappedAddress(url) : null
  if (wrapped !== null && URL.canParse(wrapped)) {
    const inner = readWithin(new URL(wrapped), depth - 1)
    if (typeof inner !== 'string') return inner
  }
  const archived = depth > 0 ? archivedCopy(url) : null
  return archived === null ? readWork(url) : readCopy(url, archived, depth)
}

function readCopy(url: URL, { isBanned, original: written, ...copy }: ArchivedCopy, depth: number): Link | LinkProblemCode {
  const warnings: Link['warnings'] = isBanned ? ['banned-archive'] : []
  const original = written === null ? null : readWithin(new URL(written), depth - 1)
  if (original === null || typeof original === 'string') {
    url.hash = ''
    return { url: sealed(url.href), key: keyOf(url, {}), stripped: [], archive: { ...copy, original: null }, warnings }
  }
  const { archive: inner, ...work } = original
  // The innermost copy is the oldest; but one of a banned archive is better read where another kept it.
  if (inner !== undefined && !original.warnings.includes('banned-archive')) return original
  const kept = inner ?? { ...copy, original: original.url }
  // What follows "#" is the original's, where it names a page of it, and else a place in the copy.
  if (url.hash !== '') url.hash = new URL(original.url).hash
  return { ...work, url: sealed(url.href), archive: { ...kept, provider: copy.provider }, warnings: [...original.warnings.filter((warning) => warning !== 'banned-archive'), ...warnings] }
}

function readWork(url: URL): Link | LinkProblemCode {
  settlePlatformHost(url)
  const place = takePlace(url)
  settleVariant(url)
  const stripped = stripSharingIdentifiers(url)
  const doi = doiOf(url)
  const isbn = isbnOf(url)
  const post = readPlatform(url)
  const address = doi !== undefined && isDoiResolver(url) ? new URL(addressOfDoi(doi)) : url
  if (address.href.length > LONGEST_LINK) return 'tooLong'
  return {
    url: sealed(address.href), key: keyOf(url, { doi, ...post }), stripped,
    ...(doi === undefined ? {} : { doi }), ...(isbn === undefined ? {} : { isbn }), ...post, ...place, warnings: warningsOf(url),
  }
}
