import { lexicalEditor } from '@payloadcms/richtext-lexical'
import type { Block } from 'payload'
import { placedWarningFields } from '@/content-warnings/fields'
import { LANGUAGES } from '@/publishing/languages'
import { textFeatures } from './features'
import { refersTo } from './refers'

/**
 * Our own nodes of the editor. Their fields stay flat (one value each), as nested ones inside rich-text blocks have
 * lost values in Payload's form state. Nothing is `required`: what is missing is asked for at submit.
 */

/** A passage that readers are warned of, and can skip or open. */
export const passageNode: Block = {
  slug: 'passage',
  interfaceName: 'PassageNode',
  labels: { singular: { en: 'Warned passage', ar: 'مقطع مع تنبيه' }, plural: { en: 'Warned passages', ar: 'مقاطع مع تنبيه' } },
  fields: [
    ...placedWarningFields({ note: 'note' }),
    { name: 'content', type: 'richText', label: { en: 'Passage', ar: 'المقطع' }, editor: lexicalEditor({ features: textFeatures() }) },
  ],
}

/** Someone else's statement inside a text; its citations keep a numbering of their own. */
export const statementNode: Block = {
  slug: 'statement',
  interfaceName: 'StatementNode',
  labels: { singular: { en: 'Statement by others', ar: 'بيان لآخرين' }, plural: { en: 'Statements by others', ar: 'بيانات لآخرين' } },
  fields: [
    { name: 'speaker', type: 'text', label: { en: 'Whose words these are', ar: 'صاحب هذه الكلمات' } },
    { name: 'source', type: 'relationship', relationTo: 'sources', validate: refersTo('sources'), label: { en: 'Source', ar: 'المصدر' } },
    { name: 'language', type: 'select', label: { en: 'Language', ar: 'اللغة' }, options: [...LANGUAGES] },
    { name: 'content', type: 'richText', label: { en: 'Statement', ar: 'البيان' }, editor: lexicalEditor({ features: textFeatures() }) },
  ],
}

/** A social post shown inside a text. */
export const postEmbedNode: Block = {
  slug: 'postEmbed',
  interfaceName: 'PostEmbedNode',
  labels: { singular: { en: 'Social post', ar: 'منشور' }, plural: { en: 'Social posts', ar: 'منشورات' } },
  fields: [{ name: 'post', type: 'relationship', relationTo: 'social-posts', validate: refersTo('social-posts'), label: { en: 'Post', ar: 'المنشور' } }],
}
