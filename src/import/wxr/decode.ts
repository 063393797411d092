import { BrokenExport } from '../broken-export'

const XML_DECLARATION = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']/

/** The encoding that a file's first bytes tell: by byte order mark, else as the XML declaration says, else UTF-8. */
function encodingOf(head: Uint8Array): string {
  const [a = 0, b = 0, c = 0, d = 0] = head
  if (a === 0x50 && b === 0x4b) throw new BrokenExport('This is a ZIP archive. Unpack it and import the XML file inside.')
  if (a === 0x1f && b === 0x8b) throw new BrokenExport('This file is compressed (gzip). Unpack it first.')
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0x3c && b === 0 && c === 0x3f && d === 0) return 'utf-16le'
  if (a === 0 && b === 0x3c && c === 0 && d === 0x3f) return 'utf-16be'
  const declared = XML_DECLARATION.exec(Buffer.from(head.subarray(0, 512)).toString('latin1'))?.[1]?.toLowerCase() ?? 'utf-8'
  // The declaration could be read byte by byte, so the text can't be in two-byte units.
  if (/^(utf-?16|ucs-?2|utf-?32)/.test(declared)) throw new BrokenExport(`The file says that it is in ${declared.toUpperCase()}, and it isn't.`, { line: 1 })
  return declared
}

function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: false })
  } catch {
    throw new BrokenExport(`The file says that it is in the encoding "${encoding}", which nobody here can read.`, { line: 1 })
  }
}

/** How many bytes a UTF-8 character that begins with `lead` has; 0 where none may begin so. */
function lengthFrom(lead: number): number {
  if (lead < 0x80) return 1
  if (lead >= 0xc2 && lead <= 0xdf) return 2
  if (lead >= 0xe0 && lead <= 0xef) return 3
  if (lead >= 0xf0 && lead <= 0xf4) return 4
  return 0
}

/** The lowest and highest second byte after `lead`: RFC 3629, section 4. */
function secondByteRange(lead: number): [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf]
  if (lead === 0xed) return [0x80, 0x9f]
  if (lead === 0xf0) return [0x90, 0xbf]
  if (lead === 0xf4) return [0x80, 0x8f]
  return [0x80, 0xbf]
}

/**
 * Offset of the first byte that isn't UTF-8, or the length of `bytes` if there is none. An unfinished character at the
 * end counts as an error, as nothing follows.
 */
export function firstInvalidUtf8(bytes: Uint8Array): number {
  let at = 0
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0
    const length = lengthFrom(lead)
    if (length === 0 || at + length > bytes.length) return at
    for (let next = 1; next < length; next += 1) {
      const [low, high] = next === 1 ? secondByteRange(lead) : [0x80, 0xbf]
      const byte = bytes[at + next] ?? 0
      if (byte < low || byte > high) return at
    }
    at += length
  }
  return at
}

/** Length of `bytes` without an unfinished UTF-8 character at their end. */
function completeLength(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte >= 0xc0) return lengthFrom(byte) > back ? bytes.length - back : bytes.length
    if (byte < 0x80) break
  }
  return bytes.length
}

function countLines(bytes: Uint8Array): number {
  let lines = 0
  for (const byte of bytes) if (byte === 0x0a) lines += 1
  return lines
}

/** `chunks` with a first one of at least 512 bytes, where there are that many. */
async function* withWholeHead(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | null = new Uint8Array()
  for await (const chunk of chunks) {
    if (head === null) {
      yield chunk
      continue
    }
    head = Buffer.concat([head, chunk])
    if (head.length < 512) continue
    yield head
    head = null
  }
  if (head !== null) yield head
}

/**
 * Decodes a stream of bytes to text, chunk by chunk, in the encoding that the file declares.
 *
 * @throws BrokenExport for an unknown encoding, and for bytes that aren't of it, naming byte and line.
 */
export async function* decodeXml(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<string> {
  let encoding: string | null = null
  let decoder: TextDecoder | null = null
  let carry: Uint8Array = new Uint8Array()
  let bytesBefore = 0
  let linesBefore = 1

  function decode(bytes: Uint8Array, isLast: boolean): string {
    encoding ??= encodingOf(bytes)
    decoder ??= decoderFor(encoding)
    try {
      return decoder.decode(bytes, { stream: !isLast })
    } catch {
      const offset = encoding === 'utf-8' ? firstInvalidUtf8(bytes) : 0
      throw new BrokenExport(
        `The text isn't valid ${encoding.toUpperCase()}. Export it again, or save it as UTF-8.`,
        { line: linesBefore + countLines(bytes.subarray(0, offset)), byte: bytesBefore + offset },
      )
    }
  }

  for await (const chunk of withWholeHead(chunks)) {
    const bytes: Uint8Array = carry.length === 0 ? chunk : Buffer.concat([carry, chunk])
    if (bytesBefore + bytes.length > maxBytes) {
      throw new BrokenExport(`The file is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB. Export it in parts, or allow more with --max-size.`)
    }
    encoding ??= encodingOf(bytes)
    const whole = encoding === 'utf-8' ? completeLength(bytes) : bytes.length
    const text = decode(bytes.subarray(0, whole), false)
    carry = bytes.slice(whole)
    linesBefore += countLines(bytes.subarray(0, whole))
    bytesBefore += whole
    if (text !== '') yield text
  }
  const rest = decode(carry, true)
  if (rest !== '') yield rest
}
