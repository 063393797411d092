import { SaxesParser, type SaxesTagNS } from 'saxes'
import { BrokenExport } from '../broken-export'
import { decodeXml } from './decode'
import { createRecordBuilder } from './records'
import { WXR_LIMITS, type WxrEvent, type WxrLimits } from './types'

/** The namespaces of WXR by the prefix that the rest of this folder knows them under; `wp` has one address a version. */
function knownPrefix(uri: string): string | null {
  if (uri === '') return ''
  if (/^https?:\/\/wordpress\.org\/export\/[\d.]+\/excerpt\/$/.test(uri)) return 'excerpt:'
  if (/^https?:\/\/wordpress\.org\/export\/[\d.]+\/$/.test(uri)) return 'wp:'
  if (uri === 'http://purl.org/rss/1.0/modules/content/') return 'content:'
  if (uri === 'http://purl.org/dc/elements/1.1/') return 'dc:'
  return null
}

function nameOf(tag: SaxesTagNS): string {
  const prefix = knownPrefix(tag.uri)
  return prefix === null ? `other:${tag.local}` : `${prefix}${tag.local}`
}

function plainMessage(problem: string): string {
  if (/^unclosed tag|^unexpected end/.test(problem)) return 'The file ends before it is complete. It may have been cut off: export it again.'
  if (/^disallowed character/.test(problem)) return 'A control character (such as NUL) stands in the text. Remove it, or export again.'
  if (/document must contain a root element/.test(problem)) return 'This is not XML: no element was found.'
  if (/text data outside of root node/.test(problem)) return 'This is not a WordPress export: text stands outside of all elements.'
  if (/undefined entity/.test(problem)) return 'An entity is used that XML does not know. Nothing is ever read from outside of the file.'
  return `The XML is broken: ${problem.replace(/\.$/, '')}.`
}

const PIECE = 64 * 1024

/**
 * Reads a WordPress export as a stream: site, authors, terms and items in the order of the file. Holds at most one
 * item and one chunk at a time. A document type declaration is refused, so there are no entities to expand or to fetch.
 *
 * @throws BrokenExport for whatever isn't a whole, well-formed export within `limits`. What came before is then void.
 */
export async function* readWxr(bytes: AsyncIterable<Uint8Array>, limits: WxrLimits = WXR_LIMITS): AsyncGenerator<WxrEvent> {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const here = () => ({ line: parser.line, column: parser.column + 1 })
  const refuse = (message: string): never => {
    throw new BrokenExport(message, here())
  }
  const records = createRecordBuilder(limits, refuse, () => parser.line)
  let depth = 0
  let hasProgressed = false

  parser.on('error', (error) => refuse(plainMessage(error.message.replace(/^(?:[^:]*:)?\d+:\d+: /, ''))))
  parser.on('doctype', () => refuse('The file declares a document type. WordPress never writes one, and entities are not read here.'))
  parser.on('opentag', (tag) => {
    hasProgressed = true
    depth += 1
    if (depth > limits.depth) refuse(`Elements are nested more than ${limits.depth} deep, which no WordPress export does.`)
    const attribute = (name: string) => tag.attributes[name]?.value ?? ''
    records.open(nameOf(tag), depth, attribute)
  })
  parser.on('closetag', (tag) => {
    hasProgressed = true
    records.close(nameOf(tag), depth)
    depth -= 1
  })
  const onText = (text: string) => {
    hasProgressed = true
    records.text(text, depth)
  }
  parser.on('text', onText)
  parser.on('cdata', onText)
  parser.on('comment', () => {
    hasProgressed = true
  })

  let isFirst = true
  let silent = 0
  for await (const decoded of decodeXml(bytes, limits.fileBytes)) {
    // Themes and plugins print blank lines before the declaration; XML itself would forbid them.
    const chunk = isFirst ? decoded.replace(/^\s+(?=<\?xml)/, '') : decoded
    isFirst = false
    for (let at = 0; at < chunk.length; at += PIECE) {
      const piece = chunk.slice(at, at + PIECE)
      hasProgressed = false
      parser.write(piece)
      silent = hasProgressed ? 0 : silent + piece.length
      if (silent > limits.fieldCharacters) refuse(`One piece of text is longer than ${limits.fieldCharacters} characters.`)
      yield* records.take()
    }
  }
  parser.close()
  records.end()
  yield* records.take()
}
