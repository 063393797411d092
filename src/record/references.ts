/** What a projection points at. One walk answers for search, for the pages a change touches, and for the images to serve. */
import type { Block, Citation, Image, Inline, List, Warning } from './body'
import type { Live } from './publication'
import type { PublicCollection } from './projections'

export type DocumentReference = { collection: PublicCollection; document: string }

type Found = { references: DocumentReference[]; images: Image[] }

function inlines(children: readonly Inline[], found: Found): void {
  for (const child of children) {
    if (child.type === 'reference') found.references.push({ collection: child.collection as PublicCollection, document: child.document })
    if (child.type === 'reference' || child.type === 'link') inlines(child.children, found)
  }
}

function list(block: List, found: Found): void {
  for (const item of block.items) {
    inlines(item.children, found)
    if (item.list !== undefined) list(item.list, found)
  }
}

function warnings(given: readonly Warning[], found: Found): void {
  for (const warning of given) found.references.push({ collection: 'content-warnings', document: warning.term })
}

function picture(given: { image: Image; warnings: Warning[] } | undefined, found: Found): void {
  if (given === undefined) return
  found.images.push(given.image)
  warnings(given.warnings, found)
}

function source(document: string | null, found: Found): void {
  if (document !== null) found.references.push({ collection: 'sources', document })
}

function blocks(given: readonly Block[], found: Found): void {
  for (const block of given) {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
      case 'quote':
        inlines(block.children, found)
        break
      case 'list':
        list(block, found)
        break
      case 'table':
        for (const row of block.rows) for (const cell of row) inlines(cell.children, found)
        break
      case 'image':
        picture(block, found)
        break
      case 'passage':
        warnings(block.warnings, found)
        blocks(block.blocks, found)
        break
      case 'statement':
        source(block.source, found)
        blocks(block.blocks, found)
        break
      case 'post':
        found.references.push({ collection: 'social-posts', document: block.post })
        break
      case 'rule':
        break
    }
  }
}

function citations(given: readonly Citation[], found: Found): void {
  for (const citation of given) source(citation.source, found)
}

function walk(publication: Live): Found {
  const found: Found = { references: [], images: [] }
  const point = (collection: PublicCollection, documents: readonly (string | null | undefined)[]): void => {
    for (const document of documents) if (document != null) found.references.push({ collection, document })
  }
  switch (publication.collection) {
    case 'articles': {
      const article = publication.projection
      point('people', article.authors)
      point('topics', article.topics)
      point('campaigns', article.campaigns)
      point('series', [article.series?.id])
      point('articles', [article.translationOf])
      source(article.republication?.source ?? null, found)
      citations(article.citations, found)
      warnings(article.warnings, found)
      picture(article.leadImage, found)
      blocks(article.body, found)
      break
    }
    case 'social-posts': {
      const post = publication.projection
      point('topics', post.topics)
      point('campaigns', post.campaigns)
      point('social-posts', [post.replyTo, post.translationOf])
      citations(post.citations, found)
      for (const footnote of post.footnotes) source(footnote.source, found)
      warnings(post.warnings, found)
      for (const attachment of post.attachments) picture(attachment, found)
      blocks(post.context, found)
      break
    }
    case 'exchanges': {
      const exchange = publication.projection
      point('social-posts', exchange.posts.map((entry) => entry.post))
      point('topics', exchange.topics)
      point('campaigns', exchange.campaigns)
      point('exchanges', [exchange.translationOf])
      warnings(exchange.warnings, found)
      break
    }
    case 'pages':
      point('pages', [publication.projection.translationOf])
      citations(publication.projection.citations, found)
      warnings(publication.projection.warnings, found)
      blocks(publication.projection.body, found)
      break
    case 'campaigns':
      point('campaigns', [publication.projection.translationOf])
      citations(publication.projection.citations, found)
      picture(publication.projection.leadImage, found)
      blocks(publication.projection.body, found)
      break
    case 'topics':
    case 'series':
    case 'people':
      point(publication.collection, [publication.projection.translationOf])
      break
    case 'site-settings':
      point('pages', publication.projection.footerPages)
      break
    case 'sources':
    case 'content-warnings':
      break
  }
  return found
}

/** Every document that a publication points at, each once, in the order of first mention; never itself. */
export function referencesOf(publication: Live): DocumentReference[] {
  const seen = new Set([publication.document])
  return walk(publication).references.filter(({ document }) => !seen.has(document) && seen.add(document))
}

/** Every image that a publication shows, in the order of first use; one that is used twice stands twice. */
export function imagesOf(publication: Live): Image[] {
  return walk(publication).images
}
