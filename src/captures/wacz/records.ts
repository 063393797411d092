import { readFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { bodyOf, SCREENSHOT, type Capture, type KeptHop } from '../capture'
import { pathOf } from '../keep/files'
import { decodedHeaders, headOf, recordId, type WarcRecord } from './warc'

const EMPTY = createHash('sha256').digest('hex')

/** A payload of the same bytes as one before it (ISO 28500:2017 section 6.7.2). */
const SAME_PAYLOAD = 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest'

/** All exchanges of a capture in their order, the last one with the body that was kept. */
function hopsOf(capture: Capture): KeptHop[] {
  const body = bodyOf(capture)?.sha256
  const last: KeptHop = {
    url: capture.finalUrl, at: capture.fetchedAt, status: capture.status ?? 0, statusText: capture.statusText, requestHeaders: capture.requestHeaders, headers: capture.headers, address: capture.serverAddress,
    ...(body === undefined ? {} : { body }),
  }
  return [...capture.redirects, last]
}

/** The records of a capture: what made it, then for each exchange its request and response, then the screenshot. Says nothing of who made it or where. */
export async function* recordsOf(capture: Capture): AsyncGenerator<WarcRecord> {
  const { id, capturedAt, tool } = capture
  yield { id: recordId(id, 'warcinfo'), type: 'warcinfo', date: capturedAt, contentType: 'application/warc-fields', block: Buffer.from(`software: ${tool}\r\nformat: WARC file version 1.1\r\n`) }
  const seen = new Map<string, KeptHop>()
  for (const [index, hop] of hopsOf(capture).entries()) {
    const { pathname, search } = new URL(hop.url)
    const response = recordId(id, String(index), 'response')
    const request: WarcRecord = {
      id: recordId(id, String(index), 'request'), type: 'request', date: hop.at, uri: hop.url, contentType: 'application/http; msgtype=request', payload: EMPTY, more: [['WARC-Concurrent-To', `<${response}>`]],
      block: headOf(`GET ${pathname}${search} HTTP/1.1`, hop.requestHeaders),
    }
    const body = hop.body === undefined ? Buffer.alloc(0) : await readFile(pathOf(hop.body))
    const head = headOf(`HTTP/1.1 ${hop.status} ${hop.statusText}`, decodedHeaders(hop.headers, body.length))
    const payload = hop.body ?? EMPTY
    const before = body.length === 0 ? undefined : seen.get(payload)
    const common = { id: response, date: hop.at, uri: hop.url, contentType: 'application/http; msgtype=response', payload, more: hop.address === null ? [] : [['WARC-IP-Address', hop.address] as [string, string]] }
    if (before === undefined) yield { ...common, type: 'response', block: Buffer.concat([head, body]) }
    else yield { ...common, type: 'revisit', block: head, more: [...common.more, ['WARC-Profile', SAME_PAYLOAD], ['WARC-Refers-To-Target-URI', before.url], ['WARC-Refers-To-Date', before.at]] }
    yield request
    seen.set(payload, hop)
  }
  const screenshot = capture.files.find(({ name }) => name === SCREENSHOT)
  if (screenshot !== undefined) {
    yield { id: recordId(id, SCREENSHOT), type: 'resource', date: capturedAt, uri: `urn:view:${capture.finalUrl}`, contentType: screenshot.mime, payload: screenshot.sha256, block: await readFile(pathOf(screenshot.sha256)) }
  }
}
