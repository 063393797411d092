import type { ReactElement, ReactNode } from 'react'
import type { Image } from '@/record/body'
import { siteName } from '@/record/languages'
import { absoluteAddress, pathAddress, safeAddress } from './addresses'
import { sitePath, type Page } from './page'
import { renderDocument } from './render'
import { directionOf, fill, languageName, wordsFor } from './words'

/** What a page says of itself to browsers, search engines and the programs that show previews of links. */
export type Head = {
  title: string
  /** Safe to read anywhere: never from warned material. */
  description?: string
  kind?: 'website' | 'article'
  /** Only an image that `mayPreview` lets stand alone. */
  image?: Image
  publishedAt?: string
  updatedAt?: string
  /** Left out of search engines: results, errors, withdrawn pages. */
  isHidden?: boolean
}

/** A text as JSON that may stand inside `<script>`: no `<`, and no line separators that older parsers trip over. */
export function inertJson(json: string): string {
  return json.replace(/</g, '\\u003c').replace(/\u2028/g, '\\u2028').replace(/\u2029/g, '\\u2029')
}

function HeadElements({ page, head }: { page: Page; head: Head }): ReactElement {
  const words = wordsFor(page.language)
  const name = siteName(page.settings, page.language)
  const title = head.title === name ? name : words.pageTitle(head.title, name)
  const address = absoluteAddress(page.origin, page.path)
  const main = page.alternates.find((alternate) => alternate.language === page.settings.languages[0])
  const variant = head.image?.variants.filter((one) => one.width <= 1200).at(-1) ?? head.image?.variants[0]
  const feedAddress = (base: string, file: string): string => pathAddress(sitePath(page, `${base}/${file}`))
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <title>{title}</title>
      {head.description && <meta name="description" content={head.description} />}
      {head.isHidden ? <meta name="robots" content="noindex" /> : <link rel="canonical" href={address} />}
      <link rel="stylesheet" href={`/assets/${page.stylesheet}`} />
      {page.alternates.length > 1 && page.alternates.map(({ language, path }) => <link key={language} rel="alternate" hrefLang={language} href={absoluteAddress(page.origin, path)} />)}
      {page.alternates.length > 1 && main && <link rel="alternate" hrefLang="x-default" href={absoluteAddress(page.origin, main.path)} />}
      {page.feeds.map(({ title: feed, base }) => <link key={`${base} rss`} rel="alternate" type="application/rss+xml" title={feed} href={feedAddress(base, 'feed.xml')} />)}
      {page.feeds.map(({ title: feed, base }) => <link key={`${base} atom`} rel="alternate" type="application/atom+xml" title={`${feed} (Atom)`} href={feedAddress(base, 'atom.xml')} />)}
      {page.feeds.map(({ title: feed, base }) => <link key={`${base} json`} rel="alternate" type="application/feed+json" title={`${feed} (JSON)`} href={feedAddress(base, 'feed.json')} />)}
      <meta name="color-scheme" content="light dark" />
      {!head.isHidden && (
        <>
          <meta property="og:title" content={head.title} />
          {head.description && <meta property="og:description" content={head.description} />}
          <meta property="og:type" content={head.kind ?? 'website'} />
          <meta property="og:url" content={address} />
          <meta property="og:site_name" content={name} />
          <meta property="og:locale" content={page.language.replace('-', '_')} />
          {head.publishedAt && <meta property="article:published_time" content={head.publishedAt} />}
          {head.updatedAt && head.updatedAt !== head.publishedAt && <meta property="article:modified_time" content={head.updatedAt} />}
          {head.image && variant && (
            <>
              <meta property="og:image" content={absoluteAddress(page.origin, `/media/${variant.file}`)} />
              <meta property="og:image:alt" content={head.image.alt} />
            </>
          )}
          <meta name="twitter:card" content={head.image ? 'summary_large_image' : 'summary'} />
        </>
      )}
      {page.jsonLd && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: inertJson(page.jsonLd) }} />}
    </head>
  )
}

function Masthead({ page }: { page: Page }): ReactElement {
  const words = wordsFor(page.language)
  const tagline = page.settings.tagline[page.language]
  const home = sitePath(page, '/')
  const sections = [
    { title: words.articles, path: sitePath(page, '/articles') },
    { title: words.posts, path: sitePath(page, '/posts') },
    { title: words.sources, path: sitePath(page, '/sources') },
  ]
  const others = page.alternates.filter(({ language }) => language !== page.language)
  return (
    <header className="masthead">
      <div className="nameplate">
        <a className="name" href={pathAddress(home)} aria-current={page.path === home ? 'page' : undefined}>{siteName(page.settings, page.language)}</a>
        {tagline && <p className="tagline">{tagline}</p>}
      </div>
      <div className="bar">
        <nav aria-label={words.mainMenu}>
          <ul>
            {sections.map(({ title, path }) => (
              <li key={path}><a href={pathAddress(path)} aria-current={page.path === path ? 'page' : page.path.startsWith(`${path}/`) ? 'true' : undefined}>{title}</a></li>
            ))}
            {others.map(({ language, path }) => (
              <li key={language} className="language"><a href={pathAddress(path)} lang={language} hrefLang={language} dir={directionOf(language)} rel="alternate">{languageName(language)}</a></li>
            ))}
          </ul>
        </nav>
        <SearchForm page={page} id="q" />
      </div>
    </header>
  )
}

/** The search form; `id` names its field, so that a page may hold two. */
export function SearchForm({ page, id, query, label }: { page: Page; id: string; query?: string; label?: string }): ReactElement {
  const words = wordsFor(page.language)
  return (
    <form role="search" action={pathAddress(sitePath(page, '/search'))} aria-label={label ?? words.searchSite}>
      <label htmlFor={id} className="unseen">{words.searchSite}</label>
      <input id={id} type="search" name="q" defaultValue={query} maxLength={200} autoComplete="off" dir="auto" />
      <button type="submit">{words.searchButton}</button>
    </form>
  )
}

function Footer({ page }: { page: Page }): ReactElement {
  const words = wordsFor(page.language)
  const { contactEmail, licence } = page.settings
  const mail = contactEmail ? safeAddress(`mailto:${contactEmail}`) : null
  const links = [
    ...page.footerPages,
    { title: words.sources, path: sitePath(page, '/sources') },
    { title: words.corrections, path: sitePath(page, '/corrections') },
    { title: words.warnings, path: sitePath(page, '/warnings') },
    { title: words.feeds, path: sitePath(page, '/feeds') },
  ]
  return (
    <footer className="foot">
      <p className="name">{siteName(page.settings, page.language)}</p>
      <nav aria-label={words.siteMenu}>
        <ul>{links.map(({ title, path }) => <li key={path}><a href={pathAddress(path)}>{title}</a></li>)}</ul>
      </nav>
      {mail && <p>{fill(words.contact, { address: <a href={mail}><bdi>{contactEmail}</bdi></a> })}</p>}
      {licence && <p>{fill(words.licenceLine, { licence: <bdi>{licence}</bdi> })}</p>}
    </footer>
  )
}

/** The whole HTML document round a page's matter: `children` fill `<main>`; `className` names its kind for the stylesheet. */
export function pageDocument(page: Page, head: Head, className: string, children: ReactNode): Promise<string> {
  const words = wordsFor(page.language)
  return renderDocument(
    <html lang={page.language} dir={directionOf(page.language)}>
      <HeadElements page={page} head={head} />
      <body>
        <a className="skip" href="#content">{words.skipToContent}</a>
        <Masthead page={page} />
        <main id="content" tabIndex={-1} className={className}>{children}</main>
        <Footer page={page} />
      </body>
    </html>,
  )
}
