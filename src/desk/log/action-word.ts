import { en, type WordKey } from '../words/en'
import type { Say } from '../words/say'

/** Says an act of the log: who did what. `name`: null for what nobody with an account did, '' for an account that is gone. */
export function sayAct(say: Say, action: string, name: string | null): string {
  const who = name === null ? say('theSystem') : name || say('someone')
  const key = `audit${action.charAt(0).toUpperCase()}${action.slice(1)}`
  return key in en ? say(key as WordKey, { name: who }) : say('auditOther', { name: who, action })
}
