import { describe, expect, test } from 'vitest'
import { plainText, type Block, type Inline } from '@/import/html/tree'
import { blocksOf, outline } from '../../support/import-plan'

function notesIn(value: unknown): { label: string | undefined; text: string }[] {
  if (Array.isArray(value)) return value.flatMap(notesIn)
  if (value === null || typeof value !== 'object') return []
  const node = value as { type?: string; label?: string; children?: Inline[] }
  if (node.type === 'note') return [{ label: node.label, text: plainText(node.children ?? []) }]
  return Object.values(node).flatMap(notesIn)
}
const read = (html: string, stored?: Map<string, Inline[]>): { notes: ReturnType<typeof notesIn>; lines: string[]; blocks: Block[] } => {
  const { blocks } = blocksOf(html, stored)
  return { notes: notesIn(blocks), lines: outline(blocks), blocks }
}

describe('footnotes move to where they are marked', () => {
  test('[1] with a paragraph [1] below', () => {
    const { notes, lines } = read('<p>They knew [1]. They said no [2]</p><p>[1] A letter of May.</p><p>[2]: The minutes</p>')
    expect(notes).toEqual([{ label: '[1]', text: 'A letter of May.' }, { label: '[2]', text: 'The minutes' }])
    expect(lines).toHaveLength(1)
  })

  test('several notes in one paragraph, parted by line breaks, beside other lines', () => {
    const { notes, lines } = read('<p>a [3] b [4]</p><p>Sources below<br>[3] Three<br>[4] Four</p>')
    expect(notes.map((note) => note.text)).toEqual(['Three', 'Four'])
    expect(lines.at(-1)).toBe('paragraph: Sources below')
  })

  test('links to a list, with links back', () => {
    const { notes, lines } = read('<p>one<sup><a href="#fn1" id="r1">1</a></sup> two<sup><a href="#fn2" id="r2">2</a></sup></p><h2>Notes</h2><ol><li id="fn1">Register <a href="#r1">↩</a></li><li id="fn2"><p>Paper <a href="#r2">↩︎</a></p></li></ol>')
    expect(notes).toEqual([{ label: '1', text: 'Register' }, { label: '2', text: 'Paper' }])
    expect(lines).toEqual(['paragraph: oneRegister twoPaper'])
  })

  test('links of word processors, with anchors by name and brackets outside of the link', () => {
    const { notes } = read('<p>a<a href="#_ftn1" name="_ftnref1">[1]</a> b [<a href="#n2">2</a>]</p><hr/><p><a href="#_ftnref1" name="_ftn1">[1]</a> Word</p><p id="n2">Two</p>')
    expect(notes).toEqual([{ label: '[1]', text: 'Word' }, { label: '[2]', text: 'Two' }])
  })

  test("WordPress's own, kept in a field", () => {
    const stored = new Map<string, Inline[]>([['u-1', [{ type: 'text', text: 'Kept apart', marks: [] }]]])
    const { notes } = read('<!-- wp:paragraph --><p>a<sup data-fn="u-1" class="fn"><a href="#u-1" id="u-1-link">1</a></sup> b<sup data-fn="gone" class="fn"><a href="#gone">2</a></sup></p><!-- /wp:paragraph --><!-- wp:footnotes /-->', stored)
    expect(notes).toEqual([{ label: '1', text: 'Kept apart' }, { label: '2', text: '' }])
  })

  test('shortcodes and double brackets of plugins', () => {
    const { notes } = read('<p>a [ref]From <a href="https://x.example">the paper</a>[/ref] b ((see the minutes of May)) c (((not this))) d ((x)) [efn_note]Fourth[/efn_note]</p>')
    expect(notes.map((note) => note.text)).toEqual(['From the paper', 'see the minutes of May', 'Fourth'])
  })

  test('numbers in a list below a heading, raised digits, digits of Arabic', () => {
    expect(read('<p>a [1] b [2]</p><h3>References</h3><ol><li>First</li><li>Second</li></ol>').notes.map((note) => note.text)).toEqual(['First', 'Second'])
    expect(read('<p>a<sup>1</sup> and 5 m<sup>2</sup></p><p><sup>1</sup> First</p>')).toMatchObject({ notes: [{ label: '1', text: 'First' }], lines: ['paragraph: aFirst and 5 m2'] })
    expect(read('<p>قالت [١] ثم [٢]</p><p>[١] رسالة<br>[٢] محضر</p>').notes).toEqual([{ label: '[١]', text: 'رسالة' }, { label: '[٢]', text: 'محضر' }])
  })

  test('the same number twice, and two sets of numbers in one text', () => {
    expect(read('<p>a [1] b [1]</p><p>[1] Note</p><p>c [1]</p>').notes.map((note) => note.text)).toEqual(['Note', 'Note', 'Note'])
    expect(read('<p>a [1]</p><p>[1] Of the statement</p><p>b [1]</p><p>[1] Of the text</p>').notes.map((note) => note.text)).toEqual(['Of the statement', 'Of the text'])
    expect(read('<p>a [1, 2]</p><p>[1] A</p><p>[2] B</p>').notes.map((note) => note.text)).toEqual(['A', 'B'])
  })
})

describe('nothing is lost', () => {
  test('a mark whose note is nowhere stays, with no text', () => {
    expect(read('<p>seized [1], taken [2]</p>').notes).toEqual([{ label: '[1]', text: '' }, { label: '[2]', text: '' }])
  })

  test('a note that nothing marks stays in the text', () => {
    expect(read('<p>No marks here</p><p>[4] A lonely note</p>')).toMatchObject({ notes: [], lines: ['paragraph: No marks here', 'paragraph: [4] A lonely note'] })
    expect(read('<p>one<a href="#f1">1</a></p><ol><li id="f1">Marked</li><li id="f2">Not marked</li></ol>').lines.at(-1)).toBe('number: Not marked')
  })

  test('brackets that mark no footnote stay words', () => {
    const words = 'brigades [AR] said [sic] in [2014] that [a] and […] hold'
    expect(read(`<p>${words}</p>`)).toMatchObject({ notes: [], lines: [`paragraph: ${words}`] })
  })

  test('a mark inside the words of a link stands after them', () => {
    const { blocks } = read('<p><a href="https://x.example">the report [1]</a></p><p>[1] Note</p>')
    expect(blocks).toMatchObject([{ children: [{ type: 'link', children: [{ text: 'the report ' }] }, { type: 'note' }] }])
  })
})
