'use client'

import { useId } from 'react'
import type { StoredCitation } from '@/citations/stored'
import type { Citing } from './store'
import { useDraft } from './use-draft'

type Shared = { citing: Citing; citation: string; isReadOnly: boolean; name: keyof StoredCitation; label: string }

/** Words of a citation. `rows`: lines of a text, one line where it isn't given; `suggestions`: values that are offered, with their names. */
export function Words({ citing, citation, isReadOnly, name, label, hint, rows, language, suggestions }: Shared & { hint?: string; rows?: number; language?: string; suggestions?: [string, string][] }) {
  const id = useId()
  const { value, set, flush } = useDraft(citing, citation, name)
  const shared = {
    id,
    value,
    dir: 'auto',
    lang: language,
    readOnly: isReadOnly,
    'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
    onChange: (event: { target: { value: string } }) => set(event.target.value),
    onBlur: flush,
  }
  return (
    <div className="cite-field">
      <label htmlFor={id}>{label}</label>
      {rows === undefined ? <input type="text" list={suggestions === undefined ? undefined : `${id}-list`} {...shared} /> : <textarea rows={rows} {...shared} />}
      {suggestions !== undefined && (
        <datalist id={`${id}-list`}>
          {suggestions.map(([known, named]) => (
            <option key={known} value={known} label={named} />
          ))}
        </datalist>
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="cite-card__quiet">
          {hint}
        </p>
      )}
    </div>
  )
}

/** One of several values. */
export function Choice({ citing, citation, isReadOnly, name, label, value, options }: Shared & { value: string; options: [string, string][] }) {
  const id = useId()
  return (
    <div className="cite-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} disabled={isReadOnly} onChange={(event) => citing.change(citation, { [name]: event.target.value })}>
        {options.map(([each, named]) => (
          <option key={each} value={each}>
            {named}
          </option>
        ))}
      </select>
    </div>
  )
}
