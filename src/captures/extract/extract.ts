import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import type { SourceMetadata } from '../capture'
import { cleanText } from './clean'
import { decodeText } from './decode'
import { LONGEST_TEXT, readHtml } from './html'
import { kindOf, type BodyKind } from './kind'
import { readPdf } from './pdf'

/** A body to read: the file that holds it, its header's content type, the address it came from, and milliseconds that reading may take. */
export type ExtractAsk = { file: string; contentType?: string; url: string; milliseconds: number }

/** What was read from a body. `problem`: why its words are missing, in one word. */
export type Extracted = { kind: BodyKind; mime: string; text?: string; title?: string; metadata: SourceMetadata; image?: { width: number; height: number }; pages?: number; problem?: 'unreadable' | 'tooLong' }

/** What a picture may unpack to, in pixels. */
const MOST_PIXELS = 100_000_000

/** Reads a body that strangers made. To be run where it may hang or fall: see `reader.ts`. */
export async function extract({ file, contentType, url, milliseconds }: ExtractAsk): Promise<Extracted> {
  const until = performance.now() + milliseconds * 0.8
  const bytes = await readFile(file)
  const { kind, mime } = await kindOf(bytes, contentType)
  const base: Extracted = { kind, mime, metadata: { origin: {} } }
  try {
    if (kind === 'html') return { ...base, ...readHtml(bytes, contentType, url) }
    if (kind === 'text') return { ...base, text: cleanText(decodeText(bytes, contentType).text).slice(0, LONGEST_TEXT) }
    if (kind === 'image') {
      const { width, height } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'none' }).metadata()
      return { ...base, image: { width, height }, metadata: { kind: 'image', origin: { kind: 'file' } } }
    }
    if (kind === 'pdf') return { ...base, ...(await readPdfBody(bytes, until)) }
    return base
  } catch {
    return { ...base, problem: 'unreadable' }
  }
}

async function readPdfBody(bytes: Uint8Array, until: number): Promise<Partial<Extracted>> {
  const { text, pages, isWhole, title, creator } = await readPdf(bytes, until)
  const metadata: SourceMetadata = { origin: {} }
  if (title !== undefined) Object.assign(metadata, { title, origin: { ...metadata.origin, title: 'pdf' } })
  if (creator !== undefined) Object.assign(metadata, { creators: [{ name: creator }], origin: { ...metadata.origin, creators: 'pdf' } })
  return { text, pages, metadata, ...(title === undefined ? {} : { title }), ...(isWhole ? {} : { problem: 'tooLong' }) }
}
