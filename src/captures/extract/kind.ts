import { fileTypeFromBuffer } from 'file-type'

export type BodyKind = 'html' | 'pdf' | 'image' | 'text' | 'other'

const HTML_START = /^(?:\s|<!--[\s\S]*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|div|p|h1|table|article|main|section)[\s>/]/i
/** Of images only what is shown as one and nothing else; SVG is a document with scripts. */
const IMAGE = /^image\/(?:jpeg|png|gif|webp|avif|bmp|tiff)$/
const HEAD_BYTES = 4_096

/**
 * What bytes are, whatever their header says: by their first bytes, else by how they begin as text. The header decides only between
 * what can't be told apart, as plain text from markup without a beginning. `mime` is what they are kept as.
 */
export async function kindOf(bytes: Uint8Array, contentType: string | undefined): Promise<{ kind: BodyKind; mime: string }> {
  const claimed = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const found = await fileTypeFromBuffer(bytes.subarray(0, 65_536)).catch(() => undefined)
  if (found?.mime === 'application/pdf') return { kind: 'pdf', mime: found.mime }
  if (found !== undefined && IMAGE.test(found.mime)) return { kind: 'image', mime: found.mime }
  if (found !== undefined && found.mime !== 'application/xml') return { kind: 'other', mime: found.mime }
  if (bytes.length === 0) return { kind: 'other', mime: 'application/octet-stream' }
  const head = bytes.subarray(0, HEAD_BYTES)
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  if (!isWide && head.includes(0)) return { kind: 'other', mime: 'application/octet-stream' }
  const start = new TextDecoder(isWide ? (head[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'latin1').decode(head).replace(/^(\ufeff|\u00ef\u00bb\u00bf)/, '')
  if (HTML_START.test(start) || claimed === 'application/xhtml+xml' || (claimed === 'text/html' && /<\/?[a-z]/i.test(start))) return { kind: 'html', mime: 'text/html' }
  if (/^text\/|\/json$|\/xml$|\+json$|\+xml$|^$|^application\/octet-stream$|^image\/|\/pdf$/.test(claimed)) return { kind: 'text', mime: 'text/plain' }
  return { kind: 'other', mime: 'application/octet-stream' }
}
