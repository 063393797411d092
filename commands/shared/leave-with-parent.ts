/**
 * Calls `stop` when the supervisor that started this process has gone, also where it was killed. Without one, never. What is
 * written from then on is read by nobody: that must neither end this process half-way nor, where errors are written down, go
 * round in a circle.
 */
export function leaveWithParent(stop: () => void): void {
  if (process.channel === undefined) return
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  process.on('disconnect', stop)
  process.channel?.unref()
}
