import { wordKey } from '../words/codes'
import type { Say } from '../words/say'

/** Sends one act on releases. Returns what to say where it was refused, or what was answered. */
export async function postRelease(say: Say, path: string, body: Record<string, unknown>): Promise<{ problem: string } | { id: string }> {
  const response = await fetch(`/api/releases${path}`, { method: 'POST', credentials: 'include', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }).catch(() => null)
  const answer = (await response?.json().catch(() => null)) as { id?: string; errors?: { message?: string; data?: { code?: string } }[] } | null
  if (response?.ok === true && answer?.id !== undefined) return { id: answer.id }
  const error = answer?.errors?.[0]
  const key = wordKey('why', error?.data?.code ?? '')
  return { problem: key === null ? (error?.message ?? say('whyUnreachable')) : say(key) }
}

/** Shows a release as it is now. */
export function openRelease(id: string): void {
  window.location.assign(`/admin/releases?release=${id}`)
}
