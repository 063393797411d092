import type { Block, Inline, List } from './body'

/** Called for each block and inline of a body in reading order, outermost first. */
export type Visitor = { block?(block: Block): void; inline?(inline: Inline): void }

/** Walks a body once, in reading order: the one walker that all that reads bodies shares. */
export function walk(blocks: readonly Block[], visitor: Visitor): void {
  for (const block of blocks) {
    visitor.block?.(block)
    switch (block.type) {
      case 'paragraph':
      case 'heading':
      case 'quote':
        walkInlines(block.children, visitor)
        break
      case 'list':
        walkList(block, visitor)
        break
      case 'table':
        for (const row of block.rows) for (const cell of row) walkInlines(cell.children, visitor)
        break
      case 'passage':
      case 'statement':
        walk(block.blocks, visitor)
        break
      case 'image':
      case 'post':
      case 'rule':
        break
    }
  }
}

function walkList(list: List, visitor: Visitor): void {
  for (const item of list.items) {
    walkInlines(item.children, visitor)
    if (item.list !== undefined) {
      visitor.block?.(item.list)
      walkList(item.list, visitor)
    }
  }
}

function walkInlines(inlines: readonly Inline[], visitor: Visitor): void {
  for (const inline of inlines) {
    visitor.inline?.(inline)
    if (inline.type === 'link' || inline.type === 'reference') walkInlines(inline.children, visitor)
  }
}

/** The words of some inlines, without marks, links and citations; a line break is a line feed. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.text
      if (inline.type === 'lineBreak') return '\n'
      return inline.type === 'citation' ? '' : plainText(inline.children)
    })
    .join('')
}
