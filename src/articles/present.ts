import { presentWarningReview, presentWarnings } from '@/content-warnings/fields'
import { idOf, idsOf } from '@/platform/relations'
import { ARTICLE_KINDS, type PublicArticle, type Republication } from '@/record/projections'
import { readText, type StoredText } from '@/rich-text/present'
import { publicAddress } from '@/rich-text/links'
import { presentAddress } from '@/publishing/present-address'
import { presentImage } from '@/media/present-image'
import type { PresentContext } from '@/review/present-context'
import type { Article } from '@/payload-types'
import { optionalText } from '@/platform/optional'

/** The public projection of an article: each field that readers get, by name. */
export async function toPublicArticle(article: Article, context: PresentContext): Promise<PublicArticle> {
  const text = article.body as StoredText
  const leadId = idOf(article.lead?.image)
  const { images, ...presented } = await readText(text, article.citations, context, leadId === null ? [] : [leadId])
  const seriesId = idOf(article.series)
  return {
    ...presentAddress(article),
    kind: ARTICLE_KINDS.find((kind) => kind === article.kind) ?? 'original',
    standfirst: article.standfirst?.trim() ?? '',
    ...optionalText({ shortVersion: article.shortVersion }),
    ...presented,
    warnings: presentWarnings(article.warnings),
    warningReview: presentWarningReview(article.warningReview),
    ...presentImage('leadImage', article.lead, images),
    authors: idsOf(article.authors),
    topics: idsOf(article.topics),
    campaigns: idsOf(article.campaigns),
    ...(seriesId === null ? {} : { series: { id: seriesId, ...(article.seriesPart ? { part: article.seriesPart } : {}) } }),
    ...(article.kind === 'republication' ? { republication: toPublicRepublication(article.republication) } : {}),
  }
}

function toPublicRepublication(stored: Article['republication']): Republication {
  const url = publicAddress(stored?.url)
  return {
    publisher: stored?.publisher?.trim() ?? '',
    ...optionalText({ title: stored?.title, author: stored?.author }),
    ...(url === null ? {} : { url }),
    ...optionalText({ publishedOn: stored?.publishedOn, licence: stored?.licence, permission: stored?.permission }),
    source: idOf(stored?.source),
  }
}
