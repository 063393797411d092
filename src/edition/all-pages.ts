import { FEED_COLLECTIONS } from '@/syndication/items'
import { monthPath } from '@/record/paths'
import type { PublicCollection } from '@/record/projections'
import type { Live } from '@/record/publication'
import type { RecordReader } from '@/record/reader'
import { ICON_PATH } from '@/site/icon'
import { feedsBelow, gathers, hasMonths, inLanguage, SECTIONS, sitemapPath, type Section } from './addresses'
import { filesOf } from './bake-changes'
import { belowNow } from './below'
import { sheetOf } from './pages/frame'
import type { EditionContext } from './pages/kind'
import { FIXED_PATHS } from './pages/listing-pages'
import { PATHED } from './pages/machine-pages'

/** A part of the whole edition that is baked in one go: its addresses, and the images of its documents, as `reader` has them. */
export type Unit = { key: string; load(reader: RecordReader): Promise<{ paths: string[]; media: { file: string; document: string }[] }> }

/** Everything that has an address, in units of one month of one collection, so that no more than that is ever in memory. */
export async function allUnits({ reader }: EditionContext): Promise<Unit[]> {
  const settings = await reader.settings()
  const units: Unit[] = [{ key: 'site', load: async () => ({ paths: ['/robots.txt', ICON_PATH, '/sitemap.xml', '/sitemap/site.xml', `/assets/${sheetOf(settings).name}`], media: [] }) }]
  for (const language of settings.languages) {
    const at = (path: string): string => inLanguage(path, language, settings)
    const fixed = [...FIXED_PATHS.map(at), ...feedsBelow(at('/')), ...Object.values(SECTIONS).flatMap(({ path }) => feedsBelow(at(path)))]
    units.push({ key: `site ${language}`, load: async () => ({ paths: fixed, media: [] }) })
    for (const section of Object.keys(SECTIONS) as Section[]) {
      const { path, collections } = SECTIONS[section]
      const months = await reader.months({ collections, language })
      units.push({ key: `months ${section} ${language}`, load: async () => ({ paths: months.map(({ month }) => at(monthPath(path, month))), media: [] }) })
    }
  }
  const sitemaps = await reader.months({ collections: PATHED })
  units.push({ key: 'sitemaps', load: async () => ({ paths: sitemaps.map(({ month }) => sitemapPath(month)), media: [] }) })
  for (const collection of BY_DOCUMENT) {
    for (const { month } of await reader.months({ collections: [collection] })) {
      units.push({ key: `${collection} ${month}`, load: (from) => documentsOf(from, collection, month) })
    }
  }
  return units
}

// What readers came for is baked first.
const BY_DOCUMENT = [...FEED_COLLECTIONS, ...PATHED.filter((collection) => !(FEED_COLLECTIONS as readonly string[]).includes(collection))]

async function documentsOf(reader: RecordReader, collection: PublicCollection, month: string): ReturnType<Unit['load']> {
  const documents = await reader.list({ collections: [collection], month })
  const paths: string[] = []
  for (const publication of documents as readonly unknown[] as readonly Live[]) {
    const { path } = publication
    if (path === null) continue
    paths.push(path, ...belowNow(publication), ...(gathers(publication) ? feedsBelow(path) : []))
    if (hasMonths(publication)) for (const { month } of await reader.months({ collections: FEED_COLLECTIONS, refersTo: publication.document })) paths.push(monthPath(path, month))
  }
  return {
    paths,
    media: documents.flatMap((publication) => filesOf(publication).map((file) => ({ file, document: publication.document }))),
  }
}
