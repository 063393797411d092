/**
 * Other addresses of one page. Taken for the page itself only where two works can't share the address so told: what an AMP
 * viewer or cache writes out, what only asks for another setting of the same page, and hosts that are known for it. Not
 * `amp.` before any host (it may be an organisation's name), nor `/print` or `/amp` at the end of any path (an article on amplifiers).
 */
const AMP_HOSTS = /^amp\.(?=(?:theguardian\.com|cnn\.com|dw\.com|france24\.com|rfi\.fr|abc\.net\.au|scmp\.com|usatoday\.com|smh\.com\.au|theage\.com\.au|economist\.com|elmundo\.es|theatlantic\.com|reddit\.com|ft\.com)$)/
const SETTINGS: [name: RegExp, value: RegExp][] = [
  [/^amp$/i, /^(?:1|true|amp|)$/i], [/^(?:outputtype|view|output)$/i, /^(?:amp|print|printable)$/i], [/^amp_.*$/i, /.*/], [/^(?:print|printable|printer|printview)$/i, /^(?:1|true|yes|print|on|y|)$/i], [/^isprinterfriendly$/i, /.*/],
]
// Suffixes below which anybody may have a name: there "m." is the name.
const PUBLIC_SUFFIX = /^(?:co|com|org|net|ac|gov|edu|ne|or|gob|gouv)\.[a-z]{2}$/

/** The page's own address as an AMP viewer or cache, or a service that counts clicks, writes it out; null where it is none of these. */
export function wrappedAddress(url: URL): string | null {
  const host = url.hostname
  const parameter = (...names: string[]) => names.map((name) => url.searchParams.get(name)).find((value) => value !== null && /^https?:\/\//i.test(value)) ?? null
  const amp = /^(?:www\.)?google\.[a-z.]+$/.test(host) ? /^\/amp\/(s\/)?(.+)$/.exec(url.pathname) : /(?:^|\.)cdn\.ampproject\.org$/.test(host) ? /^\/[cvwr]\/(s\/)?(.+)$/.exec(url.pathname) : null
  if (amp !== null) return `${amp[1] === undefined ? 'http' : 'https'}://${amp[2] ?? ''}${url.search}`
  if (/^(?:www\.)?google\.[a-z.]+$/.test(host) && url.pathname === '/url') return parameter('q', 'url')
  if (/^lm?\.(?:facebook|instagram)\.com$/.test(host)) return parameter('u')
  if (/^(?:www\.|m\.)?youtube\.com$/.test(host) && url.pathname === '/redirect') return parameter('q')
  if (/(?:^|\.)safelinks\.protection\.outlook\.com$/.test(host)) return parameter('url')
  if (/^(?:www\.)?linkedin\.com$/.test(host) && /^\/(?:redir\/redirect|safety\/go)/.test(url.pathname)) return parameter('url')
  if (/^(?:out\.reddit\.com|steamcommunity\.com|t\.umblr\.com|slack-redir\.net|(?:m\.)?vk\.com)$/.test(host) && !/^\/[^/]*\/./.test(url.pathname)) return parameter('url', 'z', 'to', 'u')
  return null
}

/** Asks for the page itself instead of another setting of it; changes `url`. */
export function settleVariant(url: URL): void {
  if (/^[a-z]{2,12}\.m\.(?:wikipedia|wikimedia|wiktionary|wikisource|wikinews|wikiquote|wikibooks)\.org$/.test(url.hostname)) url.hostname = url.hostname.replace('.m.', '.')
  for (const [name, value] of [...url.searchParams]) {
    if (SETTINGS.some(([names, values]) => names.test(name) && values.test(value))) url.searchParams.delete(name)
  }
  if (url.searchParams.size === 0) url.search = ''
}

/** A host as keys know it: without `www.`, a phone's `m.`, and `amp.` where that is known to be a setting of the page. */
export function hostOfKey(host: string): string {
  const bare = host.replace(/^www\d?\.(?=[^.]+\.)/, '').replace(AMP_HOSTS, '')
  const desktop = bare.replace(/^(?:m|mobile|touch)\.(?=[^.]+\.)/, '')
  return PUBLIC_SUFFIX.test(desktop) ? bare : desktop.replace(/^www\.(?=[^.]+\.)/, '')
}

/** A path as keys know it: without an index, closing slashes, and an AMP ending where only a post can stand before it. */
export function pathOfKey(path: string): string {
  const parts = path.split('/')
  while (parts.length > 1 && parts.at(-1) === '') parts.pop()
  const [before, last] = [parts.at(-2) ?? '', parts.at(-1) ?? '']
  const isAmp = /^amp(?:\.html)?$/i.test(last) && (/\d{4}/.test(before) || before.split('-').length > 2)
  if (isAmp || /^(?:index|default)\.(?:x?html?|php\d?|aspx?|jsp|cfm)$/i.test(last)) parts.pop()
  while (parts.length > 1 && parts.at(-1) === '') parts.pop()
  return parts.join('/')
}
