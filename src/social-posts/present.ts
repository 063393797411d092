import { presentWarningReview, presentWarnings } from '@/content-warnings/fields'
import { presentImage } from '@/media/present-image'
import type { SocialPost } from '@/payload-types'
import { optionalText } from '@/platform/optional'
import { idOf, idsOf } from '@/platform/relations'
import { presentAddress } from '@/publishing/present-address'
import { PLATFORMS, type PublicSocialPost } from '@/record/projections'
import type { PresentContext } from '@/review/present-context'
import { publicAddress } from '@/rich-text/links'
import { readText, type StoredText } from '@/rich-text/present'

/** The public projection of a social post; its text keeps its line breaks. */
export async function toPublicSocialPost(post: SocialPost, context: PresentContext): Promise<PublicSocialPost> {
  const attached = (post.attachments ?? []).flatMap(({ image }) => idOf(image) ?? [])
  const { images, body, citations } = await readText(post.context as StoredText, post.citations, context, attached)
  return {
    ...presentAddress(post),
    voice: post.voice === 'theirs' ? 'theirs' : 'ours',
    platform: PLATFORMS.find((platform) => platform === post.platform) ?? 'other',
    account: { name: post.account?.name?.trim() ?? '', ...optionalText({ handle: post.account?.handle }), ...addressNamed('url', post.account?.url) },
    ...addressNamed('permalink', post.permalink),
    ...optionalText({ postedAt: post.postedAt }),
    text: (post.text ?? '').replace(/\r\n?/g, '\n').trim(),
    context: body,
    citations,
    footnotes: (post.footnotes ?? []).map(({ label, text: words, url, source }) => ({ label: label?.trim() ?? '', text: words?.trim() ?? '', ...addressNamed('url', url), source: idOf(source) })),
    attachments: (post.attachments ?? []).flatMap((attachment) => presentImage('attachment', attachment, images).attachment ?? []),
    replyTo: idOf(post.replyTo),
    warnings: presentWarnings(post.warnings),
    warningReview: presentWarningReview(post.warningReview),
    topics: idsOf(post.topics),
    campaigns: idsOf(post.campaigns),
  }
}

function addressNamed<Name extends string>(name: Name, stored: string | null | undefined): Partial<Record<Name, string>> {
  const address = publicAddress(stored)
  return address === null ? {} : ({ [name]: address } as Record<Name, string>)
}
