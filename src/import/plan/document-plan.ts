import { readAddress } from '@/sources/web-addresses'
import { createFindingLog, type FindingLog } from '../findings'
import { resolveFootnotes } from '../html/footnotes'
import { readHtml } from '../html/read'
import { hasWords, linesOf, mapLines, mapRuns, paragraph, plainText, text, type Block, type ImageDraft, type Inline } from '../html/tree'
import { importKey } from '../ids'
import type { WxrItem } from '../wxr/types'
import { findAttribution, type Attribution } from './attribution'
import { readCaption } from './captions'
import { noteSource, resolveLinks, type LinkContext } from './links'
import { metaOf, termKey, type PostSummary } from './site-index'
import type { SitePlan } from './site-plan'
import { plainWords, shorten } from './titles'
import type { DocumentPlan, MediaPlan, RepublicationPlan, SourcePlan } from './types'
import { proposedWarnings } from './warnings'

const TITLE_LENGTH = 300
const STANDFIRST_LENGTH = 600
const TRANSLATION_WORDS = /\btranslat(?:ion|ed)\b|ترجم|مترجم/iu
/** Custom fields that WordPress and its usual plugins keep for themselves. */
const OWN_META = /^_|^(footnotes|ping_status|enclosure)$/

/** Why a post wasn't readable by everybody; '' if it was. */
function privacyOf(post: PostSummary, now: Date): string {
  if (post.hasPassword) return 'it was protected by a password'
  const reasons: Record<string, string> = {
    draft: 'it was a draft', 'auto-draft': 'it was a draft', pending: 'it waited for review', private: 'it was private', future: 'it was scheduled', trash: 'it was in the trash',
  }
  if (post.status !== 'publish') return reasons[post.status] ?? `its status was "${post.status}"`
  if (post.date === null) return 'it was public, but the file gives it no date'
  return new Date(post.date) > now ? 'its date lies in the future' : ''
}

/** Paths of the old site, unencoded, in NFC and without a closing slash, that led to this post. */
function oldAddresses(post: PostSummary, plan: SitePlan, findings: FindingLog): string[] {
  const paths = [post.link, post.guid].flatMap((href) => {
    if (href === '' || !URL.canParse(href, plan.index.site.url)) return []
    const url = new URL(href, plan.index.site.url)
    if (!/^https?:$/.test(url.protocol) || url.host.toLowerCase().replace(/^www\./, '') !== plan.host) return []
    if (url.search !== '') {
      if (href === post.link && post.status === 'publish') findings.add('notPlaced', 'An old address with a question mark can’t lead to the new page', href)
      return []
    }
    const path = decodePath(url.pathname)
    return path === '' ? [] : [path]
  })
  return [...new Set(paths)]
}

function decodePath(pathname: string): string {
  try {
    const path = decodeURIComponent(pathname).normalize('NFC').replace(/\/+$/, '')
    return /[\u0000-\u001f\u007f]/.test(path) ? '' : path
  } catch {
    return ''
  }
}

/** Footnotes of WordPress 6.3 and later: a custom field with JSON `[{ id, content }]`. */
function storedFootnotes(item: WxrItem, findings: FindingLog): Map<string, Inline[]> {
  const json = metaOf(item, 'footnotes')
  const notes = new Map<string, Inline[]>()
  if (json.trim() === '') return notes
  try {
    const rows: unknown = JSON.parse(json)
    for (const row of Array.isArray(rows) ? rows : []) {
      const { id, content } = (row ?? {}) as { id?: unknown; content?: unknown }
      if (typeof id !== 'string' || typeof content !== 'string') continue
      const blocks = readHtml(`<p>${content.replace(/\p{Surrogate}/gu, '\ufffd')}</p>`, { findings, reusableBlocks: new Map() })
      notes.set(id, blocks.flatMap((block) => linesOf(block).flat()))
    }
  } catch {
    findings.add('notPlaced', 'The footnotes of this post are kept in a field that can’t be read', json)
  }
  return notes
}

/** Gives images their medium; what isn't found leaves its caption in the text. */
function placeImages(blocks: readonly Block[], plan: SitePlan, media: Map<string, MediaPlan>, findings: FindingLog, context: LinkContext): Block[] {
  return blocks.map((block): Block => {
    if (block.type !== 'image') return block
    const found = plan.media.find(block)
    const address = block.src || `attachment ${block.attachment ?? ''}`
    reportLinkOfImage(block, context)
    if (found === null) {
      findings.add('notPlaced', 'An image was not found in the media folder', `${address} ${block.alt}`)
      return paragraph(block.caption)
    }
    media.set(found.medium.key, found.medium)
    findings.add(found.isGuess ? 'proposed' : 'placed', found.isGuess ? `An image under the same name with another ending was taken: ${found.medium.file}` : 'An image', address)
    if (found.medium.alt === '') findings.add('proposed', 'An image needs its alternative text', address)
    const words = plainText(block.caption).replace(/\s+/g, ' ').trim()
    const read = readCaption(words)
    const isCreditKnown = read.credit === found.medium.credit && read.licence === found.medium.licence
    const placedCaption = words === '' ? '' : isCreditKnown ? read.caption : words
    return { ...block, media: found.medium.key, placedCaption }
  })
}

function reportLinkOfImage(block: ImageDraft, context: LinkContext): void {
  for (const inline of block.caption) if (inline.type === 'link') context.findings.add('notPlaced', 'A link in a caption was kept as words', `${plainText(inline.children)} (${inline.href})`)
  if (block.href === null || /\.(jpe?g|png|gif|webp)(\?.*)?$/i.test(block.href)) return
  const address = readAddress(block.href, context.pageUrl)
  if (address.kind === 'web' && context.postAt(address) === null) context.findings.add('notPlaced', 'An image was also a link', block.href)
}

/** An embedded thing of another site as a paragraph that links to it. */
function placeEmbeds(blocks: readonly Block[], context: LinkContext): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.type !== 'embed') return [block]
    const address = readAddress(block.url, context.pageUrl)
    context.findings.add('proposed', 'An embedded post or film was kept as a link: bring it in as a social post, or describe it', block.url)
    if (address.kind !== 'web') return [paragraph([text(block.url)]), ...(hasWords(block.caption) ? [paragraph(block.caption)] : [])]
    const source = noteSource(address, '', context)
    const line = paragraph([{ type: 'webLink', href: address.url, children: [text(block.url)] }, { type: 'citation', citation: { source } }])
    return [line, ...(hasWords(block.caption) ? [paragraph(block.caption)] : [])]
  })
}

function republicationOf(attribution: Attribution, context: LinkContext): RepublicationPlan {
  const { publisher, title, author, publishedOn, licence, permission } = attribution
  const address = attribution.href === '' ? null : readAddress(attribution.href, context.pageUrl)
  const source = address?.kind === 'web' ? noteSource(address, title || publisher, context, {
    kind: address.platform === undefined ? 'article' : 'socialPost',
    ...(title === '' ? {} : { title: shorten(title, 250) }), ...(publisher === '' ? {} : { publisher }), ...(publishedOn === '' ? {} : { issued: publishedOn }),
  }) : null
  const missing = [publisher === '' ? 'who first published it' : '', address?.kind === 'web' ? '' : 'its address'].filter(Boolean)
  context.findings.add('placed', 'A line that names the first publication became the attribution', attribution.words)
  if (missing.length > 0) context.findings.add('proposed', `The attribution still needs ${missing.join(' and ')}`, attribution.words)
  return { publisher, title, author, url: address?.kind === 'web' ? address.url : '', publishedOn, licence, permission, source }
}

/** The post that a text says it translates: its first paragraphs speak of a translation and link to one text of another language. */
function translatedPost(blocks: readonly Block[], post: PostSummary, plan: SitePlan): string | null {
  const opening = blocks.slice(0, 2).filter((block) => TRANSLATION_WORDS.test(linesOf(block).map(plainText).join(' ')))
  const targets = new Set<string>()
  for (const block of opening) {
    for (const line of linesOf(block)) {
      mapRuns(line, (run) => {
        for (const inline of run) if (inline.type === 'reference') targets.add(inline.post)
        return run
      })
    }
  }
  const others = [...targets].filter((id) => {
    const other = plan.index.posts.get(id)
    return other !== undefined && other.type === post.type && other.language !== post.language
  })
  return others.length === 1 ? (others[0] ?? null) : null
}

/** Places where a sentence breaks off as it does when a link was lost with its words. */
function reportLostLinks(blocks: readonly Block[], findings: FindingLog): void {
  for (const line of blocks.flatMap(linesOf)) {
    const words = plainText(line).replace(/\s+/g, ' ')
    for (const match of words.matchAll(/\S*\s?\((?=\s|,|$)/g)) {
      findings.add('proposed', 'A link seems to have been lost here', words.slice(Math.max(0, match.index - 60), match.index + match[0].length + 20))
    }
  }
}

function reportLeftovers(item: WxrItem, findings: FindingLog): void {
  if (item.comments > 0) findings.add('notPlaced', `${item.comments} ${item.comments === 1 ? 'comment of a reader' : 'comments of readers'}`)
  if (item.isSticky) findings.add('notPlaced', 'It was pinned to the top')
  for (const { key, value } of item.meta) if (key !== '' && !OWN_META.test(key)) findings.add('notPlaced', `The custom field "${key.slice(0, 80)}"`, value)
  for (const term of item.terms) {
    if (!['category', 'post_tag', 'language', 'post_translations'].includes(term.taxonomy)) findings.add('notPlaced', `A term of "${term.taxonomy}"`, term.name)
  }
}

function topicsOf(post: PostSummary, plan: SitePlan, findings: FindingLog): string[] {
  return [...new Set(post.terms.flatMap((term) => {
    if (term.taxonomy !== 'category' && term.taxonomy !== 'post_tag') return []
    const topic = plan.topics.get(termKey(term.taxonomy, term.slug))
    if (topic === undefined) findings.add('notPlaced', 'A category for what has none', term.name)
    return topic === undefined ? [] : [topic.key]
  }))]
}

/**
 * What one post of the old site becomes. Pure: the same item, plan and time give the same document.
 * Returns null for a post that holds nothing at all.
 */
export function planDocument(item: WxrItem, plan: SitePlan, now: Date): DocumentPlan | null {
  const post = plan.index.posts.get(item.id)
  if (post === undefined || (post.isEmpty && post.status !== 'publish')) return null
  const findings = createFindingLog()
  const sources = new Map<string, SourcePlan>()
  const media = new Map<string, MediaPlan>()
  const siteUrl = plan.index.site.url
  const context: LinkContext = {
    pageUrl: URL.canParse(item.link, siteUrl) ? new URL(item.link, siteUrl).href : siteUrl,
    siteHost: plan.host,
    siteLanguage: post.language,
    postAt: (address) => plan.postAt(address),
    findings,
    sources,
  }

  const read = readHtml(item.content, { findings, reusableBlocks: plan.index.reusableBlocks })
  const noted = resolveFootnotes(read, storedFootnotes(item, findings), findings)
  const warnings = proposedWarnings(noted)
  for (const warning of warnings) findings.add('proposed', 'A content warning for the care editor to assess; its line is still in the text', warning)
  const attributed = item.type === 'post' ? findAttribution(noted, post.title) : null
  const republication = attributed === null ? null : republicationOf(attributed.attribution, context)
  const withImages = placeImages(attributed?.blocks ?? noted, plan, media, findings, context)
  const blocks = placeEmbeds(withImages, context).map((block) => mapLines(block, (line) => resolveLinks(line, context)))
  reportLostLinks(blocks, findings)

  const translationOf = plan.translations.get(post.id) ?? translatedPost(blocks, post, plan)
  if (translationOf !== null) findings.add('proposed', 'Taken for the translation of another post', plan.index.posts.get(translationOf)?.title)
  const title = post.title || (post.language === 'ar' ? 'بلا عنوان' : 'Untitled')
  if (title.length > TITLE_LENGTH) findings.add('proposed', `The title was cut to ${TITLE_LENGTH} characters`, title)
  const standfirst = plainWords(item.excerpt)
  if (standfirst.length > STANDFIRST_LENGTH) findings.add('proposed', `The excerpt was cut to ${STANDFIRST_LENGTH} characters`, standfirst)
  const part = plan.parts.get(post.id) ?? null
  if (part !== null) findings.add('placed', `Part ${part.part} of a series`, plan.series.get(part.key)?.title)
  const lead = plan.media.ofAttachment(metaOf(item, '_thumbnail_id'))
  if (lead !== null) media.set(lead.key, lead)
  else if (metaOf(item, '_thumbnail_id') !== '') findings.add('notPlaced', 'The lead image was not found in the media folder', `attachment ${metaOf(item, '_thumbnail_id')}`)
  const author = plan.people.get(post.creator)
  reportLeftovers(item, findings)
  const whyPrivate = privacyOf(post, now)
  const topics = topicsOf(post, plan, findings)
  const addresses = oldAddresses(post, plan, findings)

  return {
    key: importKey(siteUrl, 'post', post.id),
    postId: post.id,
    line: post.line,
    collection: item.type === 'page' ? 'pages' : 'articles',
    title: shorten(title, TITLE_LENGTH),
    slug: plan.slugs.get(post.id) ?? '',
    language: post.language,
    kind: republication !== null ? 'republication' : translationOf !== null ? 'translation' : 'original',
    standfirst: shorten(standfirst, STANDFIRST_LENGTH),
    blocks,
    authors: author === undefined ? [] : [author.key],
    topics,
    series: part,
    translationOf,
    republication,
    proposedWarnings: warnings.join('\n'),
    lead: lead?.key ?? null,
    sources: [...sources.values()],
    media: [...media.values()],
    publicSince: whyPrivate === '' ? post.date : null,
    whyPrivate,
    isTrashed: post.status === 'trash',
    oldAddresses: addresses,
    notes: notesFor(item, findings),
    findings: findings.all(),
  }
}

/** What an editor should look at, as a note to the desk. */
function notesFor(item: WxrItem, findings: FindingLog): string {
  const lines = findings.all().filter((finding) => finding.kind !== 'placed').map(({ what, words }) => `- ${what}${words === undefined ? '' : `: ${shorten(words, 200)}`}`)
  const head = `Imported from ${item.link || 'the old site'} (post ${item.id}).`
  return lines.length === 0 ? head : `${head} To look at:\n${lines.slice(0, 60).join('\n')}${lines.length > 60 ? `\n… and ${lines.length - 60} more` : ''}`
}
