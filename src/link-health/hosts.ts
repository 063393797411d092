/**
 * The name by which an address is paced: its host and port, as readers' sites mostly serve `www.` from the same machine. Null for
 * what is no http(s) address.
 */
export function hostOf(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, host } = new URL(url)
  if (protocol !== 'http:' && protocol !== 'https:') return null
  return host.toLowerCase().replace(/^www\./, '').replace(/\.(?=:|$)/, '')
}

/** Under these, names are given out one level deeper. The whole public suffix list changes weekly; these are the ones that news and rights sites use. */
const SECOND_LEVEL = new Set(['ac', 'co', 'com', 'edu', 'gob', 'gouv', 'gov', 'go', 'ltd', 'mil', 'net', 'nom', 'or', 'org', 'ne', 'sch'])
const SHARED = ['blogspot.com', 'wordpress.com', 'github.io', 'gitlab.io', 'netlify.app', 'vercel.app', 'pages.dev', 'substack.com', 'medium.com', 'tumblr.com', 'weebly.com', 'wixsite.com', 'web.app', 'herokuapp.com', 'neocities.org', 'livejournal.com']

/** The part of a host that somebody registered: `news.bbc.co.uk` → `bbc.co.uk`. An IP address, or a single name, is itself. */
export function registrableDomain(hostname: string): string {
  const name = hostname.toLowerCase().replace(/\.$/, '')
  if (/^[\d.]+$|^\[/.test(name)) return name
  const shared = SHARED.find((suffix) => name.endsWith(`.${suffix}`))
  const labels = name.split('.')
  if (shared !== undefined) return labels.slice(-shared.split('.').length - 1).join('.')
  const isCountry = (labels.at(-1)?.length ?? 0) === 2
  return labels.slice(isCountry && SECOND_LEVEL.has(labels.at(-2) ?? '') ? -3 : -2).join('.')
}
