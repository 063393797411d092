import { createHash } from 'node:crypto'
import { getSurt } from 'warcio'
import { ZipFile } from 'yazl'
import type { Capture } from '../capture'
import { recordsOf } from './records'
import { recordId, writeRecord, type WarcRecord } from './warc'

type Part = { path: string; bytes: Buffer; isPacked: boolean }

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex')

/**
 * A capture as a WACZ file (Webrecorder's Web Archive Collection Zipped, 1.1.1), made of what is kept: the same capture gives the same bytes. It
 * holds nothing of the newsroom: neither its name nor an address of its own.
 *
 * @throws where a kept file is missing.
 */
export async function packWacz(capture: Capture): Promise<Buffer> {
  const { archive, index } = await archiveOf(capture)
  const parts: Part[] = [
    { path: 'archive/data.warc.gz', bytes: archive, isPacked: true },
    { path: 'indexes/index.cdx', bytes: Buffer.from(index), isPacked: false },
    { path: 'pages/pages.jsonl', bytes: Buffer.from(pagesOf(capture)), isPacked: false },
  ]
  const description = Buffer.from(`${JSON.stringify(descriptionOf(capture, parts), null, 2)}\n`)
  const digest = Buffer.from(`${JSON.stringify({ path: 'datapackage.json', hash: `sha256:${sha256(description)}` }, null, 2)}\n`)
  return zip([...parts, { path: 'datapackage.json', bytes: description, isPacked: false }, { path: 'datapackage-digest.json', bytes: digest, isPacked: false }], new Date(capture.capturedAt))
}

/** The archive, and its index: a line of CDXJ for each record that answers an address. */
async function archiveOf(capture: Capture): Promise<{ archive: Buffer; index: string }> {
  const members: Buffer[] = []
  const lines: string[] = []
  let offset = 0
  for await (const record of recordsOf(capture)) {
    const member = await writeRecord(record)
    if (record.type !== 'warcinfo' && record.type !== 'request') lines.push(indexLine(record, offset, member.length))
    members.push(member)
    offset += member.length
  }
  return { archive: Buffer.concat(members), index: lines.sort().join('') }
}

function indexLine({ type, uri = '', date, payload, block, contentType }: WarcRecord, offset: number, length: number): string {
  const head = contentType.startsWith('application/http') ? block.subarray(0, block.indexOf('\r\n\r\n')).toString('latin1') : null
  const status = head === null ? '200' : (/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? '0')
  const mime = type === 'revisit' ? 'warc/revisit' : head === null ? contentType : (/\r\ncontent-type:\s*([^\s;]+)/i.exec(head)?.[1] ?? 'application/octet-stream')
  const fields = { url: uri, mime, status, digest: `sha256:${payload}`, length: String(length), offset: String(offset), filename: 'data.warc.gz' }
  return `${getSurt(uri)} ${date.replace(/\D/g, '').slice(0, 14)} ${JSON.stringify(fields)}\n`
}

function pagesOf(capture: Capture): string {
  const head = { format: 'json-pages-1.0', id: 'pages', title: 'All Pages', hasText: true }
  const page = { id: recordId(capture.id, 'page'), url: capture.finalUrl, ts: capture.fetchedAt, ...(capture.title === null ? {} : { title: capture.title }), ...(capture.text === null ? {} : { text: capture.text }) }
  return `${JSON.stringify(head)}\n${JSON.stringify(page)}\n`
}

function descriptionOf(capture: Capture, parts: readonly Part[]): object {
  return {
    profile: 'data-package',
    wacz_version: '1.1.1',
    software: capture.tool,
    created: capture.capturedAt,
    modified: capture.capturedAt,
    ...(capture.title === null ? {} : { title: capture.title }),
    mainPageUrl: capture.finalUrl,
    mainPageDate: capture.fetchedAt,
    resources: parts.map(({ path, bytes }) => ({ name: path.split('/').at(-1), path, hash: `sha256:${sha256(bytes)}`, bytes: bytes.length })),
  }
}

function zip(parts: readonly Part[], at: Date): Promise<Buffer> {
  // A zip's times are local ones: these are such that the file says the same in every zone.
  const mtime = new Date(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds())
  const file = new ZipFile()
  for (const { path, bytes, isPacked } of parts) file.addBuffer(bytes, path, { mtime, mode: 0o100644, compress: !isPacked, forceDosTimestamp: true })
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    file.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk))
    file.outputStream.on('error', reject)
    file.outputStream.on('end', () => resolve(Buffer.concat(chunks)))
    file.end()
  })
}
