import { lexicalEditor } from '@payloadcms/richtext-lexical'
import type { Block } from 'payload'
import { placedWarningFields } from '@/content-warnings/fields'
import { LANGUAGES } from '@/publishing/languages'
import { LOCATOR_LABELS, type Locator } from '@/record/body'
import { citationKeyHook } from './citation-key'
import { textFeatures } from './features'
import { refersTo } from './refers'

const LOCATOR_WORDS: Record<Locator['label'], { en: string; ar: string }> = {
  page: { en: 'Page', ar: 'صفحة' },
  paragraph: { en: 'Paragraph', ar: 'فقرة' },
  timecode: { en: 'Time', ar: 'توقيت' },
  section: { en: 'Section', ar: 'قسم' },
  post: { en: 'Post', ar: 'منشور' },
}

/**
 * Our own nodes of the editor. Their fields stay flat (one value each), as nested ones inside rich-text blocks have
 * lost values in Payload's form state. Nothing is `required`: what is missing is asked for at submit.
 */

/** A citation: a mark in the text, numbered when rendered. `key` is its stable name in the document. */
export const citationNode: Block = {
  slug: 'citation',
  interfaceName: 'CitationNode',
  labels: { singular: { en: 'Citation', ar: 'استشهاد' }, plural: { en: 'Citations', ar: 'استشهادات' } },
  admin: { components: { Label: '/desk/editor/citation-label#CitationLabel' } },
  fields: [
    { name: 'key', type: 'text', admin: { hidden: true }, hooks: { beforeChange: [citationKeyHook] } },
    {
      name: 'source',
      type: 'relationship',
      relationTo: 'sources',
      validate: refersTo('sources'),
      label: { en: 'Source', ar: 'المصدر' },
      admin: {
        description: {
          en: 'Leave it empty for a note without a source, or while the source is still to be found.',
          ar: 'اتركه فارغًا لملاحظة بلا مصدر، أو ريثما يُعثر على المصدر.',
        },
      },
    },
    {
      name: 'locatorLabel',
      type: 'select',
      label: { en: 'Place in the source', ar: 'الموضع في المصدر' },
      options: LOCATOR_LABELS.map((value) => ({ value, label: LOCATOR_WORDS[value] })),
    },
    { name: 'locatorValue', type: 'text', label: { en: 'Page, time or number', ar: 'الصفحة أو التوقيت أو الرقم' } },
    { name: 'quote', type: 'textarea', label: { en: 'The exact words relied on', ar: 'الكلمات المعتمَد عليها بنصها' } },
    { name: 'quoteTranslation', type: 'textarea', label: { en: 'Translation of those words', ar: 'ترجمة تلك الكلمات' } },
    { name: 'note', type: 'textarea', label: { en: 'Note for readers', ar: 'ملاحظة للقراء' } },
    { name: 'originalLabel', type: 'text', label: { en: 'Mark in the original', ar: 'العلامة في الأصل' } },
  ],
}

/** A passage that readers are warned of, and can skip or open. */
export const passageNode: Block = {
  slug: 'passage',
  interfaceName: 'PassageNode',
  labels: { singular: { en: 'Warned passage', ar: 'مقطع مع تنبيه' }, plural: { en: 'Warned passages', ar: 'مقاطع مع تنبيه' } },
  fields: [
    ...placedWarningFields({ note: 'note' }),
    { name: 'content', type: 'richText', label: { en: 'Passage', ar: 'المقطع' }, editor: lexicalEditor({ features: textFeatures({ inlineBlocks: [citationNode] }) }) },
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
    { name: 'content', type: 'richText', label: { en: 'Statement', ar: 'البيان' }, editor: lexicalEditor({ features: textFeatures({ inlineBlocks: [citationNode] }) }) },
  ],
}

/** A social post shown inside a text. */
export const postEmbedNode: Block = {
  slug: 'postEmbed',
  interfaceName: 'PostEmbedNode',
  labels: { singular: { en: 'Social post', ar: 'منشور' }, plural: { en: 'Social posts', ar: 'منشورات' } },
  fields: [{ name: 'post', type: 'relationship', relationTo: 'social-posts', validate: refersTo('social-posts'), label: { en: 'Post', ar: 'المنشور' } }],
}
