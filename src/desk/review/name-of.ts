import { wordKey } from '../words/codes'
import type { Say } from '../words/say'

// Not beside the components that use it: what stands in a client module can't be called on the server, and the first page does.
/** A slot's or a stage's name in the person's language. */
export function nameOf(say: Say, group: 'slot' | 'stage', name: string): string {
  const key = wordKey(group, name)
  return key === null ? name : say(key)
}
