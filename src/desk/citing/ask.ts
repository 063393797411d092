/** What the desk answered: `json` where all was well, else why not. `status` is 0 where there was no answer, as without a network. */
export type Asked<T> = { ok: true; json: T } | { ok: false; status: number; message: string }

/** Asks the desk, and never throws. `data`: what is posted, as JSON or as a form. */
export async function ask<T>(path: string, { data, signal }: { data?: object | FormData; signal?: AbortSignal } = {}): Promise<Asked<T>> {
  const posted: RequestInit = data === undefined ? {} : data instanceof FormData ? { method: 'POST', body: data } : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(data) }
  const response = await fetch(path, { credentials: 'include', ...(signal === undefined ? {} : { signal }), ...posted }).catch(() => null)
  const json: unknown = await response?.json().catch(() => null)
  if (response?.ok === true && json !== null && typeof json === 'object') return { ok: true, json: json as T }
  const message = (json as { errors?: { message?: unknown }[] } | null | undefined)?.errors?.[0]?.message
  return { ok: false, status: response?.status ?? 0, message: typeof message === 'string' ? message : '' }
}
