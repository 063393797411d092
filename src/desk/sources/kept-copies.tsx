'use client'

import { useEffect, useRef, useState, type ReactNode } from 'react'
import { bodyOf, SCREENSHOT } from '@/captures/capture'
import type { CaptureRequest } from '@/captures/requests'
import type { CaptureSummary } from '@/captures/store'
import { post } from '../inbox/post'
import { ActForm } from '../review/act-form'
import { moment } from '../review/moment'
import { wordKey } from '../words/codes'
import type { Say } from '../words/say'
import { useWords } from '../words/use-words'
import type { SourceStands } from './use-standing'

type Props = SourceStands['copies'] & { onDone(): void }

const SHOWN = 4

/** The copies of a source, the newest first: those that are on their way, those that are kept, those that could not be had, and those that were revoked. */
export function KeptCopies({ captures, requests, people, youMay, onDone }: Props) {
  const { say } = useWords()
  // What ended with a capture stands among the captures.
  const open = requests.filter(({ capture }) => capture === null)
  const [newest, earlier] = [captures.slice(0, SHOWN), captures.slice(SHOWN)]
  const listed = (some: readonly CaptureSummary[]) => (
    <ol className="source-copies">
      {some.map((capture) => <Copy key={capture.id} capture={capture} people={people} mayRevoke={youMay.revoke} onDone={onDone} />)}
    </ol>
  )
  return (
    <>
      {captures.length === 0 && open.length === 0 && <p className="desk-page__quiet">{say('keptNone')}</p>}
      {open.length > 0 && <ul className="source-copies">{open.map((request) => <li key={request.id}><Request request={request} /></li>)}</ul>}
      {newest.length > 0 && listed(newest)}
      {earlier.length > 0 && (
        <details>
          <summary>{say('keptEarlier', { count: earlier.length })}</summary>
          {listed(earlier)}
        </details>
      )}
    </>
  )
}

function Request({ request }: { request: CaptureRequest }) {
  const { say, language } = useWords()
  const { state, problem } = request
  const reason = problem === null ? '' : whyNot(say, problem)
  if (state === 'failed' || state === 'refused') return <span className="source-copies__not">{moment(request.wantedAt, language)} · {say('keptNot', { reason })}</span>
  return <>{problem === null ? say('keptWaits', { date: moment(request.wantedAt, language) }) : say('keptWaitsUntil', { date: moment(request.nextAt, language), reason })}</>
}

function Copy({ capture, people, mayRevoke, onDone }: { capture: CaptureSummary; people: Record<string, string>; mayRevoke: boolean; onDone(): void }) {
  const { say, language } = useWords()
  const [isAsked, setIsAsked] = useState(false)
  const item = useRef<HTMLLIElement>(null)
  const { id, capturedAt, failure, revokedAt, revokedReason } = capture
  const isRevoking = isAsked && revokedAt === null
  const wasRevoking = useRef(false)
  useEffect(() => {
    if (wasRevoking.current && !isRevoking) (item.current?.querySelector('button') ?? item.current)?.focus()
    wasRevoking.current = isRevoking
  }, [isRevoking])

  const date = moment(capturedAt, language)
  const ended = failure !== null ? say('keptNot', { reason: whyNot(say, failure) }) : revokedAt !== null ? say('keptRevoked', { date: moment(revokedAt, language), reason: revokedReason ?? '' }) : null
  const rest = (): ReactNode => {
    if (ended !== null) return <span className="source-copies__not">· {ended}</span>
    if (isRevoking) return <Revoking id={id} date={date} onBack={() => setIsAsked(false)} onDone={onDone} />
    return (
      <span className="source-copies__ways">
        <Ways capture={capture} />
        {mayRevoke && <button type="button" className="review-link" aria-label={say('keptRevokeOf', { date })} onClick={() => setIsAsked(true)}>{say('keptRevoke')}</button>}
      </span>
    )
  }
  return (
    <li ref={item} tabIndex={-1} data-capture={id}>
      <time dateTime={capturedAt}>{date}</time> · {[howMade(say, capture, people), ...(ended === null ? whatItIs(say, language, capture) : [])].filter((word) => word !== null).join(' · ')} {rest()}
    </li>
  )
}

function Ways({ capture }: { capture: CaptureSummary }) {
  const { say } = useWords()
  const file = (name: string): string => `/api/captures/${capture.id}/file/${name}`
  const body = bodyOf(capture)
  return (
    <>
      {capture.mementoUrl !== null && <a href={capture.mementoUrl} target="_blank" rel="noopener noreferrer">{say('keptMemento')}</a>}
      {capture.files.some(({ name }) => name === SCREENSHOT) && <a href={file(SCREENSHOT)} target="_blank" rel="noopener">{say('keptPicture')}</a>}
      {body !== undefined && <a href={file(body.name)}>{say('keptFile')}</a>}
      {capture.provider === 'local' && <a href={file('capture.wacz')}>{say('keptWacz')}</a>}
    </>
  )
}

function Revoking({ id, date, onBack, onDone }: { id: string; date: string; onBack(): void; onDone(): void }) {
  const { say } = useWords()
  return (
    <ActForm
      act={{ name: 'revoke', path: 'revoke', label: say('keptRevokeOf', { date }), done: 'keptRevokedNow', explained: 'keptRevokeExplained', questions: [{ kind: 'text', name: 'reason', label: 'impactWhy', isRequired: true }], isDanger: true }}
      isWaiting={false}
      onBack={onBack}
      onSubmit={async (body) => {
        const result = await post(`/api/captures/${id}/revoke`, body)
        if ('problem' in result) return result.problem || say('whyUnreachable')
        onDone()
        return null
      }}
    />
  )
}

function howMade(say: Say, { provider, why, by }: CaptureSummary, people: Record<string, string>): string {
  const name = by === null ? null : (people[by] ?? say('someone'))
  if (provider === 'wayback') return say('keptWayback')
  if (provider === 'upload') return say('keptUploadedBy', { name: name ?? say('someone') })
  if (why === 'published') return say('keptOnPublished')
  if (name === null) return say('keptOnLinked')
  return say(why === 'asked' ? 'keptAskedBy' : 'keptLinkedBy', { name })
}

const KINDS = { 'page.html': 'keptHtml', 'document.pdf': 'keptPdf', image: 'keptImage', 'text.txt': 'keptText', 'body.bin': 'keptOther' } as const

function whatItIs(say: Say, language: string, capture: CaptureSummary): (string | null)[] {
  const body = bodyOf(capture)
  return [
    body === undefined ? null : `${say(KINDS[body.name as keyof typeof KINDS])} (${sizeOf(body.bytes, language)})`,
    body !== undefined && capture.textHash === null ? say('keptNoWords') : null,
    capture.audience === 'editors' ? say('keptForDesk') : null,
  ]
}

/** Octets in the unit that fits. */
function sizeOf(bytes: number, language: string): string {
  const [unit, size] = bytes < 1_000 ? (['byte', 1] as const) : bytes < 1_000_000 ? (['kilobyte', 1_000] as const) : (['megabyte', 1_000_000] as const)
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: bytes < 10 * size ? 1 : 0 }).format(bytes / size)
}

/** Why a copy could not be had, from the word that is stored of it. */
function whyNot(say: Say, code: string): string {
  const status = /^http(\d{3})$/.exec(code)?.[1]
  if (status !== undefined) return say('failureHttp', { status })
  const key = wordKey('failure', code)
  return key === null ? say('failureOther', { code }) : say(key)
}
