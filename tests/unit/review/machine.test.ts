import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '@/permissions/roles'
import { barOf } from '@/review/four-eyes'
import { isStanding, missingSlots, step, whyNotPublish, whyNotSign, type Event, type Review, type Run } from '@/review/machine'
import { slotsAsked, DEFAULT_WORKFLOWS } from '@/review/workflow'

const person = (id: string, ...roles: Role[]): Actor => ({ id, roles })
const TEAM: Actor[] = [
  person('editor', 'editor'),
  person('sources', 'sources'),
  person('care', 'care'),
  person('copy', 'copy'),
  person('legal', 'legal'),
  person('publisher', 'publisher'),
  person('both', 'sources', 'care', 'copy', 'publisher'),
  person('all', 'editor', 'sources', 'legal', 'publisher'),
  person('admin', 'administrator'),
]
const byId = (id: string): Actor => TEAM.find((one) => one.id === id) as Actor
const SLOTS = ['sources', 'care', 'copy', 'legal', 'approval'] as const

// The content is a number for each scope; approval covers all of them.
type Content = Record<'sources' | 'care' | 'copy' | 'legal' | 'other', number>
const coverageOf = (content: Content) =>
  Object.fromEntries(SLOTS.map((slot) => [slot, { hash: slot === 'approval' ? JSON.stringify(content) : String(content[slot]), parts: [{ name: slot, hash: slot === 'approval' ? JSON.stringify(content) : String(content[slot]), words: '' }] }]))
const FIRST: Content = { sources: 0, care: 0, copy: 0, legal: 0, other: 0 }

const fresh = (): Review => ({ subject: { collection: 'articles', createdBy: 'editor', wasPublished: false, wasSubmitted: false }, run: null, contributions: [{ by: 'editor', as: 'author', slots: [] }], exceptions: [], team: TEAM, followUp: null })
const submitted = (content: Content, extra: Partial<Extract<Event, { type: 'submit' }>> = {}): Event => ({
  type: 'submit', actor: byId('editor'), runId: 'run', workflow: DEFAULT_WORKFLOWS.article, contentHash: JSON.stringify(content), coverage: coverageOf(content), missing: [], isLiveAlready: false, ...extra,
})
const sign = (id: string, slot: string): Event => ({ type: 'signOff', actor: byId(id), slot, signOffId: `${id}-${slot}`, at: 't', note: null })
const edit = (by: string, content: Content, as: 'author' | 'slotHolder' = 'author'): Event => ({ type: 'edited', by, as, slots: [], at: 't', contentHash: JSON.stringify(content), coverage: coverageOf(content) })

function after(review: Review, ...events: Event[]): Review {
  return events.reduce((now, event) => {
    const outcome = step(now, event)
    if (!outcome.ok) throw new Error(`${event.type}: ${outcome.refusal.code}`)
    return outcome.review
  }, review)
}
function refused(review: Review, event: Event): string | null {
  const outcome = step(review, event)
  return outcome.ok ? null : outcome.refusal.code
}
const standing = (review: Review) => review.run?.signOffs.filter((one) => isStanding(one, review.run as Run)).map((one) => one.slot) ?? []

describe('the default article workflow', () => {
  const checked = () => after(fresh(), submitted(FIRST), sign('sources', 'sources'), sign('care', 'care'), sign('copy', 'copy'))

  test('is approved once each slot is signed by somebody else', () => {
    expect(after(checked(), sign('publisher', 'approval')).run?.state).toBe('approved')
  })
  test('is not approved and not published while a blocking thread is open, yet checked', () => {
    const blocked = { ...checked(), blocking: 1 }
    expect(refused(blocked, sign('publisher', 'approval'))).toBe('blockingThreads')
    expect(whyNotPublish({ ...after(checked(), sign('publisher', 'approval')), blocking: 1 })?.code).toBe('blockingThreads')
    expect(whyNotPublish({ ...after(checked(), sign('publisher', 'approval')), blocking: 0 })).toBeNull()
    expect(refused({ ...after(fresh(), submitted(FIRST)), blocking: 3 }, sign('care', 'care'))).toBeNull()
  })
  test('asks for the legal check only of a text that names people, and for approval last', () => {
    expect(slotsAsked(DEFAULT_WORKFLOWS.article, { namesPeople: false }).map(({ slot }) => slot.slot)).toEqual(['sources', 'care', 'copy', 'approval'])
    const named = after(fresh(), submitted(FIRST, { namesPeople: true }), sign('sources', 'sources'), sign('care', 'care'), sign('copy', 'copy'))
    expect(refused(named, sign('publisher', 'approval'))).toBe('notYet')
    expect(after(named, sign('legal', 'legal'), sign('publisher', 'approval')).run?.state).toBe('approved')
  })
  test('keeps the legal check once declared, also when submitted again without it', () => {
    const asked = after(fresh(), submitted(FIRST, { namesPeople: true }), { type: 'requestChanges', actor: byId('legal'), at: 't' }, submitted(FIRST, { namesPeople: false }))
    expect(asked.run?.namesPeople).toBe(true)
  })
  test('voids exactly the sign-off whose scope an edit changed', () => {
    const edited = after(checked(), edit('editor', { ...FIRST, care: 1 }))
    expect(standing(edited)).toEqual(['sources', 'copy'])
    expect(edited.run?.signOffs.find((one) => one.slot === 'care')?.voided).toMatchObject({ by: 'editor', reason: 'edited' })
  })
  test('does not bring a voided sign-off back when the old words return', () => {
    expect(standing(after(checked(), edit('editor', { ...FIRST, care: 1 }), edit('editor', FIRST)))).toEqual(['sources', 'copy'])
  })
  test('reopens when an approved text is edited, and keeps what stands', () => {
    const edited = after(checked(), sign('publisher', 'approval'), edit('editor', { ...FIRST, other: 1 }))
    expect(edited.run?.state).toBe('in-review')
    expect(standing(edited)).toEqual(['sources', 'care', 'copy'])
    expect(whyNotPublish(edited)?.data.missing).toEqual(['approval'])
  })
  test('resumes with what stands after changes were asked for', () => {
    const asked = after(checked(), { type: 'requestChanges', actor: byId('publisher'), at: 't' })
    expect(refused(asked, sign('publisher', 'approval'))).toBe('changesRequested')
    const again = after(asked, edit('editor', { ...FIRST, copy: 1 }), submitted({ ...FIRST, copy: 1 }))
    expect(missingSlots(again.run as Run).map(({ slot }) => slot.slot)).toEqual(['copy', 'approval'])
  })
  test('takes an incomplete text back with the names of what is missing', () => {
    const outcome = step(fresh(), submitted(FIRST, { missing: ['standfirst', 'body'] }))
    expect(outcome).toMatchObject({ ok: false, refusal: { status: 422, data: { missing: ['standfirst', 'body'] } } })
  })
})

describe('four eyes', () => {
  const inReview = () => after(fresh(), submitted(FIRST))

  test('whoever wrote the text signs none of it', () => {
    const review = after({ ...fresh(), contributions: [{ by: 'both', as: 'author', slots: [] }] }, submitted(FIRST))
    for (const slot of ['sources', 'care', 'copy']) expect(whyNotSign(review, byId('both'), slot)?.code).toBe('wroteTheText')
  })
  test('what a slot’s holder does on the slot’s own subject bars from approval only', () => {
    const helped = after(inReview(), edit('both', { ...FIRST, care: 1 }, 'slotHolder'))
    expect(whyNotSign(helped, byId('both'), 'care')).toBeNull()
    const ready = after(helped, sign('sources', 'sources'), sign('care', 'care'), sign('copy', 'copy'))
    expect(whyNotSign(ready, byId('both'), 'approval')?.code).toBe('helped')
    expect(whyNotSign(ready, byId('publisher'), 'approval')).toBeNull()
  })
  test('nobody fills two slots of a run', () => {
    expect(whyNotSign(after(inReview(), sign('both', 'sources')), byId('both'), 'care')?.code).toBe('signedAnother')
  })
  test('a signature falls when its giver writes on the text afterwards', () => {
    const written = after(inReview(), sign('all', 'sources'), edit('all', { ...FIRST, other: 1 }))
    expect(standing(written)).toEqual([])
    expect(written.run?.signOffs[0]?.voided?.reason).toBe('wroteTheText')
  })
  test('a team too small is told before the run starts, and an exception lets it start', () => {
    const small: Review = { ...fresh(), team: [person('editor', 'editor'), person('both', 'sources', 'care'), person('copy', 'copy'), person('publisher', 'publisher'), person('admin', 'administrator')] }
    expect(step(small, submitted(FIRST))).toMatchObject({ ok: false, refusal: { code: 'teamTooSmall', data: { missing: ['care'] } } })
    const excepted = after(small, { type: 'grantException', actor: person('admin', 'administrator'), slot: 'care', reason: 'two of us', at: 't' }, submitted(FIRST))
    expect(after(excepted, sign('both', 'sources'), sign('both', 'care')).run?.signOffs).toHaveLength(2)
  })
  test('whoever is the only one left for a slot is not let into another', () => {
    const team = [person('editor', 'editor'), person('both', 'sources', 'care'), person('sources', 'sources'), person('copy', 'copy'), person('publisher', 'publisher')]
    const review = after({ ...fresh(), team }, submitted(FIRST))
    expect(whyNotSign(review, team[1] as Actor, 'sources')?.code).toBe('neededElsewhere')
    expect(whyNotSign(review, team[1] as Actor, 'care')).toBeNull()
  })
  test('only an administrator grants an exception', () => {
    expect(refused(fresh(), { type: 'grantException', actor: byId('publisher'), slot: 'care', reason: 'x', at: 't' })).toBe('notYourRole')
  })
})

describe('whatever people do, in any order', () => {
  const actors = fc.constantFrom(...TEAM)
  const contents = fc.record({ sources: fc.nat(1), care: fc.nat(1), copy: fc.nat(1), legal: fc.nat(1), other: fc.nat(1) })
  type Move = (content: Content, index: number, review: Review) => { event: Event; content: Content }
  const move: fc.Arbitrary<Move> = fc.oneof(
    { weight: 2, arbitrary: fc.tuple(actors, fc.boolean(), fc.boolean()).map(([actor, namesPeople, resubmits]): Move => (content, index) => ({ event: submitted(content, { actor: resubmits ? actor : byId('editor'), namesPeople, runId: `run${index}` }), content })) },
    // Somebody who may sign does, so that runs also come to their end.
    { weight: 14, arbitrary: fc.nat(99).map((pick): Move => (content, index, review) => {
      const open = TEAM.flatMap((actor) => SLOTS.filter((slot) => whyNotSign(review, actor, slot) === null).map((slot) => ({ actor, slot })))
      const { actor, slot } = open[pick % Math.max(open.length, 1)] ?? { actor: byId('care'), slot: 'care' }
      return { event: { type: 'signOff', actor, slot, signOffId: String(index), at: 't', note: null }, content }
    }) },
    { weight: 4, arbitrary: fc.tuple(actors, fc.constantFrom(...SLOTS)).map(([actor, slot]): Move => (content, index) => ({ event: { type: 'signOff', actor, slot, signOffId: String(index), at: 't', note: null }, content })) },
    { weight: 1, arbitrary: actors.map((actor): Move => (content) => ({ event: { type: 'requestChanges', actor, at: 't' }, content })) },
    { weight: 1, arbitrary: actors.map((actor): Move => (content) => ({ event: { type: 'cancel', actor }, content })) },
    { weight: 2, arbitrary: fc.tuple(fc.oneof({ weight: 4, arbitrary: fc.constant(byId('editor')) }, { weight: 1, arbitrary: actors }), contents, fc.constantFrom('author' as const, 'slotHolder' as const)).map(([actor, next, as]): Move => () => ({ event: edit(actor.id, next, as), content: next })) },
    { weight: 1, arbitrary: fc.tuple(actors, fc.constantFrom(...SLOTS)).map(([actor, slot]): Move => (content) => ({ event: { type: 'grantException', actor, slot, reason: 'r', at: 't' }, content })) },
    { weight: 4, arbitrary: actors.map((actor): Move => (content) => ({ event: { type: 'publish', actor }, content })) },
  )

  test('nothing unsigned goes public, and no sign-off outlives a change of its scope', () => {
    let published = 0
    fc.assert(
      fc.property(fc.array(move, { minLength: 30, maxLength: 80 }), (moves) => {
        let review = fresh()
        let content = FIRST
        let live: string | null = null
        moves.forEach((make, index) => {
          const made = make(content, index, review)
          const outcome = step(review, made.event)
          if (!outcome.ok) return
          if (made.event.type === 'publish') {
            const run = review.run as Run
            const standingNow = run.signOffs.filter((one) => one.voided === null && one.coverage.hash === coverageOf(content)[one.slot]?.hash)
            for (const { slot } of slotsAsked(run.workflow, run)) {
              const signers = standingNow.filter((one) => one.slot === slot.slot)
              expect(signers.length).toBeGreaterThanOrEqual(slot.count)
              for (const { by } of signers) {
                expect(byId(by).roles).toContain(slot.capacity)
                expect(barOf(by, slot, review.contributions, [], review.exceptions)).toBeNull()
              }
            }
            const unexcepted = standingNow.filter((one) => !review.exceptions.some((exception) => exception.slot === one.slot))
            expect(new Set(unexcepted.map(({ by }) => by)).size).toBe(unexcepted.length)
            expect(run.contentHash).toBe(JSON.stringify(content))
            expect(made.event.actor.roles).toContain('publisher')
            live = run.contentHash
            published += 1
          }
          const before = live
          review = outcome.review
          content = made.content
          expect(live).toBe(before)
          for (const one of review.run?.signOffs ?? []) if (one.voided === null) expect(one.coverage.hash).toBe(coverageOf(content)[one.slot]?.hash)
          if (review.run !== null) expect(review.run.state === 'approved').toBe(review.run.state !== 'changes-requested' && missingSlots(review.run).length === 0)
        })
      }),
      { numRuns: 400 },
    )
    // A model that never gets to publish would prove nothing.
    expect(published).toBeGreaterThan(50)
  })
})
