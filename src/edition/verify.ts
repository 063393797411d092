import { createHash } from 'node:crypto'
import { opendir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip } from 'node:zlib'
import { manifestFolder } from './chain-head'
import { fileOf } from './file-names'
import { MANIFEST_PARTS, openManifest, partFile, type Held } from './manifest'

/**
 * What is wrong with a file of the edition, which `file` names relative to the edition's folder: `missing`; `changed` since it was
 * written; `form`: a compressed form that doesn't unpack to the page; `unknown`: served, and in no manifest; `manifest`: a part
 * of the manifest that can't be read.
 */
export type EditionProblem = { file: string; problem: 'missing' | 'changed' | 'form' | 'unknown' | 'manifest' }
export type EditionReport = { files: number; firstWrong: EditionProblem | null }

type Options = {
  editionDir: string
  /** Runs a part of the work while nobody bakes. */
  undisturbed?: <T>(work: () => Promise<T>) => Promise<T>
  onProgress?: (done: number, total: number) => void
}

const PARTS_AT_ONCE = 8
const unpack = { br: promisify(brotliDecompress), gz: promisify(gunzip) }

/**
 * Holds every file of the edition against its manifest, part by part, and names the first that is wrong. Holds one page at a
 * time in memory, and of the others eight bytes each.
 */
export async function verifyEdition({ editionDir, undisturbed = (work) => work(), onProgress = () => undefined }: Options): Promise<EditionReport> {
  const report: EditionReport = { files: 0, firstWrong: null }
  for (let part = 0; part < MANIFEST_PARTS; part += PARTS_AT_ONCE) {
    const parts = Array.from({ length: PARTS_AT_ONCE }, (_, index) => part + index)
    report.firstWrong = await undisturbed(async () => {
      for (const each of parts) {
        const found = await verifyPart(editionDir, each, report)
        if (found !== null) return found
      }
      return null
    })
    if (report.firstWrong !== null) return report
    onProgress(part + PARTS_AT_ONCE, MANIFEST_PARTS)
  }
  report.firstWrong = await undisturbed(() => firstUnknown(editionDir))
  return report
}

async function verifyPart(editionDir: string, part: number, report: EditionReport): Promise<EditionProblem | null> {
  const held = await readPart(editionDir, part)
  if (held === null) return { file: `manifest/${partFile(part)}`, problem: 'manifest' }
  for (const [path, expected] of held) {
    const name = fileOf(path)
    if (name === null) return { file: `manifest/${partFile(part)}`, problem: 'manifest' }
    const found = await verifyFile(join(editionDir, 'public'), name, path.startsWith('/media/'), expected)
    if (found !== null) return { ...found, file: `public/${found.file}` }
    report.files += 1
  }
  return null
}

/** One part of the manifest, in order; null where its file is there and can't be read. */
async function readPart(editionDir: string, part: number): Promise<[string, Held][] | null> {
  const text = await readFile(join(manifestFolder(editionDir), partFile(part)), 'utf8').catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? '{}' : null))
  if (text === null) return null
  try {
    return Object.entries(JSON.parse(text) as Record<string, Held>).sort(([one], [other]) => (one < other ? -1 : 1))
  } catch {
    return null
  }
}

async function verifyFile(folder: string, file: string, isMedia: boolean, expected: Held): Promise<EditionProblem | null> {
  const bytes = await readFile(join(folder, file)).catch(() => null)
  if (bytes === null) return { file, problem: 'missing' }
  if (createHash('sha256').update(bytes).digest('hex') !== expected.sha256) return { file, problem: 'changed' }
  if (isMedia) return null
  for (const form of ['br', 'gz'] as const) {
    const packed = await readFile(join(folder, `${file}.${form}`)).catch(() => null)
    if (packed === null) return { file: `${file}.${form}`, problem: 'missing' }
    const unpacked = await unpack[form](packed, { maxOutputLength: Math.max(1, bytes.byteLength) }).catch(() => null)
    if (unpacked === null || !bytes.equals(unpacked)) return { file: `${file}.${form}`, problem: 'form' }
  }
  return null
}

/** The first file that is served and that no manifest names. What is being written is not served yet. */
async function firstUnknown(editionDir: string): Promise<EditionProblem | null> {
  const known = await knownFiles(editionDir)
  const folder = join(editionDir, 'public')
  const isThere = await stat(folder).then(() => true, () => false)
  if (!isThere) return null
  let first: string | null = null
  for await (const entry of await opendir(folder, { recursive: true })) {
    if (entry.isDirectory()) continue
    const file = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')
    if (/(^|\/)\.[^/]*\.tmp$/.test(file) || known.has(shortHash(file))) continue
    if (first === null || file < first) first = file
  }
  return first === null ? null : { file: `public/${first}`, problem: 'unknown' }
}

async function knownFiles(editionDir: string): Promise<Set<number>> {
  const known = new Set<number>()
  for (let part = 0; part < MANIFEST_PARTS; part += 1) {
    // A part at a time, so that a manifest of many pages is never in memory as a whole.
    for (const [path] of await openManifest(manifestFolder(editionDir)).entries(part)) {
      const name = fileOf(path)
      if (name === null) continue
      for (const form of path.startsWith('/media/') ? [''] : ['', '.br', '.gz']) known.add(shortHash(name + form))
    }
  }
  return known
}

/** 52 bits of a name's hash: of a million names, two are alike once in a thousand years of daily runs. */
function shortHash(name: string): number {
  const digest = createHash('sha256').update(name).digest()
  return digest.readUIntBE(0, 6) * 16 + ((digest[6] ?? 0) >> 4)
}
