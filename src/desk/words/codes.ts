import { en, type WordKey } from './en'

/** The key of a group's word for a name that the server uses: `('slot', 'copy')` is `slotCopy`; null where there is none. */
export function wordKey(group: 'slot' | 'stage' | 'why' | 'note' | 'done' | 'state', name: string): WordKey | null {
  const rest = name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
  const key = `${group}${rest}`
  return key in en ? (key as WordKey) : null
}
