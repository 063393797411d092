import { env } from '@/env'
import { openFetcher } from './fetch/fetcher'
import type { Fetcher } from './fetch/types'
import { spoolFolder } from './keep/files'

let opened: Fetcher | null = null

/** The one way from this process to addresses that strangers chose, opened when it is first asked for; null where fetching is off. */
export function currentFetcher(): Fetcher | null {
  if (opened === null && !env().fetching.isOff) opened = openFetcher({ spoolDir: spoolFolder() })
  return opened
}

/** Ends the fetcher's process, if there is one. */
export async function closeFetcher(): Promise<void> {
  const closing = opened
  opened = null
  await closing?.close()
}
