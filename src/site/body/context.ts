import type { Block, Citation, Image, PostEmbed, Table, Warning } from '@/record/body'
import type { Live } from '@/record/publication'
import { numberNotes, type Notes } from '@/record/notes'
import { warnedParts, type WarnedPart } from '@/record/warning-policy'
import { lookUp, type Page } from '../page'

/** What the nodes of one body need to be rendered: its page, its numbered notes, its warned parts and its tables' numbers. */
export type BodyContext = {
  page: Page
  /** Id of the document, which prefixes every anchor. */
  document: string
  body: readonly Block[]
  notes: Notes
  parts: readonly WarnedPart[]
  partOf(node: object): WarnedPart | undefined
  tableNumbers: ReadonlyMap<Table, number>
}

export type BodyInput = { body: readonly Block[]; citations: readonly Citation[]; leadImage?: { image: Image; warnings: Warning[] } }

/** Prepares a document's body for rendering. No node may occur twice in the tree. */
export function bodyContext(page: Page, document: string, input: BodyInput): BodyContext {
  const parts = [...warnedParts(document, input.body, input.leadImage), ...embeddedParts(page, document, input.body)]
  const byNode = new Map(parts.map((part) => [part.node, part]))
  return {
    page,
    document,
    body: input.body,
    notes: numberNotes(document, input.body, input.citations),
    parts,
    partOf: (node) => byNode.get(node),
    tableNumbers: new Map(tablesOf(input.body).map((table, index) => [table, index + 1])),
  }
}

/** The posts shown in a body, each with its own warning and pictures, as warned parts of the text that shows them. */
function embeddedParts(page: Page, document: string, blocks: readonly Block[]): WarnedPart[] {
  return embedsOf(blocks).flatMap((embed, index) => {
    const post = lookUp(page, 'social-posts', embed.post)
    return post ? postParts(post, `e-${document}-${index + 1}`, embed) : []
  })
}

/** A post's warning and its warned pictures, all found at one anchor. `node` stands for the post itself. */
export function postParts(post: Live<'social-posts'>, anchor: string, node: object = post): WarnedPart[] {
  const { warnings, attachments } = post.projection
  return [
    ...(warnings.length > 0 ? [{ kind: 'passage' as const, warnings, anchor, node, blocks: 1 }] : []),
    ...attachments.filter((attachment) => attachment.warnings.length > 0).map((attachment) => ({ kind: 'image' as const, warnings: attachment.warnings, anchor, node: warnings.length > 0 ? attachment : node, blocks: 1 })),
  ]
}

function embedsOf(blocks: readonly Block[]): PostEmbed[] {
  return blocks.flatMap((block) => (block.type === 'post' ? [block] : block.type === 'passage' || block.type === 'statement' ? embedsOf(block.blocks) : []))
}

function tablesOf(blocks: readonly Block[]): Table[] {
  return blocks.flatMap((block) => (block.type === 'table' ? [block] : block.type === 'passage' || block.type === 'statement' ? tablesOf(block.blocks) : []))
}
