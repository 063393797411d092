import { createHash, randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import type { Fetched, Fetcher, Hop } from '@/captures/fetch/types'

const MOST_HOPS = 5
const MOST_BYTES = 30_000_000

type Answer = Omit<Hop, 'url' | 'at' | 'address' | 'body'> & { bytes: Buffer }

/**
 * A fetcher without the real one's guard, in this process: names of `hosts` (`site.test` → `127.0.0.1:4010`) go to that local port, every other
 * name fails with `dns`. For tests of what is done with answers.
 */
export function plainFetcher(spoolDir: string, hosts: Readonly<Record<string, string>>): Fetcher {
  const exchange = (url: URL, place: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const [address, port] = place.split(':')
      const requestHeaders: [string, string][] = [['Host', url.host], ['User-Agent', 'Mozilla/5.0'], ['Accept', '*/*']]
      const sent = request({ host: address, port, path: `${url.pathname}${url.search}`, headers: Object.fromEntries(requestHeaders), agent: false }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () => {
          const headers: [string, string][] = []
          for (let index = 0; index < answer.rawHeaders.length; index += 2) headers.push([answer.rawHeaders[index] as string, answer.rawHeaders[index + 1] as string])
          resolve({ status: answer.statusCode ?? 0, statusText: answer.statusMessage ?? '', requestHeaders, headers, bytes: Buffer.concat(chunks) })
        })
      })
      sent.on('error', reject)
      sent.end()
    })

  return {
    async fetch({ url: asked }): Promise<Fetched> {
      await mkdir(spoolDir, { recursive: true })
      const hops: Hop[] = []
      const fails = (failure: Extract<Fetched, { ok: false }>['failure']): Fetched => ({ ok: false, requestedUrl: asked, hops, failure })
      for (let url = new URL(asked); hops.length < MOST_HOPS; ) {
        const place = hosts[url.hostname]
        if (place === undefined) return fails({ class: 'dns', message: `no such host: ${url.hostname}` })
        const at = new Date().toISOString()
        try {
          const { bytes, ...answer } = await exchange(url, place)
          if (bytes.length > MOST_BYTES) return fails({ class: 'tooLarge', message: 'too large' })
          const file = randomUUID()
          await writeFile(join(spoolDir, file), bytes)
          hops.push({ url: url.href, address: '127.0.0.1', at, ...answer, body: { file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') } })
          const location = answer.headers.find(([name]) => name.toLowerCase() === 'location')?.[1]
          if (answer.status < 300 || answer.status >= 400 || location === undefined) return { ok: true, requestedUrl: asked, finalUrl: url.href, hops }
          url = new URL(location, url)
        } catch (error) {
          return fails({ class: 'reset', message: String(error) })
        }
      }
      return fails({ class: 'redirects', message: 'too many redirects' })
    },
    proxyUrl: () => Promise.reject(new Error('This fetcher has no proxy')),
    close: () => Promise.resolve(),
  }
}
