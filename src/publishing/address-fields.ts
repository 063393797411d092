import type { CollectionBeforeChangeHook, CollectionSlug, Field, Where } from 'payload'
import { ValidationError } from 'payload'
import { DEFAULT_LANGUAGE, LANGUAGES } from './languages'
import { slugify, slugProblem } from './slugs'

/** Title, address, language and original of a document. `titleLabel` names the title where it is something else, as a person's name. */
export function addressFields(collection: string, titleLabel = { en: 'Title', ar: 'العنوان' }): Field[] {
  return [
    { name: 'title', type: 'text', label: titleLabel, maxLength: 300 },
    {
      type: 'row',
      admin: { position: 'sidebar' },
      fields: [
        {
          name: 'language',
          type: 'select',
          defaultValue: DEFAULT_LANGUAGE,
          index: true,
          label: { en: 'Language', ar: 'اللغة' },
          options: [...LANGUAGES],
        },
      ],
    },
    {
      name: 'slug',
      type: 'text',
      index: true,
      label: { en: 'Address', ar: 'العنوان على الشبكة' },
      admin: {
        position: 'sidebar',
        description: { en: 'The last part of the page’s address. It follows the title until you change it or it is published.', ar: 'الجزء الأخير من عنوان الصفحة. يتبع العنوان إلى أن تغيّره أو يُنشر.' },
      },
      validate: (value: unknown) => {
        if (value == null || value === '') return true
        if (typeof value !== 'string') return 'An address is text.'
        return slugProblem(value, { isAtRoot: collection === 'pages', languages: LANGUAGES.map((language) => language.value) }) ?? true
      },
    },
    {
      name: 'translationOf',
      type: 'relationship',
      relationTo: collection as CollectionSlug,
      maxDepth: 0,
      label: { en: 'Translation of', ar: 'ترجمة لـ' },
      admin: { position: 'sidebar', description: { en: 'The original, where this is its translation.', ar: 'الأصل، إن كان هذا ترجمة له.' } },
      filterOptions: ({ id, data }) => ({ and: [...(id === undefined ? [] : [{ id: { not_equals: id } }]), ...(data?.language ? [{ language: { not_equals: data.language } }] : [])] }) as Where,
    },
  ]
}

type Addressed = { id?: string; title?: string | null; slug?: string | null; language?: string | null }

/**
 * Before a save: lets the slug follow the title until somebody changes it or the document was ever public, and refuses
 * one that another document of the language has (field error on `slug`).
 */
export const keepAddress: CollectionBeforeChangeHook = async ({ collection, data: given, operation, originalDoc, req }) => {
  // A duplicate arrives as new, with the original beside it: it gets an address of its own.
  const isDuplicate = operation === 'create' && originalDoc !== undefined && (given as Addressed).slug === (originalDoc as Addressed).slug
  const data = isDuplicate ? { ...given, slug: null } : given
  const before = (operation === 'create' ? {} : (originalDoc ?? {})) as Addressed
  const after = { ...before, ...(data as Addressed) }
  const language = after.language ?? DEFAULT_LANGUAGE

  const isTaken = async (slug: string): Promise<boolean> => {
    // A language that there is none of is for the field's own check to refuse, which comes after this one.
    if (!LANGUAGES.some(({ value }) => value === language)) return false
    const found = await req.payload.db.find({
      collection: collection.slug,
      limit: 1,
      pagination: false,
      req,
      where: { and: [{ slug: { equals: slug } }, { language: { equals: language } }, ...(before.id === undefined ? [] : [{ id: { not_equals: before.id } }])] },
    })
    return found.docs.length > 0
  }

  const followed = slugify(before.title ?? '')
  const isFollowing = !after.slug || (after.slug === before.slug && isFollowUp(after.slug, followed) && after.title !== before.title && !(await wasEverPublic(collection.slug, before.id, req)))
  if (isFollowing && after.title) {
    const wanted = slugify(after.title)
    if (wanted === '') return data
    for (let number = 1; number <= 50; number += 1) {
      const slug = number === 1 ? wanted : `${wanted.slice(0, 76)}-${number}`
      if (slugProblem(slug, { isAtRoot: collection.slug === 'pages', languages: LANGUAGES.map(({ value }) => value) }) === null && !(await isTaken(slug))) return { ...data, slug }
    }
    return data
  }
  if (after.slug && (after.slug !== before.slug || language !== before.language) && (await isTaken(after.slug))) {
    throw new ValidationError({ collection: collection.slug, errors: [{ path: 'slug', message: 'Another document of this language has this address.' }] }, req.t)
  }
  return data
}

function isFollowUp(slug: string, followed: string): boolean {
  return followed !== '' && (slug === followed || (slug.startsWith(`${followed.slice(0, 76)}-`) && /^-\d+$/.test(slug.slice(followed.slice(0, 76).length))))
}

async function wasEverPublic(collection: string, document: string | undefined, req: Parameters<CollectionBeforeChangeHook>[0]['req']): Promise<boolean> {
  if (document === undefined) return false
  const found = await req.payload.db.find({ collection: 'publications', limit: 1, pagination: false, req, where: { and: [{ collection: { equals: collection } }, { document: { equals: document } }] } })
  return found.docs.length > 0
}

