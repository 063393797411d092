'use client'

import { Button, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useEffect, useMemo, useRef } from 'react'
import { differencesBetween } from '@/collaboration/differences'
import { namedFields } from '../review/fields-of-form'
import { useWords } from '../words/use-words'
import { useTitles } from './use-titles'

/** What no person wrote. */
const KEPT_BY_THE_SYSTEM = new Set(['id', 'rev', 'savedBy', 'createdBy', 'createdAt', 'updatedAt', 'deletedAt', '_status', 'importKey'])

/** `theirs`: the other text, and whose it is. `onKeep` and `onLoad` where there is something to choose. */
type Props = { mine: Record<string, unknown>; theirs: { document: Record<string, unknown>; name: string | null }; onKeep: (() => void) | null; onLoad: (() => void) | null; onClose(): void }

/** Both texts of a document in conflict, field by field, in words that can be read. */
export function BothTexts({ mine, theirs, onKeep, onLoad, onClose }: Props) {
  const { say } = useWords()
  const { i18n } = useTranslation()
  const { getEntityConfig } = useConfig()
  const { collectionSlug } = useDocumentInfo()
  const dialog = useRef<HTMLDialogElement>(null)
  const fields = useMemo(
    () => namedFields(getEntityConfig({ collectionSlug: collectionSlug ?? '' })?.fields ?? [], i18n).filter(({ path }) => !KEPT_BY_THE_SYSTEM.has(path)),
    [collectionSlug, getEntityConfig, i18n],
  )
  const titles = useTitles(fields, mine, theirs.document)
  const differences = differencesBetween(fields, mine, theirs.document, (id) => titles.get(id) ?? null)

  useEffect(() => {
    dialog.current?.showModal()
  }, [])

  return (
    <dialog ref={dialog} className="both-texts" aria-labelledby="both-texts-title" onClose={onClose} onKeyDown={(event) => event.stopPropagation()}>
      <h2 id="both-texts-title">{say('bothTitle')}</h2>
      {differences.length === 0 && <p>{say('nothingDiffers')}</p>}
      {differences.map(({ path, label, mine: own, theirs: other, sameWords }) => (
        <section key={path} aria-label={label}>
          <h3>{label}</h3>
          {sameWords ? (
            <p>{say('onlyFormDiffers')}</p>
          ) : (
            <div className="both-texts__pair">
              <Version title={say('mine')} words={own} empty={say('emptyText')} />
              <Version title={theirs.name ? `${say('theirs')} (${theirs.name})` : say('theirs')} words={other} empty={say('emptyText')} />
            </div>
          )}
        </section>
      ))}
      <div className="conflict__buttons">
        {onKeep !== null && (
          <Button type="button" size="medium" margin={false} buttonStyle="secondary" onClick={onKeep}>
            {say('keepMine')}
          </Button>
        )}
        {onLoad !== null && (
          <Button type="button" size="medium" margin={false} buttonStyle="secondary" onClick={onLoad}>
            {say('loadTheirs')}
          </Button>
        )}
        <Button type="button" size="medium" margin={false} onClick={() => dialog.current?.close()}>
          {say('close')}
        </Button>
      </div>
    </dialog>
  )
}

function Version({ title, words, empty }: { title: string; words: string; empty: string }) {
  return (
    <div>
      <h4>{title}</h4>
      {words === '' ? <p className="both-texts__empty">{empty}</p> : <p dir="auto">{words}</p>}
    </div>
  )
}
