/** A voice among several: `say` writes a line once all before it have ended, and `end` lets the next one speak. */
export type Voice = { say(line: string): void; end(): void }

/**
 * Voices for what runs side by side and is read one after the other: who is first is heard at once, the others once it is their
 * turn, in the order of `names`. `write` gets every line.
 */
export function voicesInTurn<Name extends string>(names: readonly Name[], write: (line: string) => void): Record<Name, Voice> {
  const ended = new Set<Name>()
  const held = new Map<Name, string[]>(names.map((name) => [name, []]))
  let turn = 0
  const letSpeak = (name: Name) => {
    held.get(name)?.splice(0).forEach(write)
  }
  const voice = (name: Name): Voice => ({
    say(line) {
      held.get(name)?.push(line)
      if (names[turn] === name) letSpeak(name)
    },
    end() {
      ended.add(name)
      for (let next = names[turn]; next !== undefined && ended.has(next); next = names[turn]) {
        turn += 1
        const after = names[turn]
        if (after !== undefined) letSpeak(after)
      }
    },
  })
  return Object.fromEntries(names.map((name) => [name, voice(name)])) as Record<Name, Voice>
}
