import type { Source } from '@/payload-types'
import { optionalText } from '@/platform/optional'
import { idOf } from '@/platform/relations'
import { presentAddress } from '@/publishing/present-address'
import { cslExtras } from '@/record/csl'
import { CREATOR_ROLES, PLATFORMS, RELATION_TYPES, SOURCE_KINDS, type PublicSource } from '@/record/projections'
import type { PresentContext } from '@/review/present-context'
import { publicAddress } from '@/rich-text/links'

const PRIVATE_SLUG_LENGTH = 12

/**
 * The public projection of a source. Of a private one it names the kind and the public label alone; even its slug is
 * made of its id, since one made of the title would tell it.
 */
export async function toPublicSource(source: Source, context: Pick<PresentContext, 'privateSources'>): Promise<PublicSource> {
  const kind = SOURCE_KINDS.find((known) => known === source.kind) ?? 'webpage'
  const { title, slug, language } = presentAddress(source)
  if (source.visibility === 'private') {
    return { language, slug: `private-${source.id.replaceAll('-', '').slice(0, PRIVATE_SLUG_LENGTH)}`, title: source.publicLabel?.trim() ?? '', kind, visibility: 'private', creators: [] }
  }
  const platform = PLATFORMS.find((known) => known === source.platform)
  const url = publicAddress(source.url)
  const archivedUrl = publicAddress(source.archivedUrl)
  const csl = cslExtras(source.csl)
  const relations = await relationsOf(source, context)
  return {
    title,
    slug,
    language,
    kind,
    visibility: 'public',
    creators: (source.creators ?? []).flatMap(creatorOf),
    ...optionalText({
      container: source.container, publisher: source.publisher, place: source.place, volume: source.volume, issue: source.issue, pages: source.pages, edition: source.edition, number: source.number,
      issued: source.issued, accessed: source.accessed, titleTranslated: source.titleTranslated, titleLanguage: source.titleLanguage, archivedAt: source.archivedAt,
      doi: source.doi, isbn: source.isbn, issn: source.issn, qid: source.qid, postId: source.postId, note: source.note,
    }),
    ...(source.otherLanguages?.length ? { otherLanguages: [...source.otherLanguages] } : {}),
    ...(url === null ? {} : { url }),
    ...(archivedUrl === null ? {} : { archivedUrl }),
    ...(platform === undefined ? {} : { platform }),
    ...(csl === null ? {} : { csl }),
    ...(relations.length === 0 ? {} : { relations }),
  }
}

function creatorOf({ name, nameLatin, familyName, role, handle }: NonNullable<Source['creators']>[number]): PublicSource['creators'] {
  if (!name?.trim()) return []
  const as = CREATOR_ROLES.find((known) => known === role)
  return [{ name: name.trim(), ...optionalText({ nameLatin, familyName, handle }), ...(as === undefined || as === 'author' ? {} : { role: as }) }]
}

/** That a private source is known at all is not for readers, whichever work comes from it. */
async function relationsOf(source: Source, context: Pick<PresentContext, 'privateSources'>): Promise<NonNullable<PublicSource['relations']>> {
  const relations = (source.relations ?? []).flatMap((relation) => {
    const type = RELATION_TYPES.find((known) => known === relation.type)
    const target = idOf(relation.source)
    return type === undefined || target === null || target === source.id ? [] : [{ type, source: target }]
  })
  const hidden = await context.privateSources(relations.map((relation) => relation.source))
  return relations.filter((relation) => !hidden.has(relation.source))
}
