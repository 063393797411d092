import { isDay } from '@/platform/local-day'
import type { SourceKind } from '@/record/projections'
import type { SourceMetadata } from '../capture'
import { cleanLine } from './clean'
import { nameOf, namesOf, thingsIn, typesOf, type Thing } from './json-ld'

const MOST_CREATORS = 50
const LONGEST_URL = 2_000

/** What types of schema.org and of Open Graph are here. */
const KINDS: Record<string, SourceKind> = {
  Article: 'article', NewsArticle: 'article', BlogPosting: 'article', OpinionNewsArticle: 'article', ReportageNewsArticle: 'article', AnalysisNewsArticle: 'article', Report: 'report', ScholarlyArticle: 'paper', MedicalScholarlyArticle: 'paper',
  Book: 'book', VideoObject: 'video', AudioObject: 'audio', PodcastEpisode: 'audio', ImageObject: 'image', Photograph: 'image', Dataset: 'dataset', SocialMediaPosting: 'socialPost', Legislation: 'legal', WebPage: 'webpage',
}
const OPEN_GRAPH_KINDS: Record<string, SourceKind> = { article: 'article', book: 'book', 'video.other': 'video', 'video.movie': 'video', 'video.episode': 'video', website: 'webpage' }

/** What can be asked of a page's markup. */
type Markup = { getElementsByTagName(name: string): ArrayLike<{ getAttribute(name: string): string | null; textContent: string | null }>; documentElement: { getAttribute(name: string): string | null } | null }
type Origin = 'citation' | 'json-ld' | 'dublin-core' | 'open-graph' | 'html'
type Candidate = [Origin, unknown]

/**
 * What a page says of itself, from Highwire's `citation_` names, JSON-LD, Dublin Core, Open Graph and HTML, the first that holds something
 * usable in this order. All of it is the page's own word: cleaned, cut, and for an editor to judge. `url`: the page's address.
 */
export function metadataOf(document: Markup, url: string): SourceMetadata {
  const meta = metaIn(document)
  const things = thingsIn([...Array.from(document.getElementsByTagName('script'))].filter((script) => script.getAttribute('type')?.trim().toLowerCase() === 'application/ld+json').map((script) => script.textContent ?? ''))
  const work = things.find((thing) => typesOf(thing).some((type) => type in KINDS && type !== 'WebPage' && type !== 'ImageObject')) ?? things.find((thing) => typesOf(thing).some((type) => type in KINDS)) ?? {}
  const one = (name: string): string | undefined => meta.get(name)?.[0]
  const found: SourceMetadata = { origin: {} }
  const set = <Field extends Exclude<keyof SourceMetadata, 'origin'>>(field: Field, candidates: Candidate[], read: (value: unknown) => SourceMetadata[Field] | undefined): void => {
    for (const [origin, value] of candidates) {
      const usable = read(value)
      if (usable === undefined) continue
      found[field] = usable
      found.origin[field] = origin
      return
    }
  }
  const line = (value: unknown) => cleanLine(value)

  set('title', [['citation', one('citation_title')], ['json-ld', work.headline ?? work.name], ['dublin-core', one('dc.title')], ['open-graph', one('og:title')], ['html', document.getElementsByTagName('title')[0]?.textContent]], line)
  set('creators', [['citation', meta.get('citation_author')], ['json-ld', namesOf(work.author ?? work.creator)], ['dublin-core', meta.get('dc.creator')], ['html', meta.get('author')], ['open-graph', meta.get('article:author')]], creatorsFrom)
  set('container', [['citation', one('citation_journal_title') ?? one('citation_conference_title') ?? one('citation_inbook_title')], ['json-ld', nameOf(work.isPartOf)], ['open-graph', one('og:site_name')], ['html', one('application-name')]], line)
  set('publisher', [['citation', one('citation_publisher') ?? one('citation_technical_report_institution')], ['json-ld', nameOf(work.publisher)], ['dublin-core', one('dc.publisher')]], line)
  set('issued', [['citation', one('citation_publication_date') ?? one('citation_date') ?? one('citation_online_date')], ['json-ld', work.datePublished ?? work.dateCreated], ['dublin-core', one('dc.date.issued') ?? one('dcterms.issued') ?? one('dc.date')], ['open-graph', one('article:published_time')]], issuedFrom)
  set('language', [['citation', one('citation_language')], ['json-ld', nameOf(work.inLanguage)], ['html', document.documentElement?.getAttribute('lang') ?? document.documentElement?.getAttribute('xml:lang')], ['dublin-core', one('dc.language')], ['open-graph', one('og:locale')]], languageFrom)
  set('doi', [['citation', one('citation_doi')], ['json-ld', doiOf(work)], ['dublin-core', meta.get('dc.identifier')?.find((each) => doiFrom(each) !== undefined)]], doiFrom)
  set('canonical', [['html', linkIn(document, 'canonical')], ['open-graph', one('og:url')]], (value) => addressFrom(value, url))
  const isPaper = one('citation_journal_title') !== undefined || one('citation_conference_title') !== undefined
  set('kind', [['citation', isPaper ? 'paper' : one('citation_technical_report_institution') === undefined ? undefined : 'report'], ['json-ld', typesOf(work).map((type) => KINDS[type]).find((kind) => kind !== undefined && kind !== 'webpage')], ['open-graph', OPEN_GRAPH_KINDS[one('og:type')?.toLowerCase() ?? '']]], (value) => (typeof value === 'string' ? value : undefined))
  return found
}

/** The contents of `<meta>` by name or property, in lower case; `dcterms.` and `dc:` count as `dc.`. */
function metaIn(document: Markup): Map<string, string[]> {
  const meta = new Map<string, string[]>()
  for (const element of Array.from(document.getElementsByTagName('meta')).slice(0, 2_000)) {
    const name = (element.getAttribute('name') ?? element.getAttribute('property'))?.trim().toLowerCase().replace(/^(dc|dcterms)[.:]/, 'dc.')
    const content = element.getAttribute('content')?.trim()
    if (name === undefined || content === undefined || content === '') continue
    meta.set(name, [...(meta.get(name) ?? []), content])
  }
  return meta
}

function linkIn(document: Markup, rel: string): string | undefined {
  const link = Array.from(document.getElementsByTagName('link')).find((element) => element.getAttribute('rel')?.toLowerCase().split(/\s+/).includes(rel) === true)
  return link?.getAttribute('href') ?? undefined
}

function creatorsFrom(value: unknown): { name: string }[] | undefined {
  if (!Array.isArray(value)) return undefined
  const names = value.flatMap((each) => {
    const name = cleanLine(each, 200)
    // An address of a profile is nobody's name.
    return name === undefined || /^https?:/i.test(name) ? [] : [name]
  })
  return names.length === 0 ? undefined : [...new Set(names)].slice(0, MOST_CREATORS).map((name) => ({ name }))
}

/** A date as far as it is known, in EDTF level 0 (ISO 8601-2): the day as written where the page stands, not the one in some zone. */
function issuedFrom(value: unknown): string | undefined {
  const [, year, month, day] = /^\s*(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?(?=$|[\sT])/.exec(typeof value === 'string' ? value.slice(0, 60) : '') ?? []
  if (year === undefined || Number(year) < 1000) return undefined
  if (month === undefined) return year
  const [mm, dd] = [month.padStart(2, '0'), day?.padStart(2, '0')]
  if (Number(mm) < 1 || Number(mm) > 12) return year
  return dd !== undefined && isDay(`${year}-${mm}-${dd}`) ? `${year}-${mm}-${dd}` : `${year}-${mm}`
}

function languageFrom(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 35) return undefined
  try {
    return Intl.getCanonicalLocales(value.trim().replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

/** A DOI without its resolver (ISO 26324: `10.`, registrant, slash, suffix). */
function doiFrom(value: unknown): string | undefined {
  const doi = /^(?:\s*(?:doi:|https?:\/\/(?:dx\.)?doi\.org\/))?\s*(10\.\d{4,9}\/[^\s"<>]{1,200})\s*$/i.exec(typeof value === 'string' ? value : '')?.[1]
  return doi === undefined ? undefined : cleanLine(doi)
}

function doiOf(work: Thing): unknown {
  const values = [work.identifier, work.sameAs].flat().map((each) => (each !== null && typeof each === 'object' ? (each as Thing).value : each))
  return values.find((each) => doiFrom(each) !== undefined)
}

function addressFrom(value: unknown, base: string): string | undefined {
  if (typeof value !== 'string' || value.length > LONGEST_URL || !URL.canParse(value.trim(), base)) return undefined
  const address = new URL(value.trim(), base)
  address.hash = ''
  return /^https?:$/.test(address.protocol) && address.username === '' && address.password === '' && address.href.length <= LONGEST_URL ? address.href : undefined
}
