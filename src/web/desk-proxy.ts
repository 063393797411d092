import { Agent, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { publicHeaders } from '../edition/response-headers'
import { endToEnd, forwardedHeaders } from './forwarded'

const UNAVAILABLE = `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Not available just now</title>
<h1>Not available just now</h1>
<p>This part of the site is being restarted. Published pages can still be read. Please try again in a minute.</p>
<p lang="ar" dir="rtl">هذا القسم من الموقع يُعاد تشغيله. ما زالت الصفحات المنشورة متاحة للقراءة. يرجى المحاولة بعد دقيقة.</p>
</html>
`

/** Answers 503 with a short page, where nothing has been sent yet; otherwise cuts the answer off, so that it isn't taken for whole. */
function unavailable(res: ServerResponse): void {
  if (res.headersSent) {
    res.destroy()
    return
  }
  res.writeHead(503, { ...publicHeaders('unavailable.html'), 'Cache-Control': 'no-store', 'Retry-After': '10', 'Content-Length': Buffer.byteLength(UNAVAILABLE) })
  res.end(UNAVAILABLE)
}

/**
 * Passes requests to the desk's server on `port` of this machine, streaming both ways. An answer that comes before the
 * request is read to its end (it was too large, say) reaches the client all the same: the rest is read and thrown away, since
 * a connection that is closed on unread bytes is reset, and the answer lost (RFC 9112, section 9.6).
 */
export function deskProxy(port: number, proxies: number): (req: IncomingMessage, res: ServerResponse) => void {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  return (req, res) => {
    const onward = request({ agent, host: '127.0.0.1', port, method: req.method, path: req.url, headers: forwardedHeaders(req, proxies) })
    let isAnswered = false
    onward.on('response', (answer) => {
      isAnswered = true
      res.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers))
      answer.on('error', () => res.destroy())
      answer.pipe(res)
    })
    onward.on('error', () => {
      req.unpipe(onward)
      req.resume()
      // Once there is an answer, it tells by itself where it breaks off.
      if (!isAnswered) unavailable(res)
    })
    res.on('close', () => onward.destroy())
    req.pipe(onward)
  }
}
