import { wordKey, type WordGroup } from './codes'
import type { Say } from './say'

// Not beside the components that use it: what stands in a client module can't be called on the server, and the first page does.
/** The word of a group for a name that the server uses, or that name itself, in the person's language. */
export function nameOf(say: Say, group: WordGroup, name: string): string {
  const key = wordKey(group, name)
  return key === null ? name : say(key)
}

/** What a slot or a stage is called: its own label where the workflow gives it one. */
export function labelOf(say: Say, language: string, group: 'slot' | 'stage', name: string, label: { en: string; ar: string } | null | undefined): string {
  return label?.[language.startsWith('ar') ? 'ar' : 'en'] ?? nameOf(say, group, name)
}
