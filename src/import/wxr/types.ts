/** What a WordPress export (WXR 1.0 to 1.2) holds, as far as an import reads it. Strings are as exported. */

export type WxrSite = {
  title: string
  /** Address of the blog, without a trailing slash; '' where the file names none. */
  url: string
  /** BCP 47 tag of the channel, such as "en-GB"; '' where none is given. */
  language: string
  /** "1.0", "1.1" or "1.2". */
  version: string
}

export type WxrAuthor = { id: string; login: string; displayName: string; firstName: string; lastName: string }

export type WxrTerm = { taxonomy: string; slug: string; name: string; parent: string; description: string }

/** A category, tag or other term that an item carries; `taxonomy` is "category", "post_tag", "language" and so on. */
export type WxrItemTerm = { taxonomy: string; slug: string; name: string }

export type WxrItem = {
  /** Line of the file on which the item begins, from 1. */
  line: number
  id: string
  title: string
  link: string
  guid: string
  creator: string
  content: string
  excerpt: string
  /** "YYYY-MM-DD hh:mm:ss" or "0000-00-00 00:00:00" or ''. */
  date: string
  dateGmt: string
  /** RFC 822, or ''. */
  pubDate: string
  slug: string
  status: string
  type: string
  parent: string
  hasPassword: boolean
  isSticky: boolean
  attachmentUrl: string
  terms: WxrItemTerm[]
  /** Custom fields. Values of the ones that an import reads are whole; of all others the first 200 characters. */
  meta: { key: string; value: string }[]
  comments: number
}

export type WxrEvent =
  | { type: 'site'; site: WxrSite }
  | { type: 'author'; author: WxrAuthor }
  | { type: 'term'; term: WxrTerm }
  | { type: 'item'; item: WxrItem }

/** What a file may hold. Characters are UTF-16 units. */
export type WxrLimits = { fileBytes: number; fieldCharacters: number; itemCharacters: number; items: number; terms: number; depth: number }

export const WXR_LIMITS: WxrLimits = {
  fileBytes: 100 * 1024 * 1024,
  fieldCharacters: 4 * 1024 * 1024,
  itemCharacters: 8 * 1024 * 1024,
  items: 50_000,
  terms: 50_000,
  depth: 32,
}
