/** Posts JSON and returns the answer, or why it was refused; '' where there was no answer at all. Goes on where the page is left. */
export async function post<T>(address: string, body: Record<string, unknown>): Promise<{ answer: T } | { problem: string }> {
  const response = await fetch(address, { method: 'POST', credentials: 'include', keepalive: true, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }).catch(() => null)
  const json: unknown = await response?.json().catch(() => null)
  if (response?.ok === true) return { answer: json as T }
  return { problem: (json as { errors?: { message?: string }[] } | null)?.errors?.[0]?.message ?? '' }
}
