import { createHash, randomUUID } from 'node:crypto'
import { resolve, sep } from 'node:path'
import { now } from '@/platform/clock'
import { BODY_NAMES, type Capture, type CaptureProvider, type CaptureReason, type KeptFile, type KeptHop } from '../capture'
import type { Extracted } from '../extract/extract'
import type { Hop } from '../fetch/types'
import { TOOL } from '../tool'
import { keepFile } from './files'

type About = { source: string; request: string | null; why: CaptureReason; by: string | null; provider: CaptureProvider; audience: Capture['audience']; requestedUrl: string; finalUrl: string }

/** What is the same of a capture however it came about: nothing kept yet. */
export function emptyCapture(about: About): Omit<Capture, 'revokedAt' | 'revokedReason'> {
  const at = now().toISOString()
  return {
    ...about, id: randomUUID(), redirects: [], status: null, statusText: '', requestHeaders: [], headers: [], serverAddress: null, fetchedAt: at, capturedAt: at, tool: TOOL, mementoUrl: null, files: [],
    text: null, textHash: null, title: null, metadata: null, failure: null,
  }
}

/** A capture's words, from what was read of its body. */
export function wordsOf(read: Extracted | { problem: string }): Pick<Capture, 'text' | 'textHash' | 'title' | 'metadata'> {
  if (!('kind' in read)) return { text: null, textHash: null, title: null, metadata: null }
  const text = read.text === undefined || read.text.trim() === '' ? null : read.text
  return { text, textHash: text === null ? null : createHash('sha256').update(text, 'utf8').digest('hex'), title: read.title ?? null, metadata: read.metadata }
}

/** Where the fetcher left a body; throws where it names a place outside of its spool. */
export function spooled(spool: string, file: string): string {
  const path = resolve(spool, file)
  if (!path.startsWith(resolve(spool) + sep)) throw new Error('A fetched body lies outside of the spool')
  return path
}

/** A hop as it is kept, its header lines made storable: a header may hold any byte. */
export function keptHop(hop: Hop, body: string | undefined): KeptHop {
  const pairs = (headers: [string, string][]): [string, string][] => headers.map(([name, value]) => [storable(name), storable(value)])
  return {
    url: storable(hop.url), at: hop.at, status: hop.status, statusText: storable(hop.statusText), requestHeaders: pairs(hop.requestHeaders), headers: pairs(hop.headers), address: hop.address,
    ...(body === undefined ? {} : { body }),
  }
}

const storable = (text: string): string => text.toWellFormed().replaceAll('\u0000', '\ufffd')

/** Keeps the bodies of the exchanges before the last one: a redirect's few words, or a page that led on. */
export async function keepRedirects(hops: readonly Hop[], spool: string): Promise<{ redirects: KeptHop[]; files: KeptFile[] }> {
  const redirects: KeptHop[] = []
  const files: KeptFile[] = []
  for (const [index, hop] of hops.entries()) {
    const kept = hop.body === undefined || hop.body.bytes === 0 ? null : await keepFile(spooled(spool, hop.body.file))
    redirects.push(keptHop(hop, kept?.sha256))
    if (kept !== null) files.push({ name: `hop-${index + 1}.bin`, mime: 'application/octet-stream', ...kept })
  }
  return { redirects, files }
}

/** The file of a body that was kept, named by what it is. */
export function bodyFile(kept: { sha256: string; bytes: number }, read: Extracted | { problem: string }): KeptFile {
  const known = 'kind' in read ? { name: BODY_NAMES[read.kind], mime: read.mime } : { name: BODY_NAMES.other, mime: 'application/octet-stream' }
  return { ...known, ...kept }
}
