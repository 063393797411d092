import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from './whole-file'

/**
 * How far the edition is. `run` names the bake of everything that made it. While one is under way, `done` lists the units
 * that it has finished; null once it is whole. `failed`: the addresses that it could not write so far.
 */
export type Progress = { fingerprint: string; run: string; done: string[] | null; failed: string[] }

const FILE = 'edition.json'
const COVERED = 'run.json'

/** What was noted down in `editionDir`; null where nothing is, or nothing that can be read. */
export async function readProgress(editionDir: string): Promise<Progress | null> {
  try {
    const { fingerprint, run, done, failed } = JSON.parse(await readFile(join(editionDir, FILE), 'utf8')) as Progress
    return typeof fingerprint === 'string' && typeof run === 'string' && (done === null || Array.isArray(done)) ? { fingerprint, run, done, failed: Array.isArray(failed) ? failed : [] } : null
  } catch {
    return null
  }
}

/** Notes down how far the edition is. */
export async function writeProgress(editionDir: string, progress: Progress): Promise<void> {
  await mkdir(editionDir, { recursive: true })
  await writeWhole(join(editionDir, FILE), `${JSON.stringify(progress)}\n`)
}

/** Keeps the ids of the publications that a run of everything covers, since it may be continued by another process. */
export async function writeCovered(editionDir: string, run: string, publications: readonly string[]): Promise<void> {
  await mkdir(editionDir, { recursive: true })
  await writeWhole(join(editionDir, COVERED), JSON.stringify({ run, publications }))
}

/** The ids that `run` covers; none where they were kept for another run. */
export async function readCovered(editionDir: string, run: string): Promise<string[]> {
  try {
    const kept = JSON.parse(await readFile(join(editionDir, COVERED), 'utf8')) as { run: string; publications: string[] }
    return kept.run === run ? kept.publications : []
  } catch {
    return []
  }
}

/** Forgets them, as the run has ended. */
export async function forgetCovered(editionDir: string): Promise<void> {
  await rm(join(editionDir, COVERED), { force: true })
}
