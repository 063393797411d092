import type { PayloadRequest } from 'payload'
import { refusal, Refused } from '@/review/refusal'
import type { Capture } from './capture'
import { LARGEST_UPLOAD } from './upload'

/** What a form's own parts and borders may add to the file, in bytes. */
const FORM_BYTES = 20_000

export type Uploaded = { bytes: Buffer; contentType: string; audience: Capture['audience'] }

/**
 * The file of a form: its part `file`, and who may see it, `audience` (`editors` where it does not say).
 *
 * @throws Refused: 413 where it is too large, 422 where it isn't such a form.
 */
export async function readUpload(req: PayloadRequest): Promise<Uploaded> {
  const contentType = req.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\s*;/i.test(contentType)) throw new Refused(refusal(422, 'malformed', 'A file is sent as multipart/form-data, in a part named file.', { field: 'file' }))
  const form = await parse(await readAll(req), contentType)
  const file = form.get('file')
  const audience = form.get('audience') ?? 'editors'
  if (!(file instanceof Blob)) throw new Refused(refusal(422, 'malformed', 'There is no file in the part named file.', { field: 'file' }))
  if (audience !== 'editors' && audience !== 'public') throw new Refused(refusal(422, 'malformed', 'audience must be one of editors, public.', { field: 'audience' }))
  if (file.size > LARGEST_UPLOAD) throw tooLarge()
  return { bytes: Buffer.from(await file.arrayBuffer()), contentType: file.type, audience }
}

function tooLarge(): Refused {
  return new Refused(refusal(413, 'tooLong', 'A file may have 25 MB at most.', { field: 'file' }))
}

/** The body, as long as it is no longer than it may be: a length that is only claimed is nobody's promise. */
async function readAll(req: PayloadRequest): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of (req.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length
    if (bytes > LARGEST_UPLOAD + FORM_BYTES) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function parse(bytes: Buffer, contentType: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'Content-Type': contentType } }).formData()
  } catch {
    throw new Refused(refusal(422, 'malformed', 'The form is not well-formed.', { field: 'file' }))
  }
}
