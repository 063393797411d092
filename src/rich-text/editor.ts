import { lexicalEditor } from '@payloadcms/richtext-lexical'
import type { RichTextField } from 'payload'
import { textFeatures } from './features'
import { passageNode, postEmbedNode, statementNode } from './nodes'

/** The editor of a whole body: text, images, tables, citations, warned passages, statements, embedded posts. */
export const bodyEditor = lexicalEditor({
  features: textFeatures({ blocks: [passageNode, statementNode, postEmbedNode], hasToolbar: true }),
})

/** A rich-text body field. */
export function bodyField(name: 'body' | 'context' = 'body', label = { en: 'Text', ar: 'النص' }): RichTextField {
  return { name, type: 'richText', label, editor: bodyEditor }
}
