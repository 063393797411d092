let source: () => Date = () => new Date()

/** The present moment. Everything that decides by time asks here, so that a test can say what time it is. */
export function now(): Date {
  return source()
}

/** Lets `clock` tell the time until the returned function is called. */
export function setClock(clock: () => Date): () => void {
  const before = source
  source = clock
  return () => {
    source = before
  }
}
