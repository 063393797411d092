/**
 * What each channel does with a content warning. A warning stores what the material is (depiction × intensity); how it is
 * presented follows from this one table, for the site, its feeds, cards, search and structured data alike.
 */
import type { Block, Depiction, Image, Intensity, Warning } from './body'

export const CHANNELS = ['card', 'page', 'passage', 'image', 'socialCard', 'rss', 'atom', 'json', 'search', 'structuredData'] as const
export type Channel = (typeof CHANNELS)[number]
/**
 * `label`: the warning is said, the material follows. `collapse`: the material stands closed behind its warning. `cover`: a
 * neutral cover stands before the picture. `gate`: the channel carries the warning and a link, no material. `omit`: left out.
 */
export type Treatment = 'label' | 'collapse' | 'cover' | 'gate' | 'omit'
export type Judged = Pick<Warning, 'depiction' | 'intensity'>

type Row = Record<Intensity, Treatment>
const always = (treatment: Treatment): Row => ({ brief: treatment, detailed: treatment, graphic: treatment })
const LABEL: Record<Depiction, Row> = { mentioned: always('label'), described: always('label'), shown: always('label'), audible: always('label') }
const FEED: Record<Depiction, Row> = {
  mentioned: always('label'),
  described: { brief: 'label', detailed: 'label', graphic: 'gate' },
  shown: { brief: 'label', detailed: 'label', graphic: 'gate' },
  audible: { brief: 'label', detailed: 'label', graphic: 'gate' },
}
const NEVER_A_PREVIEW: Record<Depiction, Row> = { mentioned: always('label'), described: always('omit'), shown: always('omit'), audible: always('omit') }

/**
 * Rows by channel. `page`, `rss`, `atom` and `json` judge a document's own warnings; `passage` and `image` those of a warned
 * part; `card`, `socialCard`, `search` and `structuredData` what a preview may take from it.
 */
export const WARNING_POLICY: Record<Channel, Record<Depiction, Row>> = {
  card: LABEL,
  page: LABEL,
  passage: {
    mentioned: always('label'),
    described: { brief: 'label', detailed: 'collapse', graphic: 'collapse' },
    shown: always('collapse'),
    audible: always('collapse'),
  },
  image: {
    mentioned: always('label'),
    described: { brief: 'label', detailed: 'cover', graphic: 'cover' },
    shown: always('cover'),
    audible: always('label'),
  },
  socialCard: NEVER_A_PREVIEW,
  rss: FEED,
  atom: FEED,
  json: FEED,
  search: NEVER_A_PREVIEW,
  structuredData: NEVER_A_PREVIEW,
}

const STRENGTH: readonly Treatment[] = ['label', 'collapse', 'cover', 'gate', 'omit']

/** What `channel` does with one warning. */
export function treatment(warning: Judged, channel: Channel): Treatment {
  return WARNING_POLICY[channel][warning.depiction][warning.intensity]
}

/** The strongest treatment that any of `warnings` asks for in `channel`; null when there are none. */
export function strongestTreatment(warnings: readonly Judged[], channel: Channel): Treatment | null {
  return warnings.reduce<Treatment | null>((strongest, warning) => {
    const here = treatment(warning, channel)
    return strongest === null || STRENGTH.indexOf(here) > STRENGTH.indexOf(strongest) ? here : strongest
  }, null)
}

/** Whether a picture may stand for its document where no warning can stand before it: cards, social cards, structured data. */
export function mayPreview(warnings: readonly Judged[]): boolean {
  return strongestTreatment(warnings, 'socialCard') !== 'omit'
}

/**
 * What a feed does with a warned passage or image: `label` says the warning before it, `omit` leaves a link to the place in
 * its stead, since feed readers show the inside of `<details>` unasked.
 */
export function partInFeed(warnings: readonly Judged[], part: 'passage' | 'image'): 'label' | 'omit' | null {
  const onPage = strongestTreatment(warnings, part)
  return onPage === null ? null : onPage === 'label' ? 'label' : 'omit'
}

/** A warned passage or image of a text, with the anchor at which the page shows it. `blocks` counts a passage's blocks. */
export type WarnedPart = { kind: 'passage' | 'image'; warnings: Warning[]; anchor: string; node: object; blocks: number }

/**
 * The warned parts of a text in reading order, lead image first. Anchors are `w-{document}-1` and so on; `node` is the
 * passage block, image block or lead image itself, to find a part's anchor by.
 */
export function warnedParts(document: string, body: readonly Block[], leadImage?: { image: Image; warnings: Warning[] }): WarnedPart[] {
  const parts: WarnedPart[] = []
  const add = (kind: WarnedPart['kind'], warnings: Warning[], node: object, blocks: number): void => {
    if (warnings.length > 0) parts.push({ kind, warnings, node, blocks, anchor: `w-${document}-${parts.length + 1}` })
  }
  const walk = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.type === 'image') add('image', block.warnings, block, 1)
      else if (block.type === 'passage') {
        add('passage', block.warnings, block, block.blocks.length)
        walk(block.blocks)
      } else if (block.type === 'statement') walk(block.blocks)
    }
  }
  if (leadImage) add('image', leadImage.warnings, leadImage, 1)
  walk(body)
  return parts
}

/** The distinct terms of `warnings`, gravest first: what is shown before what is described, graphic before brief. */
export function termsByGravity(warnings: readonly Warning[]): string[] {
  const depictions: readonly Depiction[] = ['shown', 'audible', 'described', 'mentioned']
  const intensities: readonly Intensity[] = ['graphic', 'detailed', 'brief']
  const gravity = (warning: Warning): number => depictions.indexOf(warning.depiction) * intensities.length + intensities.indexOf(warning.intensity)
  return [...new Set([...warnings].sort((a, b) => gravity(a) - gravity(b)).map((warning) => warning.term))]
}
