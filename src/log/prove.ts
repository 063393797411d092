import { auditChain } from '@/audit/chain'
import { verifyAuditChain, type ChainReport } from '@/audit/verify'
import { manifestFolder } from '@/edition/chain-head'
import { openManifest, type ChainHead } from '@/edition/manifest'
import { readProgress } from '@/edition/progress'
import { verifyEdition, type EditionReport } from '@/edition/verify'
import type { Queryable } from '@/platform/database'
import { verifyPublications, type PublicationsReport } from '@/publishing/verify-publications'

/** `cutAt`: the row that the edition knew the log to have, where the log has no such row. */
export type Proof = {
  isWell: boolean
  chain: ChainReport & { kept: ChainHead | null; cutAt: number | null }
  publications: PublicationsReport
  edition: EditionReport & { isBaked: boolean; isWhole: boolean }
}

export type Step = 'chain' | 'publications' | 'edition'

type Options = {
  db: Queryable
  editionDir: string
  undisturbed?: <T>(work: () => Promise<T>) => Promise<T>
  onProgress?: (step: Step, done: number, total: number) => void
}

/**
 * Proves the record: the audit chain, against the head that the edition kept as well; the publications, against the chain; and
 * the edition's files, against its manifest. Each names the first row or file that is wrong; none hides another's.
 */
export async function prove({ db, editionDir, undisturbed, onProgress = () => undefined }: Options): Promise<Proof> {
  const kept = await openManifest(manifestFolder(editionDir)).head()
  const chain = await verifyAuditChain(db, (done, total) => onProgress('chain', done, total))
  const cutAt = kept === null || (await auditChain(db).holds(kept)) ? null : kept.seq
  const publications = await verifyPublications(db, (done, total) => onProgress('publications', done, total))
  const progress = await readProgress(editionDir)
  const edition = await verifyEdition({ editionDir, ...(undisturbed === undefined ? {} : { undisturbed }), onProgress: (done, total) => onProgress('edition', done, total) })
  return {
    isWell: chain.firstWrong === null && cutAt === null && publications.firstWrong === null && edition.firstWrong === null,
    chain: { ...chain, kept, cutAt },
    publications,
    edition: { ...edition, isBaked: progress !== null, isWhole: progress?.done === null },
  }
}
