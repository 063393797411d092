// node dist/health.mjs ORIGIN PART: exit code 0 where that part of the newsroom (database, worker or edition) is well.
// For the health checks of containers, whose images need no curl for it.
const [origin, part] = process.argv.slice(2)
try {
  const answer = await fetch(new URL('/api/health', origin), { signal: AbortSignal.timeout(5000) })
  const state = (await answer.json()) as Record<string, { isWell?: boolean } | undefined>
  process.exit(state[part ?? '']?.isWell === true ? 0 : 1)
} catch {
  process.exit(1)
}

export {}
