import { isIP } from 'node:net'
import { Agent } from 'undici'
import { secured, throughProxy, type SocksProxy } from '../fetch/dial'

/** How long connecting may take, in milliseconds. */
const CONNECT_MS = 20_000

/** What connects to a service through a SOCKS proxy, as pages are fetched: the service learns no more of where we are than they do. */
export function throughSocks(proxy: SocksProxy): Agent {
  return new Agent({
    connect({ hostname, port, protocol }, callback) {
      const signal = AbortSignal.timeout(CONNECT_MS)
      const isSecure = protocol === 'https:'
      throughProxy(proxy, hostname, port === '' ? (isSecure ? 443 : 80) : Number(port), signal)
        .then((line) => (isSecure ? secured(line, hostname, isIP(hostname) === 0 ? null : hostname, signal) : line))
        .then(
          ({ socket }) => callback(null, socket),
          (error: Error) => callback(error, null),
        )
    },
  })
}
