import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentHash } from '@/record/content-hash'
import type { Image } from '@/record/body'
import { mediaIn, presentText, type StoredText } from '@/rich-text/present'

const ID = '11111111-2222-4333-8444-555555555555'
const OTHER = '99999999-2222-4333-8444-555555555555'
const image: Image = { id: ID, alt: 'A gate', caption: 'Own caption', width: 10, height: 5, variants: [{ width: 10, height: 5, file: 'a.webp', type: 'image/webp', bytes: 100 }] }
const images = new Map([[ID, image]])
const text = (words: string, format = 0) => ({ type: 'text', text: words, format })
const paragraph = (...children: object[]) => ({ type: 'paragraph', children })
const state = (...children: object[]) => ({ root: { type: 'root', children } }) as StoredText
const present = (...children: object[]) => presentText(state(...children), images)

describe('presentText', () => {
  it('merges neighbouring texts of one format, so that how they were typed does not change the hash', () => {
    const once = present(paragraph(text('one two')))
    const inPieces = present(paragraph(text('one'), text(' '), text('two')), paragraph())
    expect(contentHash(inPieces)).toBe(contentHash(once))
  })

  it('keeps formats as marks', () => {
    expect(present(paragraph(text('loud', 1), text('plain'), text('both', 3))).body).toEqual([
      { type: 'paragraph', children: [{ type: 'text', text: 'loud', marks: ['bold'] }, { type: 'text', text: 'plain' }, { type: 'text', text: 'both', marks: ['bold', 'italic'] }] },
    ])
  })

  it('keeps no address but http, https and mailto', () => {
    const body = present(paragraph({ type: 'link', fields: { url: 'javascript:alert(1)' }, children: [text('words')] }, { type: 'link', fields: { url: 'https://paper.example/x' }, children: [text('more')] })).body
    expect(body).toEqual([{ type: 'paragraph', children: [{ type: 'text', text: 'words' }, { type: 'link', href: 'https://paper.example/x', children: [{ type: 'text', text: 'more' }] }] }])
  })

  it('leaves out of a private source what was said and where, and keeps what is said to readers', () => {
    const citation = { type: 'inlineBlock', fields: { blockType: 'citation', key: 'a', source: ID, locatorLabel: 'page', locatorValue: '7', quote: 'Words', quoteTranslation: 'Words, translated', note: 'As a witness said', originalLabel: '[3]' } }
    const cited = (privateSources: ReadonlySet<string>) => presentText(state(paragraph(citation)), images, privateSources).citations
    expect(cited(new Set([ID]))).toEqual([{ key: 'a', source: ID, note: 'As a witness said', originalLabel: '[3]' }])
    expect(cited(new Set([OTHER]))[0]).toMatchObject({ quote: 'Words', quoteTranslation: 'Words, translated', locator: { label: 'page', value: '7' } })
  })

  it('lists citations in the order of the text, those in passages too, and leaves unknown fields behind', () => {
    const citation = (key: string, rest = {}) => ({ type: 'inlineBlock', fields: { blockType: 'citation', key, secret: 'canary', ...rest } })
    const { body, citations } = present(
      paragraph(text('a'), citation('1', { source: { id: ID, notes: 'canary' }, locatorLabel: 'page', locatorValue: '12' })),
      { type: 'block', fields: { blockType: 'passage', terms: [OTHER], depiction: 'described', intensity: 'graphic', note: 'x', content: state(paragraph(text('b'), citation('2', { note: 'A letter' }))) } },
    )
    expect(citations).toEqual([
      { key: '1', source: ID, locator: { label: 'page', value: '12' } },
      { key: '2', source: null, note: 'A letter' },
    ])
    expect(body[1]).toMatchObject({ type: 'passage', warnings: [{ term: OTHER, depiction: 'described', intensity: 'graphic', note: 'x' }] })
    expect(JSON.stringify({ body, citations })).not.toContain('canary')
  })

  it('puts a nested list into the item it belongs to', () => {
    const list = (...children: object[]) => ({ type: 'list', listType: 'bullet', children })
    const item = (...children: object[]) => ({ type: 'listitem', children })
    expect(present(list(item(text('outer')), item(list(item(text('inner')))))).body).toEqual([
      { type: 'list', kind: 'bullet', items: [{ children: [{ type: 'text', text: 'outer' }], list: { type: 'list', kind: 'bullet', items: [{ children: [{ type: 'text', text: 'inner' }] }] } }] },
    ])
  })

  it('copies an image in, with the caption of this place before its own', () => {
    const upload = (fields: object) => ({ type: 'upload', relationTo: 'media', value: ID, fields })
    expect(present(upload({})).body).toMatchObject([{ type: 'image', image: { alt: 'A gate', caption: 'Own caption' }, warnings: [] }])
    expect(present(upload({ caption: 'Here', terms: [OTHER], depiction: 'shown', intensity: 'graphic' })).body).toMatchObject([{ image: { caption: 'Here' }, warnings: [{ term: OTHER, depiction: 'shown' }] }])
    expect(present({ type: 'upload', value: OTHER, fields: {} }).body).toEqual([])
  })

  it('finds the images of passages and statements too', () => {
    expect(mediaIn(state({ type: 'upload', value: ID }, { type: 'block', fields: { blockType: 'statement', content: state({ type: 'upload', value: { id: OTHER } }) } }))).toEqual([ID, OTHER])
  })

  it('says of arbitrary JSON only what it knows, and never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.object({ key: fc.constantFrom('type', 'children', 'fields', 'text', 'tag', 'value'), maxDepth: 4 }), { maxLength: 8 }), (children) => {
        const { body } = present(...children)
        for (const block of body) expect(['paragraph', 'heading', 'list', 'quote', 'rule', 'image', 'table', 'passage', 'statement', 'post']).toContain(block.type)
      }),
    )
  })
})
