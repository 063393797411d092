import type { ReactElement } from 'react'
import type { Live } from '@/record/publication'
import type { Page } from '../page'
import { wordsFor } from '../words'
import { DocumentLink, OutLink } from './links'

/** A campaign as the poster on a wall: its name, what it is about, the first thing to do. */
export function CampaignPoster({ page, campaign }: { page: Page; campaign: Live<'campaigns'> }): ReactElement {
  const [call] = campaign.projection.callsToAction
  return (
    <section className="poster">
      <p className="kicker">{wordsFor(page.language).campaign}</p>
      <h2><DocumentLink page={page} document={campaign} /></h2>
      <p className="summary">{campaign.projection.standfirst}</p>
      {call && <p className="call"><OutLink href={call.url}>{call.label}</OutLink></p>}
    </section>
  )
}
