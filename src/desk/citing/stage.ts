import type { BaseSelection, LexicalEditor } from '@payloadcms/richtext-lexical/lexical'

/** Where in the text a citation is to be put. `trigger`: what was typed to ask for it, and goes once it is there. */
export type Spot = { editor: LexicalEditor; selection: BaseSelection | null; trigger: string }
/** A link that was pasted as text, which can be made a citation. `at`: where on the screen, in CSS pixels. */
export type Offer = { editor: LexicalEditor; nodeKey: string; link: string; at: { x: number; y: number } }

export type Shown = { kind: 'palette'; spot: Spot; key: null } | { kind: 'palette'; spot: null; key: string } | { kind: 'card'; key: string } | { kind: 'picker'; key: string }

export type Stage = ReturnType<typeof createStage>

/** What was last said of something done behind the writer's back, and of which citation. */
export type Said = { words: string; key: string | null }

/** What is open beside a text: one thing at a time, and what was last said of what happened. */
export function createStage() {
  let state: { shown: Shown | null; offer: Offer | null; said: Said | null } = { shown: null, offer: null, said: null }
  const listeners = new Set<() => void>()
  const set = (change: Partial<typeof state>): void => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    state: () => state,
    show: (shown: Shown | null) => set({ shown, offer: null }),
    offer: (offer: Offer | null) => {
      if (offer !== state.offer) set({ offer })
    },
    say: (said: Said | null) => set({ said }),
  }
}
