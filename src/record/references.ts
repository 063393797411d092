/** What a publication points at: read by the baker, to find the pages that a change touches and the images to serve. */
import type { Block, Citation, Image, Warning } from './body'
import type { PublicCollection } from './projections'
import type { Live } from './publication'
import { walk } from './walk'

export type DocumentReference = { collection: PublicCollection; document: string }

type Picture = { image: Image; warnings: Warning[] }
type Found = { references: DocumentReference[]; images: Image[] }
type Parts = { body?: readonly Block[]; citations?: readonly Citation[]; warnings?: readonly Warning[]; pictures?: readonly (Picture | undefined)[] }

function find(found: Found, parts: Parts): void {
  const point = (collection: PublicCollection, document: string | null): void => {
    if (document !== null) found.references.push({ collection, document })
  }
  const warned = (warnings: readonly Warning[]): void => warnings.forEach((warning) => point('content-warnings', warning.term))
  const picture = (given: Picture | undefined): void => {
    if (given === undefined) return
    found.images.push(given.image)
    warned(given.warnings)
  }
  for (const citation of parts.citations ?? []) point('sources', citation.source)
  warned(parts.warnings ?? [])
  parts.pictures?.forEach(picture)
  walk(parts.body ?? [], {
    block(block) {
      if (block.type === 'image') picture(block)
      else if (block.type === 'passage') warned(block.warnings)
      else if (block.type === 'statement') point('sources', block.source)
      else if (block.type === 'post') point('social-posts', block.post)
    },
    inline(inline) {
      if (inline.type === 'reference') point(inline.collection as PublicCollection, inline.document)
    },
  })
}

function findIn(publication: Live): Found {
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
      point('sources', [article.republication?.source])
      find(found, { ...article, pictures: [article.leadImage] })
      break
    }
    case 'social-posts': {
      const post = publication.projection
      point('topics', post.topics)
      point('campaigns', post.campaigns)
      point('social-posts', [post.replyTo, post.translationOf])
      point('sources', post.footnotes.map((footnote) => footnote.source))
      find(found, { ...post, body: post.context, pictures: post.attachments })
      break
    }
    case 'exchanges': {
      const exchange = publication.projection
      point('social-posts', exchange.posts.map((entry) => entry.post))
      point('topics', exchange.topics)
      point('campaigns', exchange.campaigns)
      point('exchanges', [exchange.translationOf])
      find(found, { warnings: exchange.warnings })
      break
    }
    case 'pages':
      point('pages', [publication.projection.translationOf])
      find(found, publication.projection)
      break
    case 'campaigns':
      point('campaigns', [publication.projection.translationOf])
      find(found, { ...publication.projection, pictures: [publication.projection.leadImage] })
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
      point('sources', publication.projection.relations?.map((relation) => relation.source) ?? [])
      break
    case 'content-warnings':
      break
  }
  return found
}

/** Every document that a publication points at, each once, in the order of first mention; never itself. */
export function referencesOf(publication: Live): DocumentReference[] {
  const seen = new Set([publication.document])
  return findIn(publication).references.filter(({ document }) => !seen.has(document) && seen.add(document))
}

/** Every image that a publication shows, in the order of first use; one that is used twice stands twice. */
export function imagesIn(publication: Live): Image[] {
  return findIn(publication).images
}
