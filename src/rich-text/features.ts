import {
  BlockquoteFeature,
  BlocksFeature,
  BoldFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  InlineCodeFeature,
  InlineToolbarFeature,
  ItalicFeature,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  StrikethroughFeature,
  SubscriptFeature,
  SuperscriptFeature,
  UnderlineFeature,
  UnorderedListFeature,
  UploadFeature,
} from '@payloadcms/richtext-lexical'
import type { Block, Field } from 'payload'
import { placedWarningFields } from '@/content-warnings/fields'
import { CitationFeature } from './citation-feature'
import { checkLinkAddress } from './links'

type Features = NonNullable<Exclude<Parameters<typeof import('@payloadcms/richtext-lexical').lexicalEditor>[0], undefined>['features']>

/** Collections whose documents a text can link to by id. */
export const LINKED_COLLECTIONS = ['articles', 'social-posts', 'exchanges', 'pages', 'campaigns', 'topics', 'series', 'people', 'sources'] as const

/**
 * What an editor can write with, citations among it. `blocks` are our own nodes (see `nodes.ts`); the toolbar is fixed only where it is
 * asked for, as in a whole body.
 */
export function textFeatures(options: { blocks?: Block[]; hasToolbar?: boolean } = {}): Features {
  return [
    ParagraphFeature(),
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
    BoldFeature(),
    ItalicFeature(),
    UnderlineFeature(),
    StrikethroughFeature(),
    SubscriptFeature(),
    SuperscriptFeature(),
    InlineCodeFeature(),
    UnorderedListFeature(),
    OrderedListFeature(),
    BlockquoteFeature(),
    HorizontalRuleFeature(),
    EXPERIMENTAL_TableFeature(),
    LinkFeature({
      enabledCollections: [...LINKED_COLLECTIONS],
      maxDepth: 1,
      fields: ({ defaultFields }) =>
        defaultFields.map((field) => ('name' in field && field.name === 'url' && field.type === 'text' ? ({ ...field, validate: checkLinkAddress } as Field) : field)),
    }),
    UploadFeature({
      enabledCollections: ['media'],
      maxDepth: 1,
      collections: {
        media: {
          fields: [
            { name: 'caption', type: 'textarea', label: { en: 'Caption here', ar: 'التعليق هنا' } },
            ...placedWarningFields({ note: 'warningNote' }),
          ],
        },
      },
    }),
    CitationFeature(),
    // What a citation is must replace what Payload thinks of inline blocks, and it loads a feature before those that it names as needed.
    { ...BlocksFeature({ blocks: options.blocks ?? [] }), dependenciesSoft: ['citation'] },
    InlineToolbarFeature(),
    ...(options.hasToolbar ? [FixedToolbarFeature()] : []),
  ]
}
