/** What a parser of HTML looks through for a declaration: WHATWG HTML 13.2.3.2 says 1,024 bytes; real pages are later. */
const PRESCAN_BYTES = 4_096

const BOMS: readonly [string, readonly number[]][] = [['utf-8', [0xef, 0xbb, 0xbf]], ['utf-16be', [0xfe, 0xff]], ['utf-16le', [0xff, 0xfe]]]

/**
 * The text of a document's bytes. The encoding is told by a byte order mark, else the header, else a declaration within, each where it
 * names one that is known (WHATWG Encoding); else UTF-8 where the bytes are that, and windows-1252. Bytes that can't be read become U+FFFD.
 */
export function decodeText(bytes: Uint8Array, contentType: string | undefined): { text: string; encoding: string } {
  const marked = BOMS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0]
  const named = [marked, charsetIn(contentType), declaredIn(bytes)].find((label) => label !== undefined && isKnown(label))
  const encoding = named ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252')
  return { text: new TextDecoder(encoding).decode(bytes), encoding: new TextDecoder(encoding).encoding }
}

function charsetIn(contentType: string | undefined): string | undefined {
  return /charset\s*=\s*["']?\s*([^\s"';]+)/i.exec(contentType ?? '')?.[1]?.toLowerCase()
}

function declaredIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN_BYTES))
  const found = /<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1] ?? /<meta[^>]{0,400}charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1]
  // A declaration that was read as one byte a character can't stand in a text of two bytes each.
  return found === undefined ? undefined : /^utf-?16/i.test(found) ? 'utf-8' : found.toLowerCase()
}

function isKnown(label: string): boolean {
  try {
    new TextDecoder(label)
    return true
  } catch {
    return false
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
