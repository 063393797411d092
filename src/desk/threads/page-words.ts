import { joined, type Run, type Words } from '@/collaboration/threads/words'

/** As much of a node of the page as its words need; a DOM node is one. */
export type PageNode = { nodeType: number; nodeName: string; nodeValue: string | null; childNodes: ArrayLike<PageNode>; getAttribute?(name: string): string | null }

/** The words of an editor as the page shows them, in the very form of the stored text's words, with the text node of each run. */
export type PageWords<N> = Words & { nodes: N[] }

const TEXT = 3
const ELEMENT = 1
/** What Lexical writes within a line. */
const INLINE = new Set(['SPAN', 'A', 'STRONG', 'EM', 'B', 'I', 'U', 'S', 'CODE', 'SUB', 'SUP', 'MARK'])

/**
 * The words of a rich text's editor. Only what Lexical marks as text counts: a citation's label, the head of a passage and the
 * editor's own buttons are no words; passages and statements are editors inside it, whose words do count.
 */
export function wordsOnPage<N extends PageNode>(editor: N): PageWords<N> {
  const runs: Run[] = []
  const nodes: N[] = []
  let block = 0
  const visit = (node: PageNode, isText: boolean, isInEditor: boolean): void => {
    if (node.nodeType === TEXT) {
      if (!isText) return
      runs.push({ text: node.nodeValue ?? '', block })
      nodes.push(node as N)
      return
    }
    if (node.nodeType !== ELEMENT) return
    const has = (name: string): boolean => node.getAttribute?.(name) === 'true'
    const isDecorator = has('data-lexical-decorator')
    if (isDecorator && node.nodeName === 'SPAN') return
    const isBlock = isInEditor && !INLINE.has(node.nodeName)
    if (isBlock) block += 1
    // Inside a decorator stands the admin's own form, until an editor begins in it.
    const isInside = has('data-lexical-editor') || (isInEditor && !isDecorator)
    for (const child of Array.from(node.childNodes)) visit(child, isInside && (isText || has('data-lexical-text')), isInside)
    if (isBlock || has('data-lexical-editor')) block += 1
  }
  visit(editor, false, false)
  return { ...joined(runs), nodes }
}
