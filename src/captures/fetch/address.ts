import ipaddr from 'ipaddr.js'

/** Where all global unicast IPv6 lies; the rest is set aside for what is to come (IANA, IPv6 Global Unicast Address Assignments). */
const GLOBAL_V6 = ipaddr.IPv6.parseCIDR('2000::/3')
/** RFC 8215: for translators inside one network. Whoever runs one chooses where in it the IPv4 address stands, so none can be read out of it. */
const LOCAL_NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b:1::/48')
/** Public in form, but answered by the cloud's own host: Azure's WireServer, which hands out the machine's credentials. */
const CLOUD_SERVICES = new Set(['168.63.129.16'])

function v4(bytes: number[]): ipaddr.IPv4 {
  return new ipaddr.IPv4(bytes)
}

/** The IPv4 addresses that packets to an IPv6 address end at, or none where it is a destination of its own. */
function embedded(address: ipaddr.IPv6): ipaddr.IPv4[] {
  const bytes = address.toByteArray()
  switch (address.range()) {
    // ipaddr.js calls v4-compatible ones (::a.b.c.d, RFC 4291 2.5.5.1) mapped, too.
    case 'ipv4Mapped':
    // ::ffff:0:a.b.c.d (RFC 6145 2.2, SIIT) and 64:ff9b::a.b.c.d (RFC 6052, NAT64).
    case 'rfc6145':
    case 'rfc6052':
      return [v4(bytes.slice(12))]
    // 2002:aabb:ccdd:: (RFC 3056).
    case '6to4':
      return [v4(bytes.slice(2, 6))]
    // The server in clear, the client with every bit turned over (RFC 4380, 4).
    case 'teredo':
      return [v4(bytes.slice(4, 8)), v4(bytes.slice(12).map((byte) => byte ^ 0xff))]
    default:
      return []
  }
}

function objectionToV4(address: ipaddr.IPv4): string | null {
  if (CLOUD_SERVICES.has(address.toString())) return 'cloud service'
  const range = address.range()
  return range === 'unicast' ? null : range
}

/**
 * Why nobody may be dialled at an IP address, in one word or two; null where it is public. An IPv6 address that wraps
 * IPv4 (mapped, compatible, 6to4, NAT64, Teredo) is judged by what it wraps. Ranges are those of IANA's two registries of
 * special-purpose addresses (RFC 6890), as ipaddr.js keeps them.
 */
export function objectionToAddress(text: string): string | null {
  // Not isValid: it takes "0177.0.0.1" and "127.1", which the system would read in a way of its own.
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return objectionToV4(ipaddr.IPv4.parse(text))
  if (!ipaddr.IPv6.isValid(text) || text.includes('%')) return 'not an address'
  const address = ipaddr.IPv6.parse(text)
  if (address.match(LOCAL_NAT64)) return 'local translation'
  const inner = embedded(address)
  if (inner.length > 0) return inner.map(objectionToV4).find((objection) => objection !== null) ?? null
  const range = address.range()
  if (range !== 'unicast') return range
  return address.match(GLOBAL_V6) ? null : 'reserved'
}

/** The address that `text` means once a mapped IPv4 address is unwrapped, as the system would dial it. */
export function plainAddress(text: string): string {
  return ipaddr.process(text).toString()
}
