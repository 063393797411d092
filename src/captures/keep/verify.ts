import { createHash } from 'node:crypto'
import type { Queryable } from '@/platform/database'
import type { KeptFile } from '../capture'
import { hashFile, pathOf } from './files'

/** `missing`: a file is gone; `changed`: it, or the text in the database, holds other words or bytes than were kept. */
export type CaptureProblem = { capture: string; file: string; problem: 'missing' | 'changed' }
export type CapturesReport = { captures: number; files: number; firstWrong: CaptureProblem | null; wrong: number }

/** Texts can be long. */
const AT_ONCE = 20

/**
 * Hashes every kept file of every capture that stands, and every text, again. `onProgress` is told of captures done, of how many.
 */
export async function verifyCaptures(db: Queryable, onProgress: (done: number, total: number) => void = () => undefined): Promise<CapturesReport> {
  const report: CapturesReport = { captures: 0, files: 0, firstWrong: null, wrong: 0 }
  const found = (problem: CaptureProblem): void => {
    report.firstWrong ??= problem
    report.wrong += 1
  }
  const { rows: counted } = await db.query<{ total: number }>('select count(*)::int as total from handbill.captures where revoked_at is null')
  const total = counted[0]?.total ?? 0
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await db.query<{ id: string; files: KeptFile[]; text: string | null; text_hash: string | null }>(
      'select id, files, text, text_hash from handbill.captures where revoked_at is null and id > $1 order by id limit $2',
      [last, AT_ONCE],
    )
    for (const { id, files, text, text_hash: textHash } of rows) {
      for (const file of files) {
        const problem = await problemOf(file)
        if (problem !== null) found({ capture: id, file: file.name, problem })
        report.files += 1
      }
      if ((text === null ? null : createHash('sha256').update(text, 'utf8').digest('hex')) !== textHash) found({ capture: id, file: 'text', problem: 'changed' })
      report.captures += 1
      last = id
    }
    onProgress(report.captures, total)
    if (rows.length < AT_ONCE) return report
  }
}

async function problemOf({ sha256, bytes }: KeptFile): Promise<CaptureProblem['problem'] | null> {
  try {
    const there = await hashFile(pathOf(sha256))
    return there.sha256 === sha256 && there.bytes === bytes ? null : 'changed'
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'missing'
    throw error
  }
}
