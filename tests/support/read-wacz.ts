/**
 * A reader of WACZ files that shares no code with what writes them: zip by yauzl, WARC members by zlib, and a strict reading of ISO 28500.
 * Throws at the first thing that is not as the formats have it.
 */
import { createHash } from 'node:crypto'
import { constants, crc32, createGunzip } from 'node:zlib'
import { fromBufferPromise } from 'yauzl'

export type ReadRecord = { headers: Map<string, string>; block: Buffer; offset: number; length: number }
export type ReadWacz = { files: Map<string, Buffer>; records: ReadRecord[]; index: { key: string; time: string; fields: Record<string, string> }[]; pages: Record<string, unknown>[]; description: Record<string, unknown> }

const sha256 = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(`Not a sound WACZ: ${what}`)
}

async function unzip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  const zip = await fromBufferPromise(bytes, { strictFileNames: true })
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
    demand(!files.has(entry.fileName), `${entry.fileName} is there twice`)
    if (entry.fileName.endsWith('.gz')) demand(entry.compressionMethod === 0, 'an archive is compressed again')
    demand(crc32(Buffer.concat(chunks)) === entry.crc32, `${entry.fileName} has another checksum`)
    files.set(entry.fileName, Buffer.concat(chunks))
  }
  return files
}

/** The first gzip member of some bytes, and how long it is. */
function member(bytes: Buffer): Promise<{ text: Buffer; length: number }> {
  return new Promise((resolve, reject) => {
    const gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH })
    const length = memberLength(bytes)
    const chunks: Buffer[] = []
    gunzip.on('data', (chunk: Buffer) => chunks.push(chunk))
    gunzip.on('error', reject)
    gunzip.on('end', () => resolve({ text: Buffer.concat(chunks), length }))
    gunzip.end(bytes.subarray(0, length))
  })
}

/** Members begin with a fixed header of ours or end with the file: where the next one starts whose own bytes unpack. */
function memberLength(bytes: Buffer): number {
  const next = bytes.indexOf(Buffer.from([0x1f, 0x8b, 0x08, 0x00, 0, 0, 0, 0]), 10)
  return next === -1 ? bytes.length : next
}

function parse(text: Buffer, offset: number, length: number): ReadRecord {
  const end = text.indexOf('\r\n\r\n')
  const [version, ...lines] = text.subarray(0, end).toString('utf8').split('\r\n')
  demand(version === 'WARC/1.1', `a record of version ${version}`)
  const headers = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(': ')
    demand(colon > 0 && !headers.has(line.slice(0, colon).toLowerCase()), `the header ${line}`)
    headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 2))
  }
  for (const name of ['warc-type', 'warc-record-id', 'warc-date', 'content-length']) demand(headers.has(name), `a record without ${name}`)
  const size = Number(headers.get('content-length'))
  const block = text.subarray(end + 4, end + 4 + size)
  demand(text.length === end + 4 + size + 4 && text.subarray(-4).toString() === '\r\n\r\n', 'a record of another length than it says')
  if (headers.has('warc-block-digest')) demand(headers.get('warc-block-digest') === sha256(block), 'a block of other bytes')
  if (/^(response|request)$/.test(headers.get('warc-type') ?? '')) demand(headers.get('warc-payload-digest') === sha256(block.subarray(block.indexOf('\r\n\r\n') + 4)), 'a payload of other bytes')
  return { headers, block, offset, length }
}

/** Reads a WACZ, and holds every hash, length, offset and digest in it against the bytes. */
export async function readWacz(bytes: Buffer): Promise<ReadWacz> {
  const files = await unzip(bytes)
  const text = (path: string): string => {
    const found = files.get(path)
    if (found === undefined) throw new Error(`Not a sound WACZ: ${path} is missing`)
    return found.toString('utf8')
  }
  const description = JSON.parse(text('datapackage.json')) as { profile: string; wacz_version: string; resources: { path: string; hash: string; bytes: number }[] }
  const digest = JSON.parse(text('datapackage-digest.json')) as { path: string; hash: string }
  demand(description.profile === 'data-package' && /^1\./.test(description.wacz_version), 'the description')
  demand(digest.path === 'datapackage.json' && digest.hash === sha256(files.get('datapackage.json')!), 'the digest of the description')
  demand(description.resources.length === files.size - 2, 'files that are not described')
  for (const { path, hash, bytes: size } of description.resources) demand(files.get(path)?.length === size && sha256(files.get(path)!) === hash, `${path} has other bytes`)

  const archive = files.get('archive/data.warc.gz')!
  const records: ReadRecord[] = []
  for (let offset = 0; offset < archive.length; ) {
    const { text: record, length } = await member(archive.subarray(offset))
    records.push(parse(record, offset, length))
    offset += length
  }
  const lines = text('indexes/index.cdx').trimEnd().split('\n')
  demand(lines.join() === lines.toSorted().join(), 'the index is not in order')
  const index = lines.map((line) => {
    const [, key = '', time = '', json = ''] = /^(\S+) (\d{14}) (\{.*\})$/.exec(line) ?? []
    const fields = JSON.parse(json) as Record<string, string>
    const record = records.find(({ offset }) => String(offset) === fields.offset)
    demand(record !== undefined && String(record.length) === fields.length && record.headers.get('warc-target-uri') === fields.url && record.headers.get('warc-payload-digest') === fields.digest, `the index of ${fields.url}`)
    return { key, time, fields }
  })
  const [head, ...pages] = text('pages/pages.jsonl').trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>)
  demand(head?.format === 'json-pages-1.0', 'the list of pages')
  for (const { url } of pages) demand(index.some(({ fields }) => fields.url === url), `the page ${String(url)} is not in the archive`)
  return { files, records, index, pages, description }
}
