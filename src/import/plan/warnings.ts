import { plainText, type Block } from '../html/tree'

const WARNING = /^[\s\p{Pd}*•]*(?:(?:content|trigger)\s+(?:warnings?|notice|note)|warning|cw|tw|c\/w|t\/w|cn|تحذير(?:\s+من\s+المحتوى)?|تنبيه(?:\s+(?:بشأن|إلى|حول)\s+المحتوى)?)\s*(?:[:：]|\s\p{Pd}\s)\s*\S/iu
const LEADING = 3
const TRAILING = 2

/**
 * The paragraphs among a text's first and last ones that warn its readers, word for word. They are proposals: whether
 * there is something to warn of, and how, is for people to say.
 */
export function proposedWarnings(blocks: readonly Block[]): string[] {
  const worded = blocks.filter((block) => block.type === 'paragraph' || block.type === 'heading' || block.type === 'quote')
  const edge = worded.filter((_, index) => index < LEADING || index >= worded.length - TRAILING)
  return edge.map((block) => plainText(block.children).replace(/\s+/g, ' ').trim()).filter((words) => WARNING.test(words))
}
