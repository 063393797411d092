import { wordKey } from './codes'
import type { Say } from './say'

/** A slot's or a stage's name in the person's language. */
export function nameOf(say: Say, group: 'slot' | 'stage', name: string): string {
  const key = wordKey(group, name)
  return key === null ? name : say(key)
}
