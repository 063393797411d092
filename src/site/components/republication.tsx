import type { ReactElement } from 'react'
import type { Republication } from '@/record/projections'
import { mayLead } from '@/record/ways'
import { Doubt } from '../citations/doubt'
import { WaysToRead } from '../citations/ways'
import { lookUp, type Page } from '../page'
import { fill, wordsFor } from '../words'
import { DateText } from './dates'
import { OutLink } from './links'

/** Whose text a republished one is: before its first word, in one frame that can't be missed. */
export function RepublicationBox({ page, republication }: { page: Page; republication: Republication }): ReactElement {
  const words = wordsFor(page.language)
  const { publisher, title, author, url, publishedOn, licence, permission } = republication
  const source = lookUp(page, 'sources', republication.source)
  const doubt = source && Doubt({ page, source })
  // The same address under another name is no better.
  const name = <OutLink href={source === null || mayLead(page.facts.get(source.document)) ? url : undefined}><bdi>{publisher}</bdi></OutLink>
  return (
    <div className="republished">
      {doubt && <p>{doubt}</p>}
      <p><b>{publishedOn ? fill(words.republishedFromDated, { publisher: name, date: <DateText page={page} value={publishedOn} /> }) : fill(words.republishedFrom, { publisher: name })}</b></p>
      {author && <p>{fill(words.republicationAuthor, { author: <bdi>{author}</bdi> })}</p>}
      {title && <p>{fill(words.republicationTitle, { title: <cite><bdi>{title}</bdi></cite> })}</p>}
      {permission && <p>{fill(words.republicationPermission, { permission: <bdi>{permission}</bdi> })}</p>}
      {licence && <p>{fill(words.republicationLicence, { licence: <bdi>{licence}</bdi> })}</p>}
      {source && <p><WaysToRead page={page} source={source} /></p>}
    </div>
  )
}
