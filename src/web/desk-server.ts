import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { logger } from '../platform/logger'
import { refuse } from './refuse'
import { NOT_WELL_FORMED, pathOfRequest } from './request-path'

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

/** Longer than a proxy in front keeps an idle connection (nginx: 60 s), so that it never sends a request into one that is just closing. */
const KEEP_ALIVE_MS = 75_000

/** The desk's server around what Next does with a request. Next answers an address that can't be decoded with 500; the mistake is the client's. */
export function deskServer(handle: Handler): Server {
  const server = createServer((req, res) => {
    if (pathOfRequest(req.url ?? '') === null) return refuse(res, 400, NOT_WELL_FORMED)
    void handle(req, res).catch((error: unknown) => {
      logger.error('The desk could not answer', { error })
      if (res.headersSent) res.destroy()
      else refuse(res, 500, 'This can not be answered just now.\n')
    })
  })
  server.keepAliveTimeout = KEEP_ALIVE_MS
  return server
}
