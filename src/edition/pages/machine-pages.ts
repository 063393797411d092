import type { PublicCollection } from '@/record/projections'
import type { Live } from '@/record/publication'
import { absoluteAddress } from '@/site/addresses'
import { icon, ICON_PATH } from '@/site/icon'
import { robots, sitemap, sitemapIndex, type SitemapEntry } from '@/syndication/sitemap'
import { inLanguage, sitemapPath } from '../addresses'
import { sheetOf } from './frame'
import { exactly, pageKind, type EditionContext, type PageKind } from './kind'
import { FIXED_PATHS } from './listing-pages'

/** Collections whose documents have a page. */
export const PATHED = ['articles', 'social-posts', 'exchanges', 'pages', 'campaigns', 'topics', 'series', 'people', 'sources'] as const satisfies readonly PublicCollection[]
/** Up to so many documents one sitemap holds them all; above, it is an index of months, so that publishing rewrites one month. */
const IN_ONE_SITEMAP = 300

const siteMap = pageKind({
  name: 'sitemap',
  match: exactly('/sitemap.xml'),
  async load(context): Promise<{ index: string[] } | { entries: SitemapEntry[] }> {
    const { reader, origin } = context
    if ((await reader.count({ collections: PATHED })) > IN_ONE_SITEMAP) {
      const months = await reader.months({ collections: PATHED })
      return { index: [absoluteAddress(origin, '/sitemap/site.xml'), ...months.map(({ month }) => absoluteAddress(origin, sitemapPath(month)))] }
    }
    const documents = await reader.list({ collections: PATHED })
    return { entries: [...(await fixedEntries(context)), ...documentEntries(documents, origin, true)] }
  },
  render: (model) => ('index' in model ? sitemapIndex(model.index) : sitemap(model.entries)),
})

const sitePages = pageKind({
  name: 'sitemap of the site itself',
  match: exactly('/sitemap/site.xml'),
  load: fixedEntries,
  render: sitemap,
})

const monthMap = pageKind({
  name: 'sitemap of a month',
  match({ path }) {
    const month = /^\/sitemap\/((?!0000)\d{4}-(?:0[1-9]|1[0-2]))\.xml$/.exec(path)?.[1]
    return month === undefined ? null : { month }
  },
  async load({ reader, origin }, _place, { month }) {
    const documents = await reader.list({ collections: PATHED, month })
    return documents.length === 0 ? null : documentEntries(documents, origin, false)
  },
  render: sitemap,
})

const robotsFile = pageKind({ name: 'robots', match: ({ path }) => (path === '/robots.txt' ? {} : null), load: async ({ origin }) => origin, render: robots })

const sheet = pageKind({
  name: 'stylesheet',
  match: ({ path }) => (path.startsWith('/assets/') ? {} : null),
  async load({ reader }, { path }) {
    const { name, css } = sheetOf(await reader.settings())
    return path === `/assets/${name}` ? css : null
  },
  render: (css) => css,
})

const siteIcon = pageKind({ name: 'icon', match: ({ path }) => (path === ICON_PATH ? {} : null), load: ({ reader }) => reader.settings(), render: icon })

/** What machines read. */
export const MACHINE_KINDS: readonly PageKind[] = [siteMap, sitePages, monthMap, robotsFile, sheet, siteIcon]

async function fixedEntries({ reader, origin }: EditionContext): Promise<SitemapEntry[]> {
  const settings = await reader.settings()
  return FIXED_PATHS.filter((path) => path !== '/404').flatMap((path) => {
    const alternates = settings.languages.map((language) => ({ language, url: absoluteAddress(origin, inLanguage(path, language, settings)) }))
    return alternates.map(({ url }) => ({ url, alternates }))
  })
}

// Other languages are named only where all documents are at hand; every page names them itself.
function documentEntries(documents: readonly Live[], origin: string, hasAll: boolean): SitemapEntry[] {
  const groupOf = (publication: Live): string => ('translationOf' in publication.projection ? (publication.projection.translationOf ?? publication.document) : publication.document)
  const groups = new Map<string, Live[]>()
  if (hasAll) for (const publication of documents) groups.set(groupOf(publication), [...(groups.get(groupOf(publication)) ?? []), publication])
  return documents.flatMap((publication) => {
    if (publication.path === null) return []
    const group = groups.get(groupOf(publication)) ?? []
    const alternates = group.flatMap(({ language, path }) => (path === null ? [] : [{ language, url: absoluteAddress(origin, path) }]))
    return [{ url: absoluteAddress(origin, publication.path), updatedAt: publication.updatedAt, alternates: alternates.sort((a, b) => (a.language < b.language ? -1 : 1)) }]
  })
}
