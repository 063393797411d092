import { join } from 'node:path'
import { openManifest, type ChainHead } from './manifest'

/** The audit log as the edition knows it: its newest row, and whether it holds a row with a number and a hash. */
export type AuditChain = {
  head(): Promise<ChainHead | null>
  holds(head: ChainHead): Promise<boolean>
}

/** The folder of the manifest in an edition: beside what readers are served, never within it. */
export function manifestFolder(editionDir: string): string {
  return join(editionDir, 'manifest')
}

/**
 * Keeps the newest row of the audit log in the manifest. A row that was kept and is no longer in the log stays kept: it is the
 * proof that the log was cut or changed, and the next bake must not wipe that away.
 */
export async function keepHead(editionDir: string, chain: AuditChain | undefined): Promise<void> {
  if (chain === undefined) return
  const manifest = openManifest(manifestFolder(editionDir))
  const kept = await manifest.head()
  const head = await chain.head()
  if (head === null || (kept !== null && (kept.hash === head.hash || kept.seq > head.seq || !(await chain.holds(kept))))) return
  await manifest.setHead(head)
}
