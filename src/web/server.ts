import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { publicHeaders } from '../edition/response-headers'
import { logger } from '../platform/logger'
import { deskProxy } from './desk-proxy'
import { editionFiles } from './edition-files'

type Options = {
  /** The folder of baked files. */
  publicFolder: string
  /** Where the desk's server listens on this machine. */
  cmsPort: number
  /** How many reverse proxies in front are trusted to say who the client is. */
  trustProxy: number
}

/** The decoded path of a request; null where it is not one: bad percent-encoding, NUL, or no path at all. */
export function pathOfRequest(target: string): string | null {
  const end = target.indexOf('?')
  const encoded = end === -1 ? target : target.slice(0, end)
  if (!encoded.startsWith('/')) return null
  if (!encoded.includes('%')) return encoded
  try {
    const path = decodeURIComponent(encoded)
    return path.includes('\0') ? null : path
  } catch {
    return null
  }
}

function refuse(res: ServerResponse, status: 400 | 500, words: string): void {
  res.writeHead(status, { ...publicHeaders('refused.txt'), 'Cache-Control': 'no-store', 'Content-Length': Buffer.byteLength(words) })
  res.end(words)
}

/** The web server of `npm run up`: the edition's files, and for all else the desk's server. */
export function webServer({ publicFolder, cmsPort, trustProxy }: Options): Server {
  const serveFile = editionFiles(publicFolder)
  const passOn = deskProxy(cmsPort, trustProxy)
  return createServer((req: IncomingMessage, res: ServerResponse) => {
    const path = pathOfRequest(req.url ?? '')
    if (path === null) return refuse(res, 400, 'This address is not well-formed.\n')
    try {
      if ((req.method !== 'GET' && req.method !== 'HEAD') || !serveFile(req, res, path)) passOn(req, res)
    } catch (error) {
      // One file that can't be read must not end the server of all others.
      logger.error('A file of the edition could not be read', { error })
      if (res.headersSent) res.destroy()
      else refuse(res, 500, 'This page can not be read just now.\n')
    }
  })
}
