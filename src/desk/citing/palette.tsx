'use client'

import { $getNodeByKey, $isRangeSelection, $setSelection } from '@payloadcms/richtext-lexical/lexical'
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { createPortal } from 'react-dom'
import type { LibrarySource } from '@/citations/library'
import { useWords } from '../words/use-words'
import { cite, findSource, heldLink, newCitation, uploadSource } from './errands'
import { insertMark } from './insert'
import { linkIn } from './link'
import { OptionLine } from './option-line'
import { optionsFor, type Option } from './options'
import { useCitations, type Room } from './room'
import type { Shown, Spot } from './stage'
import type { Citing, Patch } from './store'
import { useLibrary } from './use-library'
import './palette.css'

const MOST_HERE = 5

type Props = { room: Room; shown: Shown & { kind: 'palette' } }

/** The one way to cite: a box for words, a link or a DOI, and below it all that can be cited (ARIA's combobox with a list). */
export function Palette({ room, shown: { spot, key } }: Props) {
  const { say } = useWords()
  const citing = useCitations(room)
  const dialog = useRef<HTMLDialogElement>(null)
  const file = useRef<HTMLInputElement>(null)
  const id = useId()
  const [words, setWords] = useState('')
  const [active, setActive] = useState(0)
  const { found, isAsking, hasFailed } = useLibrary(room, words)
  const here = useMemo(() => worksHere(citing), [citing])
  const options = optionsFor({ words, found, here, isNew: key === null })
  const at = Math.min(active, options.length - 1)

  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  useEffect(() => {
    document.getElementById(`${id}-${options[at]?.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [at, id, options])

  const leave = (): void => {
    if (key !== null) return room.stage.show({ kind: 'card', key })
    room.stage.show(null)
    if (spot !== null) backToText(spot)
  }
  /** Makes the citation, or changes the one at hand. Returns its key. */
  const set = (patch: Patch): string => {
    const own = key ?? newCitation(room, patch)
    if (key !== null) citing.change(key, patch)
    room.stage.show(key === null ? null : { kind: 'card', key })
    if (key === null && spot !== null) insertMark(spot, own)
    return own
  }
  const choose = (option: Option | undefined): void => {
    const note = linkIn(words) === null ? words.trim() : ''
    if (option?.kind === 'link') void findSource(room, say, set(heldLink(option.link, key === null ? {} : citing.citations()[key])), option.link)
    else if (option?.kind === 'source') {
      if (key === null) room.stage.say({ words: say('citeFound', { title: option.source.title || say('citeUntitled') }), key: set({ source: option.source.id }) })
      else {
        cite(room, key, option.source.id, linkIn(citing.citations()[key]?.note ?? ''))
        room.stage.show({ kind: 'card', key })
      }
    } else if (option?.kind === 'needsSource') set({ intent: 'supports', ...(key === null ? { note: words.trim() } : { source: '', capture: '' }) })
    else if (option?.kind === 'remark') set({ intent: 'remark', note })
    else if (option?.kind === 'upload') file.current?.click()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) setActive((at + step + options.length) % options.length)
    else if (event.key === 'Enter') choose(options[at])
    else return
    event.preventDefault()
  }

  return createPortal(
    <dialog
      ref={dialog}
      className="cite-palette"
      aria-labelledby={`${id}-title`}
      onKeyDown={(event) => event.stopPropagation()}
      onCancel={(event) => {
        event.preventDefault()
        leave()
      }}
      onClick={(event) => event.target === dialog.current && leave()}
    >
      <h2 id={`${id}-title`}>{say(key === null ? 'citePalette' : 'citePaletteChange')}</h2>
      <input
        type="text"
        role="combobox"
        dir={words === '' ? undefined : 'auto'}
        aria-label={say('citeAsk')}
        placeholder={say('citeAsk')}
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={`${id}-${options[at]?.id}`}
        autoComplete="off"
        spellCheck={false}
        maxLength={2_000}
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={say('citeOptions')} aria-busy={isAsking}>
        {options.map((option, index) => (
          <li key={option.id} id={`${id}-${option.id}`} role="option" aria-selected={index === at} className={`cite-option cite-option--${option.kind}`} onMouseMove={() => index !== at && setActive(index)} onClick={() => choose(option)}>
            <OptionLine option={option} />
          </li>
        ))}
      </ul>
      <p role="status" className="cite-palette__quiet">
        {hasFailed ? say('citeLibraryFailed') : !isAsking && words.trim() !== '' && found.length === 0 ? say('citeNothingFound') : ''}
      </p>
      <p className="cite-palette__quiet cite-palette__keys">{say('citeKeys')}</p>
      <input
        ref={file}
        type="file"
        hidden
        aria-label={say('citeUpload')}
        onChange={(event) => {
          const chosen = event.target.files?.[0]
          if (chosen !== undefined) void uploadSource(room, say, set({ intent: 'supports', ...(key === null ? { note: chosen.name } : { source: '', capture: '' }) }), chosen)
        }}
      />
    </dialog>,
    document.body,
  )
}

/** The works that this text cites, the one that stands last first: what is being written is mostly about it. */
function worksHere(citing: Citing): LibrarySource[] {
  const ids = citing.places().flatMap(({ key }) => citing.citations()[key]?.source ?? [])
  return [...new Set(ids.reverse())].flatMap((source) => citing.work(source) ?? []).slice(0, MOST_HERE)
}

/** Puts the cursor back where it was. */
function backToText({ editor, selection }: Spot): void {
  editor.focus(() => {
    editor.update(() => {
      if ($isRangeSelection(selection) && [selection.anchor, selection.focus].every((point) => $getNodeByKey(point.key)?.isAttached() === true)) $setSelection(selection.clone())
    })
  })
}
