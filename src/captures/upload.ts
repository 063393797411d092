import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { appendAudit } from '@/audit/append'
import { inTransaction } from '@/platform/database'
import { refusal, Refused } from '@/review/refusal'
import type { Capture } from './capture'
import { cleanLine } from './extract/clean'
import { kindOf } from './extract/kind'
import { openReader, type Reader } from './extract/reader'
import { bodyFile, emptyCapture, wordsOf } from './keep/assemble'
import { keepFile, makingFolder } from './keep/files'
import { insertCapture } from './store'

/** What an editor's own copy of a work may weigh, in bytes. */
export const LARGEST_UPLOAD = 25_000_000

const ACCEPTED = ['html', 'pdf', 'image', 'text']

type Upload = { source: string; by: string; bytes: Buffer; contentType: string; url: string | null; audience: Capture['audience'] }

let shared: Reader | undefined

/**
 * Keeps a file that somebody has as a copy of a source: what it is, is told by its bytes, and neither its name nor its times are kept, since they may
 * tell whose it was. `url`: where it is said to come from.
 *
 * @throws Refused (422, field `file`) where it is empty or of a kind that is no copy of a work.
 */
export async function keepUpload({ source, by, bytes, contentType, url, audience }: Upload): Promise<Capture['id']> {
  const { kind } = await kindOf(bytes, contentType)
  if (!ACCEPTED.includes(kind)) throw new Refused(refusal(422, 'malformed', bytes.length === 0 ? 'The file is empty.' : 'A copy can be a PDF, an image, a web page or plain text.', { field: 'file' }))
  const address = url ?? `urn:handbill:upload`
  const { sha256, bytes: length } = await keepFile(bytes)
  const read = await reading(bytes, contentType, url ?? 'https://upload.invalid/')
  const capture = { ...emptyCapture({ source, request: null, why: 'asked', by, provider: 'upload', audience, requestedUrl: address, finalUrl: address }), files: [bodyFile({ sha256, bytes: length }, read)], ...wordsOf(read) }
  await inTransaction(async (tx) => {
    await insertCapture(tx, { ...capture, title: cleanLine(capture.title) ?? null })
    await appendAudit(tx, { actor: by, action: 'captureUploaded', collection: 'sources', document: source, after: sha256, details: { capture: capture.id } })
  })
  return capture.id
}

async function reading(bytes: Buffer, contentType: string, url: string): ReturnType<Reader['read']> {
  await mkdir(makingFolder(), { recursive: true, mode: 0o700 })
  const file = join(makingFolder(), randomUUID())
  await writeFile(file, bytes, { mode: 0o600 })
  try {
    return await (shared ??= openReader()).read({ file, url, contentType })
  } finally {
    await rm(file, { force: true })
  }
}
