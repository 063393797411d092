'use client'

import { useState } from 'react'
import { useWords } from '../words/use-words'
import { openRelease, postRelease } from './post'

/** Takes a text out of an open release. */
export function TakeOut({ release, collection, document, title }: { release: string; collection: string; document: string; title: string }) {
  const { say } = useWords()
  const [problem, setProblem] = useState('')
  const takeOut = async (): Promise<void> => {
    const result = await postRelease(say, `/${release}/remove`, { collection, document })
    if ('problem' in result) setProblem(result.problem)
    else openRelease(release)
  }
  return (
    <>
      <button type="button" className="review-link" aria-label={`${say('takeOut')}: ${title}`} onClick={() => void takeOut()}>
        {say('takeOut')}
      </button>
      <span className="desk-page__problem" role="alert">
        {problem}
      </span>
    </>
  )
}
