import type { Actor } from '@/permissions/roles'
import { barOf, type Contribution, type Exception } from './four-eyes'
import { slotsAsked, type Slot, type Workflow } from './workflow'

type Situation = { contributions: readonly Contribution[]; exceptions: readonly Exception[]; team: readonly Actor[] }

/**
 * The slots that nobody could fill, given who is there, who wrote the text and who has signed: empty if the team is large
 * enough. A matching of seats to people, as each fills at most one slot; seats under an exception only need someone
 * with the role.
 */
export function gapsOf(situation: Situation, workflow: Workflow, namesPeople: boolean, signed: readonly { slot: string; by: string }[]): string[] {
  const excepted = new Set(situation.exceptions.map((exception) => exception.slot))
  const taken = new Set(signed.filter(({ slot }) => !excepted.has(slot)).map(({ by }) => by))
  const gaps: string[] = []
  const seats: Slot[] = []
  for (const { slot } of slotsAsked(workflow, { namesPeople })) {
    const open = Math.max(0, slot.count - signed.filter((one) => one.slot === slot.slot).length)
    if (!excepted.has(slot.slot)) seats.push(...Array<Slot>(open).fill(slot))
    else if (open > 0 && situation.team.filter((person) => person.roles.includes(slot.capacity)).length < slot.count) gaps.push(slot.slot)
  }
  const free = situation.team.filter((person) => !taken.has(person.id))
  const mayFill = seats.map((slot) => free.flatMap((person, index) => (person.roles.includes(slot.capacity) && barOf(person.id, slot, situation.contributions, [], situation.exceptions) === null ? [index] : [])))
  return [...new Set([...gaps, ...unmatched(mayFill).flatMap((seat) => seats[seat]?.slot ?? [])])]
}

/** The seats that stay empty in a largest matching (Kuhn's augmenting paths); `mayFill[seat]` lists people by index. */
function unmatched(mayFill: readonly (readonly number[])[]): number[] {
  const seatOf = new Map<number, number>()
  const place = (seat: number, tried: Set<number>): boolean => {
    for (const person of mayFill[seat] ?? []) {
      if (tried.has(person)) continue
      tried.add(person)
      const holder = seatOf.get(person)
      if (holder === undefined || place(holder, tried)) {
        seatOf.set(person, seat)
        return true
      }
    }
    return false
  }
  return mayFill.flatMap((_, seat) => (place(seat, new Set()) ? [] : [seat]))
}
