import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from 'node:http'

/** Headers that belong to one connection (RFC 9110, section 7.6.1), with those that `Connection` itself names. */
const HOP_BY_HOP = ['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade']

/** A copy without the headers of the connection it came by. */
export function endToEnd(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const named = (headers.connection ?? '').toLowerCase().split(',').map((name) => name.trim())
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name) && !named.includes(name)))
}

/**
 * The address that a request came from. With no trusted proxy that is the connection's own, whatever the client claims;
 * with `proxies` of them, the one that the outermost of these wrote down.
 */
export function clientAddress(connection: string, forwardedFor: string | undefined, proxies: number): string {
  const chain = [...(forwardedFor ?? '').split(',').map((part) => part.trim()).filter((part) => part !== ''), connection]
  return chain[Math.max(0, chain.length - 1 - proxies)] as string
}

/** What the desk's server is told: the client's request, with the headers about its origin set anew, never added to. */
export function forwardedHeaders(req: IncomingMessage, proxies: number): OutgoingHttpHeaders {
  const { forwarded: _claimed, ...headers } = endToEnd(req.headers)
  const single = (name: string) => (proxies > 0 && typeof req.headers[name] === 'string' ? (req.headers[name] as string) : undefined)
  return {
    ...headers,
    'x-forwarded-for': clientAddress(req.socket.remoteAddress ?? '', single('x-forwarded-for'), proxies),
    'x-forwarded-proto': single('x-forwarded-proto') ?? 'http',
    'x-forwarded-host': single('x-forwarded-host') ?? req.headers.host ?? '',
  }
}
