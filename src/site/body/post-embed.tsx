import type { ReactElement } from 'react'
import { lookUp, type Page } from '../page'
import { PostSlip } from '../posts/slip'
import { wordsFor } from '../words'

/** A social post shown inside a text; a line that says so where it is no longer public. */
export function EmbeddedPost({ post, page, anchor }: { post: string; page: Page; anchor?: string }): ReactElement {
  const found = lookUp(page, 'social-posts', post)
  return found ? <PostSlip page={page} post={found} anchor={anchor} isLinked /> : <p className="missing">{wordsFor(page.language).missingPost}</p>
}
