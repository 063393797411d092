/** The columns of the board, in the order in which a text passes them. */
export const COLUMNS = ['draft', 'changed', 'in-review', 'changes-requested', 'approved', 'scheduled', 'public'] as const
export type Column = (typeof COLUMNS)[number]

/** How a move is asked for: what it has to know beside the document itself. */
export type MoveKind = 'submit' | 'requestChanges' | 'cancel' | 'publish' | 'publishUpdate' | 'schedule' | 'scheduleUpdate' | 'unschedule'

/** What a move is: the endpoint that carries it out, below the document's own address; or why there is no such move. */
export type Move = { kind: MoveKind; path: string } | { why: NoWay }
export type NoWay = 'here' | 'submitFirst' | 'bySigning' | 'approveFirst' | 'unscheduleFirst' | 'back' | 'byWriting' | 'public'

/** What decides which moves a card has. `asksChange`: readers have another text, so that what changed has to be said. */
export type Movable = { column: Column; asksChange: boolean }

const PATHS: Record<MoveKind, string> = {
  submit: 'review/submit',
  requestChanges: 'review/request-changes',
  cancel: 'review/cancel',
  publish: 'publishing/publish',
  publishUpdate: 'publishing/publish',
  schedule: 'publishing/schedule',
  scheduleUpdate: 'publishing/schedule',
  unschedule: 'publishing/unschedule',
}

/**
 * The transition that a move of a card is. Whether the person may do it is for the server to say; here stands only which
 * act it would be, so that no move ever sets a state by itself.
 */
export function moveOf(card: Movable, to: Column): Move {
  const act = (kind: MoveKind): Move => ({ kind, path: PATHS[kind] })
  if (card.column === to) return { why: 'here' }
  const isBack = to === 'draft' || to === 'changed'
  switch (card.column) {
    case 'draft':
    case 'changed':
      if (isBack) return { why: 'byWriting' }
      return to === 'in-review' ? act('submit') : { why: 'submitFirst' }
    case 'in-review':
      if (isBack) return act('cancel')
      if (to === 'changes-requested') return act('requestChanges')
      return { why: to === 'approved' ? 'bySigning' : 'approveFirst' }
    case 'changes-requested':
      if (isBack) return act('cancel')
      return to === 'in-review' ? act('submit') : { why: 'submitFirst' }
    case 'approved':
      if (isBack) return act('cancel')
      if (to === 'changes-requested') return act('requestChanges')
      if (to === 'public') return act(card.asksChange ? 'publishUpdate' : 'publish')
      return to === 'scheduled' ? act(card.asksChange ? 'scheduleUpdate' : 'schedule') : { why: 'back' }
    case 'scheduled':
      return to === 'approved' ? act('unschedule') : { why: 'unscheduleFirst' }
    case 'public':
      // A whole review that is owed begins with the very text that is public.
      return to === 'in-review' ? act('submit') : { why: 'public' }
  }
}
