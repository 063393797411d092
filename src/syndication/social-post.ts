import { formatDate } from '@/record/dates'
import { directionOf } from '@/record/languages'
import type { PublicSocialPost } from '@/record/projections'
import type { Live } from '@/record/publication'
import { strongestTreatment } from '@/record/warning-policy'
import { mayLead } from '@/record/ways'
import { doubtHtml } from './doubt'
import { absolute, anchor, figure, paragraph, type HtmlContext } from './html'
import { PLATFORM_NAMES, textsFor } from './texts'
import { warningText } from './warnings'
import { escapeXml } from './xml'

/** Who posted a post, where and when, as a line of HTML that leads to the original. */
export function attribution(post: PublicSocialPost, context: HtmlContext): string {
  const account = post.account.handle === undefined ? post.account.name : `${post.account.name} (${post.account.handle})`
  const date = post.postedAt === undefined ? '' : formatDate(post.postedAt, context.language, context.settings)
  const words = textsFor(context.language).postedBy(account, PLATFORM_NAMES[post.platform] ?? post.platform, date)
  return `<p>${anchor(post.permalink, escapeXml(words))}</p>`
}

/** A post's own words as a quotation in its own language, with its footnotes under the numbers they carried. */
export function postText(post: PublicSocialPost, context: Pick<HtmlContext, 'documents' | 'facts' | 'language' | 'settings'>): string {
  const text = post.text.split(/\n{2,}/).filter((part) => part.trim() !== '').map(paragraph).join('')
  const footnotes = post.footnotes
    .map(({ label, text, url, source }) => [`[${escapeXml(label)}]`, doubtHtml(source, context), anchor(source === null || mayLead(context.facts.get(source)) ? url : undefined, escapeXml(text))])
    .map((parts) => `<p>${parts.filter((part) => part !== '').join(' ')}</p>`)
    .join('')
  return `<blockquote lang="${escapeXml(post.language)}" dir="${directionOf(post.language)}">${text}${footnotes}</blockquote>`
}

/** A post's pictures, each as the policy allows. */
export function postPictures(post: PublicSocialPost, context: HtmlContext): string {
  return post.attachments.map((attachment) => figure(attachment.image, attachment.warnings, attachment, context)).join('')
}

/** A post as it stands inside another text: attributed, its own warnings first, or a link where they keep it out of feeds. */
export function socialPost(publication: Live<'social-posts'>, context: HtmlContext): string {
  const post = publication.projection
  const page = publication.path === null ? undefined : absolute(context.origin, publication.path)
  const warning = post.warnings.length === 0 ? '' : `<p><strong>${escapeXml(warningText(post.warnings, context.documents, context.language))}</strong></p>`
  const link = page === undefined ? '' : `<p>${anchor(page, escapeXml(textsFor(context.language).readPost))}</p>`
  if (strongestTreatment(post.warnings, 'rss') === 'gate') return warning + attribution(post, context) + link
  const here = page === undefined ? context : { ...context, url: page }
  return warning + attribution(post, context) + postText(post, context) + postPictures(post, here) + link
}
