import { Fragment, type ReactElement, type ReactNode } from 'react'
import type { Inline, Mark, Text } from '@/record/body'
import { NoteMark } from '../citations/mark'
import { OutLink } from '../components/links'
import { pathAddress } from '../addresses'
import type { BodyContext } from './context'

const ELEMENTS = { bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's', subscript: 'sub', superscript: 'sup', code: 'code' } as const satisfies Record<Mark, string>

function MarkedText({ node }: { node: Text }): ReactNode {
  return (node.marks ?? []).reduce<ReactNode>((inside, mark) => {
    const Element = ELEMENTS[mark]
    return <Element>{inside}</Element>
  }, node.text)
}

/** The inline content of a block. */
export function Inlines({ nodes, context }: { nodes: readonly Inline[]; context: BodyContext }): ReactElement {
  return <>{nodes.map((node, index) => <Fragment key={index}><InlineNode node={node} context={context} /></Fragment>)}</>
}

function InlineNode({ node, context }: { node: Inline; context: BodyContext }): ReactNode {
  switch (node.type) {
    case 'text':
      return <MarkedText node={node} />
    case 'lineBreak':
      return <br />
    case 'link':
      return <OutLink href={node.href}><Inlines nodes={node.children} context={context} /></OutLink>
    case 'reference': {
      const path = context.page.documents.get(node.document)?.path
      const children = <Inlines nodes={node.children} context={context} />
      return path ? <a href={pathAddress(path)}>{children}</a> : children
    }
    case 'citation':
      return <NoteMark node={node} context={context} />
  }
}
