import type { CollectionConfig } from 'payload'
import { citing } from '@/citations/citing'
import { addressFields, keepAddress } from '@/publishing/address-fields'
import { reviewed } from '@/review/reviewed'
import { refuseBrokenText } from '@/rich-text/check'
import { articleFields } from './fields'
import { toPublicArticle } from './present'

export const Articles: CollectionConfig = reviewed(
  citing({
    slug: 'articles',
    labels: { singular: { en: 'Article', ar: 'مقال' }, plural: { en: 'Articles', ar: 'المقالات' } },
    admin: { useAsTitle: 'title', defaultColumns: ['title', 'language', 'kind', 'updatedAt'], group: { en: 'Writing', ar: 'الكتابة' } },
    hooks: { beforeOperation: [refuseBrokenText('body')], beforeChange: [keepAddress] },
    fields: [...addressFields('articles'), ...articleFields],
  }, 'body'),
  {
    workflow: 'article',
    rapid: 'rapid',
    present: toPublicArticle,
    required: ['title', 'slug', 'language', 'kind', 'standfirst', 'body', 'warningReview'],
  },
)
