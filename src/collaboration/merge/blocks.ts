import { isRecord } from '@/platform/requests/fields'
import { align, commonSubsequence, type Alignment } from './align'
import type { Conflict, Decide } from './conflict'
import { comparableNode, isRichText } from './same'

type Block = Record<string, unknown>
type Side = { blocks: Block[]; keys: string[]; alignment: Alignment }

const EMPTY_PARAGRAPH: Block = { type: 'paragraph', version: 1, format: '', indent: 0, direction: null, textFormat: 0, children: [] }

/**
 * Merges a rich text block by block: a block that one side left alone is what the other made of it; blocks that either
 * side put in are all there, the same one once; a block that both changed, or one changed and the other deleted, is a
 * conflict, which `decide` answers.
 */
export function mergeRichText(path: string, base: unknown, mine: unknown, theirs: unknown, decide: Decide): { merged: unknown; conflicts: Conflict[] } {
  const began = blocksOf(base)
  const beganKeys = began.map(comparableNode)
  const [own, other] = [sideOf(began, beganKeys, mine), sideOf(began, beganKeys, theirs)]
  const conflicts: Conflict[] = []
  const children: Block[] = []
  for (let place = 0; place <= began.length; place += 1) {
    children.push(...bothInserted(own, other, place))
    const before = began[place]
    if (before === undefined) continue
    const [mineNow, theirsNow] = [nowAt(own, place), nowAt(other, place)]
    const [mineKey, theirsKey] = [keyAt(own, place), keyAt(other, place)]
    if (mineKey === theirsKey || mineKey === beganKeys[place]) children.push(...listed(theirsNow))
    else if (theirsKey === beganKeys[place]) children.push(...listed(mineNow))
    else {
      const conflict: Conflict = { path, index: place, kind: 'block', base: before, mine: mineNow, theirs: theirsNow }
      conflicts.push(conflict)
      const choice = decide(conflict)
      if (choice !== 'mine') children.push(...listed(theirsNow))
      if (choice !== 'theirs') children.push(...listed(mineNow))
    }
  }
  const root = isRichText(theirs) ? theirs.root : isRichText(mine) ? mine.root : {}
  const shell = isRichText(theirs) ? theirs : isRecord(mine) ? mine : {}
  return { merged: { ...shell, root: { ...root, children: children.length === 0 ? [EMPTY_PARAGRAPH] : children } }, conflicts }
}

function blocksOf(text: unknown): Block[] {
  return isRichText(text) && Array.isArray(text.root.children) ? text.root.children.filter(isRecord) : []
}

function sideOf(began: readonly Block[], beganKeys: readonly string[], text: unknown): Side {
  const blocks = blocksOf(text)
  const keys = blocks.map(comparableNode)
  const alignment = align(beganKeys, keys, (of, place) => wordsIn((of === 'base' ? began : blocks)[place]))
  return { blocks, keys, alignment }
}

function nowAt({ blocks, alignment }: Side, place: number): Block | null {
  const there = alignment.places[place] ?? null
  return there === null ? null : (blocks[there] ?? null)
}

function keyAt({ keys, alignment }: Side, place: number): string | null {
  const there = alignment.places[place] ?? null
  return there === null ? null : (keys[there] ?? null)
}

function listed(block: Block | null): Block[] {
  return block === null ? [] : [block]
}

/** What both sides put into one gap: in theirs, then mine where nothing tells, and what both put there once. */
function bothInserted(mine: Side, theirs: Side, gap: number): Block[] {
  const [own, other] = [mine.alignment.inserted[gap] ?? [], theirs.alignment.inserted[gap] ?? []]
  const of = (side: Side, places: readonly number[]): Block[] => places.flatMap((place) => listed(side.blocks[place] ?? null))
  if (own.length === 0 || other.length === 0) return [...of(theirs, other), ...of(mine, own)]
  const common = commonSubsequence(own.map((place) => mine.keys[place] ?? ''), other.map((place) => theirs.keys[place] ?? ''))
  const put: Block[] = []
  let [from, otherFrom] = [0, 0]
  for (const [at, otherAt] of [...common, [own.length, other.length] as [number, number]]) {
    put.push(...of(theirs, other.slice(otherFrom, otherAt)), ...of(mine, own.slice(from, at)), ...of(theirs, other.slice(otherAt, otherAt + 1)))
    ;[from, otherFrom] = [at + 1, otherAt + 1]
  }
  return put
}

const NOT_WORDS = new Set(['type', 'version', 'direction', 'mode', 'style', 'format', 'textStyle', 'id', 'key'])

/** All words in a block, those of its fields included. */
export function wordsIn(node: unknown): string[] {
  if (typeof node === 'string') return node.split(/\s+/u).filter((word) => word !== '')
  if (Array.isArray(node)) return node.flatMap(wordsIn)
  if (!isRecord(node)) return []
  return Object.entries(node).flatMap(([name, value]) => (NOT_WORDS.has(name) ? [] : wordsIn(value)))
}
