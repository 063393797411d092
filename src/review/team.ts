import type { Actor } from '@/permissions/roles'
import { barOf, type Contribution, type Exception } from './four-eyes'
import { slotsAsked, type Slot, type Workflow } from './workflow'

type Situation = { contributions: readonly Contribution[]; exceptions: readonly Exception[]; team: readonly Actor[] }

/** The slots that nobody could fill, given who is there, who wrote the text and who has signed: empty if the team is large enough. */
export function gapsOf(situation: Situation, workflow: Workflow, namesPeople: boolean, signed: readonly { slot: string; by: string }[]): string[] {
  return [...new Set(emptySeats(situation, workflow, namesPeople, signed))]
}

/**
 * The slot of each seat that stays empty, however people are put into those that are open: a matching of seats to people, as each
 * fills at most one; seats under an exception only need someone with the role who hasn't signed there. How many they are
 * is certain; which of several slots are named may depend on the matching.
 */
export function emptySeats(situation: Situation, workflow: Workflow, namesPeople: boolean, signed: readonly { slot: string; by: string }[]): string[] {
  const excepted = new Set(situation.exceptions.map((exception) => exception.slot))
  const taken = new Set(signed.filter(({ slot }) => !excepted.has(slot)).map(({ by }) => by))
  const empty: string[] = []
  const seats: Slot[] = []
  for (const { slot } of slotsAsked(workflow, { namesPeople })) {
    const signers = signed.filter((one) => one.slot === slot.slot).map(({ by }) => by)
    const open = Math.max(0, slot.count - signers.length)
    if (excepted.has(slot.slot)) {
      const free = situation.team.filter(({ id, roles }) => roles.includes(slot.capacity) && !signers.includes(id))
      empty.push(...Array<string>(Math.max(0, open - free.length)).fill(slot.slot))
    } else seats.push(...Array<Slot>(open).fill(slot))
  }
  const free = situation.team.filter((person) => !taken.has(person.id))
  const mayFill = seats.map((slot) => free.flatMap((person, index) => (person.roles.includes(slot.capacity) && barOf(person.id, slot, situation.contributions, [], situation.exceptions) === null ? [index] : [])))
  return [...empty, ...unmatched(mayFill).flatMap((seat) => seats[seat]?.slot ?? [])]
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
