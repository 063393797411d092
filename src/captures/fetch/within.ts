/**
 * Gives `work` at most `milliseconds`, and ends it, too, when `asker` is aborted. What it throws is then the reason of that:
 * `failure()` or the asker's own.
 */
export async function within<T>(milliseconds: number, asker: AbortSignal, failure: () => Error, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const ending = new AbortController()
  const timer = setTimeout(() => ending.abort(failure()), milliseconds)
  const pass = () => ending.abort(asker.reason)
  if (asker.aborted) pass()
  else asker.addEventListener('abort', pass, { once: true })
  try {
    return await work(ending.signal)
  } catch (error) {
    throw ending.signal.aborted ? ending.signal.reason : error
  } finally {
    clearTimeout(timer)
    asker.removeEventListener('abort', pass)
  }
}
