/** A small web on this machine: sites by name, each a real server on the loopback interface, and a fetcher that knows no others. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import type { FailureClass, Fetched, Fetcher, Hop } from '@/captures/fetch/types'
import type { Page } from '@/link-health/page'

/** What a site answers to a path. */
export type Reply = { status?: number; headers?: Record<string, string>; body?: string; hangUp?: boolean }
export type Site = { name: string; answer(path: string): Reply }
export type Exchange = { host: string; path: string; at: number; agent: string }

export type LocalWeb = {
  fetcher: Fetcher
  /** Every request that a site got, in order. */
  exchanges: Exchange[]
  /** Adds a site, or lets one answer otherwise. */
  site(name: string, answer: Site['answer']): Promise<void>
  /** Takes a site away: its name is then not known. */
  drop(name: string): Promise<void>
  readPage(hop: Hop): Promise<Page | null>
  close(): Promise<void>
}

const MOST_HOPS = 5

export async function openLocalWeb(clock: () => number = Date.now): Promise<LocalWeb> {
  const spool = mkdtempSync(join(tmpdir(), 'handbill-spool-'))
  const sites = new Map<string, { answer: Site['answer']; server: Server; port: number }>()
  const exchanges: Exchange[] = []

  const hop = (url: URL, port: number, agent: string, signal?: AbortSignal): Promise<Hop> =>
    new Promise((resolve, reject) => {
      const sent: [string, string][] = [['host', url.host], ['user-agent', agent]]
      const asking = request({ host: '127.0.0.1', port, path: url.pathname + url.search, headers: Object.fromEntries(sent), signal }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () => {
          const bytes = Buffer.concat(parts)
          const headers: [string, string][] = []
          for (let index = 0; index < answer.rawHeaders.length; index += 2) headers.push([answer.rawHeaders[index]!, answer.rawHeaders[index + 1]!])
          const file = join(spool, randomUUID())
          const got: Hop = { url: url.href, address: '127.0.0.1', at: new Date(clock()).toISOString(), status: answer.statusCode ?? 0, statusText: answer.statusMessage ?? '', requestHeaders: sent, headers }
          void writeFile(file, bytes).then(() => resolve({ ...got, body: { file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') } }), reject)
        })
      })
      asking.on('error', reject)
      asking.end()
    })

  const fetcher: Fetcher = {
    async fetch({ url: requestedUrl, purpose }, { signal } = {}): Promise<Fetched> {
      const hops: Hop[] = []
      const failed = (failure: FailureClass, message: string): Fetched => ({ ok: false, requestedUrl, hops, failure: { class: failure, message } })
      for (let url = new URL(requestedUrl); ; ) {
        const site = sites.get(url.hostname)
        if (site === undefined) return failed('dns', `no ${url.hostname}`)
        try {
          hops.push(await hop(url, site.port, purpose, signal))
        } catch (error) {
          if (signal?.aborted) throw error
          return failed('reset', String(error))
        }
        const last = hops.at(-1)!
        const location = last.headers.find(([name]) => name.toLowerCase() === 'location')?.[1]
        if (location === undefined || last.status < 300 || last.status > 399) return { ok: true, requestedUrl, finalUrl: url.href, hops }
        if (hops.length > MOST_HOPS) return failed('redirects', 'too many')
        url = new URL(location, url)
      }
    },
    proxyUrl: () => Promise.reject(new Error('there is no proxy here')),
    close: () => Promise.resolve(),
  }

  const web: LocalWeb = {
    fetcher,
    exchanges,
    async site(name, answer) {
      const known = sites.get(name)
      if (known !== undefined) {
        known.answer = answer
        return
      }
      const server = createServer((req, res) => {
        exchanges.push({ host: name, path: req.url ?? '', at: clock(), agent: req.headers['user-agent'] ?? '' })
        const reply = sites.get(name)!.answer(req.url ?? '')
        if (reply.hangUp === true) return void res.destroy()
        res.writeHead(reply.status ?? 200, { 'Content-Type': 'text/html; charset=utf-8', ...reply.headers })
        res.end(reply.body ?? '')
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      sites.set(name, { answer, server, port: (server.address() as AddressInfo).port })
    },
    async drop(name) {
      const known = sites.get(name)
      sites.delete(name)
      known?.server.closeAllConnections()
      await new Promise((resolve) => (known === undefined ? resolve(undefined) : known.server.close(resolve)))
    },
    readPage: async ({ body, headers }) => readPage(await readFile(body!.file), headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''),
    async close() {
      for (const name of [...sites.keys()]) await web.drop(name)
      rmSync(spool, { recursive: true, force: true })
    },
  }
  return web
}

/** The words of a web page. */
async function readPage(bytes: Uint8Array, contentType: string): Promise<Page | null> {
  if (!/html/.test(contentType)) return null
  const html = new TextDecoder().decode(bytes)
  const { document } = parseHTML(html)
  const title = document.querySelector('title')?.textContent ?? null
  for (const each of document.querySelectorAll('script, style, title')) each.remove()
  return { title, text: document.documentElement?.textContent?.replace(/\s+/g, ' ').trim() ?? '', html }
}

/** A page of words in paragraphs. */
export function htmlPage(title: string, ...paragraphs: string[]): string {
  return `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1>${paragraphs.map((words) => `<p>${words}</p>`).join('')}</body></html>`
}
