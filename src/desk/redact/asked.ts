import { wordKey } from '../words/codes'
import type { Say } from '../words/say'

/** Why a request was refused: the server's code and words; `code` is 'unreachable' where there was no answer. */
export type Problem = { code: string; message: string }

/** Asks the API: with `body` a POST of it, else a GET. Either what was answered or the problem is null. */
export async function asked<T>(address: string, body?: object): Promise<{ body: T; problem: null } | { body: null; problem: Problem }> {
  const init: RequestInit = body === undefined ? {} : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(address, { ...init, credentials: 'include' }).catch(() => null)
  const answer = (await response?.json().catch(() => null)) as (T & { errors?: { message?: string; data?: { code?: string } }[] }) | null | undefined
  if (response?.ok === true && answer !== null && answer !== undefined) return { body: answer, problem: null }
  const first = answer?.errors?.[0]
  return { body: null, problem: { code: first?.data?.code ?? 'unreachable', message: first?.message ?? '' } }
}

/** A problem in the person's words, as far as there are any for it. */
export function sayProblem(say: Say, { code, message }: Problem): string {
  const key = code === 'malformed' ? null : wordKey('why', code)
  return key === null ? message || say('whyUnreachable') : say(key)
}
