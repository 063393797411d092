import { presentWarningReview, presentWarnings } from '@/content-warnings/fields'
import type { Page } from '@/payload-types'
import { optionalText } from '@/platform/optional'
import { presentAddress } from '@/publishing/present-address'
import type { PublicPage } from '@/record/projections'
import type { PresentContext } from '@/review/present-context'
import { readText, type StoredText } from '@/rich-text/present'

/** The public projection of a page. */
export async function toPublicPage(page: Page, context: PresentContext): Promise<PublicPage> {
  const { body, citations } = await readText(page.body as StoredText, page.citations, context)
  return {
    ...presentAddress(page),
    ...optionalText({ standfirst: page.standfirst }),
    body,
    citations,
    warnings: presentWarnings(page.warnings),
    warningReview: presentWarningReview(page.warningReview),
  }
}
