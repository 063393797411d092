/** Told to the window whenever the number of unread notices is known anew. */
export const UNREAD_EVENT = 'handbill-unread'

/** Tells everything on the page that shows it how many notices are unread. */
export function tellUnread(unread: number): void {
  window.dispatchEvent(new CustomEvent<number>(UNREAD_EVENT, { detail: unread }))
}
