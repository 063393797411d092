import { fetch, type Agent, type RequestInit, type Response } from 'undici'
/**
 * The Wayback Machine's Save Page Now 2: “SPN2 Public API Page Docs” of the Internet Archive. A job is asked for by `POST /save` with the keys of
 * an account, and asked after by `GET /save/status/{job}`.
 */
export type Wayback = {
  /** Asks for a page to be saved. `busy`: too many at once, or it is down; `refused`: it won't save this one. */
  submit(url: string): Promise<{ kind: 'asked'; job: string } | { kind: 'busy'; seconds?: number } | { kind: 'refused'; problem: string }>
  /** What became of a job. */
  look(job: string): Promise<{ kind: 'pending' } | { kind: 'busy'; seconds?: number } | { kind: 'saved'; mementoUrl: string; at: string } | { kind: 'failed'; problem: string; isPassing: boolean }>
}

const TIME_MS = 30_000
/** In bytes. */
const LONGEST_ANSWER = 100_000
/** Failures that have to do with the moment (SPN2 docs, `status_ext`). */
const PASSING = /^error:(?:too-many|service-unavailable|gateway-timeout|browsing-timeout|bandwidth-limit|job-failed|celery|proxy-error|soft-time-limit|user-session-limit|no-browsers|read-timeout|capture-location|cannot-fetch|internal)/
/** Only these of what it says are told on: words of its own list, never of the page. */
const PROBLEM = /^error:[a-z-]{1,40}$/

/** An adapter for the service at `url`. A page is not saved again that was saved in the last `ifNotWithin` seconds. `dispatcher`: what connects to the service; Node by default. */
export function savePageNow({ url, key, secret }: { url: string; key: string; secret: string }, { ifNotWithin = 86_400, dispatcher }: { ifNotWithin?: number; dispatcher?: Agent } = {}): Wayback {
  const ask = async (path: string, init: RequestInit = {}): Promise<{ status: number; seconds?: number; body: Record<string, unknown> }> => {
    const answer = await fetch(`${url}${path}`, {
      ...init,
      ...(dispatcher === undefined ? {} : { dispatcher }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIME_MS),
      headers: { Accept: 'application/json', Authorization: `LOW ${key}:${secret}`, ...(init.body === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' }) },
    })
    const after = answer.headers.get('retry-after')
    const text = await beginningOf(answer)
    return { status: answer.status, ...(after !== null && /^\d{1,6}$/.test(after) ? { seconds: Number(after) } : {}), body: objectIn(text) }
  }

  return {
    async submit(address) {
      const answered = await ask('/save', { method: 'POST', body: new URLSearchParams({ url: address, capture_all: '0', skip_first_archive: '1', if_not_archived_within: String(ifNotWithin) }) }).catch(() => null)
      if (answered === null || answered.status === 429 || answered.status >= 500) return busy(answered?.seconds)
      const { body, status } = answered
      if (status === 200 && typeof body.job_id === 'string' && /^[\w-]{1,100}$/.test(body.job_id)) return { kind: 'asked', job: body.job_id }
      const problem = problemIn(body)
      return PASSING.test(problem) ? busy(undefined) : { kind: 'refused', problem: status === 401 || status === 403 ? 'keys' : problem }
    },
    async look(job) {
      const answered = await ask(`/save/status/${encodeURIComponent(job)}`).catch(() => null)
      if (answered === null || answered.status === 429 || answered.status >= 500) return busy(answered?.seconds)
      const { body } = answered
      if (body.status === 'pending') return { kind: 'pending' }
      const [, y, mo, d, h, mi, s] = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(String(body.timestamp)) ?? []
      const at = `${y}-${mo}-${d}T${h}:${mi}:${s}.000Z`
      if (body.status === 'success' && typeof body.original_url === 'string' && !Number.isNaN(Date.parse(at))) return { kind: 'saved', mementoUrl: `${url}/web/${String(body.timestamp)}/${body.original_url}`, at }
      const problem = problemIn(body)
      return { kind: 'failed', problem, isPassing: PASSING.test(problem) }
    },
  }
}

/** What an answer begins with, up to the longest that is read; the rest is not waited for. */
async function beginningOf({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes >= LONGEST_ANSWER) break
  }
  return Buffer.concat(chunks).toString('utf8', 0, LONGEST_ANSWER)
}

function busy(seconds: number | undefined): { kind: 'busy'; seconds?: number } {
  return { kind: 'busy', ...(seconds === undefined ? {} : { seconds }) }
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text)
    return body !== null && typeof body === 'object' && !Array.isArray(body) ? (body as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function problemIn({ status_ext: extended }: Record<string, unknown>): string {
  return typeof extended === 'string' && PROBLEM.test(extended) ? extended : 'error:unknown'
}
