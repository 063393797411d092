import type { LibrarySource } from '@/citations/library'
import { linkIn } from './link'

/** Something that the palette offers to cite. */
export type Option = { id: string } & ({ kind: 'link'; link: string } | { kind: 'source'; source: LibrarySource; isHere: boolean } | { kind: 'needsSource' } | { kind: 'remark' } | { kind: 'upload' })

const FEW = 5
const MANY = 8

type Asked = { words: string; found: readonly LibrarySource[]; here: readonly LibrarySource[]; isNew: boolean }

/**
 * What is offered for the words in the palette: a link first, then works, those of this text before others, then what needs no work.
 * `found`: what the library has; `here`: the works of this text, the one cited last first. `isNew`: a citation is being made and not changed.
 */
export function optionsFor({ words, found, here, isNew }: Asked): Option[] {
  const link = linkIn(words)
  const own = words.trim() === '' ? here : here.filter(({ id, title, creator, url }) => found.some((source) => source.id === id) || holds([title, creator, url], words))
  const ownIds = new Set(own.map(({ id }) => id))
  // All that needs no work is to be in view without scrolling.
  const works = [...own, ...found.filter(({ id }) => !ownIds.has(id))].slice(0, words.trim() === '' ? FEW : MANY)
  return [
    ...(link === null ? [] : [{ id: 'link', kind: 'link' as const, link }]),
    ...works.map((source) => ({ id: `source-${source.id}`, kind: 'source' as const, source, isHere: ownIds.has(source.id) })),
    { id: 'needs-source', kind: 'needsSource' },
    ...(isNew ? [{ id: 'remark', kind: 'remark' as const }] : []),
    { id: 'upload', kind: 'upload' },
  ]
}

function holds(texts: readonly string[], words: string): boolean {
  const sought = words.trim().toLowerCase().split(/\s+/u)
  const whole = texts.join(' ').toLowerCase()
  return sought.every((word) => whole.includes(word))
}
