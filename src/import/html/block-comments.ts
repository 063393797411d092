/** A comment by which the block editor says where a block begins and ends, or that one stands here as a whole. */
export type BlockComment = { kind: 'begins' | 'ends' | 'whole'; name: string; attributes: Record<string, unknown> }

const BLOCK_COMMENT = /^\s*(\/?)wp:([a-z][\w-]*(?:\/[\w-]+)?)\s*(\{[\s\S]*\})?\s*(\/?)\s*$/
/** Blocks without text of their own whose absence nobody would notice. */
export const SILENT_BLOCKS = new Set(['footnotes', 'more', 'nextpage', 'separator', 'spacer'])

/** Tells whether a post was written in the block editor. */
export function hasBlockComments(html: string): boolean {
  return /<!--\s*wp:/.test(html)
}

/** Reads the text of a comment; null for one that isn't the block editor's. Broken attributes count as none. */
export function readBlockComment(data: string): BlockComment | null {
  const match = BLOCK_COMMENT.exec(data)
  if (match === null) return null
  const [, closing, fullName = '', json, selfClosing] = match
  const kind = closing === '/' ? 'ends' : selfClosing === '/' ? 'whole' : 'begins'
  return { kind, name: fullName.replace(/^core\//, ''), attributes: attributesIn(json) }
}

function attributesIn(json: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json ?? '{}')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
