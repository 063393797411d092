'use client'

import { Button } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { post } from '../inbox/post'
import { ActForm } from '../review/act-form'
import { useWords } from '../words/use-words'

/** Says of a live text that it holds, though a source of it was disputed or retracted. */
export function TextHolds({ source, collection, document, title }: { source: string; collection: string; document: string; title: string }) {
  const { say } = useWords()
  const router = useRouter()
  const [isOpen, setIsOpen] = useState(false)
  if (!isOpen) {
    return (
      <Button type="button" size="small" margin={false} buttonStyle="secondary" aria-label={`${say('impactHolds')}: ${title}`} onClick={() => setIsOpen(true)}>
        {say('impactHolds')}
      </Button>
    )
  }
  return (
    <ActForm
      act={{ name: 'holds', path: 'impact/checked', label: say('impactHolds'), done: 'impactDone', explained: 'impactHoldsExplained', questions: [{ kind: 'text', name: 'note', label: 'impactWhy', isRequired: true }], fixed: { collection, document } }}
      isWaiting={false}
      onBack={() => setIsOpen(false)}
      onSubmit={async (body) => {
        const result = await post(`/api/sources/${source}/impact/checked`, body)
        if ('problem' in result) return result.problem || say('whyUnreachable')
        setIsOpen(false)
        router.refresh()
        return null
      }}
    />
  )
}
