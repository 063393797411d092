import { defaultTreeAdapter, type DefaultTreeAdapterTypes } from 'parse5'
import type { Mark } from '@/record/body'

export type Node = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element

export const { isElementNode, isTextNode, isCommentNode } = defaultTreeAdapter

/** Elements that stand on lines of their own. */
const BLOCK_ELEMENTS = new Set([
  'address', 'article', 'aside', 'audio', 'blockquote', 'center', 'dd', 'details', 'dialog', 'div', 'dl', 'dt', 'embed', 'fieldset', 'figcaption', 'figure', 'footer',
  'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'iframe', 'img', 'li', 'listing', 'main', 'menu', 'nav', 'object', 'ol', 'p', 'picture', 'pre', 'section',
  'summary', 'table', 'ul', 'video', 'xmp', 'handbill-gallery', 'handbill-embed',
])

/** Elements that are never shown and whose content isn't text for readers. */
export const UNSEEN_ELEMENTS = new Set(['script', 'style', 'template', 'link', 'meta', 'base', 'head', 'title', 'param', 'source', 'track', 'svg', 'noembed', 'noframes'])

export const MARK_OF: Record<string, Mark> = {
  b: 'bold', strong: 'bold', i: 'italic', em: 'italic', cite: 'italic', dfn: 'italic', var: 'italic', u: 'underline', ins: 'underline', s: 'strikethrough',
  strike: 'strikethrough', del: 'strikethrough', sub: 'subscript', sup: 'superscript', code: 'code', kbd: 'code', samp: 'code', tt: 'code',
}

export function attribute(element: Element, name: string): string {
  return element.attrs.find((attr) => attr.name === name)?.value ?? ''
}

export function isBlockElement(node: Node): node is Element {
  return isElementNode(node) && BLOCK_ELEMENTS.has(node.tagName)
}

/** An image that stands for a sign of Unicode, which is its alternative text. */
export function isEmoji(element: Element): boolean {
  return element.tagName === 'img' && /\b(emoji|wp-smiley)\b/.test(attribute(element, 'class'))
}

export function childrenOf(element: Element): Node[] {
  return element.childNodes
}

/** Elements of `nodes` and below, in document order, without recursion: the tree may be very deep. */
export function* elementsIn(nodes: readonly Node[]): Generator<Element> {
  const waiting = [...nodes].reverse()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElementNode(node)) continue
    yield node
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
      const child = node.childNodes[index]
      if (child !== undefined) waiting.push(child)
    }
  }
}

/** What an element holds, also where a parser keeps it apart, as for `<template>`. */
function contentOf(element: Element): Node[] {
  return 'content' in element ? (element as DefaultTreeAdapterTypes.Template).content.childNodes : element.childNodes
}

/** All text of `nodes`, without recursion. Scripts, styles and templates count, so that a report can quote them. */
export function textOf(nodes: readonly Node[]): string {
  const parts: string[] = []
  const waiting = [...nodes].reverse()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isTextNode(node)) parts.push(node.value)
    else if (isElementNode(node)) {
      if (BLOCK_ELEMENTS.has(node.tagName) || node.tagName === 'br') parts.push(' ')
      const inner = contentOf(node)
      for (let index = inner.length - 1; index >= 0; index -= 1) {
        const child = inner[index]
        if (child !== undefined) waiting.push(child)
      }
    }
  }
  return parts.join('')
}

/** Marks that an element's inline style sets. */
export function marksOfStyle(element: Element): Mark[] {
  const style = attribute(element, 'style').toLowerCase()
  if (style === '') return []
  const marks: Mark[] = []
  if (/font-weight:\s*(bold|[6-9]00)/.test(style)) marks.push('bold')
  if (/font-style:\s*italic/.test(style)) marks.push('italic')
  if (/text-decoration[^;]*underline/.test(style)) marks.push('underline')
  if (/text-decoration[^;]*line-through/.test(style)) marks.push('strikethrough')
  return marks
}
