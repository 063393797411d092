import { isRecord } from '@/platform/requests/fields'
import { readable, type TitleOf } from './readable'

/** One field in which two states of a document differ, as words. `sameWords`: only their form differs. */
export type Difference = { path: string; label: string; mine: string; theirs: string; sameWords: boolean }

/** A field to compare: its dotted path and the label that people know it by. */
export type ComparedField = { path: string; label: string }

/** The fields in which `mine` and `theirs` differ, in the order of `fields`. */
export function differencesBetween(fields: readonly ComparedField[], mine: unknown, theirs: unknown, titleOf?: TitleOf): Difference[] {
  return fields.flatMap(({ path, label }) => {
    const [own, other] = [valueAt(mine, path), valueAt(theirs, path)]
    if (comparable(own) === comparable(other)) return []
    const [ownWords, otherWords] = [readable(own, titleOf), readable(other, titleOf)]
    return [{ path, label, mine: ownWords, theirs: otherWords, sameWords: ownWords === otherWords }]
  })
}

function valueAt(data: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), data)
}

/** A form and an answer write the same emptiness, reference or row differently: in this form they are equal. */
function comparable(value: unknown): string {
  return JSON.stringify(normal(value))
}

function normal(value: unknown): unknown {
  if (value === undefined || value === '' || value === 0) return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(normal)
  if (!isRecord(value)) return value
  // A populated document stands for its id.
  if (typeof value.id === 'string' && 'createdAt' in value) return value.id
  const kept = Object.entries(value).filter(([name, inner]) => name !== 'id' && normal(inner) !== null).sort(([one], [other]) => (one < other ? -1 : 1))
  return kept.length === 0 ? null : Object.fromEntries(kept.map(([name, inner]) => [name, normal(inner)]))
}
