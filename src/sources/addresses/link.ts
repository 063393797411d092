import type { Locator } from '@/record/body'
import type { Platform } from '@/record/projections'

/**
 * What should be known before a link is fetched, kept or shown. `signed`: it holds a key that lets whoever has it in.
 * `unlisted`: it is open to those who were sent it. `shortener`: it hides where it leads. `invite`: it lets people join
 * something. `banned-archive`: a copy at archive.today or one of its other names, which altered copies and used its readers'
 * browsers for an attack; keep `archive.original` instead.
 */
export type LinkWarning = 'signed' | 'unlisted' | 'shortener' | 'invite' | 'banned-archive'

export type ArchiveProvider = 'wayback' | 'archive.today' | 'perma' | 'other'

/** A copy of a page. `original` is the page's own address, cleaned, or null where the copy's address doesn't tell it; `at` an ISO 8601 instant. */
export type Archive = { provider: ArchiveProvider; original: string | null; at?: string }

/** A pasted link, read without fetching anything. */
export type Link = {
  /** Absolute, http or https, without credentials and what only says who shared it: to be stored and opened. Of an archived copy, the copy's address. */
  url: string
  /** The same for every spelling of one work's address, and for its archived copies: what sources are told apart by. */
  key: string
  /** Names of the parameters that were taken away. */
  stripped: string[]
  /** Set where the link leads to a copy in an archive. */
  archive?: Archive
  /** Lower case, without resolver: "10.1000/xyz". */
  doi?: string
  /** Thirteen digits. */
  isbn?: string
  platform?: Platform
  /** What the platform calls the post, the same in every spelling of its address. */
  postId?: string
  /** The place in the work that the address pointed at. */
  locator?: Locator
  /** Words that a text fragment (`#:~:text=`) pointed at. */
  quote?: string
  warnings: LinkWarning[]
}

export type LinkProblemCode = 'empty' | 'noLink' | 'severalLinks' | 'tooLong' | 'scheme' | 'credentials' | 'truncated' | 'shareButton' | 'broken' | 'noPublicHost'

/** Why what was pasted can't be taken, in the words that people get. */
export type LinkProblem = { problem: LinkProblemCode; message: { en: string; ar: string } }
