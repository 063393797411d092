import type { CollectionConfig } from 'payload'
import { citing } from '@/citations/citing'
import { addressFields, keepAddress } from '@/publishing/address-fields'
import { reviewed } from '@/review/reviewed'
import { refuseBrokenText } from '@/rich-text/check'
import { socialPostFields } from './fields'
import { toPublicSocialPost } from './present'

export const SocialPosts: CollectionConfig = reviewed(
  citing({
    slug: 'social-posts',
    labels: { singular: { en: 'Social post', ar: 'منشور' }, plural: { en: 'Social posts', ar: 'المنشورات' } },
    admin: { useAsTitle: 'title', defaultColumns: ['title', 'voice', 'platform', 'updatedAt'], group: { en: 'Writing', ar: 'الكتابة' } },
    hooks: { beforeOperation: [refuseBrokenText('context')], beforeChange: [keepAddress] },
    fields: [...addressFields('social-posts'), ...socialPostFields],
  }, 'context'),
  { workflow: 'post', rapid: 'rapid-post', present: toPublicSocialPost, required: ['title', 'slug', 'language', 'platform', 'account.name', 'text', 'warningReview'] },
)
