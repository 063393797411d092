'use client'

import { useEffect, useRef } from 'react'
import { useWords } from '../words/use-words'
import { KEYS, type KeyAct } from './use-keys'

const WORDS = { next: 'keyNext', previous: 'keyPrevious', supports: 'keySupports', partly: 'keyPartly', doesNot: 'keyDoesNot', note: 'keyNote', undo: 'keyUndo', original: 'keyOriginal', copy: 'keyCopy', help: 'keyHelp' } as const

/** What single keys do, as a dialog that Escape closes. */
export function KeyHelp({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const { say, language } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (isOpen) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isOpen])
  // "Right" leads on where one reads from the left, and back where one reads from the right.
  const shown = (key: string): string => (/^(ar|fa|he|ur)\b/.test(language) ? ({ '→': '←', '←': '→' }[key] ?? key) : key)
  return (
    <dialog ref={dialog} className="checking-help" aria-labelledby="checking-help-title" onClose={onClose}>
      <h2 id="checking-help-title">{say('checkingKeys')}</h2>
      <dl>
        {(Object.keys(KEYS) as KeyAct[]).map((act) => (
          <div key={act}>
            <dt>
              {KEYS[act].map((key) => (
                <kbd key={key}>{shown(key)}</kbd>
              ))}
            </dt>
            <dd>{say(WORDS[act])}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="checking-button" onClick={() => dialog.current?.close()}>
        {say('checkingHelpClose')}
      </button>
    </dialog>
  )
}
