'use client'

import type { WordKey } from '../words/en'
import { useWords } from '../words/use-words'
import type { PlaceKind, Preview } from '@/publishing/redact/preview'

const PLACES: Record<PlaceKind, WordKey> = { text: 'redactPlaceText', versions: 'redactPlaceVersions', publications: 'redactPlacePublications', review: 'redactPlaceReview', other: 'redactPlaceOther' }

/** What a redaction would touch, as far as the person may see it. */
export function Found({ found, kinds }: { found: Preview; kinds: Record<string, string> }) {
  const { say, language } = useWords()
  if (found.total === 0 && found.addresses.length === 0) return <p>{say('redactNothing')}</p>
  const list = new Intl.ListFormat(language)
  return (
    <div className="record-found">
      <p>{say('redactTotal', { count: found.total })}</p>
      <ul>
        {found.places.map(({ place, count }) => (
          <li key={place}>{say(PLACES[place], { count })}</li>
        ))}
      </ul>
      {found.longerWords.length > 0 && (
        <p>
          {say('redactLonger')} <bdi>{list.format(found.longerWords.map(({ word, count }) => `${word} (${count})`))}</bdi>
        </p>
      )}
      {found.addresses.length > 0 && (
        <p>
          {say('redactAddresses')} <bdi>{list.format(found.addresses)}</bdi>
        </p>
      )}
      {found.documents.length > 0 && (
        <details>
          <summary>
            {say('redactDocuments')} ({found.documents.length})
          </summary>
          <ul>
            {found.documents.map(({ collection, id, title, count }) => (
              <li key={`${collection}${id}`}>
                {kinds[collection] === undefined ? (
                  <bdi>{title || id}</bdi>
                ) : (
                  <a href={`/admin/collections/${collection}/${id}`}>
                    {kinds[collection]}: <bdi>{title || say('untitled')}</bdi>
                  </a>
                )}{' '}
                ({count})
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
