/** Calls `stop` when the supervisor that started this process has gone, also where it was killed. Without one, never. */
export function leaveWithParent(stop: () => void): void {
  if (process.channel === undefined) return
  process.on('disconnect', stop)
  process.channel?.unref()
}
