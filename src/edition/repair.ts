import { bakePages } from './bake-changes'
import { cachedReader } from './cached-reader'
import { keepHead, type AuditChain } from './chain-head'
import type { EditionContext } from './pages/kind'
import { readProgress } from './progress'
import { openStore } from './store'

/**
 * Holds some of the 256 parts of the edition against its manifest, and makes anew what is missing or holds other bytes: a
 * deleted file, a disk that lied, a crash. Returns how many files that were. Only one process at a time may write to the folder.
 */
export async function repair({ reader, origin, editionDir, mediaDir, parts, chain }: EditionContext & { editionDir: string; mediaDir: string; parts: readonly number[]; chain?: AuditChain }): Promise<number> {
  const progress = await readProgress(editionDir)
  if (progress === null) return 0
  const store = openStore({ editionDir, mediaDir, run: progress.run })
  const damaged: string[] = []
  for (const part of parts) damaged.push(...(await store.damaged(part)))
  const pages = damaged.filter((path) => !path.startsWith('/media/'))
  for (const path of damaged) {
    if (path.startsWith('/media/')) await store.recopy(path)
    else await store.distrust(path)
  }
  const baked = await bakePages({ origin, reader: cachedReader(reader) }, pages, store, 'best')
  await store.commit()
  await keepHead(editionDir, chain)
  if (baked.failed.length > 0) throw new AggregateError(baked.failed.map(({ error }) => error), `${baked.failed.length} damaged pages could not be made anew`)
  return damaged.length
}
