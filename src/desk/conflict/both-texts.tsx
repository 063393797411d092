'use client'

import { Button, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useEffect, useMemo, useRef, useState } from 'react'
import { differencesBetween } from '@/collaboration/differences'
import { idsIn } from '@/collaboration/readable'
import { namedFields } from '../review/fields-of-form'
import { useWords } from '../words/use-words'
import type { OtherSave } from './use-conflict'

/** What no person wrote. */
const KEPT_BY_THE_SYSTEM = new Set(['id', 'rev', 'savedBy', 'createdBy', 'createdAt', 'updatedAt', 'deletedAt', '_status', 'importKey'])

type Props = { mine: Record<string, unknown>; theirs: OtherSave; onKeep: (() => void) | null; onLoad(): void; onClose(): void }

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
        <Button type="button" size="medium" margin={false} buttonStyle="secondary" onClick={onLoad}>
          {say('loadTheirs')}
        </Button>
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

/** The titles of the documents that either text refers to, as far as the person may read them. */
function useTitles(fields: ReturnType<typeof namedFields>, mine: unknown, theirs: unknown): Map<string, string> {
  const [titles, setTitles] = useState(new Map<string, string>())
  const wanted = fields.flatMap(({ path, field }) => {
    const collection = 'relationTo' in field && typeof field.relationTo === 'string' ? field.relationTo : null
    const at = (data: unknown): unknown => path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], data)
    return collection === null ? [] : [...idsIn(at(mine)), ...idsIn(at(theirs))].map((id) => ({ collection, id }))
  })
  const key = wanted.map(({ id }) => id).sort().join()
  useEffect(() => {
    let isCurrent = true
    const load = async (): Promise<void> => {
      const found = new Map<string, string>()
      for (const collection of new Set(wanted.map((each) => each.collection))) {
        const ids = [...new Set(wanted.filter((each) => each.collection === collection).map(({ id }) => id))]
        const response = await fetch(`/api/${collection}?depth=0&limit=200&where[id][in]=${ids.join(',')}`, { credentials: 'include' }).catch(() => null)
        const json = response?.ok === true ? ((await response.json()) as { docs: { id: string; title?: string; name?: string; filename?: string }[] }) : { docs: [] }
        for (const each of json.docs) found.set(each.id, each.title ?? each.name ?? each.filename ?? each.id)
      }
      if (isCurrent) setTitles(found)
    }
    if (key !== '') void load()
    return () => {
      isCurrent = false
    }
    // `wanted` is made anew at each drawing; its ids are what it is.
  }, [key])
  return titles
}
