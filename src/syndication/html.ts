/** Writes the HTML of feed items: no script, no style, no `<details>` (readers print what is inside), absolute addresses only. */
import type { Block, Image, Inline, List, Mark, PostEmbed, Statement, TableCell, Warning } from '@/record/body'
import { directionOf } from '@/record/languages'
import type { NoteList, Notes, NoteUse } from '@/record/notes'
import { encodePath } from '@/record/paths'
import type { PublicSiteSettings } from '@/record/projections'
import type { Live } from '@/record/publication'
import { isLive } from '@/record/publication'
import type { SourceFacts } from '@/record/source-facts'
import { copyPath, waysToRead } from '@/record/ways'
import { partInFeed, warnedParts } from '@/record/warning-policy'
import { doubtHtml } from './doubt'
import { noteEntries, printedLabel } from './notes'
import { socialPost } from './social-post'
import { textsFor } from './texts'
import { warningText } from './warnings'
import { escapeXml } from './xml'

export type Documents = ReadonlyMap<string, Live>

export type HtmlContext = {
  origin: string
  settings: PublicSiteSettings
  language: string
  documents: Documents
  /** How the sources among them stand, by id. */
  facts: ReadonlyMap<string, SourceFacts>
  /** The item's page. */
  url: string
  /** What stands before `#id` in links to notes: the page's address, or nothing where the format states a base. */
  noteBase: string
  notes: Notes
  /** The anchors of the warned parts on the page, by block. */
  anchors: ReadonlyMap<object, string>
  /** Marks that were written, so that the list of notes leaves out what a withheld passage cites and quotes. */
  written: Set<NoteUse>
}

/** The anchors at which the page of a text shows its warned parts. */
export function anchorsOf(document: string, body: readonly Block[], leadImage?: { image: Image; warnings: Warning[] }): Map<object, string> {
  return new Map(warnedParts(document, body, leadImage).map((part) => [part.node, part.anchor]))
}

const MARKS: Record<Mark, string> = { bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's', subscript: 'sub', superscript: 'sup', code: 'code' }

/** `<a>` to an absolute http(s) or mailto address; the plain words for any other. */
export function anchor(href: string | undefined, inner: string): string {
  if (href === undefined || !URL.canParse(href) || !['http:', 'https:', 'mailto:'].includes(new URL(href).protocol)) return inner
  return `<a href="${escapeXml(href)}">${inner}</a>`
}

/** The absolute address of an unencoded path. */
export function absolute(origin: string, path: string): string {
  return `${origin}${encodePath(path)}`
}

/** `<p>` of plain text; line feeds become `<br>`. */
export function paragraph(text: string): string {
  return `<p>${escapeXml(text).replaceAll('\n', '<br>')}</p>`
}

/** Inline content as HTML. */
export function inlines(children: readonly Inline[], context: HtmlContext): string {
  return children.map((child) => inline(child, context)).join('')
}

function inline(child: Inline, context: HtmlContext): string {
  switch (child.type) {
    case 'text':
      return (child.marks ?? []).reduce((inner, mark) => `<${MARKS[mark]}>${inner}</${MARKS[mark]}>`, escapeXml(child.text))
    case 'lineBreak':
      return '<br>'
    case 'link':
      return anchor(child.href, inlines(child.children, context))
    case 'reference': {
      const target = context.documents.get(child.document)
      return target?.path == null ? inlines(child.children, context) : anchor(absolute(context.origin, target.path), inlines(child.children, context))
    }
    case 'citation': {
      const place = context.notes.of(child)
      if (place === undefined) return ''
      context.written.add(place.use)
      return `<sup id="${escapeXml(place.use.anchor)}"><a class="footnote" href="${escapeXml(context.noteBase)}#${escapeXml(place.note.anchor)}">${escapeXml(printedLabel(place.note, context))}</a></sup>`
    }
  }
}

function list(block: List, context: HtmlContext): string {
  const items = block.items.map((item) => `<li>${inlines(item.children, context)}${item.list === undefined ? '' : list(item.list, context)}</li>`).join('')
  if (block.kind === 'bullet') return `<ul>${items}</ul>`
  return `<ol${block.start !== undefined && block.start !== 1 ? ` start="${block.start}"` : ''}>${items}</ol>`
}

function cell(given: TableCell, context: HtmlContext): string {
  const name = given.isHeader ? 'th' : 'td'
  return `<${name}>${inlines(given.children, context)}</${name}>`
}

/** The widest variant that is still light enough for a feed reader. */
export function feedVariant(image: Image): Image['variants'][number] | undefined {
  return image.variants.filter((variant) => variant.width <= 1280).at(-1) ?? image.variants[0]
}

/** A figure with its caption and credit, its warning before it, or only a link to the page where the policy keeps it out of feeds. */
export function figure(image: Image, warnings: readonly Warning[], node: object, context: HtmlContext): string {
  const handling = partInFeed(warnings, 'image')
  if (handling === 'omit') return withheld(warnings, node, context)
  const variant = feedVariant(image)
  if (variant === undefined) return ''
  const credit = [image.caption, image.credit, image.licence].filter((text) => text !== undefined && text !== '').map((text) => escapeXml(text ?? ''))
  const picture = `<img src="${escapeXml(`${context.origin}/media/${encodeURIComponent(variant.file)}`)}" width="${variant.width}" height="${variant.height}" alt="${escapeXml(image.alt)}">`
  const shown = `<figure>${picture}${credit.length === 0 ? '' : `<figcaption>${credit.join(' · ')}</figcaption>`}</figure>`
  return handling === 'label' ? warned(warnings, context) + shown : shown
}

function warned(warnings: readonly Warning[], context: HtmlContext): string {
  return `<p><strong>${escapeXml(warningText(warnings, context.documents, context.language) || textsFor(context.language).contentNotice)}</strong></p>`
}

function withheld(warnings: readonly Warning[], node: object, context: HtmlContext): string {
  const fragment = context.anchors.get(node)
  const href = fragment === undefined ? context.url : `${context.url}#${fragment}`
  return `${warned(warnings, context)}<p>${anchor(href, escapeXml(textsFor(context.language).partOnPage))}</p>`
}

/** Where a source is read first; undefined where nowhere. */
export function firstAddress(source: Live<'sources'>, context: Pick<HtmlContext, 'facts' | 'origin'>): string | undefined {
  const [way] = waysToRead(source.projection, context.facts.get(source.document)).filter((each) => each.kind !== 'original' || each.isLinked)
  if (way?.kind === 'copy') return source.path === null ? undefined : absolute(context.origin, copyPath(source.path))
  return way?.url
}

function statement(block: Statement, context: HtmlContext): string {
  const source = block.source === null ? undefined : context.documents.get(block.source)
  const href = isLive(source, 'sources') ? firstAddress(source as Live<'sources'>, context) : undefined
  const language = block.language === undefined || block.language === context.language ? '' : ` lang="${escapeXml(block.language)}" dir="${directionOf(block.language)}"`
  const notes = context.notes.statements.get(block)
  const inner = blocks(block.blocks, context)
  const doubt = doubtHtml(block.source, context)
  return `<p><strong>${anchor(href, escapeXml(block.speaker || textsFor(context.language).quoted))}</strong>${doubt === '' ? '' : ` ${doubt}`}</p><blockquote${language}>${inner}${notes === undefined ? '' : noteList(notes, context)}</blockquote>`
}

function embed(block: PostEmbed, context: HtmlContext): string {
  const post = context.documents.get(block.post)
  return isLive(post, 'social-posts') ? socialPost(post as Live<'social-posts'>, context) : ''
}

/** The list of the notes that were marked in what is written so far; '' where there are none. Call it after the body. */
export function noteList(list: NoteList, context: HtmlContext): string {
  const notes = list.notes
    .map((note) => ({ ...note, uses: note.uses.filter((use) => context.written.has(use)) }))
    .filter((note) => note.uses.length > 0)
  if (notes.length === 0) return ''
  return `<div class="footnotes"><ol>${noteEntries(notes, context)}</ol></div>`
}

/** Blocks as HTML. */
export function blocks(given: readonly Block[], context: HtmlContext): string {
  return given.map((block) => oneBlock(block, context)).join('')
}

function oneBlock(block: Block, context: HtmlContext): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${inlines(block.children, context)}</p>`
    case 'heading':
      return `<h${block.level}>${inlines(block.children, context)}</h${block.level}>`
    case 'quote':
      return `<blockquote><p>${inlines(block.children, context)}</p></blockquote>`
    case 'list':
      return list(block, context)
    case 'rule':
      return '<hr>'
    case 'image':
      return figure(block.image, block.warnings, block, context)
    case 'table':
      return `<table>${block.rows.map((row) => `<tr>${row.map((given) => cell(given, context)).join('')}</tr>`).join('')}</table>`
    case 'passage': {
      const handling = partInFeed(block.warnings, 'passage')
      if (handling === 'omit') return withheld(block.warnings, block, context)
      return (handling === 'label' ? warned(block.warnings, context) : '') + blocks(block.blocks, context)
    }
    case 'statement':
      return statement(block, context)
    case 'post':
      return embed(block, context)
  }
}
