import type { PayloadRequest } from 'payload'
import { hearPresence } from './listener'
import { countIn } from './streams'
import type { PresenceView } from './view'

const BEAT_MS = 15_000
const RECHECK_MS = 60_000
/** What changes in quick succession is told once. */
const GATHER_MS = 150

type Given = {
  req: PayloadRequest
  collection: string
  document: string
  person: string
  look(): Promise<PresenceView>
  /** Whether whoever asked is still signed in and may still read the document. */
  mayStay(): Promise<boolean>
}

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // Proxies must neither keep it nor gather it, and nothing may compress it: compression waits for more.
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
}

/**
 * Answers with server-sent events: the presence in a document at once, then whenever it changes, and a sign of life every
 * 15 seconds. Ends when the client goes, and within a minute of losing the right to read. Null where that person has enough streams open.
 */
export async function presenceStream({ req, collection, document, person, look, mayStay }: Given): Promise<Response | null> {
  const encoder = new TextEncoder()
  const cleanUp: (() => void)[] = []
  let hasEnded = false
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  const end = (): void => {
    if (hasEnded) return
    hasEnded = true
    for (const undo of cleanUp) undo()
    try {
      controller?.close()
    } catch {
      // It was cancelled: then it is closed already.
    }
  }
  const countOut = countIn(person, end)
  if (countOut === null) return null
  cleanUp.push(countOut)
  const send = (words: string): void => {
    if (!hasEnded) controller?.enqueue(encoder.encode(words))
  }
  let last = ''
  let waiting: NodeJS.Timeout | null = null
  const tell = async (): Promise<void> => {
    const view = JSON.stringify(await look())
    if (view === last) return
    last = view
    send(`event: presence\ndata: ${view}\n\n`)
  }
  // What can't be read just now is read at the next sign of life.
  const tellSoon = (): void => {
    waiting ??= setTimeout(() => {
      waiting = null
      void tell().catch(() => undefined)
    }, GATHER_MS)
  }
  cleanUp.push(() => {
    if (waiting !== null) clearTimeout(waiting)
  })
  try {
    cleanUp.push(await hearPresence(collection, document, tellSoon))
  } catch (error) {
    end()
    throw error
  }
  const body = new ReadableStream<Uint8Array>({
    async start(made) {
      controller = made
      send('retry: 5000\n\n')
      await tell().catch(() => undefined)
      const beat = setInterval(() => {
        send(': here\n\n')
        tellSoon()
      }, BEAT_MS)
      const recheck = setInterval(() => void mayStay().then((may) => may || end(), end), RECHECK_MS)
      cleanUp.push(() => clearInterval(beat), () => clearInterval(recheck))
      if (hasEnded) for (const undo of cleanUp) undo()
    },
    cancel: end,
  })
  if (req.signal?.aborted === true) end()
  req.signal?.addEventListener('abort', end, { once: true })
  return new Response(body, { headers: HEADERS })
}
