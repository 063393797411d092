import type { PayloadRequest } from 'payload'
import type { Image, ImageVariant } from '@/record/body'
import type { Media } from '@/payload-types'

/** The public form of a stored image, or null while its file is missing. */
export function toPublicImage(media: Media): Image | null {
  const full = variantOf(media)
  if (full === null) return null
  const smaller = Object.values(media.sizes ?? {}).flatMap((size) => variantOf(size ?? {}) ?? [])
  const variants = [...new Map([...smaller, full].map((variant) => [variant.width, variant])).values()].sort((one, other) => one.width - other.width)
  const optional = Object.fromEntries((['caption', 'credit', 'licence'] as const).flatMap((name) => (media[name] ? [[name, media[name]]] : [])))
  return { id: media.id, alt: media.alt, ...optional, width: full.width, height: full.height, variants }
}

type StoredFile = { filename?: string | null; mimeType?: string | null; filesize?: number | null; width?: number | null; height?: number | null }

function variantOf(file: StoredFile): ImageVariant | null {
  if (!file.filename || !file.width || !file.height || !file.filesize) return null
  const type = file.mimeType === 'image/jpeg' || file.mimeType === 'image/png' ? file.mimeType : 'image/webp'
  return { width: file.width, height: file.height, file: file.filename, type, bytes: file.filesize }
}

/** The public images of `ids`, by id; one that isn't there is left out. Reads in the transaction of `req`. */
export async function publicImages(req: PayloadRequest, ids: readonly string[]): Promise<Map<string, Image>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const found = await req.payload.find({ collection: 'media', where: { id: { in: wanted } }, depth: 0, limit: wanted.length, pagination: false, overrideAccess: true, req })
  return new Map(found.docs.flatMap((media) => {
    const image = toPublicImage(media)
    return image === null ? [] : [[media.id, image] as const]
  }))
}
