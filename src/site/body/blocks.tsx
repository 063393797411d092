import { Fragment, type ReactElement, type ReactNode } from 'react'
import type { Block, List, Quote, Table } from '@/record/body'
import { formatNumber } from '@/record/dates'
import { wordsFor } from '../words'
import type { BodyContext } from './context'
import { BodyFigure } from './figure'
import { Inlines } from './inlines'
import { PassageBlock } from './passage'
import { EmbeddedPost } from './post-embed'
import { StatementBlock } from './statement'

/** A run of blocks, in reading order. */
export function Blocks({ blocks, context }: { blocks: readonly Block[]; context: BodyContext }): ReactElement {
  return <>{blocks.map((block, index) => <Fragment key={index}><BlockNode block={block} context={context} /></Fragment>)}</>
}

function BlockNode({ block, context }: { block: Block; context: BodyContext }): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return block.children.length === 0 ? null : <p><Inlines nodes={block.children} context={context} /></p>
    case 'heading': {
      const Heading = `h${block.level}` as const
      return <Heading><Inlines nodes={block.children} context={context} /></Heading>
    }
    case 'list':
      return <ListNode list={block} context={context} />
    case 'quote':
      return <QuoteNode quote={block} context={context} />
    case 'rule':
      return <hr />
    case 'image':
      return <BodyFigure page={context.page} image={block.image} warnings={block.warnings} anchor={context.partOf(block)?.anchor} />
    case 'table':
      return <TableNode table={block} context={context} />
    case 'passage':
      return <PassageBlock passage={block} context={context} />
    case 'statement':
      return <StatementBlock statement={block} context={context} />
    case 'post':
      return <EmbeddedPost post={block.post} page={context.page} anchor={context.partOf(block)?.anchor} />
  }
}

function QuoteNode({ quote, context }: { quote: Quote; context: BodyContext }): ReactElement {
  return <blockquote><p><Inlines nodes={quote.children} context={context} /></p></blockquote>
}

function ListNode({ list, context }: { list: List; context: BodyContext }): ReactElement {
  const items = list.items.map((item, index) => (
    <li key={index}>
      <Inlines nodes={item.children} context={context} />
      {item.list && <ListNode list={item.list} context={context} />}
    </li>
  ))
  return list.kind === 'number' ? <ol start={list.start === 1 ? undefined : list.start}>{items}</ol> : <ul>{items}</ul>
}

/** A table in a region of its own that scrolls sideways and that the keyboard reaches. Leading rows of header cells are its head. */
function TableNode({ table, context }: { table: Table; context: BodyContext }): ReactElement {
  const { page } = context
  const firstBodyRow = table.rows.findIndex((row) => !row.every((cell) => cell.isHeader))
  const headRows = firstBodyRow === -1 ? 0 : firstBodyRow
  const label = wordsFor(page.language).scrollableTable(formatNumber(context.tableNumbers.get(table) ?? 1, page.language, page.settings))
  const rows = (from: number, to: number, scope: 'col' | 'row'): ReactElement[] =>
    table.rows.slice(from, to).map((row, index) => (
      <tr key={index}>
        {row.map((cell, column) => {
          const children = <Inlines nodes={cell.children} context={context} />
          return cell.isHeader && cell.children.length > 0 ? <th key={column} scope={scope}>{children}</th> : <td key={column}>{children}</td>
        })}
      </tr>
    ))
  return (
    <div className="table" role="region" aria-label={label} tabIndex={0}>
      <table>
        {headRows > 0 && <thead>{rows(0, headRows, 'col')}</thead>}
        <tbody>{rows(headRows, table.rows.length, 'row')}</tbody>
      </table>
    </div>
  )
}
