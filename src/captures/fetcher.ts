import type { Fetcher } from './fetch/types'

let opened: Fetcher | null = null

/** The one way from this process to addresses that strangers chose; null where none was opened. */
export function currentFetcher(): Fetcher | null {
  return opened
}

/** Lets captures be fetched by `fetcher` until the returned function is called. */
export function useFetcher(fetcher: Fetcher): () => void {
  opened = fetcher
  return () => {
    opened = null
  }
}
