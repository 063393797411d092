/** One exchange with a server, as it is kept. Header pairs in the order sent and received; `body` is the SHA-256 of what came. */
export type KeptHop = { url: string; at: string; status: number; statusText: string; requestHeaders: [string, string][]; headers: [string, string][]; address: string | null; body?: string }

/** A file of a capture. `name` tells what it is: `page.html`, `screenshot.webp`, `hop-1.bin`. */
export type KeptFile = { name: string; mime: string; bytes: number; sha256: string }

export type CaptureProvider = 'local' | 'upload' | 'wayback'
export type CaptureReason = 'linked' | 'asked' | 'published'

/**
 * A copy of a source as it was answered at one moment, or the failure to get one. Times are ISO 8601 instants: `fetchedAt` when the last request
 * began, `capturedAt` when all was kept. `redirects`: the exchanges before the last one. `textHash`: SHA-256 of the text's UTF-8 bytes.
 */
export type Capture = {
  id: string
  source: string
  request: string | null
  why: CaptureReason
  requestedUrl: string
  finalUrl: string
  redirects: KeptHop[]
  status: number | null
  statusText: string
  requestHeaders: [string, string][]
  headers: [string, string][]
  serverAddress: string | null
  fetchedAt: string
  capturedAt: string
  by: string | null
  provider: CaptureProvider
  tool: string
  audience: 'public' | 'editors'
  mementoUrl: string | null
  files: KeptFile[]
  text: string | null
  textHash: string | null
  title: string | null
  metadata: SourceMetadata | null
  failure: string | null
  revokedAt: string | null
  revokedReason: string | null
}

/**
 * What a captured page says of itself, cleaned and cut. `issued`: EDTF level 0 (ISO 8601-2), a year, month or day; `language`: BCP 47;
 * `canonical`: an absolute http(s) address. `origin`: for each field, the kind of markup that it was read from.
 */
export type SourceMetadata = {
  title?: string
  creators?: { name: string }[]
  container?: string
  publisher?: string
  issued?: string
  language?: string
  doi?: string
  kind?: string
  canonical?: string
  origin: Record<string, string>
}

/** The file of a capture that holds what the address answered: named by its kind. */
export const BODY_NAMES = { html: 'page.html', pdf: 'document.pdf', image: 'image', text: 'text.txt', other: 'body.bin' } as const

export const SCREENSHOT = 'screenshot.webp'

/** The file that holds what the address answered; undefined where nothing was kept. */
export function bodyOf(capture: Pick<Capture, 'files'>): KeptFile | undefined {
  return capture.files.find(({ name }) => Object.values<string>(BODY_NAMES).includes(name))
}
