import type { WxrEvent } from '../wxr/types'
import { planDocument } from './document-plan'
import type { MediaFiles } from './media-plan'
import { createSiteIndex } from './site-index'
import { planSite, type SitePlan } from './site-plan'
import type { DocumentPlan } from './types'

/** A whole import in memory: for small files and tests. Large ones are read twice, one post at a time. */
export type ImportPlan = { site: SitePlan; documents: DocumentPlan[] }

/** Plans an import from the events of a file, images at hand and the present time. */
export function planImport(events: readonly WxrEvent[], files: MediaFiles, now: Date): ImportPlan {
  const index = createSiteIndex()
  for (const event of events) index.add(event)
  const site = planSite(index.finish(), files)
  const documents = events.flatMap((event) => (event.type === 'item' ? (planDocument(event.item, site, now) ?? []) : []))
  return { site, documents }
}
