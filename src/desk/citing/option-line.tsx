'use client'

import { useWords } from '../words/use-words'
import type { Option } from './options'

/** One line of the palette. */
export function OptionLine({ option }: { option: Option }) {
  const { say } = useWords()
  switch (option.kind) {
    case 'link':
      return (
        <>
          <span className="cite-option__title">{say('citeThisLink')}</span>
          <span className="cite-option__more">
            <bdi>{option.link}</bdi>
          </span>
        </>
      )
    case 'source': {
      const { title, creator, url, citedIn, isPrivate } = option.source
      const more = [creator, hostOf(url), isPrivate ? say('citePrivate') : '', option.isHere ? say('citeHere') : citedIn > 0 ? say('citeCitedIn', { count: citedIn }) : ''].filter((words) => words !== '')
      return (
        <>
          <span className="cite-option__title">
            <bdi>{title === '' ? url || say('citeUntitled') : title}</bdi>
          </span>
          <span className="cite-option__more">
            {more.map((words, index) => (
              <span key={words}>
                {index > 0 && ' · '}
                <bdi>{words}</bdi>
              </span>
            ))}
          </span>
        </>
      )
    }
    case 'needsSource':
      return (
        <>
          <span className="cite-option__title">{say('citeLater')}</span>
          <span className="cite-option__more">{say('citeLaterHint')}</span>
        </>
      )
    case 'remark':
      return <span className="cite-option__title">{say('citeRemark')}</span>
    case 'upload':
      return <span className="cite-option__title">{say('citeUpload')}</span>
  }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : ''
}
