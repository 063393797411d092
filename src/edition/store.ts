import { createHash } from 'node:crypto'
import { copyFile, mkdir, opendir, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { constants } from 'node:fs'
import { manifestFolder } from './chain-head'
import { compress, decompress, type Effort } from './compression'
import { fileOf } from './file-names'
import { MANIFEST_PARTS, openManifest, type Held } from './manifest'
import { writeWhole } from './whole-file'

/** `unstorable`: no file can have that name, so the address is answered by the server. */
export type Stored = 'written' | 'unchanged' | 'unstorable'

/**
 * The edition as files: `public` is what readers are served, the rest of the folder is the baker's own. One process at a
 * time may write; the baker holds a lock for that.
 */
export type EditionStore = {
  /** Writes a page with its compressed forms, unless the same bytes are there. `path` is unencoded. */
  put(path: string, body: string | Buffer, effort: Effort): Promise<Stored>
  /** Removes a page with its compressed forms. True if there was one. */
  remove(path: string): Promise<boolean>
  /** Brings an image that `document` shows from the media folder to `/media/{file}`. False if there is no such file. */
  putMedia(file: string, document: string): Promise<boolean>
  /** Says that `document` no longer shows an image; it is removed once no document does. */
  dropMedia(file: string, document: string): Promise<void>
  /**
   * Removes all that this run has not put or found unchanged, and every served file that nothing is known of: what a bake of
   * everything has left over. Hidden files are no pages and stay.
   */
  removeOthers(): Promise<number>
  /** Makes the next `put` of a page write it, whatever is thought to be there. */
  distrust(path: string): Promise<void>
  /** Brings a damaged image from the media folder again. False if there is no such file any more. */
  recopy(path: string): Promise<boolean>
  /** Every address that the edition holds, images among them. */
  paths(): Promise<string[]>
  /** Addresses of one part (0 to 255) whose files are missing or hold other bytes than were written. */
  damaged(part: number): Promise<string[]>
  /** Whether the manifest has turned out to be unreadable in places, so that only a bake of everything can tell what is there. */
  isDamaged(): boolean
  /** Makes all that was done known: the manifest, then the generation, by which servers see that files came or went. */
  commit(): Promise<void>
}

/** The number of parts that `damaged` knows. */
export const PARTS = MANIFEST_PARTS

type Options = {
  editionDir: string
  mediaDir: string
  /** Names the bake of everything that the store belongs to; what an earlier run left is told by its name. */
  run: string
}

/** The store in `editionDir`, which need not exist. */
export function openStore({ editionDir, mediaDir, run }: Options): EditionStore {
  const folder = join(editionDir, 'public')
  const manifest = openManifest(manifestFolder(editionDir))
  let hasChanged = false

  const write = async (file: string, bytes: Buffer, effort: Effort): Promise<void> => {
    const forms = await compress(bytes, effort)
    // Of many thousand files each flush would cost more than all the rest; after a crash they are held against the manifest.
    const flush = effort === 'best'
    await mkdir(dirname(file), { recursive: true })
    // The compressed forms first: a server that finds the new page must not find an old form beside it for longer than a rename takes.
    await Promise.all([writeWhole(`${file}.br`, forms.br, { flush }), writeWhole(`${file}.gz`, forms.gz, { flush })])
    await writeWhole(file, bytes, { flush })
  }

  const remove = async (path: string): Promise<boolean> => {
    const name = fileOf(path)
    if (name === null) return false
    const file = join(folder, name)
    const wasThere = (await sizeOf(file)) !== null || (await manifest.get(path)) !== undefined
    await Promise.all([file, `${file}.br`, `${file}.gz`].map((each) => rm(each, { force: true })))
    await manifest.delete(path)
    await removeEmptyFolders(dirname(file), folder)
    if (wasThere) hasChanged = true
    return wasThere
  }

  const putMedia = async (file: string, document: string): Promise<boolean> => {
    const path = `/media/${file}`
    const name = fileOf(path)
    if (name === null || basename(file) !== file) return false
    const from = join(mediaDir, file)
    const to = join(folder, name)
    const before = await manifest.get(path)
    const shownBy = [...new Set([...(before?.run === run ? (before.shownBy ?? []) : []), document])]
    const bytes = await sizeOf(to)
    if (before !== undefined && bytes === before.bytes) {
      await manifest.set(path, { ...before, run, shownBy })
      return true
    }
    if ((await sizeOf(from)) === null) return false
    await mkdir(dirname(to), { recursive: true })
    const draft = join(dirname(to), `.${file}.tmp`)
    await copyFile(from, draft, constants.COPYFILE_FICLONE)
    await rename(draft, to)
    const copied = await readFile(to)
    await manifest.set(path, { sha256: sha256(copied), bytes: copied.byteLength, run, shownBy })
    hasChanged = true
    return true
  }

  const removeUnknown = async (): Promise<number> => {
    const known = new Set<string>()
    for (const [path] of await manifest.entries()) {
      const name = fileOf(path)
      if (name !== null) for (const form of path.startsWith('/media/') ? [name] : [name, `${name}.br`, `${name}.gz`]) known.add(form)
    }
    let removed = 0
    for await (const entry of await opendir(folder, { recursive: true }).catch(() => [])) {
      const file = join(entry.parentPath, entry.name)
      const name = relative(folder, file).split(sep).join('/')
      if (entry.isDirectory() || name.split('/').some((segment) => segment.startsWith('.')) || known.has(name)) continue
      await rm(file, { force: true })
      await removeEmptyFolders(dirname(file), folder)
      removed += 1
    }
    if (removed > 0) hasChanged = true
    return removed
  }

  return {
    async put(path, body, effort) {
      const name = fileOf(path)
      if (name === null) return 'unstorable'
      const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : body
      const held: Held = { sha256: sha256(bytes), bytes: bytes.byteLength, run }
      const before = await manifest.get(path)
      const file = join(folder, name)
      if (before?.sha256 === held.sha256 && (await sizeOf(file)) === held.bytes && (await sizeOf(`${file}.br`)) !== null && (await sizeOf(`${file}.gz`)) !== null) {
        if (before.run !== run) await manifest.set(path, held)
        return 'unchanged'
      }
      await write(file, bytes, effort)
      await manifest.set(path, held)
      hasChanged = true
      return 'written'
    },

    remove,

    putMedia,

    async dropMedia(file, document) {
      const path = `/media/${file}`
      const held = await manifest.get(path)
      if (held === undefined) {
        // A lost manifest no longer says who else shows it. Readers had better miss an image than see one that was taken away.
        if (basename(file) === file) await remove(path)
        return
      }
      const shownBy = (held.shownBy ?? []).filter((each) => each !== document)
      if (shownBy.length === 0) await remove(path)
      else await manifest.set(path, { ...held, shownBy })
    },

    async removeOthers() {
      const others = (await manifest.entries()).filter(([, held]) => held.run !== run)
      for (const [path] of others) await remove(path)
      return others.length + (await removeUnknown())
    },

    isDamaged: () => manifest.isDamaged(),

    distrust: (path) => manifest.delete(path),

    async recopy(path) {
      const held = await manifest.get(path)
      const name = fileOf(path)
      if (held === undefined || name === null) return false
      await rm(join(folder, name), { force: true })
      for (const document of held.shownBy ?? []) if (!(await putMedia(basename(name), document))) return false
      return true
    },

    paths: async () => (await manifest.entries()).map(([path]) => path),

    async damaged(part) {
      const found: string[] = []
      for (const [path, held] of await manifest.entries(part)) {
        const name = fileOf(path)
        if (name === null) continue
        const file = join(folder, name)
        const bytes = await readFile(file).catch(() => null)
        if (bytes === null || sha256(bytes) !== held.sha256) found.push(path)
        else if (!path.startsWith('/media/') && !(await hasForms(file, bytes))) found.push(path)
      }
      return found
    },

    async commit() {
      await manifest.save()
      if (!hasChanged) return
      await mkdir(editionDir, { recursive: true })
      const before = await readGeneration(editionDir)
      await writeWhole(join(editionDir, 'generation'), `${before + 1}\n`)
      hasChanged = false
    },
  }
}

/** The number that grows whenever the edition's files change; 0 before the first bake. */
export async function readGeneration(editionDir: string): Promise<number> {
  const text = await readFile(join(editionDir, 'generation'), 'utf8').catch(() => '0')
  return Number.parseInt(text, 10) || 0
}

/** Removes drafts that a killed process left in the public folder. */
export async function removeDrafts(editionDir: string): Promise<void> {
  const folder = join(editionDir, 'public')
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  await Promise.all(names.filter((name) => /(^|\/)\.[^/]*\.tmp$/.test(name)).map((name) => rm(join(folder, name), { force: true })))
}

/** Whether both compressed forms of a file are there and unpack to its bytes. */
async function hasForms(file: string, bytes: Buffer): Promise<boolean> {
  const same = await Promise.all(
    (['br', 'gz'] as const).map(async (form) => {
      const packed = await readFile(`${file}.${form}`).catch(() => null)
      return packed !== null && (await decompress(packed, form, bytes.byteLength))?.equals(bytes) === true
    }),
  )
  return same.every(Boolean)
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    const found = await stat(file)
    return found.isFile() ? found.size : null
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    throw error
  }
}

async function removeEmptyFolders(from: string, root: string): Promise<void> {
  for (let folder = from; folder.startsWith(`${root}/`); folder = dirname(folder)) {
    try {
      await rmdir(folder)
    } catch {
      return
    }
  }
}
