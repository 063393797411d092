import { en, type WordKey } from './en'

/** Groups of words whose rest is a name that the server uses. */
export type WordGroup = 'slot' | 'stage' | 'why' | 'note' | 'done' | 'state' | 'workflow' | 'scope' | 'when' | 'part' | 'mark' | 'text' | 'change' | 'release' | 'column' | 'noWay' | 'link' | 'verification' | 'quote' | 'outcome' | 'citeIntent' | 'citeLocator' | 'settle' | 'doubt' | 'support' | 'ground' | 'intent' | 'place' | 'failure'

/** The key of a group's word for a name that the server uses: `('slot', 'copy')` is `slotCopy`; null where there is none. */
export function wordKey(group: WordGroup, name: string): WordKey | null {
  const rest = name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
  const key = `${group}${rest}`
  return key in en ? (key as WordKey) : null
}
