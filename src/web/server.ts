import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { logger } from '../platform/logger'
import { deskProxy } from './desk-proxy'
import { editionFiles } from './edition-files'
import { refuse } from './refuse'
import { NOT_WELL_FORMED, pathOfRequest } from './request-path'

type Options = {
  /** The folder of baked files. */
  publicFolder: string
  /** Where the desk's server listens on this machine. */
  cmsPort: number
  /** How many reverse proxies in front are trusted to say who the client is. */
  trustProxy: number
}

/** The web server of `npm run up`: the edition's files, and for all else the desk's server. */
export function webServer({ publicFolder, cmsPort, trustProxy }: Options): Server {
  const serveFile = editionFiles(publicFolder)
  const passOn = deskProxy(cmsPort, trustProxy)
  return createServer((req: IncomingMessage, res: ServerResponse) => {
    const path = pathOfRequest(req.url ?? '')
    if (path === null) return refuse(res, 400, NOT_WELL_FORMED)
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
