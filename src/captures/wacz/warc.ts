import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { HeadersMultiMap, StatusAndHeaders, WARCRecord, WARCSerializer, WARC_1_1 } from 'warcio'

/** A record before it is written. `block`: its bytes, for a message of HTTP the head and then the payload; `payload` the SHA-256 of what follows that head. */
export type WarcRecord = { id: string; type: 'warcinfo' | 'request' | 'response' | 'revisit' | 'resource'; date: string; contentType: string; block: Buffer; uri?: string; payload?: string; more?: [string, string][] }

/** The operating system in a member's header (RFC 1952 section 2.3.1): unknown, so that it is the same wherever it was made. */
const UNKNOWN_SYSTEM = 255
const SYSTEM_BYTE = 9

/** The id of a record, the same whenever it is made: a UUID of version 8 (RFC 9562) from a hash of what it is. */
export function recordId(...what: string[]): string {
  const hex = createHash('sha256').update(what.join('\n')).digest('hex')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** A record as a member of a WARC file (ISO 28500:2017), compressed on its own, so that it can be read from its offset. */
export async function writeRecord({ id, type, date, contentType, block, uri, payload, more = [] }: WarcRecord): Promise<Buffer> {
  const headers = new HeadersMultiMap()
  headers.set('WARC-Type', type)
  headers.set('WARC-Record-ID', `<${id}>`)
  headers.set('WARC-Date', date)
  if (uri !== undefined) headers.set('WARC-Target-URI', uri)
  for (const [name, value] of more) headers.set(name, value)
  if (payload !== undefined) headers.set('WARC-Payload-Digest', `sha256:${payload}`)
  headers.set('Content-Type', contentType)
  // Through the constructor, since the block is to be kept byte for byte, with headers in their order and however often they came.
  const record = new WARCRecord({ warcHeaders: new StatusAndHeaders({ statusline: WARC_1_1, headers }), reader: [block] })
  const bytes = gzipSync(await WARCSerializer.serialize(record, { gzip: false }), { level: 9 })
  bytes[SYSTEM_BYTE] = UNKNOWN_SYSTEM
  return bytes
}

/** The head of a message of HTTP/1.1: its first line and headers. Header bytes are kept as they came, but for ends of lines. */
export function headOf(first: string, headers: readonly [string, string][]): Buffer {
  const lines = [first, ...headers.map(([name, value]) => `${name}: ${value}`)].map((line) => line.replace(/[\r\n]+/g, ' '))
  return Buffer.concat([...lines, ''].map((line) => Buffer.from(`${line}\r\n`, /[^\u0000-\u00ff]/.test(line) ? 'utf8' : 'latin1')))
}

/** What described the bytes on the wire; the payload is kept decoded, so that these would mislead every reader. */
const OF_TRANSFER = /^(content-encoding|transfer-encoding|content-length)$/i

/** Response headers for a payload that was decoded: those of the transfer stay under names of their own, as other archives have it. */
export function decodedHeaders(headers: readonly [string, string][], bytes: number): [string, string][] {
  return [...headers.map(([name, value]): [string, string] => [OF_TRANSFER.test(name) ? `X-Orig-${name}` : name, value]), ['Content-Length', String(bytes)]]
}
