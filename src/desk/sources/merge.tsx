'use client'

import { Button, useAuth, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { useWords } from '../words/use-words'
import { MergeChoice } from './merge-choice'
import { postMerge, readRecord, type SourceRecord } from './records'
import './merge.css'

/** In the sidebar of a source: merges it into another record of the same work, or says into which one it was merged. */
export function MergeSource() {
  const { id } = useDocumentInfo()
  const { say } = useWords()
  const mergedInto = useFormFields(([fields]) => fields.mergedInto?.value)
  const [isOpen, setOpen] = useState(false)
  if (typeof id !== 'string') return null
  if (typeof mergedInto === 'string' && mergedInto !== '') return <Merged id={id} into={mergedInto} />
  return (
    <section className="merge-source">
      {isOpen ? <MergeChoice id={id} onClose={() => setOpen(false)} /> : <Button buttonStyle="secondary" size="medium" onClick={() => setOpen(true)}>{say('mergeSource')}</Button>}
    </section>
  )
}

/** Says into which record this one was merged, and leads there. */
export function Survivor({ into }: { into: string }) {
  const { say } = useWords()
  const [survivor, setSurvivor] = useState<SourceRecord | null>(null)
  useEffect(() => {
    let isHere = true
    void readRecord(into).then((found) => isHere && setSurvivor(found))
    return () => {
      isHere = false
    }
  }, [into])
  return <p><a href={`/admin/collections/sources/${into}`}>{say('mergedInto', { title: survivor?.title ?? '…' })}</a></p>
}

/** A record that another one stands for now. */
function Merged({ id, into }: { id: string; into: string }) {
  const { say } = useWords()
  const { user } = useAuth()
  const [problem, setProblem] = useState<string | null>(null)
  const roles = (user as { roles?: string[] } | null)?.roles ?? []
  const undo = async (): Promise<void> => {
    const refused = await postMerge(say, id, 'unmerge', {})
    if (refused === null) window.location.reload()
    else setProblem(refused)
  }
  return (
    <section className="merge-source" role="status">
      <Survivor into={into} />
      {(roles.includes('publisher') || roles.includes('administrator')) && <Button buttonStyle="secondary" size="medium" onClick={() => void undo()}>{say('mergeUndo')}</Button>}
      {problem !== null && <p role="alert">{problem}</p>}
    </section>
  )
}
