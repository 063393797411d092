import { readFile } from 'node:fs/promises'
import { decodeText } from '@/captures/extract/decode'
import { openReader } from '@/captures/extract/reader'
import { currentFetcher } from '@/captures/fetcher'
import { dropSpooled, spooled } from '@/captures/keep/assemble'
import { spoolFolder } from '@/captures/keep/files'
import { keptCopyOf } from '@/captures/kept-copy'
import { readableCapturesOf, readCapture } from '@/captures/store'
import { findQuote } from '@/citations/quotes/anchor'
import type { LookParts } from '@/link-health/check'
import type { Copies } from '@/link-health/sync'

/** How quotes are looked for in the copies that are kept. */
export const copies: Copies = {
  findQuote,
  async keptText(db, source) {
    const [newest] = await readableCapturesOf(db, source)
    const capture = newest === undefined ? null : await readCapture(db, newest.id)
    return capture?.text == null ? null : { text: capture.text, title: capture.title }
  },
}

/** What a worker looks at links with: the fetcher, the reader of strangers' pages, and the copies that are kept. Null where fetching is off. */
export function lookParts(): LookParts | null {
  const fetcher = currentFetcher()
  if (fetcher === null) return null
  const reader = openReader()
  return {
    fetcher,
    async readPage(hop) {
      if (hop.body === undefined) return null
      const file = spooled(spoolFolder(), hop.body.file)
      const contentType = hop.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]
      const read = await reader.read({ file, url: hop.url, ...(contentType === undefined ? {} : { contentType }) })
      if (!('kind' in read) || read.text === undefined) return null
      // Only a web page says by its markup what it is; a PDF is its words.
      const html = read.kind === 'html' ? decodeText(await readFile(file), contentType).text : null
      return { title: read.title ?? null, text: read.text, html }
    },
    drop: dropSpooled,
    ...copies,
    keptCopyOf,
    chance: Math.random,
  }
}
