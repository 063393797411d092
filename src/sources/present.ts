import type { Source } from '@/payload-types'
import { optionalText } from '@/platform/optional'
import { presentAddress } from '@/publishing/present-address'
import { PLATFORMS, SOURCE_KINDS, type PublicSource } from '@/record/projections'
import { publicAddress } from '@/rich-text/links'

const PRIVATE_SLUG_LENGTH = 12

/**
 * The public projection of a source. Of a private one it names the kind and the public label alone; even its slug is
 * made of its id, since one made of the title would tell it.
 */
export async function toPublicSource(source: Source): Promise<PublicSource> {
  const kind = SOURCE_KINDS.find((known) => known === source.kind) ?? 'webpage'
  const { title, slug, language } = presentAddress(source)
  if (source.visibility === 'private') {
    return { language, slug: `private-${source.id.replaceAll('-', '').slice(0, PRIVATE_SLUG_LENGTH)}`, title: source.publicLabel?.trim() ?? '', kind, visibility: 'private', creators: [] }
  }
  const platform = PLATFORMS.find((known) => known === source.platform)
  const url = publicAddress(source.url)
  const archivedUrl = publicAddress(source.archivedUrl)
  return {
    title,
    slug,
    language,
    kind,
    visibility: 'public',
    creators: (source.creators ?? []).flatMap(({ name, nameLatin }) => (name?.trim() ? [{ name: name.trim(), ...optionalText({ nameLatin }) }] : [])),
    ...optionalText({ container: source.container, publisher: source.publisher, issued: source.issued, titleTranslated: source.titleTranslated, titleLanguage: source.titleLanguage, archivedAt: source.archivedAt, doi: source.doi, note: source.note }),
    ...(url === null ? {} : { url }),
    ...(archivedUrl === null ? {} : { archivedUrl }),
    ...(platform === undefined ? {} : { platform }),
  }
}
