import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { fileOf, isNotFoundPage } from '../edition/file-names'
import { isCompressible, publicHeaders } from '../edition/response-headers'
import { acceptedEncodings, isUnchanged, rangeOf } from './conditional'
import { type CachedFile, fileCache } from './file-cache'

const SUFFIXES = { br: '.br', gzip: '.gz' } as const

/**
 * Answers GET and HEAD from the edition's files. Returns false, having sent nothing, where `path` (decoded, without
 * query) has no file; whoever calls then asks the desk's server.
 */
export function editionFiles(publicFolder: string): (req: IncomingMessage, res: ServerResponse, path: string) => boolean {
  const read = fileCache()
  const pick = (req: IncomingMessage, file: string): { found: CachedFile; encoding: string | null; path: string } | null => {
    const path = join(publicFolder, file)
    if (isCompressible(file)) {
      for (const encoding of acceptedEncodings(req.headers['accept-encoding'])) {
        const found = read(path + SUFFIXES[encoding])
        if (found !== null) return { found, encoding, path: path + SUFFIXES[encoding] }
      }
    }
    const found = read(path)
    return found === null ? null : { found, encoding: null, path }
  }
  return (req, res, path) => {
    const file = isNotFoundPage(path) ? null : fileOf(path)
    const picked = file === null ? null : pick(req, file)
    if (file === null || picked === null) return false
    send(req, res, publicHeaders(file), picked)
    return true
  }
}

function send(req: IncomingMessage, res: ServerResponse, policy: Record<string, string>, { found, encoding, path }: { found: CachedFile; encoding: string | null; path: string }): void {
  const headers: Record<string, string | number> = { ...policy, ETag: found.etag, 'Last-Modified': found.modified.toUTCString() }
  if (isUnchanged(req.headers, found.etag, found.modified)) {
    delete headers['Content-Type']
    res.writeHead(304, headers).end()
    return
  }
  if (encoding !== null) headers['Content-Encoding'] = encoding
  const range = encoding === null && req.method === 'GET' ? rangeOf(req.headers.range, found.size) : null
  if (range === 'unsatisfiable') {
    res.writeHead(416, { ...headers, 'Content-Range': `bytes */${found.size}` }).end()
    return
  }
  const { first, last } = range ?? { first: 0, last: found.size - 1 }
  headers['Content-Length'] = last - first + 1
  if (encoding === null) headers['Accept-Ranges'] = 'bytes'
  if (range !== null) headers['Content-Range'] = `bytes ${first}-${last}/${found.size}`
  res.writeHead(range === null ? 200 : 206, headers)
  if (req.method === 'HEAD') res.end()
  else if (found.bytes !== null) res.end(range === null ? found.bytes : found.bytes.subarray(first, last + 1))
  else createReadStream(path, { start: first, end: last }).on('error', () => res.destroy()).pipe(res)
}
