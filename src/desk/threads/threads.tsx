'use client'

import { Button, useConfig, useForm, useFormModified, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { AnsweredThread } from '@/collaboration/threads/answer'
import type { ReviewAnswer } from '@/review/answer'
import { namedFields } from '../review/fields-of-form'
import { wordKey } from '../words/codes'
import type { WordKey } from '../words/en'
import { useWords } from '../words/use-words'
import { Compose } from './compose'
import type { Picked } from './places-on-page'
import { Thread } from './thread'
import { usePlaces } from './use-places'
import { useThreads, type ThreadRefusal } from './use-threads'
import './threads.css'

type Props = { review: ReviewAnswer; isUnsaved: boolean; isTrashed: boolean; onChanged(): Promise<void> }

const NONE: AnsweredThread[] = []
const DONE: Record<string, WordKey> = {
  reply: 'doneCommented', resolve: 'doneThreadSettled', reject: 'doneThreadSettled', reopen: 'doneThreadReopened', accept: 'doneSuggestionAccepted', block: 'doneThreadBlocked', unblock: 'doneThreadUnblocked', edit: 'doneMessageSaved', remove: 'doneMessageRemoved',
}

/** What people say about a document: open threads first, settled ones behind a fold, and the way to begin one. */
export function Threads({ review, isUnsaved, isTrashed, onChanged }: Props) {
  const { say } = useWords()
  const box = useRef<HTMLElement>(null)
  const { answer, hasFailed, refresh, send } = useThreads(review)
  const threads = answer?.threads ?? NONE
  const places = usePlaces(box, threads)
  const labelOf = useLabels(review.document.collection)
  const takeOver = useTakeOver(review)
  const [composing, setComposing] = useState<{ picked: Picked | null } | null>(null)
  const [said, setSaid] = useState('')
  const open = threads.filter(({ state }) => state === 'open')
  const settled = threads.filter(({ state }) => state !== 'open')
  const toHead = (): void => box.current?.querySelector<HTMLElement>('h3')?.focus()

  const compose = useCallback(() => {
    setSaid('')
    setComposing({ picked: places.picked() })
  }, [places])

  // From within the text the way to the button is long.
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      // With AltGr the same keys write a letter.
      if (!(event.ctrlKey || event.metaKey) || !event.altKey || event.getModifierState('AltGraph') || event.code !== 'KeyM' || isTrashed) return
      event.preventDefault()
      compose()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [compose, isTrashed])

  const wordsFor = (refused: ThreadRefusal): string => {
    const key = wordKey('why', refused.code)
    return key === null ? refused.message || say('whyUnreachable') : say(key)
  }
  const done = async (key: WordKey): Promise<void> => {
    setSaid(say(key))
    await onChanged()
  }
  const show = (thread: AnsweredThread) => (
    <li key={thread.id}>
      <Thread
        thread={thread}
        answer={answer ?? { rev: 0, threads, mayBlock: false, mentionable: [] }}
        labelOf={labelOf}
        isWaiting={isUnsaved}
        onGo={() => places.goTo(thread)}
        onAct={async (act, body) => {
          setSaid('')
          const refused = await send(`/${thread.id}/${act}`, body)
          if (refused !== null) return wordsFor(refused)
          if (act === 'accept') await takeOver()
          await done(DONE[act] ?? 'doneThreadSettled')
          if (act !== 'reply' && act !== 'edit') toHead()
          return null
        }}
      />
    </li>
  )

  return (
    <section className="threads" ref={box} aria-labelledby="threads-title">
      <header className="review-panel__head">
        <h3 id="threads-title" tabIndex={-1}>
          {say('threads')} {open.length > 0 && <span data-open-threads={open.length}>({open.length})</span>}
        </h3>
      </header>
      {hasFailed && (
        <p className="review-panel__problem">
          {say('threadsNotLoaded')}{' '}
          <button type="button" className="review-link" onClick={() => void refresh()}>
            {say('tryAgain')}
          </button>
        </p>
      )}
      {answer !== null && !isTrashed && composing === null && (
        <span className="threads__begin">
          {/* A press must not take the selection out of the text. */}
          <Button type="button" size="medium" margin={false} buttonStyle="secondary" extraButtonProps={{ onMouseDown: (event: { preventDefault(): void }) => event.preventDefault(), 'aria-keyshortcuts': 'Control+Alt+M' }} onClick={compose}>
            {say('commentNew')}
          </Button>
        </span>
      )}
      {answer !== null && composing !== null && (
        <Compose
          picked={composing.picked}
          labelOf={labelOf}
          answer={answer}
          isWaiting={isUnsaved}
          onBack={() => {
            setComposing(null)
            toHead()
          }}
          onSend={async (body) => {
            const refused = await send('', body)
            if (refused !== null) return wordsFor(refused)
            setComposing(null)
            await done('doneCommented')
            toHead()
            return null
          }}
        />
      )}
      {answer !== null && threads.length === 0 && composing === null && <p className="review-panel__quiet">{say('threadsNone')}</p>}
      {open.length > 0 && <ol className="threads__list">{open.map(show)}</ol>}
      {settled.length > 0 && (
        <details>
          <summary>
            {say('threadsSettled')} ({settled.length})
          </summary>
          <ol className="threads__list">{settled.map(show)}</ol>
        </details>
      )}
      <p className="review-panel__said" role="status" aria-live="polite">
        {said}
      </p>
    </section>
  )
}

/** The label of a field by the path that threads keep: of a row's field, with the list's before it. */
function useLabels(collection: string): (path: string) => string {
  const { getEntityConfig } = useConfig()
  const { i18n } = useTranslation()
  const fields = useMemo(() => namedFields(getEntityConfig({ collectionSlug: collection })?.fields ?? [], i18n), [collection, getEntityConfig, i18n])
  return (path) => {
    const own = fields.find((field) => field.path === path)
    if (own !== undefined) return own.label
    const list = fields.find((field) => path.startsWith(`${field.path}.`))
    if (list === undefined) return path
    const inner = path.slice(list.path.length + 1).split('.').slice(1).join('.')
    const inside = 'fields' in list.field ? namedFields(list.field.fields, i18n).find((field) => field.path === inner) : undefined
    return inside === undefined ? list.label : `${list.label}: ${inside.label}`
  }
}

/** Brings an accepted suggestion into the form. Who has gone on writing meanwhile keeps what they wrote, and is asked as after anybody's save. */
function useTakeOver({ document: { collection, id } }: ReviewAnswer): () => Promise<void> {
  const { reset } = useForm()
  const isModified = useFormModified()
  const latest = useRef(isModified)
  useEffect(() => {
    latest.current = isModified
  }, [isModified])
  return async () => {
    const response = await fetch(`/api/${collection}/${id}?depth=0`, { credentials: 'include' }).catch(() => null)
    if (response?.ok !== true) return
    const document: unknown = await response.json()
    if (latest.current) return
    await reset(document)
  }
}
