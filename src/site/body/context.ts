import type { Block, Citation, Image, Table, Warning } from '@/record/body'
import { numberNotes, type Notes } from '@/record/notes'
import { warnedParts, type WarnedPart } from '@/record/warning-policy'
import type { Page } from '../page'

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
  const parts = warnedParts(document, input.body, input.leadImage)
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

function tablesOf(blocks: readonly Block[]): Table[] {
  return blocks.flatMap((block) => (block.type === 'table' ? [block] : block.type === 'passage' || block.type === 'statement' ? tablesOf(block.blocks) : []))
}
