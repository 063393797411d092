'use client'

import { useWords } from '../words/use-words'
import './panel.css'

/** The way to the review from the top of a form where that stands far below it, as on a phone. */
export function ToPanel() {
  const { say } = useWords()
  return (
    <a className="to-review" href="#review-panel-title">
      {say('review')} ↓
    </a>
  )
}
