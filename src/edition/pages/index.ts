import { contentTypeOf } from '../response-headers'
import { splitLanguage } from '../addresses'
import { fileOf } from '../file-names'
import { documentKind, gatheredMonthKind } from './document-pages'
import { FEED_KINDS } from './feed-pages'
import type { EditionContext, PageKind } from './kind'
import { LISTING_KINDS } from './listing-pages'
import { MACHINE_KINDS } from './machine-pages'
import { exportKind, sourceCopyKind } from './source-pages'

/** Every kind of page there is. The first that an address matches is its kind; the last takes the rest: documents. */
export const PAGE_KINDS: readonly PageKind[] = [...MACHINE_KINDS, ...FEED_KINDS, ...LISTING_KINDS, gatheredMonthKind, exportKind, sourceCopyKind, documentKind]

/** A finished page: its text or bytes, and the media type that it is served with. */
export type FinishedPage = { contentType: string; body: string | Buffer }

/** The page at an unencoded path as the record has it now; null where there is none. */
export async function producePage(context: EditionContext, path: string): Promise<FinishedPage | null> {
  const place = { path, ...splitLanguage(path, await context.reader.settings()) }
  const kind = PAGE_KINDS.find((each) => each.matches(place))
  const body = (await kind?.produce(context, place)) ?? null
  // A page whose name no file can have is served as what it is all the same.
  return body === null ? null : { contentType: contentTypeOf(fileOf(path) ?? 'page.html'), body }
}
