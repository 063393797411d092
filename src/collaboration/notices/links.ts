import type { NoticeKind } from './kinds'

/** Where a document is opened on the desk, as a path: a page that shows and asks, whatever the notice says. */
export function deskPath(collection: string, document: string): string {
  return `/admin/collections/${encodeURIComponent(collection)}/${encodeURIComponent(document)}`
}

/** Where a notice leads: one of a source in trouble, to all that relies on it. */
export function noticePath(kind: NoticeKind, collection: string, document: string): string {
  return kind === 'sourceDied' || kind === 'sourceChanged' || kind === 'sourceRetracted' ? `/admin/impact?source=${encodeURIComponent(document)}` : deskPath(collection, document)
}

/** The inbox, and in it the place where somebody says what is mailed to them. */
export const INBOX_PATH = '/admin/inbox'
export const SETTINGS_PATH = `${INBOX_PATH}#settings`
