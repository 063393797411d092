'use client'

import { Button } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { post } from '../inbox/post'
import { ActForm } from '../review/act-form'
import { useWords } from '../words/use-words'

/** Says of a live text that it holds, though a source of it was disputed or retracted. */
export function TextHolds({ source, collection, document, title }: { source: string; collection: string; document: string; title: string }) {
  const { say } = useWords()
  const router = useRouter()
  const [isOpen, setIsOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && !isOpen) box.current?.querySelector('button')?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  if (!isOpen) {
    return (
      <div ref={box}>
        <Button type="button" size="small" margin={false} buttonStyle="secondary" aria-label={`${say('impactHolds')}: ${title}`} onClick={() => setIsOpen(true)}>
          {say('impactHolds')}
        </Button>
      </div>
    )
  }
  return (
    <div ref={box}>
      <ActForm
        act={{ name: 'holds', path: 'impact/checked', label: say('impactHolds'), done: 'impactDone', explained: 'impactHoldsExplained', questions: [{ kind: 'text', name: 'note', label: 'impactWhy', isRequired: true }], fixed: { collection, document } }}
        isWaiting={false}
        onBack={() => setIsOpen(false)}
        onSubmit={async (body) => {
          const result = await post(`/api/sources/${source}/impact/checked`, body)
          if ('problem' in result) return result.problem || say('whyUnreachable')
          // This goes with what was done; the text that it was about stays.
          box.current?.closest('li')?.querySelector('a')?.focus()
          wasOpen.current = false
          setIsOpen(false)
          router.refresh()
          return null
        }}
      />
    </div>
  )
}
