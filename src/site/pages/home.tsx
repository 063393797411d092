import type { Live } from '@/record/publication'
import { pathAddress } from '../addresses'
import { Card } from '../components/card'
import { pageDocument } from '../document'
import { sitePath, type Page } from '../page'
import { wordsFor } from '../words'
import { CampaignPoster } from '../components/campaign-poster'

export type HomeModel = {
  page: Page
  /** The latest articles, newest first; the first leads. */
  articles: Live<'articles'>[]
  /** The latest social posts and exchanges, newest first. */
  posts: (Live<'social-posts'> | Live<'exchanges'>)[]
  /** Campaigns that are active. */
  campaigns: Live<'campaigns'>[]
}

/** The front page of one language. */
export function homePage({ page, articles, posts, campaigns }: HomeModel): Promise<string> {
  const words = wordsFor(page.language)
  const name = page.settings.name[page.language] ?? ''
  const [lead, ...others] = articles
  return pageDocument(page, { title: name, description: page.settings.tagline[page.language] }, 'home', (
    <>
      <h1 className="unseen">{name}</h1>
      {lead && <Card page={page} entry={lead} level={2} isLead />}
      {campaigns.length > 0 && <div className="posters">{campaigns.map((campaign) => <CampaignPoster key={campaign.document} page={page} campaign={campaign} />)}</div>}
      {(others.length > 0 || !lead) && (
        <section className="latest" aria-labelledby="latest-head">
          <h2 id="latest-head" className="rubric">{words.latestArticles}</h2>
          {lead ? <div className="cards">{others.map((entry) => <Card key={entry.document} page={page} entry={entry} />)}</div> : <p className="nothing">{words.nothingYet}</p>}
          <p className="more"><a href={pathAddress(sitePath(page, '/articles'))}>{words.allArticles}</a></p>
        </section>
      )}
      {posts.length > 0 && (
        <section className="voices" aria-labelledby="posts-head">
          <h2 id="posts-head" className="rubric">{words.latestPosts}</h2>
          <div className="cards">{posts.map((entry) => <Card key={entry.document} page={page} entry={entry} />)}</div>
          <p className="more"><a href={pathAddress(sitePath(page, '/posts'))}>{words.allPosts}</a></p>
        </section>
      )}
    </>
  ))
}
