import { randomUUID } from 'node:crypto'
import { jwtSign, type CollectionSlug, type Payload } from 'payload'
import type { Role } from '@/permissions/roles'
import { freshDatabase, type TestDatabase } from './database'

/** Somebody with an account, signed in. `user` is the account as Payload's Local API takes it. */
export type Person = { id: string; name: string; roles: Role[]; token: string; user: Record<string, unknown> }

/** What a request was answered: `text` the body as sent, `body` the same as JSON where it is that, else null. */
export type Answered = { status: number; text: string; body: Parsed; headers: Headers }

/** Parsed JSON, of whatever shape: tests look into answers and say themselves what they expect there. */
export type Parsed = ReturnType<typeof JSON.parse>

/** What goes with a request beside its path: a JSON body, or a raw one with headers of its own. */
export type Sent = { body?: unknown; raw?: BodyInit; headers?: Record<string, string> }

export type Desk = {
  payload: Payload
  database: TestDatabase & { dataDir: string }
  /** Sends `'PATCH /articles/…?draft=true'` through the API's own route handlers, signed in as `person` or not at all. */
  rest(person: Person | null, call: string, sent?: Sent): Promise<Answered>
  /** Adds an account without the cost of hashing a password, signed in. */
  person(name: string, roles: Role[]): Promise<Person>
  /** Writes a document as `person`, by the Local API and under that person's rights. Throws where they don't suffice. */
  write(person: Person, collection: CollectionSlug, data: Record<string, unknown>): Promise<{ id: string; [field: string]: unknown }>
  close(): Promise<void>
}

const ORIGIN = 'http://127.0.0.1:3000'

/**
 * Payload with its API in this process, on a fresh database. One for each test file. With `worker`, jobs are done as well, and
 * the edition is baked into the data directory.
 */
export async function openDesk(options: { worker?: boolean } = {}): Promise<Desk> {
  const database = await freshDatabase()
  const [{ getPayload }, { default: config }, routes, { closePayload }] = await Promise.all([
    import('payload'),
    import('@payload-config'),
    import('@/app/(payload)/api/[...slug]/route'),
    import('@/platform/payload-database'),
  ])
  const payload = await getPayload({ config })
  const worker = options.worker === true ? await (await import('@/jobs/worker')).startWorker() : null

  return {
    payload,
    database,
    async rest(person, call, sent = {}) {
      const [, method, target] = /^([A-Z]+) (\/.*)$/su.exec(call) ?? []
      const handle = routes[method as keyof typeof routes]
      if (handle === undefined || target === undefined) throw new Error(`Not a call: ${call}`)
      const url = new URL(`${ORIGIN}/api${target}`)
      const headers = new Headers(sent.headers)
      if (person !== null) headers.set('Authorization', `JWT ${person.token}`)
      if (sent.body !== undefined && !headers.has('Content-Type')) headers.set('Content-Type', 'application/json')
      const body = sent.raw ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body))
      const request = new Request(url, { method, headers, ...(body === undefined ? {} : { body, duplex: 'half' }) } as RequestInit)
      const slug = url.pathname.slice('/api/'.length).split('/').map(decodeURIComponent)
      const response = await handle(request, { params: Promise.resolve({ slug }) })
      const text = await response.text()
      return { status: response.status, text, body: asJson(text), headers: response.headers }
    },
    async person(name, roles) {
      const session = { id: randomUUID(), createdAt: new Date(), expiresAt: new Date(Date.now() + 3_600_000) }
      const email = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}@desk.example`
      const row = await payload.db.create({ collection: 'users', data: { email, name, roles, sessions: [session] } })
      const id = String(row.id)
      const { token } = await jwtSign({ fieldsToSign: { id, collection: 'users', email, sid: session.id, roles }, secret: payload.secret, tokenExpiration: 3_600 })
      return { id, name, roles, token, user: { id, collection: 'users', email, name, roles } }
    },
    async write(person, collection, data) {
      const written = await payload.create({ collection, data: data as never, user: person.user, overrideAccess: false, depth: 0 })
      return written as unknown as { id: string }
    },
    async close() {
      await worker?.stop()
      await closePayload(payload)
      await database.drop()
    },
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
