import { CSL_TYPE_OF, CUSTOM, type CslDate, type CslItem, type CslName } from '@/record/csl'
import { readPartialDate, yearsOf, type DatePoint } from '@/record/partial-dates'
import { CREATOR_ROLES, type PublicSource } from '@/record/projections'
import { archivesOf, citationKey, nameParts, oneLine, plainUrl, standingNote } from './common'
import type { ExportedSource } from './export'

/** Sources as an array of CSL-JSON items, schema 1.0.2, one on a line. */
export function toCslJson(sources: readonly ExportedSource[]): string {
  return `[\n${sources.map((each) => JSON.stringify(toCslItem(each))).join(',\n')}\n]\n`
}

/**
 * One source as a CSL-JSON item. A name stands in its own script; its Latin spelling, which CSL has no place for, is in
 * `custom.handbill.latinNames` under the same variable and at the same index, as are a translated title and a Wikidata id.
 */
export function toCslItem({ source, facts }: ExportedSource): CslItem {
  const { projection } = source
  const item: CslItem = { id: citationKey(source), type: CSL_TYPE_OF[projection.kind], title: oneLine(projection.title) }
  if (projection.visibility === 'private') return item
  const { doi, url, csl = {} } = projection
  const archive = archivesOf(source, facts).at(0)
  const words: Record<string, string | undefined> = {
    ...csl,
    'container-title': projection.container, publisher: projection.publisher, 'publisher-place': projection.place, volume: projection.volume, issue: projection.issue, page: projection.pages,
    edition: projection.edition, number: projection.number, language: projection.titleLanguage, note: [projection.note, standingNote(facts)].filter(Boolean).join(' ') || undefined,
    DOI: doi, ISBN: projection.isbn, ISSN: projection.issn,
  }
  for (const [name, value] of Object.entries(words)) if (value !== undefined) item[name] = oneLine(value)
  if (facts?.doubt?.is === 'retracted') item.status = 'retracted'
  if (url !== undefined) item.URL = plainUrl(url)
  if (archive !== undefined) item.archive_location = plainUrl(archive.url)
  if (projection.issued !== undefined) item.issued = toCslDate(projection.issued)
  if (projection.accessed !== undefined) item.accessed = toCslDate(projection.accessed)
  return { ...item, ...namesOf(projection), ...customOf(projection) }
}

function namesOf({ creators }: PublicSource): Record<string, CslName[]> {
  const names: Record<string, CslName[]> = {}
  for (const role of CREATOR_ROLES) {
    const those = creators.filter((creator) => (creator.role ?? 'author') === role)
    if (those.length === 0) continue
    names[role] = those.map((creator) => {
      const { family, given } = nameParts(creator)
      return given === undefined ? { literal: family } : { family, given }
    })
  }
  return names
}

function customOf({ creators, titleTranslated, qid, platform, postId }: PublicSource): { custom?: Record<string, unknown> } {
  const latinNames: Record<string, (string | null)[]> = {}
  for (const role of CREATOR_ROLES) {
    const latin = creators.filter((creator) => (creator.role ?? 'author') === role).map(({ nameLatin }) => (nameLatin === undefined ? null : oneLine(nameLatin)))
    if (latin.some((name) => name !== null)) latinNames[role] = latin
  }
  const own = {
    ...(Object.keys(latinNames).length === 0 ? {} : { latinNames }), ...(titleTranslated === undefined ? {} : { titleTranslated: oneLine(titleTranslated) }),
    ...(qid === undefined ? {} : { qid }), ...(platform === undefined ? {} : { platform }), ...(postId === undefined ? {} : { postId }),
  }
  return Object.keys(own).length === 0 ? {} : { custom: { [CUSTOM]: own } }
}

/** A full or partial date as a CSL date; as words where it has no numbers. */
export function toCslDate(value: string): CslDate {
  const date = readPartialDate(value.replace(/^(\d{4}-\d{2}-\d{2})T.*$/, '$1'))
  if (date === null) return { literal: oneLine(value) }
  if (date.kind === 'interval') {
    const { from, to } = date
    if (typeof from === 'string' || typeof to === 'string') return { literal: value }
    return { 'date-parts': [partsOf(from), partsOf(to)], ...circa(from, to) }
  }
  const { point } = date
  const { first, last } = yearsOf(point.year)
  if (first !== last) return { 'date-parts': [[first], [last]], ...circa(point) }
  return { 'date-parts': [partsOf(point)], ...(point.season === undefined ? {} : { season: point.season - 20 }), ...circa(point) }
}

function partsOf({ year, month, day }: DatePoint): number[] {
  return [yearsOf(year).first, ...(month === undefined ? [] : [month, ...(day === undefined ? [] : [day])])]
}

function circa(...points: DatePoint[]): { circa?: boolean } {
  return points.some(({ isApproximate, isUncertain }) => isApproximate || isUncertain) ? { circa: true } : {}
}
