'use client'

import { needsSource } from '@/citations/stored'
import { useWords } from '../words/use-words'
import { EvidenceLine } from './evidence-line'
import { Rail } from './rail'
import { useCitations, type Room } from './room'
import { useRailPlace } from './use-rail-place'
import './evidence.css'

/** How the citations of a text stand: beside its lines where there is room, else as a list in the panel. `text`: the field that cites. */
export function Evidence({ room, text }: { room: Room; text: string }) {
  const { say } = useWords()
  const citing = useCitations(room)
  const rail = useRailPlace(text)
  const places = citing.places()
  const open = places.filter(({ key }) => needsSource(citing.citations()[key] ?? {})).length
  return (
    <section className="evidence" aria-labelledby="evidence-title">
      <h3 id="evidence-title">{say('evidence')}</h3>
      {places.length === 0 ? (
        <p className="review-panel__quiet">{say('evidenceNone')}</p>
      ) : (
        <>
          <p>
            {say('evidenceCount', { count: places.length })}
            {open > 0 && <span className="evidence__open"> · {say('evidenceOpen', { count: open })}</span>}
          </p>
          {rail === null ? (
            <details>
              <summary>{say('evidenceList')}</summary>
              <ol className="evidence__list">
                {places.map(({ key }) => (
                  <li key={key}>
                    <EvidenceLine room={room} citation={key} hasTitle />
                  </li>
                ))}
              </ol>
            </details>
          ) : (
            <Rail room={room} place={rail} />
          )}
        </>
      )}
    </section>
  )
}
