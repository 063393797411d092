import { isIP } from 'node:net'
import { objectionToAddress, plainAddress } from './address'
import { FetchFailure } from './failure'

/** Where a URL leads: `literal` is the IP address that stands in it, without brackets; null where `host` is a name to be looked up. */
export type Target = { url: URL; host: string; port: number; literal: string | null; isSecure: boolean }

/**
 * Top-level names that mean nothing in the public tree: RFC 2606, 6761, 6762, 7686, 8375 (`home.arpa`, and no page lives
 * elsewhere in `arpa`), 9476, ICANN's `internal`, and those that ICANN will not delegate because so many networks use them.
 */
const RESERVED = new Set([
  'test', 'example', 'invalid', 'localhost', 'local', 'onion', 'alt', 'arpa', 'internal', 'intranet', 'private', 'corp', 'home', 'lan', 'mail', 'localdomain', 'domain', 'host', 'router', 'workgroup',
])

const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/

const refused = (message: string) => new FetchFailure('refused', message)

/** What a host is allowed beyond the rules: names that a test or drill sends to a port of this machine, and the names of Tor. */
export type Exceptions = { isTestHost: (host: string, port: number) => boolean; takesOnion: boolean }

function judgeName(host: string, port: number, { isTestHost, takesOnion }: Exceptions): void {
  const labels = host.split('.')
  if (host.length > 253 || !labels.every((label) => LABEL.test(label))) throw refused('The address names no host that can exist.')
  if (isTestHost(host, port)) return
  const top = labels.at(-1) as string
  if (labels.length < 2) throw refused('The name of the host is one of a local network.')
  if (top === 'onion' && takesOnion) return
  if (RESERVED.has(top)) throw refused(`Names that end in .${top} are not public.`)
}

/**
 * Judges host and port of an address that is about to be dialled. `host` is as `URL` writes it: lower case, IDNA, numbers of
 * every form (octal, hexadecimal, one long number) already four decimals, IPv6 in brackets.
 *
 * @throws FetchFailure of class `refused`.
 */
export function judgeHost(host: string, port: number, exceptions: Exceptions): { host: string; literal: string | null } {
  if (port !== 80 && port !== 443) throw refused(`Port ${port} is not one of the web's, which are 80 and 443.`)
  const bare = host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host.replace(/\.$/, '')
  if (isIP(bare) === 0) {
    judgeName(bare, port, exceptions)
    return { host: bare, literal: null }
  }
  const objection = objectionToAddress(bare)
  if (objection !== null) throw refused(`The address ${bare} is not a public one (${objection}).`)
  return { host: bare, literal: plainAddress(bare) }
}

/**
 * Reads and judges the address of a page, without any look-up.
 *
 * @throws FetchFailure of class `refused`: not http or https, a port other than 80 and 443, a user or password in it, an IP
 * address that is not public, a reserved name.
 */
export function judgeUrl(text: string, exceptions: Exceptions): Target {
  if (!URL.canParse(text)) throw refused('That is not an address of a page.')
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refused('Only http and https are fetched.')
  if (url.username !== '' || url.password !== '') throw refused('The address holds a user name or a password.')
  const isSecure = url.protocol === 'https:'
  const port = url.port === '' ? (isSecure ? 443 : 80) : Number(url.port)
  const { host, literal } = judgeHost(url.hostname, port, exceptions)
  url.hash = ''
  return { url, host, port, literal, isSecure }
}
