import pg from 'pg'
import { databaseUrl } from '@/platform/database'
import { logger } from '@/platform/logger'

type Heard = () => void
type Listener = { client: pg.Client | null; isConnecting: boolean; heard: Map<string, Set<Heard>>; timer: NodeJS.Timeout | null }

const RETRY_MS = 1_000

// The server bundles this module more than once; all copies share one connection through the global object.
const shared = globalThis as { [listening]?: Listener }
const listening = Symbol.for('handbill.presence.listener')

function listener(): Listener {
  return (shared[listening] ??= { client: null, isConnecting: false, heard: new Map(), timer: null })
}

/**
 * Calls `heard` whenever a document's presence or stored text changes, in whichever process, until the returned function is
 * called. All of a process listen through one connection, which is there only while somebody does; while it is lost, nothing
 * is heard, and once it is back everybody is called, as something may have been missed. Resolves once it listens.
 */
export async function hearPresence(collection: string, document: string, heard: Heard): Promise<() => void> {
  const key = `${collection} ${document}`
  const { heard: all } = listener()
  all.set(key, (all.get(key) ?? new Set()).add(heard))
  const stop = (): void => {
    const some = all.get(key)
    some?.delete(heard)
    if (some?.size === 0) all.delete(key)
    if (all.size === 0) hangUp()
  }
  try {
    await connect()
  } catch (error) {
    stop()
    throw error
  }
  return stop
}

async function connect(): Promise<void> {
  const one = listener()
  if (one.client !== null || one.isConnecting) return
  one.isConnecting = true
  const client = new pg.Client({ connectionString: databaseUrl(), connectionTimeoutMillis: 10_000, keepAlive: true, application_name: 'handbill-presence' })
  client.on('error', () => undefined)
  client.on('notification', ({ payload }) => {
    for (const heard of one.heard.get(payload ?? '') ?? []) heard()
  })
  client.on('end', () => {
    if (one.client !== client) return
    one.client = null
    logger.warn('The connection that tells who is in a document was lost')
    reconnectLater()
  })
  try {
    await client.connect()
    await client.query('listen handbill_presence')
    one.client = client
  } catch (error) {
    void client.end().catch(() => undefined)
    throw error
  } finally {
    one.isConnecting = false
  }
  if (one.heard.size === 0) hangUp()
}

function reconnectLater(): void {
  const one = listener()
  if (one.timer !== null || one.heard.size === 0) return
  one.timer = setTimeout(() => {
    one.timer = null
    connect().then(
      () => {
        for (const some of one.heard.values()) for (const heard of some) heard()
      },
      () => reconnectLater(),
    )
  }, RETRY_MS)
  one.timer.unref()
}

function hangUp(): void {
  const one = listener()
  const { client } = one
  one.client = null
  if (one.timer !== null) clearTimeout(one.timer)
  one.timer = null
  void client?.end().catch(() => undefined)
}
