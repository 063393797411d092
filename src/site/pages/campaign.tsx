import type { Live } from '@/record/publication'
import { bodyContext } from '../body/context'
import { Blocks } from '../body/blocks'
import { BodyFigure } from '../body/figure'
import { Endnotes } from '../citations/list'
import { Peeks } from '../citations/peeks'
import { CardList, previewImage, type Entry } from '../components/card'
import { Corrections, retractedHead } from '../components/corrections'
import { DateText } from '../components/dates'
import { OutLink } from '../components/links'
import { latestOf } from '../components/latest-of'
import { MonthList, type MonthCount } from '../components/months'
import { pageDocument } from '../document'
import type { Page } from '../page'
import { WarningNotice } from '../warnings/notice'
import { wordsFor } from '../words'

export type CampaignModel = {
  page: Page
  campaign: Live<'campaigns'>
  /** The latest texts of the campaign, newest first. */
  entries: Entry[]
  /** How many there are in all. */
  total: number
  /** Every month in which one was published, newest first. */
  months: MonthCount[]
}

/** The page of a campaign: what it asks for, its dates, what to do, what was published. */
export function campaignPage({ page, campaign, entries, total, months }: CampaignModel): Promise<string> {
  const words = wordsFor(page.language)
  const { projection } = campaign
  const context = bodyContext(page, campaign.document, projection)
  const { leadImage } = projection
  return pageDocument(page, retractedHead(page, campaign, { title: campaign.title, description: projection.standfirst, image: previewImage(campaign) }), 'campaign', (
    <>
      <article>
        <header className="head poster">
          <p className="kicker">{words.campaign}</p>
          <h1>{campaign.title}</h1>
          <p className="standfirst">{projection.standfirst}</p>
          {!projection.isActive && <p className="ended">{words.campaignEnded}</p>}
        </header>
        <div className="aside">
          {projection.callsToAction.length > 0 && (
            <section className="calls" aria-labelledby="calls-head">
              <h2 id="calls-head">{words.callsToAction}</h2>
              <ul>{projection.callsToAction.map((call) => <li key={call.url + call.label}><OutLink href={call.url}>{call.label}</OutLink>{call.note && <small> {call.note}</small>}</li>)}</ul>
            </section>
          )}
          {projection.keyDates.length > 0 && (
            <section className="dates" aria-labelledby="dates-head">
              <h2 id="dates-head">{words.keyDates}</h2>
              <dl>{projection.keyDates.map((date) => <div key={date.on + date.label}><dt><DateText page={page} value={date.on} /></dt><dd><OutLink href={date.url}>{date.label}</OutLink></dd></div>)}</dl>
            </section>
          )}
        </div>
        <div className="text">
          <Corrections page={page} corrections={campaign.corrections} place="beforeText" />
          <WarningNotice page={page} subject="campaign" warnings={[]} review="assessed" parts={context.parts} readOn="text" />
          {leadImage && <BodyFigure page={page} image={leadImage.image} warnings={leadImage.warnings} anchor={context.partOf(leadImage)?.anchor} className="lead" isFirst />}
          {projection.aims.length > 0 && (
            <section className="aims" aria-labelledby="aims-head">
              <h2 id="aims-head">{words.aims}</h2>
              <ol>{projection.aims.map((aim) => <li key={aim}>{aim}</li>)}</ol>
            </section>
          )}
          <div className="body" id="text" tabIndex={-1}><Blocks blocks={projection.body} context={context} /></div>
          <Corrections page={page} corrections={campaign.corrections} place="afterText" />
          <Endnotes notes={context.notes} page={page} document={campaign} />
        </div>
        <section className="entries" aria-labelledby="entries-head">
          <h2 id="entries-head" className="rubric">{words.published}</h2>
          {latestOf(page, entries.length, total)}
          <CardList page={page} entries={entries} />
          <MonthList page={page} base={campaign.path ?? page.path} months={months} />
        </section>
      </article>
      <Peeks notes={context.notes} page={page} />
    </>
  ))
}
