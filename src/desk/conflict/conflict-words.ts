import { readable, type TitleOf } from '@/collaboration/readable'
import type { Conflict } from '@/collaboration/merge/conflict'
import type { NamedField } from '../review/fields-of-form'

/** One side of a conflict as people can read it; '' where that side deleted it. */
export function wordsOfSide(conflict: Conflict, side: 'mine' | 'theirs', titleOf?: TitleOf): string {
  const value = conflict[side]
  return readable(conflict.kind === 'block' && value !== null ? { root: { type: 'root', children: [value] } } : value, titleOf)
}

/** The field that a conflict is in, or the list whose row it is in. */
export function fieldOfConflict(fields: readonly NamedField[], { path }: Conflict): NamedField | undefined {
  return fields.find((field) => field.path === path) ?? fields.find((field) => path.startsWith(`${field.path}.`))
}

/** Whether both sides of a conflict can stand, one after the other: words and blocks can, a date or a choice can't. */
export function canBothStand(fields: readonly NamedField[], conflict: Conflict): boolean {
  if (conflict.kind === 'block') return conflict.mine !== null && conflict.theirs !== null
  const field = fields.find(({ path }) => path === conflict.path)?.field
  return conflict.kind === 'value' && (field?.type === 'textarea' || (field?.type === 'text' && conflict.path !== 'slug'))
}
