import { describe, expect, test } from 'vitest'
import { differencesBetween } from '@/collaboration/differences'
import { idsIn, readable } from '@/collaboration/readable'

const ID = '4f3b1c1e-8a52-4c37-9d0e-0f6a3c1f2b44'
const paragraph = (...texts: string[]) => ({ type: 'paragraph', children: texts.map((text) => ({ type: 'text', text })) })
const body = (...children: unknown[]) => ({ root: { type: 'root', children } })

describe('a text in conflict can be read', () => {
  test('rich text becomes a line for each block, with nested passages and citations in place', () => {
    const text = body(
      { type: 'heading', children: [{ type: 'text', text: 'The quay' }] },
      { type: 'paragraph', children: [{ type: 'text', text: 'It was ' }, { type: 'text', text: 'sold' }, { type: 'inlineBlock', fields: { blockType: 'citation', id: 'x', key: 'k', source: ID, note: 'p. 4' } }] },
      { type: 'block', fields: { blockType: 'passage', note: 'violence', content: body(paragraph('Hard words.')) } },
      { type: 'list', children: [{ type: 'listitem', children: [{ type: 'text', text: 'one' }] }, { type: 'listitem', children: [{ type: 'text', text: 'two' }] }] },
    )
    expect(readable(text, (id) => (id === ID ? 'The ledger' : null))).toBe('The quay\nIt was sold [The ledger · p. 4]\nviolence\nHard words.\none\ntwo')
  })

  test('ids to look up are found wherever they stand, but not those of rows', () => {
    expect(idsIn({ topics: [ID], id: ID, body: body({ type: 'upload', value: ID }) })).toEqual([ID, ID])
  })
})

describe('differences between two texts', () => {
  const fields = [{ path: 'title', label: 'Title' }, { path: 'lead.image', label: 'Image' }, { path: 'body', label: 'Text' }, { path: 'warnings', label: 'Warnings' }]

  test('are found field by field, groups included', () => {
    const found = differencesBetween(fields, { title: 'Mine', lead: { image: ID }, body: body(paragraph('a')) }, { title: 'Theirs', lead: { image: null }, body: body(paragraph('a')) })
    expect(found.map(({ label, mine, theirs }) => [label, mine, theirs])).toEqual([['Title', 'Mine', 'Theirs'], ['Image', ID, '']])
  })

  test('are not made of how a form writes what an answer writes otherwise', () => {
    const mine = { title: '', lead: { image: ID }, warnings: 0 }
    const theirs = { title: null, lead: { image: { id: ID, createdAt: 'x', filename: 'y' } }, warnings: [] }
    expect(differencesBetween(fields, mine, theirs)).toEqual([])
  })

  test('of form alone are told from those of words', () => {
    const bold = body({ type: 'paragraph', children: [{ type: 'text', text: 'a', format: 1 }] })
    expect(differencesBetween(fields, { body: body(paragraph('a')) }, { body: bold })).toMatchObject([{ path: 'body', sameWords: true }])
  })
})
