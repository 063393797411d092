/** One exchange of a chain: as it was sent and answered. Header pairs in the order received. `body` is a file below the spool folder, raw as transferred after content-decoding; absent where nothing came. */
export type Hop = {
  url: string
  /** The IP address that was connected to; null where a SOCKS proxy did the connecting. */
  address: string | null
  /** When the request began, in ISO 8601. */
  at: string
  status: number
  statusText: string
  requestHeaders: [string, string][]
  headers: [string, string][]
  body?: { file: string; bytes: number; sha256: string }
}

export type FailureClass = 'refused' | 'dns' | 'connect' | 'tls' | 'timeout' | 'reset' | 'tooLarge' | 'tooSlow' | 'bomb' | 'redirects' | 'protocol'

/** A failure has the hops that were answered; the last has no body where it failed in the middle of it. */
export type Fetched =
  | { ok: true; requestedUrl: string; finalUrl: string; hops: Hop[] }
  | { ok: false; requestedUrl: string; hops: Hop[]; failure: { class: FailureClass; message: string } }

/** `maxBytes` bounds what is transferred and, apart from that, what it decodes to; `timeoutMs` the whole chain. Neither can be raised above the limits of its purpose. */
export type FetchAsk = { url: string; purpose: 'capture' | 'check'; maxBytes?: number; timeoutMs?: number }

export type Fetcher = {
  fetch(ask: FetchAsk, options?: { signal?: AbortSignal }): Promise<Fetched>
  /** A proxy for a browser to take one picture through, on this machine, good for three minutes. Throws where fetching is off. */
  proxyUrl(): Promise<string>
  /** Ends the process. Who waits is answered with a failure. */
  close(): Promise<void>
}
