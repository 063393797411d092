import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import sharp from 'sharp'
import type { MediaFiles } from './plan/media-plan'

const IMAGE = /\.(jpe?g|png|webp|gif|avif|bmp|tiff?|svg)$/i
const MAX_FILES = 200_000
const MAX_BYTES = 25_000_000
const MAX_PIXELS = 60_000_000
const TYPES: Record<string, string> = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp' }

/**
 * The images below `folder`, by their path with slashes in NFC. Links to files elsewhere are not followed.
 *
 * @throws Error, in plain words, where the folder can't be read or holds too many files.
 */
export async function listMedia(folder: string): Promise<MediaFiles> {
  const info = await stat(folder).catch(() => null)
  if (info === null || !info.isDirectory()) throw new Error(`There is no folder ${folder} to take images from.`)
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  if (entries.length > MAX_FILES) throw new Error(`The folder ${folder} holds more than ${MAX_FILES} files.`)
  const files = new Map<string, string>()
  for (const entry of entries) {
    if (!entry.isFile() || !IMAGE.test(entry.name)) continue
    const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')
    files.set(path.normalize('NFC'), path)
  }
  return files
}

export type ImageFile = { data: Buffer; name: string; mimetype: string; size: number }

/** An image as it can be uploaded, or why it can't, in words that follow "it". Looks at the whole picture, not only its head. */
export async function readImage(folder: string, path: string): Promise<{ image: ImageFile } | { why: string }> {
  const file = join(folder, path)
  const info = await lstat(file).catch(() => null)
  if (info === null || !info.isFile()) return { why: 'is not there any more' }
  const [root, real] = await Promise.all([realpath(folder), realpath(file)])
  if (!real.startsWith(root + sep)) return { why: 'lies outside of the media folder' }
  if (info.size > MAX_BYTES) return { why: 'is larger than 25 MB' }
  const data = await readFile(real)
  const read = await sharp(data, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).metadata().catch(() => null)
  const mimetype = TYPES[read?.format ?? '']
  if (read === null || mimetype === undefined) return { why: 'is not a JPEG, PNG or WebP image' }
  if (read.width * read.height > MAX_PIXELS) return { why: 'has more than 60 million pixels' }
  const isWhole = await sharp(data, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).stats().then(() => true, () => false)
  if (!isWhole) return { why: 'is damaged' }
  return { image: { data, name: path.split('/').at(-1) ?? 'image', mimetype, size: data.length } }
}
