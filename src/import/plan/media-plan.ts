import { importKey } from '../ids'
import { hasWords, plainText, type ImageDraft } from '../html/tree'
import { readCaption } from './captions'
import type { Attachment, SiteIndex } from './site-index'
import { shorten } from './titles'
import type { MediaPlan } from './types'

/** The usable images below the media folder: their path in NFC → the path as the disk has it. */
export type MediaFiles = ReadonlyMap<string, string>

const ALT_LENGTH = 500
const CAPTION_LENGTH = 1_000
const SHORT_LENGTH = 120
const SIZE_SUFFIX = /-(?:\d{2,5}x\d{2,5}|scaled|rotated|e\d{10,13})(?=\.[a-z]+$)/i

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** Path below the uploads folder that an image's address names, in NFC; null if it names none. */
export function uploadPath(address: string): string | null {
  const path = decoded(address.replace(/[?#].*$/, '')).normalize('NFC')
  const found = /\/wp-content\/uploads\/(?:sites\/\d+\/)?(.+)$/.exec(path)?.[1] ?? /\/files\/(\d{4}\/\d{2}\/.+)$/.exec(path)?.[1]
  return found === undefined || found.split('/').some((part) => part === '..' || part === '') ? null : found
}

/** The path itself, then the ones of which it may be a smaller or edited copy. */
function candidatePaths(path: string): string[] {
  const full = path.replace(SIZE_SUFFIX, '')
  const scaled = full.replace(/(?=\.[a-z]+$)/i, '-scaled')
  return [...new Set([full, path, scaled])]
}

function stem(path: string): string {
  return path.replace(SIZE_SUFFIX, '').replace(/\.[a-z0-9]+$/i, '').toLowerCase()
}

/** The images of the old site that are at hand. */
export type MediaLibrary = {
  /** Every attachment whose file was found, in the order of the file. */
  attachments: MediaPlan[]
  /** Attachments whose file was not found: their old address. */
  missing: string[]
  ofAttachment(id: string): MediaPlan | null
  /** The medium that an image of a text shows; `isGuess` where only the name without its ending agrees. */
  find(image: ImageDraft): { medium: MediaPlan; isGuess: boolean } | null
}

function describe(key: string, file: string, from: { alt: string; caption: string }): MediaPlan {
  const { caption, credit, licence } = readCaption(from.caption)
  return {
    key,
    file,
    alt: shorten(from.alt || caption, ALT_LENGTH),
    caption: shorten(caption, CAPTION_LENGTH),
    credit: shorten(credit, SHORT_LENGTH),
    licence: shorten(licence, SHORT_LENGTH),
  }
}

/** Finds the files of a site's attachments and images among `files`. */
export function planMedia(index: SiteIndex, files: MediaFiles): MediaLibrary {
  const byId = new Map<string, MediaPlan>()
  const byPath = new Map<string, MediaPlan>()
  const byStem = new Map<string, (MediaPlan | null)[]>()
  const missing: string[] = []

  const fileOf = (path: string): string | null => {
    for (const candidate of candidatePaths(path)) {
      const found = files.get(candidate) ?? files.get(`uploads/${candidate}`) ?? files.get(`wp-content/uploads/${candidate}`)
      if (found !== undefined) return found
    }
    return null
  }
  const remember = (path: string, medium: MediaPlan) => {
    for (const candidate of candidatePaths(path)) if (!byPath.has(candidate)) byPath.set(candidate, medium)
    byStem.set(stem(path), [...(byStem.get(stem(path)) ?? []), medium])
  }
  const addAttachment = (attachment: Attachment) => {
    const path = (attachment.file || uploadPath(attachment.url) || '').normalize('NFC').replace(/^\/+/, '')
    const file = path === '' || path.split('/').includes('..') ? null : fileOf(path)
    if (file === null) {
      missing.push(attachment.url || attachment.title)
      return
    }
    const medium = describe(importKey(index.site.url, 'media', path), file, attachment)
    byId.set(attachment.id, medium)
    remember(path, medium)
  }
  for (const attachment of index.attachments.values()) addAttachment(attachment)

  return {
    attachments: [...byId.values()],
    missing,
    ofAttachment: (id) => byId.get(id) ?? null,
    find(image) {
      const known = image.attachment === null ? undefined : byId.get(image.attachment)
      if (known !== undefined) return { medium: known, isGuess: false }
      const path = uploadPath(image.src)
      if (path === null) return null
      for (const candidate of candidatePaths(path)) {
        const medium = byPath.get(candidate)
        if (medium !== undefined) return { medium, isGuess: false }
      }
      const file = fileOf(path)
      if (file !== null) {
        const caption = hasWords(image.caption) ? plainText(image.caption) : ''
        const full = path.replace(SIZE_SUFFIX, '')
        const medium = describe(importKey(index.site.url, 'media', full), file, { alt: image.alt, caption })
        remember(path, medium)
        return { medium, isGuess: false }
      }
      // The same name with another ending: WordPress and its plugins convert images.
      const alike = byStem.get(stem(path)) ?? []
      const [only] = alike
      return alike.length === 1 && only != null && (image.alt === '' || only.alt === image.alt) ? { medium: only, isGuess: true } : null
    },
  }
}
