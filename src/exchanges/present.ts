import { presentWarningReview, presentWarnings } from '@/content-warnings/fields'
import type { Exchange } from '@/payload-types'
import { optionalText } from '@/platform/optional'
import { idOf, idsOf } from '@/platform/relations'
import { presentAddress } from '@/publishing/present-address'
import type { PublicExchange } from '@/record/projections'

/** The public projection of an exchange; rows without a post are left out. */
export async function toPublicExchange(exchange: Exchange): Promise<PublicExchange> {
  return {
    ...presentAddress(exchange),
    standfirst: exchange.standfirst?.trim() ?? '',
    posts: (exchange.posts ?? []).flatMap(({ post, comment }) => {
      const id = idOf(post)
      return id === null ? [] : [{ post: id, ...optionalText({ comment }) }]
    }),
    warnings: presentWarnings(exchange.warnings),
    warningReview: presentWarningReview(exchange.warningReview),
    topics: idsOf(exchange.topics),
    campaigns: idsOf(exchange.campaigns),
  }
}
