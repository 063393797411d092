import type { Link, LinkProblem } from './addresses/link'
import { readAddress, type WebAddress } from './web-addresses'

/** Reads what somebody pasted as a link, without fetching anything: cleaned, with what it tells by itself, or why it is none. */
export function readLink(input: string): Link | LinkProblem {
  const trimmed = input.trim()
  const given = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`
  if (trimmed === '') return { problem: 'empty', message: { en: 'There is no link.', ar: 'لا يوجد رابط.' } }
  const address = URL.canParse(given) && (/^[a-z]+:\/\//i.test(trimmed) || new URL(given).hostname.includes('.')) ? readAddress(given, given) : readAddress(trimmed, 'https://nowhere.invalid')
  if (address.kind === 'truncated') return { problem: 'truncated', message: { en: 'This link was cut when it was copied.', ar: 'قُطع هذا الرابط عند نسخه.' } }
  if (address.kind !== 'web' || new URL(address.url).hostname === 'nowhere.invalid') return { problem: 'broken', message: { en: 'This is not the link of a page on the web.', ar: 'ليس هذا رابط صفحة على الشبكة.' } }
  return linkOf(address, given)
}

function linkOf(address: WebAddress, given: string): Link {
  const { url, key, archivedUrl, archivedAt, doi, platform, locator, quote } = address
  const postId = postIdOf(address)
  return {
    url: archivedUrl ?? url,
    key,
    stripped: [...new URL(given).searchParams.keys()].filter((name) => !new URL(url).searchParams.has(name)),
    ...(archivedUrl === undefined ? {} : { archive: { provider: 'wayback', original: url, ...(archivedAt === undefined ? {} : { at: archivedAt }) } }),
    ...(doi === undefined ? {} : { doi }), ...(platform === undefined ? {} : { platform }), ...(postId === null ? {} : { postId }), ...(locator === undefined ? {} : { locator }), ...(quote === undefined ? {} : { quote }),
    warnings: [],
  }
}

function postIdOf({ url, platform }: WebAddress): string | null {
  const { pathname, searchParams } = new URL(url)
  switch (platform) {
    case 'x':
      return /\/status\/(\d+)/.exec(pathname)?.[1] ?? null
    case 'youtube':
      return searchParams.get('v')
    case 'instagram':
      return /\/(?:p|reel|tv)\/([\w-]+)/.exec(pathname)?.[1] ?? null
    default:
      return null
  }
}
