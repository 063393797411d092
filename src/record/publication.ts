import type { Projections, PublicCollection, Tombstone } from './projections'

/** A public note on what was changed after publication; `at` is an ISO 8601 instant. */
export type Correction = { at: string; kind: 'correction' | 'retraction'; note: string }

type Row = {
  id: string
  document: string
  language: string
  slug: string
  /** Where readers find it, for collections that have a page; null for terms and settings. */
  path: string | null
  title: string
  /** ISO 8601 instant of the first publication: never moves. */
  publishedAt: string
  /** ISO 8601 instant of the last significant change: a minor change leaves it. */
  updatedAt: string
  /** ISO 8601 instant at which this row went live. */
  wentLiveAt: string
  contentHash: string
  corrections: Correction[]
  /** Every path this document was ever public at, the present one included. */
  addresses: string[]
  /** Brought in with its old address and dates, not reviewed here: kept out of "new" in feeds. */
  isAdopted: boolean
}

/** A live document as the public side sees it. */
export type Live<C extends PublicCollection = PublicCollection> = { [K in C]: Row & { collection: K; isTombstone: false; projection: Projections[K] } }[C]
/** A withdrawn document as the public side sees it. */
export type Withdrawn = Row & { collection: PublicCollection; isTombstone: true; projection: Tombstone }
export type Publication = Live | Withdrawn

/** Whether a live document was retracted: it stays where it is, with the reason before its text. */
export function isRetracted({ corrections }: { corrections: readonly Pick<Correction, 'kind'>[] }): boolean {
  return corrections.some(({ kind }) => kind === 'retraction')
}

/** Tells whether `publication` is a live document of `collection`, and narrows its projection. */
export function isLive<C extends PublicCollection>(publication: Publication | null | undefined, collection: C): publication is Publication & { collection: C; isTombstone: false; projection: Projections[C] } {
  return publication != null && !publication.isTombstone && publication.collection === collection
}
