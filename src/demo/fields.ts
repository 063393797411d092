/** The demo's documents as the desk stores them: the fields of each collection, with ids for keys. */
import type { Changes, DemoArticle, DemoCampaign, DemoExchange, DemoPage, DemoPost, DemoSource, PlacedImage } from './documents'
import type { Keys } from './keys'
import { storedText } from './stored-text'

export type Fields = Record<string, unknown>

type Addressed = { slug: string; title: string; language?: string; translationOf?: string }
type Warned = Pick<DemoArticle, 'warnings'>

function many(keys: Keys, collection: string, named: readonly string[] | undefined): string[] {
  return (named ?? []).map((key) => keys.idOf(collection, key))
}

export function addressFields(keys: Keys, collection: string, { slug, title, language = 'en', translationOf }: Addressed): Fields {
  return { title, slug, language, translationOf: translationOf === undefined ? null : keys.idOf(collection, translationOf) }
}

function warningFields(keys: Keys, { warnings }: Warned): Fields {
  if (warnings === undefined) return {}
  return {
    warningReview: warnings.length === 0 ? 'assessedNone' : 'assessed',
    warnings: warnings.map(({ term, ...rest }) => ({ term: keys.idOf('content-warnings', term), ...rest })),
  }
}

function imageFields(keys: Keys, placed: PlacedImage): Fields {
  const { warning } = placed
  return {
    image: keys.idOf('media', placed.image),
    ...(warning === undefined ? {} : { terms: many(keys, 'content-warnings', warning.terms), depiction: warning.depiction, intensity: warning.intensity, warningNote: warning.note }),
  }
}

function belonging(keys: Keys, { topics, campaigns }: { topics?: string[]; campaigns?: string[] }): Fields {
  return { topics: many(keys, 'topics', topics), campaigns: many(keys, 'campaigns', campaigns) }
}

export function articleFields(keys: Keys, article: DemoArticle): Fields {
  const { republication, series, lead } = article
  return {
    kind: article.kind,
    standfirst: article.standfirst,
    shortVersion: article.shortVersion,
    body: storedText(article.key, article.body, keys.idOf),
    ...(lead === undefined ? {} : { lead: imageFields(keys, lead) }),
    ...(republication === undefined ? {} : { republication: { ...republication, source: republication.source === undefined ? null : keys.idOf('sources', republication.source) } }),
    ...warningFields(keys, article),
    ...belonging(keys, article),
    authors: many(keys, 'people', article.authors),
    ...(series === undefined ? {} : { series: keys.idOf('series', series.key), seriesPart: series.part }),
    notes: article.notes,
  }
}

export function postFields(keys: Keys, post: DemoPost): Fields {
  return {
    ...addressFields(keys, 'social-posts', post),
    voice: post.voice,
    platform: post.platform,
    account: post.account,
    permalink: post.permalink,
    postedAt: post.postedAt,
    text: post.text,
    ...(post.context === undefined ? {} : { context: storedText(post.key, post.context, keys.idOf) }),
    footnotes: (post.footnotes ?? []).map(({ source, ...rest }) => ({ ...rest, source: source === undefined ? null : keys.idOf('sources', source) })),
    attachments: (post.attachments ?? []).map((placed) => imageFields(keys, placed)),
    replyTo: post.replyTo === undefined ? null : keys.idOf('social-posts', post.replyTo),
    ...warningFields(keys, post),
    ...belonging(keys, post),
    notes: post.notes,
  }
}

export function exchangeFields(keys: Keys, exchange: DemoExchange): Fields {
  return {
    ...addressFields(keys, 'exchanges', exchange),
    standfirst: exchange.standfirst,
    posts: exchange.posts.map(({ post, comment }) => ({ post: keys.idOf('social-posts', post), comment })),
    ...warningFields(keys, exchange),
    ...belonging(keys, exchange),
  }
}

export function pageFields(keys: Keys, page: DemoPage): Fields {
  return { standfirst: page.standfirst, body: storedText(page.key, page.body, keys.idOf), ...warningFields(keys, page) }
}

export function campaignFields(keys: Keys, campaign: DemoCampaign): Fields {
  return {
    ...addressFields(keys, 'campaigns', campaign),
    standfirst: campaign.standfirst,
    ...(campaign.lead === undefined ? {} : { lead: imageFields(keys, campaign.lead) }),
    aims: campaign.aims.map((aim) => ({ aim })),
    keyDates: campaign.keyDates,
    callsToAction: campaign.callsToAction,
    body: storedText(campaign.key, campaign.body, keys.idOf),
    isActive: campaign.isActive ?? true,
  }
}

/** `grantedTo`: ids of the accounts that may see it where it is private. */
export function sourceFields(source: DemoSource, grantedTo: readonly string[]): Fields {
  const { key, by: _by, privateAs, ...fields } = source
  const isPrivate = privateAs !== undefined
  return { ...fields, slug: key, language: 'en', visibility: isPrivate ? 'private' : 'public', ...(isPrivate ? { publicLabel: privateAs, grantedTo } : {}) }
}

/** What a later revision changes of a document's fields. */
export function changedFields(keys: Keys, key: string, changes: Changes): Fields {
  const { body, ...rest } = changes
  return { ...rest, ...(body === undefined ? {} : { body: storedText(key, body, keys.idOf) }) }
}
