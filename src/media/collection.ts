import { randomUUID } from 'node:crypto'
import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, CollectionBeforeOperationHook, CollectionConfig } from 'payload'
import { APIError, ValidationError } from 'payload'
import sharp from 'sharp'
import { env } from '@/env'
import { accessTo } from '@/permissions/as-access'
import { refreshReviews } from '@/review/after-save'
import { payloadSession } from '@/platform/database'
import { importKey } from '@/platform/import-key'

const MAX_PIXELS = 60_000_000
const KINDS: Record<string, string> = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp' }

/** Widths in pixels at which an image is kept beside its full size. */
const WIDTHS = [480, 960, 1440] as const

// libheif has had remotely exploitable faults (GHSA-rgj7-g3m4-5g8c); none of the formats we take needs it.
sharp.block({ operation: ['VipsForeignLoadHeif'] })
sharp.cache(false)

/**
 * Looks into an uploaded file before anything is made of it: only what truly is a JPEG, PNG or WebP passes, under a
 * random name, so that neither the name of the file nor a race of two uploads tells or breaks anything.
 */
const inspectUpload: CollectionBeforeOperationHook = async ({ args, operation, collection, req }) => {
  if ((operation !== 'create' && operation !== 'update') || req.file === undefined || req.file === null) return args
  // Published pages keep the file they were published with, so a file is never replaced under its record.
  const refuse = (message: string): never => {
    throw new ValidationError({ collection: collection.slug, errors: [{ path: 'file', message }] }, req.t)
  }
  if (operation === 'update') return refuse('The file of an image can’t be replaced. Upload the new one as another image.')
  if (req.file.data.length === 0) return refuse('This file is empty.')
  const read = await sharp(req.file.data, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).metadata().catch(() => null)
  const type = KINDS[read?.format ?? '']
  if (read === null || type === undefined) return refuse('This file is not a JPEG, PNG or WebP image.')
  if (read.width * read.height > MAX_PIXELS) return refuse('This image has more than 60 million pixels.')
  // A header can be right where the rest is not: decode it once, whole.
  const isWhole = await sharp(req.file.data, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).stats().then(() => true, () => false)
  if (!isWhole) return refuse('This image is damaged.')
  req.file = { ...req.file, mimetype: type, name: `${randomUUID()}.${read.format === 'jpeg' ? 'jpg' : read.format}` }
  return args
}

/** Refuses to delete an image that something public shows or ever showed. */
const keepPublicImages: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const shown = await payloadSession(req).query('select 1 from publications where images @> $1::jsonb limit 1', [JSON.stringify([{ id: String(id) }])])
  if (shown.rows.length > 0) throw new APIError('This image was published, so it can’t be deleted.', 409, null, true)
}

const rememberWho: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => ({ ...data, createdBy: operation === 'create' ? (req.user?.id ?? null) : originalDoc?.createdBy })

/** Images. Every one is re-encoded, which drops its metadata (place, device, author) and turns it upright. */
export const Media: CollectionConfig = {
  slug: 'media',
  labels: { singular: { en: 'Image', ar: 'صورة' }, plural: { en: 'Images', ar: 'الصور' } },
  admin: { useAsTitle: 'alt', defaultColumns: ['filename', 'alt', 'credit', 'licence'], group: { en: 'Catalogue', ar: 'الفهرس' } },
  access: accessTo('media'),
  hooks: { beforeOperation: [inspectUpload], beforeChange: [rememberWho], afterChange: [refreshReviews], beforeDelete: [keepPublicImages] },
  upload: {
    staticDir: env().mediaDir,
    mimeTypes: Object.values(KINDS),
    pasteURL: false,
    focalPoint: false,
    crop: false,
    formatOptions: { format: 'webp', options: { quality: 82 } },
    constructorOptions: { limitInputPixels: MAX_PIXELS },
    imageSizes: WIDTHS.map((width) => ({ name: `w${width}`, width, withoutEnlargement: true, formatOptions: { format: 'webp' as const, options: { quality: 78 } } })),
    adminThumbnail: 'w480',
    modifyResponseHeaders: ({ headers }) => {
      headers.set('X-Content-Type-Options', 'nosniff')
      headers.set('Cache-Control', 'private, no-store')
      return headers
    },
  },
  fields: [
    {
      name: 'alt',
      type: 'text',
      required: true,
      maxLength: 500,
      label: { en: 'Alternative text', ar: 'النص البديل' },
      admin: { description: { en: 'What the image shows, for people who don’t see it.', ar: 'ما تُظهره الصورة، لمن لا يراها.' } },
    },
    { name: 'caption', type: 'textarea', maxLength: 1_000, label: { en: 'Caption', ar: 'التعليق' } },
    { name: 'credit', type: 'text', maxLength: 300, label: { en: 'Credit', ar: 'حقوق الصورة' } },
    { name: 'licence', type: 'text', maxLength: 120, label: { en: 'Licence', ar: 'الرخصة' } },
    { name: 'notes', type: 'textarea', label: { en: 'Notes for the desk', ar: 'ملاحظات للمكتب' }, admin: { description: { en: 'Never public.', ar: 'لا تُنشر أبدًا.' } } },
    { name: 'createdBy', type: 'relationship', relationTo: 'users', maxDepth: 0, admin: { hidden: true } },
    importKey,
  ],
}
