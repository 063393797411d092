import { citesSources, exportOf } from '@/record/exports'
import type { Live } from '@/record/publication'
import { isLive } from '@/record/publication'
import { copyPath } from '@/record/ways'
import { sourceCopyPage } from '@/site/pages'
import { exportSources } from '@/syndication/citations/export'
import { factsAbout, relatedTo } from '../related'
import { frame } from './frame'
import { pageKind } from './kind'

/** A text's sources for reference managers, at `/articles/x/sources.bib` and the like, in the order in which the text cites them. */
export const exportKind = pageKind({
  name: 'sources of a text for reference managers',
  match: ({ path }) => exportOf(path),
  async load({ reader }, _place, { base, format }) {
    const text = await reader.byAddress(base)
    if (text === null || text.isTombstone || text.path !== base || !citesSources(text) || !('citations' in text.projection)) return null
    const ids = [...new Set(text.projection.citations.flatMap(({ source }) => source ?? []))]
    const found = new Map((await reader.byId('sources', ids)).map((source) => [source.document, source]))
    const facts = await reader.facts(ids)
    return { format, sources: ids.flatMap((id) => found.get(id) ?? []).map((source) => ({ source, facts: facts.get(source.document) })) }
  },
  render: ({ format, sources }) => exportSources(format, sources),
})

/** The words of our copy of a source, below its page. */
export const sourceCopyKind = pageKind({
  name: 'copy of a source',
  match: ({ path, rest }) => (/^\/sources\/[^/]+\/copy$/.test(rest) ? { source: path.slice(0, -'/copy'.length) } : null),
  async load(context, { language, path }, parameters) {
    const { reader } = context
    const source = await reader.byAddress(parameters.source)
    if (!isLive(source, 'sources') || source.path !== parameters.source || copyPath(source.path) !== path) return null
    const own = source as Live<'sources'>
    const documents = await relatedTo([own], reader)
    const facts = await factsAbout(documents.values(), reader)
    if (facts.get(own.document)?.copy?.text === undefined) return null
    const copy = await reader.copyText(own.document)
    return copy === null ? null : { page: await frame(context, { language, path }, { documents, facts }), source: own, copy }
  },
  render: sourceCopyPage,
})
