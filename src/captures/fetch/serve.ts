import { openProxy } from './forward-proxy'
import { limitsOf } from './limits'
import type { FromFetcher, ToFetcher } from './messages'
import type { Way } from './dial'
import { pursue } from './pursue'
import { spoolFor } from './spool'

/**
 * The fetcher's own process: answers what its parent asks over the channel between them, several at a time. Bodies go to
 * `spoolDir`, never through the channel.
 */
export function serveParent(way: Way, spoolDir: string): void {
  const running = new Map<string, AbortController>()
  const tell = (message: FromFetcher) => void process.send?.(message)
  const proxies = openProxy(way, (open) => tell({ kind: 'proxying', open }))

  async function fetchFor({ id, ask }: Extract<ToFetcher, { kind: 'fetch' }>): Promise<void> {
    const ending = new AbortController()
    running.set(id, ending)
    const fetched = await pursue(ask.url, way, limitsOf(ask), spoolFor(spoolDir, id), ending.signal)
    running.delete(id)
    tell({ kind: 'fetched', id, fetched })
  }

  process.on('message', (message: ToFetcher) => {
    if (message.kind === 'fetch') void fetchFor(message)
    else if (message.kind === 'abort') running.get(message.id)?.abort()
    else void proxies.lease().then((url) => tell({ kind: 'proxy', id: message.id, url }))
  })
  tell({ kind: 'ready' })
}
