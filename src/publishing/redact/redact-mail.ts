import { redactText, type Wanted } from './redact-text'

/**
 * A mail as a file (RFC 5322, with MIME) without the wanted words, and how many were found: in its headers and in every
 * part that is text, however they are encoded. The bytes are the same where none was found.
 */
export function redactMail(mail: Buffer, wanted: Wanted): { mail: Buffer; found: number } {
  // Each octet as one character, so that parts in any charset pass through unharmed.
  const { text, found } = redactEntity(mail.toString('latin1'), wanted)
  return found === 0 ? { mail, found } : { mail: Buffer.from(text, 'latin1'), found }
}

function redactEntity(entity: string, wanted: Wanted): { text: string; found: number } {
  const end = /\r?\n\r?\n/.exec(entity)
  const head = end === null ? entity : entity.slice(0, end.index)
  const rest = end === null ? '' : entity.slice(end.index + end[0].length)
  const headers = head.split(/\r?\n(?![ \t])/)
  const valueOf = (name: string): string => headers.find((header) => header.toLowerCase().startsWith(`${name}:`))?.slice(name.length + 1).trim() ?? ''
  const type = valueOf('content-type')
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1]
  const body = /^multipart\//i.test(type) && boundary !== undefined ? redactParts(rest, boundary, wanted) : redactBody(rest, type, valueOf('content-transfer-encoding').toLowerCase(), wanted)
  const heads = headers.map((header) => redactHeader(header, wanted))
  const found = heads.reduce((sum, each) => sum + each.found, body.found)
  if (found === 0) return { text: entity, found }
  const kept = body.encoding === null ? heads.map(({ text }) => text) : [...heads.map(({ text }) => text).filter((text) => !/^content-transfer-encoding:/i.test(text)), `Content-Transfer-Encoding: ${body.encoding}`]
  return { text: `${kept.join('\r\n')}\r\n\r\n${body.text}`, found }
}

type Body = { text: string; found: number; encoding: string | null }

function redactParts(rest: string, boundary: string, wanted: Wanted): Body {
  const parts = rest.split(new RegExp(`(?:^|\\r?\\n)--${boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`))
  let found = 0
  const redacted = parts.map((part, index) => {
    if (index === 0 || part.startsWith('--')) return part
    const beginning = /^[ \t]*\r?\n/.exec(part)?.[0] ?? ''
    const entity = redactEntity(part.slice(beginning.length), wanted)
    found += entity.found
    return beginning + entity.text
  })
  return { text: redacted.join(`\r\n--${boundary}`), found, encoding: null }
}

function redactBody(rest: string, type: string, encoding: string, wanted: Wanted): Body {
  if (type !== '' && !/^text\//i.test(type)) return { text: rest, found: 0, encoding: null }
  const bytes = encoding === 'base64' ? Buffer.from(rest, 'base64') : encoding === 'quoted-printable' ? unquote(rest) : Buffer.from(rest, 'latin1')
  const { text, found } = redactText(bytes.toString('utf8'), wanted)
  if (found.length === 0) return { text: rest, found: 0, encoding: null }
  return { text: inLines(Buffer.from(text, 'utf8').toString('base64')), found: found.length, encoding: 'base64' }
}

function unquote(text: string): Buffer {
  return Buffer.from(text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1')
}

function inLines(base64: string): string {
  return `${base64.match(/.{1,76}/g)?.join('\r\n') ?? ''}\r\n`
}

function redactHeader(header: string, wanted: Wanted): { text: string; found: number } {
  const colon = header.indexOf(':')
  const name = header.slice(0, colon)
  const read = readWords(header.slice(colon + 1).replace(/\r?\n[ \t]+/g, ' ').trim())
  const { text, found } = redactText(read, wanted)
  if (colon === -1 || found.length === 0) return { text: header, found: 0 }
  return { text: `${name}: ${isPlain(text) ? text : encodeWords(text)}`, found: found.length }
}

function isPlain(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text) && text.length < 900
}

/** Undoes encoded words (RFC 2047); blanks between two of them are not part of the text. */
function readWords(value: string): string {
  const utf8 = Buffer.from(value, 'latin1').toString('utf8')
  return utf8.replace(/(=\?[^?]+\?[bq]\?[^?]*\?=)\s+(?==\?)/gi, '$1').replace(/(?:=\?[^?]+\?[bq]\?[^?]*\?=)+/gi, (words) => {
    const bytes = [...words.matchAll(/=\?[^?]+\?([bq])\?([^?]*)\?=/gi)].map(([, kind, text = '']) => (kind?.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : unquote(text.replaceAll('_', ' '))))
    return Buffer.concat(bytes).toString('utf8')
  })
}

/** An address stays one, so only the name before it is encoded; words are cut between characters. */
function encodeWords(text: string): string {
  return text.replace(/[^<>@,;:"]*[^\x20-\x7e][^<>@,;:"]*/g, (words) => {
    const pieces: string[] = []
    let piece = ''
    for (const character of words.trim()) {
      if (Buffer.byteLength(piece + character) > 42) {
        pieces.push(piece)
        piece = ''
      }
      piece += character
    }
    pieces.push(piece)
    const blank = /\s$/.test(words) ? ' ' : ''
    return pieces.map((each) => `=?UTF-8?B?${Buffer.from(each).toString('base64')}?=`).join('\r\n ') + blank
  })
}
