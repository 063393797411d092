import type { FetchAsk, Fetched } from './types'

/** What the process asks of the fetcher. Ids are made by the asker; spooled files begin with them. */
export type ToFetcher = { kind: 'fetch'; id: string; ask: FetchAsk } | { kind: 'abort'; id: string } | { kind: 'proxy'; id: string }

/** What the fetcher answers. `proxying` tells how many connections of browsers stand open. */
export type FromFetcher = { kind: 'ready' } | { kind: 'fetched'; id: string; fetched: Fetched } | { kind: 'proxy'; id: string; url: string } | { kind: 'proxying'; open: number }
