'use client'

import { $applyNodeReplacement, DecoratorNode, type DOMExportOutput, type LexicalNode, type NodeKey, type SerializedLexicalNode } from '@payloadcms/richtext-lexical/lexical'
import type { ReactElement } from 'react'
import { MarkChip } from './chip'

type Fields = { blockType: 'citation'; key: string; [name: string]: unknown }
type SerializedMark = SerializedLexicalNode & { fields: Fields }

/** The mark of a citation in a text. It holds the citation's key and draws a chip; what is cited stands beside the text. */
export class CitationMark extends DecoratorNode<ReactElement> {
  __fields: Fields

  constructor(fields: Fields, nodeKey?: NodeKey) {
    super(nodeKey)
    this.__fields = fields
  }

  static override getType(): string {
    return 'inlineBlock'
  }

  static override clone(node: CitationMark): CitationMark {
    return new CitationMark(node.__fields, node.__key)
  }

  static override importJSON(serialized: SerializedLexicalNode): CitationMark {
    return $createCitationMark((serialized as SerializedMark).fields)
  }

  static override importDOM(): null {
    return null
  }

  override exportJSON(): SerializedMark {
    return { type: 'inlineBlock', version: 1, fields: this.getLatest().__fields }
  }

  // In what is copied into other programs a mark is nothing.
  override exportDOM(): DOMExportOutput {
    return { element: null }
  }

  override getTextContent(): string {
    return ''
  }

  override isInline(): true {
    return true
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('span')
    element.className = 'cite-mark'
    element.dataset.citation = this.__fields.key
    return element
  }

  override updateDOM(before: this): boolean {
    return before.__fields.key !== this.__fields.key
  }

  override decorate(): ReactElement {
    return <MarkChip citation={this.getLatest().__fields.key} />
  }

  getCitation(): string {
    return this.getLatest().__fields.key
  }

  setCitation(key: string): void {
    const writable = this.getWritable()
    writable.__fields = { ...writable.__fields, key }
  }
}

export function $createCitationMark(fields: Fields): CitationMark {
  return $applyNodeReplacement(new CitationMark(fields))
}

export function $isCitationMark(node: LexicalNode | null | undefined): node is CitationMark {
  return node instanceof CitationMark
}
