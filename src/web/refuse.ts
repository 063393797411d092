import type { ServerResponse } from 'node:http'
import { publicHeaders } from '../edition/response-headers'

/** Answers with a short line of text that nobody is to keep. */
export function refuse(res: ServerResponse, status: 400 | 500, words: string): void {
  res.writeHead(status, { ...publicHeaders('refused.txt'), 'Cache-Control': 'no-store', 'Content-Length': Buffer.byteLength(words) })
  res.end(words)
}
