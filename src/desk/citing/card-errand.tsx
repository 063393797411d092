'use client'

import { needsSource } from '@/citations/stored'
import { useWords } from '../words/use-words'
import { findSource, uploadSource } from './errands'
import { linkIn } from './link'
import type { Room } from './room'

/** What is being done for a citation, how it went wrong, and the way to try again. */
export function CardErrand({ room, citation: key, isReadOnly }: { room: Room; citation: string; isReadOnly: boolean }) {
  const { say } = useWords()
  const errand = room.citing.errand(key)
  const citation = room.citing.citations()[key] ?? {}
  if (errand?.state === 'looking' || errand?.state === 'uploading') return <p role="status">{say('citeLooking')}</p>
  const link = errand?.state === 'failed' ? errand.link : errand === null && needsSource(citation) ? linkIn(citation.note ?? '') : null
  const again = (): void => {
    if (errand?.state === 'notUploaded') void uploadSource(room, say, key, errand.file)
    else if (link !== null) void findSource(room, say, key, link)
  }
  if (errand === null && link === null) return null
  return (
    <div role="status">
      {errand !== null && <p className="cite-card__needs">{errand.why}</p>}
      {!isReadOnly && !(errand?.state === 'failed' && errand.isForGood) && (
        <button type="button" className="cite-card__button" onClick={again}>
          {say(errand === null ? 'citeLookUp' : 'tryAgain')}
        </button>
      )}
    </div>
  )
}
