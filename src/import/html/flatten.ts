import { hasWords, joinLines, text, type Block, type Inline, type List } from './tree'

function linesOfList(list: List, indent: string): Inline[][] {
  return list.items.flatMap((item, index) => {
    const mark = list.kind === 'number' ? `${list.start + index}. ` : '• '
    return [[text(`${indent}${mark}`), ...item.children], ...item.lists.flatMap((inner) => linesOfList(inner, `${indent}  `))]
  })
}

/**
 * Blocks as lines of one text, for places that hold no blocks: a quotation, a cell, an item, a caption. What can't be a
 * line (images, tables, embeds, rules) is handed back in `hoisted`, to stand after that place.
 */
export function flatten(blocks: readonly Block[]): { inlines: Inline[]; hoisted: Block[] } {
  const lines: Inline[][] = []
  const hoisted: Block[] = []
  for (const block of blocks) {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
      case 'quote':
        if (hasWords(block.children) || block.children.some((inline) => inline.type === 'anchor')) lines.push(block.children)
        break
      case 'list':
        lines.push(...linesOfList(block, ''))
        break
      default:
        hoisted.push(block)
    }
  }
  return { inlines: joinLines(lines), hoisted }
}
