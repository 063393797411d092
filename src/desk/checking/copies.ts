import { findQuote } from '@/citations/quotes/anchor'
import type { Found } from '@/citations/quotes/quote'

/** A kept copy of a source as words: `capturedAt` an ISO 8601 instant. */
export type CopyText = { text: string; title: string | null; capturedAt: string }
export type Copy = { state: 'loading' } | { state: 'failed' } | { state: 'read'; copy: CopyText; found: Found | null }

/** What a copy is looked at for: its id, and the words that were quoted from it. */
export type Wanted = { capture: string; quote: string | null; quotePrefix: string | null; quoteSuffix: string | null }

/**
 * The copies that somebody reads while they check, each fetched once, and each quote looked for once. Asking for the next one early is
 * what keeps it from flickering.
 */
export function openCopies(fetchText: (capture: string) => Promise<CopyText | null>): { get(wanted: Wanted): Promise<Copy>; known(wanted: Wanted): Copy | null } {
  const texts = new Map<string, Promise<CopyText | null>>()
  const asked = new Map<string, Promise<Copy>>()
  const ready = new Map<string, Copy>()
  const nameOf = ({ capture, quote, quotePrefix, quoteSuffix }: Wanted): string => JSON.stringify([capture, quote, quotePrefix, quoteSuffix])

  async function look(wanted: Wanted): Promise<Copy> {
    const text = texts.get(wanted.capture) ?? fetchText(wanted.capture)
    texts.set(wanted.capture, text)
    const copy = await text
    if (copy === null) {
      // What failed once is asked for again when somebody comes back to it.
      texts.delete(wanted.capture)
      asked.delete(nameOf(wanted))
      return { state: 'failed' }
    }
    const found = wanted.quote === null ? null : findQuote(copy.text, { exact: wanted.quote, prefix: wanted.quotePrefix ?? '', suffix: wanted.quoteSuffix ?? '' })
    const read: Copy = { state: 'read', copy, found }
    ready.set(nameOf(wanted), read)
    return read
  }

  return {
    get(wanted) {
      const copy = asked.get(nameOf(wanted)) ?? look(wanted)
      asked.set(nameOf(wanted), copy)
      return copy
    },
    known: (wanted) => ready.get(nameOf(wanted)) ?? null,
  }
}

/** The words of a copy as the desk answers them; null where it can't be read. */
export async function fetchCopy(capture: string): Promise<CopyText | null> {
  const response = await fetch(`/api/captures/${capture}/text`, { credentials: 'include' }).catch(() => null)
  const body: unknown = response?.ok === true ? await response.json().catch(() => null) : null
  if (body === null || typeof body !== 'object' || !('text' in body) || typeof body.text !== 'string') return null
  const { title, capturedAt } = body as { title?: unknown; capturedAt?: unknown }
  return { text: body.text, title: typeof title === 'string' ? title : null, capturedAt: typeof capturedAt === 'string' ? capturedAt : '' }
}
