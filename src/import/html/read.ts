import { parseFragment } from 'parse5'
import type { Mark } from '@/record/body'
import type { FindingLog } from '../findings'
import { hasBlockComments, readBlockComment, SILENT_BLOCKS } from './block-comments'
import { attribute, childrenOf, elementsIn, isBlockElement, isCommentNode, isElementNode, isEmoji, isTextNode, MARK_OF, marksOfStyle, textOf, UNSEEN_ELEMENTS, type Element, type Node } from './elements'
import { addressOfFrame, isEmbedProvider } from './embeds'
import { flatten } from './flatten'
import { oneLine, paragraphsOfRun, runOfText, tidy, type RunItem } from './runs'
import { EMBED_ELEMENT, expandShortcodes, GALLERY_ELEMENT, NOTE_ELEMENT } from './shortcodes'
import { hasWords, paragraph, plainText, text, trimInlines, withId, type Block, type Inline, type List, type ListItem } from './tree'

export type ReadOptions = {
  findings: FindingLog
  /** HTML of the old site's reusable blocks, by post id. */
  reusableBlocks: ReadonlyMap<string, string>
}

type Context = { marks: Mark[]; link: { href: string; id?: string } | null; isPreformatted: boolean; depth: number }

const MAX_DEPTH = 100
const MAX_REUSE = 4

function withMarks(marks: Mark[], more: readonly Mark[]): Mark[] {
  return [...new Set([...marks, ...more])]
}

/**
 * Reads a post's HTML, of WordPress's block editor or its classic one, as blocks. Words are never lost: markup that
 * isn't known gives its text; scripts, frames and handlers are dropped and reported.
 */
export function readHtml(html: string, options: ReadOptions, reuseDepth = 0): Block[] {
  const { findings } = options
  const nodes = parseFragment(expandShortcodes(html, findings), { scriptingEnabled: false }).childNodes
  const isBlockDocument = hasBlockComments(html)
  const openBlocks: { name: string; attributes: Record<string, unknown> }[] = []

  // One pass for what the walk needs to know of every element: who holds block elements, and which handlers go.
  const holdsBlocks = new Set<Element>()
  for (const element of elementsIn(nodes)) {
    const handlers = element.attrs.filter((attr) => /^on/i.test(attr.name)).map((attr) => attr.name)
    if (handlers.length > 0) findings.add('notPlaced', `A script handler of a <${element.tagName}> was dropped`, handlers.join(', '))
    if (!isBlockElement(element) || isEmoji(element)) continue
    for (let parent = element.parentNode; parent !== null && 'tagName' in parent && !holdsBlocks.has(parent); parent = parent.parentNode) holdsBlocks.add(parent)
  }
  const isBlock = (node: Node): node is Element => isElementNode(node) && !isEmoji(node) && (isBlockElement(node) || holdsBlocks.has(node))

  function modeOf(context: Context): 'collapse' | 'classic' | 'preformatted' {
    if (context.isPreformatted) return 'preformatted'
    const open = openBlocks.at(-1)?.name
    return !isBlockDocument || open === undefined || open === 'freeform' || open === 'shortcode' ? 'classic' : 'collapse'
  }

  function commentBlocks(data: string): Block[] {
    const comment = readBlockComment(data)
    if (comment === null) return []
    const { kind, name, attributes } = comment
    if (kind === 'ends') {
      const from = openBlocks.findLastIndex((open) => open.name === name)
      if (from !== -1) openBlocks.length = from
      return []
    }
    if (kind === 'begins') {
      openBlocks.push({ name, attributes })
      return []
    }
    if (name === 'block') return reusedBlocks(String(attributes.ref ?? ''))
    if (/^(core-)?embed/.test(name) && typeof attributes.url === 'string') return [{ type: 'embed', url: attributes.url, caption: [] }]
    if (!SILENT_BLOCKS.has(name)) findings.add('notPlaced', `A block that the old site filled in when it was read`, `wp:${name}`)
    return []
  }

  function reusedBlocks(id: string): Block[] {
    const content = options.reusableBlocks.get(id)
    if (content === undefined || reuseDepth >= MAX_REUSE) {
      findings.add('notPlaced', 'A reusable block that is not in the file', `wp:block ${id}`)
      return []
    }
    return readHtml(content, options, reuseDepth + 1)
  }

  function inlineElement(element: Element, context: Context): RunItem[] {
    const { tagName } = element
    if (tagName === 'br') return [{ type: 'break' }]
    if (isEmoji(element)) return [{ type: 'text', text: attribute(element, 'alt'), marks: context.marks }]
    if (UNSEEN_ELEMENTS.has(tagName)) return dropped(element)
    const id = attribute(element, 'id') || attribute(element, 'name')
    if (tagName === NOTE_ELEMENT) return [{ type: 'note', children: tidy(oneLine(inlineRun(childrenOf(element), { ...context, marks: [] }))) }]
    const noteId = attribute(element, 'data-fn')
    if (noteId !== '') return [{ type: 'noteMark', id: noteId, label: textOf(childrenOf(element)).trim() }]
    const mark = MARK_OF[tagName]
    const inner = { ...context, marks: withMarks(context.marks, [...(mark === undefined ? [] : [mark]), ...marksOfStyle(element)]), depth: context.depth + 1 }
    if (tagName === 'a' && attribute(element, 'href') !== '') {
      const children = oneLine(inlineRun(childrenOf(element), { ...inner, link: null }))
      return [{ type: 'link', href: attribute(element, 'href'), ...(id === '' ? {} : { id }), children }]
    }
    const run = inlineRun(childrenOf(element), inner)
    const quoted: RunItem[] = tagName === 'q' ? [text('“', inner.marks), ...run, text('”', inner.marks)] : run
    return id === '' ? quoted : [{ type: 'anchor', id }, ...quoted]
  }

  function inlineRun(children: readonly Node[], context: Context): RunItem[] {
    if (context.depth > MAX_DEPTH) return tooDeep(children, context)
    return children.flatMap((node): RunItem[] => {
      if (isTextNode(node)) return runOfText(node.value, context.marks, modeOf(context))
      return isElementNode(node) ? inlineElement(node, context) : []
    })
  }

  function tooDeep(children: readonly Node[], context: Context): RunItem[] {
    findings.add('proposed', `Markup nested more than ${MAX_DEPTH} deep was kept as plain text`)
    return [{ type: 'text', text: textOf(children).replace(/\s+/g, ' '), marks: context.marks }]
  }

  function dropped(element: Element): [] {
    const words = textOf([element]).trim()
    if (element.tagName === 'script') findings.add('notPlaced', 'A script was dropped', words || attribute(element, 'src'))
    else if (words !== '') findings.add('notPlaced', `Content of a <${element.tagName}> was dropped`, words)
    return []
  }

  function flow(children: readonly Node[], context: Context): Block[] {
    const blocks: Block[] = []
    let run: RunItem[] = []
    const flush = () => {
      const { link } = context
      for (const inlines of paragraphsOfRun(run)) {
        const url = plainText(inlines).trim()
        if (/^https?:\/\/\S+$/.test(url) && inlines.every((inline) => inline.type === 'text') && isEmbedProvider(url)) blocks.push({ type: 'embed', url, caption: [] })
        else if (hasWords(inlines) || inlines.some((inline) => inline.type === 'anchor')) blocks.push(paragraph(link === null ? inlines : [{ type: 'link', ...link, children: inlines }]))
      }
      run = []
    }
    if (context.depth > MAX_DEPTH) {
      run = tooDeep(children, context)
      flush()
      return blocks
    }
    for (const node of children) {
      if (isTextNode(node)) run.push(...runOfText(node.value, context.marks, modeOf(context)))
      else if (isCommentNode(node)) {
        flush()
        blocks.push(...commentBlocks(node.data))
      } else if (isBlock(node)) {
        flush()
        blocks.push(...withId(blockElement(node, { ...context, depth: context.depth + 1 }), attribute(node, 'id')))
      } else if (isElementNode(node)) run.push(...inlineElement(node, context))
    }
    flush()
    return blocks
  }

  function imageBlock(element: Element, context: Context): Block[] {
    const sources = ['data-src', 'data-lazy-src', 'data-orig-file', 'src'].map((name) => attribute(element, name))
    const src = sources.find((value) => value !== '' && !value.startsWith('data:')) ?? ''
    if (src === '' && attribute(element, 'src') !== '') findings.add('notPlaced', 'An image that stood in the page itself (data:) was dropped', attribute(element, 'alt'))
    const id = /\bwp-image-(\d+)\b/.exec(attribute(element, 'class'))?.[1] ?? attribute(element, 'data-id')
    const blockId = openBlocks.at(-1)?.name === 'image' ? String(openBlocks.at(-1)?.attributes.id ?? '') : ''
    const attachment = [id, blockId].find((value) => /^[1-9]\d*$/.test(value)) ?? null
    if (src === '' && attachment === null) return []
    return [{ type: 'image', src, attachment, alt: attribute(element, 'alt').trim(), caption: [], href: context.link?.href ?? null }]
  }

  function framed(element: Element): Block[] {
    const inner = childrenOf(element)
    const source = [...elementsIn(inner)].find((child) => child.tagName === 'source')
    const src = attribute(element, 'src') || attribute(element, 'data') || attribute(element, 'data-src') || (source === undefined ? '' : attribute(source, 'src'))
    const url = addressOfFrame(src)
    const fallback = textOf(inner).trim()
    if (url === null) {
      findings.add('notPlaced', `A <${element.tagName}> was dropped`, `${src} ${fallback}`)
      return []
    }
    if (fallback !== '') findings.add('notPlaced', `Words inside a <${element.tagName}>`, fallback)
    return [{ type: 'embed', url, caption: [] }]
  }

  function listItem(element: Element, context: Context): { item: ListItem; hoisted: Block[] } {
    const blocks = flow(childrenOf(element), context)
    const lists = blocks.filter((block) => block.type === 'list')
    const { inlines, hoisted } = flatten(blocks.filter((block) => block.type !== 'list'))
    const inner = blocks.flatMap((block) => (block.type === 'paragraph' ? block.ids : []))
    return { item: { ids: [attribute(element, 'id'), ...inner].filter(Boolean), children: inlines, lists }, hoisted }
  }

  function listBlock(element: Element, context: Context): Block[] {
    const after: Block[] = []
    const items: ListItem[] = []
    for (const node of childrenOf(element)) {
      if (!isElementNode(node) && textOf([node]).trim() === '') continue
      if (isElementNode(node) && node.tagName === 'li') {
        const { item, hoisted } = listItem(node, { ...context, depth: context.depth + 1 })
        if (hasWords(item.children) || item.lists.length > 0) items.push(item)
        after.push(...hoisted)
        continue
      }
      for (const block of flow([node], { ...context, depth: context.depth + 1 })) {
        const last = items.at(-1)
        if (block.type === 'list' && last !== undefined) last.lists.push(block)
        else if (block.type === 'list') items.push(...block.items)
        else {
          const { inlines, hoisted } = flatten([block])
          if (hasWords(inlines)) items.push({ ids: [], children: inlines, lists: [] })
          after.push(...hoisted)
        }
      }
    }
    const start = Number(attribute(element, 'start'))
    const list: List = { type: 'list', kind: element.tagName === 'ol' ? 'number' : 'bullet', start: Number.isInteger(start) && start > 0 && start < 100_000 ? start : 1, items }
    return items.length === 0 ? after : [list, ...after]
  }

  function tableBlock(element: Element, context: Context): Block[] {
    const around: Block[] = []
    const rows: { isHeader: boolean; children: Inline[] }[][] = []
    const walk = (parent: Element) => {
      for (const node of childrenOf(parent)) {
        if (!isElementNode(node)) continue
        if (/^(thead|tbody|tfoot)$/.test(node.tagName)) walk(node)
        else if (node.tagName === 'caption') around.push(...flow(childrenOf(node), { ...context, depth: context.depth + 1 }))
        else if (node.tagName === 'tr') {
          const elements = childrenOf(node).filter((cell) => isElementNode(cell))
          elements.filter((cell) => !/^t[dh]$/.test(cell.tagName)).forEach(dropped)
          const cells = elements.filter((cell) => /^t[dh]$/.test(cell.tagName)).map((cell) => {
            const { inlines, hoisted } = flatten(flow(childrenOf(cell), { ...context, depth: context.depth + 1 }))
            around.push(...hoisted)
            return { isHeader: cell.tagName === 'th' || parent.tagName === 'thead', children: inlines }
          })
          if (cells.length > 0) rows.push(cells)
        } else dropped(node)
      }
    }
    walk(element)
    return rows.length === 0 ? around : [...around, { type: 'table', rows }]
  }

  function figureBlock(element: Element, context: Context): Block[] {
    const inner = { ...context, depth: context.depth + 1 }
    const isCaption = (node: Node) => isElementNode(node) && node.tagName === 'figcaption'
    const content = childrenOf(element).filter((node) => !isCaption(node))
    const captions = childrenOf(element).filter(isCaption).flatMap((node) => (isElementNode(node) ? childrenOf(node) : []))
    const { inlines: caption, hoisted } = flatten(flow(captions, inner))
    const url = textOf(content).trim()
    const isEmbed = /\bwp-block-embed\b/.test(attribute(element, 'class')) && /^https?:\/\/\S+$/.test(url)
    const blocks: Block[] = isEmbed ? [{ type: 'embed', url, caption: [] }] : flow(content, inner)
    const captioned = blocks.filter((block) => block.type === 'image' || block.type === 'embed')
    const [only] = captioned
    if (captioned.length === 1 && only !== undefined && only.caption.length === 0) {
      return [...blocks.map((block) => (block === only ? { ...only, caption } : block)), ...hoisted]
    }
    return [...blocks, ...(hasWords(caption) ? [paragraph(caption)] : []), ...hoisted]
  }

  function quoteBlock(element: Element, context: Context): Block[] {
    const cite = attribute(element, 'cite')
    if (/^https?:\/\//.test(cite)) findings.add('proposed', 'A quotation names the address that it comes from: cite it', cite)
    const { inlines, hoisted } = flatten(flow(childrenOf(element), context))
    return hasWords(inlines) ? [{ type: 'quote', children: inlines }, ...hoisted] : hoisted
  }

  function headingBlock(element: Element, context: Context): Block[] {
    const level = Math.min(4, Math.max(2, Number(element.tagName.slice(1)))) as 2 | 3 | 4
    return flow(childrenOf(element), context).map((block) => (block.type === 'paragraph' ? { ...block, type: 'heading', level } : block))
  }

  function blockElement(element: Element, context: Context): Block[] {
    const children = childrenOf(element)
    switch (element.tagName) {
      case 'h1': case 'h2': case 'h3': case 'h4': case 'h5': case 'h6':
        return headingBlock(element, context)
      case 'ul': case 'ol': case 'menu':
        return listBlock(element, context)
      case 'blockquote':
        return quoteBlock(element, context)
      case 'hr':
        return [{ type: 'rule' }]
      case 'img':
        return imageBlock(element, context)
      case 'table':
        return tableBlock(element, context)
      case 'figure':
        return figureBlock(element, context)
      case 'iframe': case 'video': case 'audio': case 'object': case 'embed':
        return framed(element)
      case 'pre': case 'listing': case 'xmp': {
        const inlines = trimInlines(tidy(oneLine(inlineRun(children, { ...context, marks: withMarks(context.marks, ['code']), isPreformatted: true })), true))
        return hasWords(inlines) ? [paragraph(inlines)] : []
      }
      case 'dt': case 'summary':
        return flow(children, { ...context, marks: withMarks(context.marks, ['bold']) })
      case GALLERY_ELEMENT:
        return attribute(element, 'ids').split(',').filter(Boolean).map((attachment) => ({ type: 'image', src: '', attachment, alt: '', caption: [], href: null }))
      case EMBED_ELEMENT: {
        const url = textOf(children).trim()
        return /^https?:\/\/\S+$/.test(url) ? [{ type: 'embed', url, caption: [] }] : flow(children, context)
      }
      case 'a':
        return flow(children, { ...context, link: attribute(element, 'href') === '' ? context.link : { href: attribute(element, 'href') } })
      default: {
        const mark = MARK_OF[element.tagName]
        return flow(children, mark === undefined ? context : { ...context, marks: withMarks(context.marks, [mark]) })
      }
    }
  }

  return flow(nodes, { marks: [], link: null, isPreformatted: false, depth: 0 })
}
