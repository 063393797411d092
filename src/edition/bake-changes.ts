import type { Publication } from '@/record/publication'
import { imagesIn } from '@/record/references'
import { cachedReader } from './cached-reader'
import type { Effort } from './compression'
import { producePage } from './pages'
import type { EditionContext } from './pages/kind'
import type { EditionStore } from './store'
import { pagesTouchedBy, type Change } from './touched'

/** What baking needs of a store. */
export type PageSink = Pick<EditionStore, 'put' | 'remove' | 'putMedia' | 'dropMedia'>
export type Baked = { written: number; unchanged: number; removed: number; failed: { path: string; error: unknown }[] }

const AT_ONCE = 4

/**
 * Brings the pages at `paths` to what the record says: writes those that are there, removes those that aren't. One page
 * that fails doesn't keep the others from being baked; it is told of in `failed` and stays as it was.
 */
export async function bakePages(context: EditionContext, paths: Iterable<string>, sink: PageSink, effort: Effort): Promise<Baked> {
  const baked: Baked = { written: 0, unchanged: 0, removed: 0, failed: [] }
  const queue = [...paths]
  const next = async (): Promise<void> => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      try {
        const page = await producePage(context, path)
        if (page === null) baked.removed += (await sink.remove(path)) ? 1 : 0
        else if ((await sink.put(path, page.body, effort)) === 'written') baked.written += 1
        else baked.unchanged += 1
      } catch (error) {
        if (isOutside(error)) throw error
        baked.failed.push({ path, error })
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next))
  return baked
}

// The database or the disk: what keeps one page from being baked keeps all.
function isOutside(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && !error.code.startsWith('ERR_')
}

/** Brings images to the edition; what is told of in `failed` is nowhere to be found. */
export async function putImages(images: readonly { file: string; document: string }[], sink: Pick<PageSink, 'putMedia'>): Promise<Baked['failed']> {
  const failed: Baked['failed'] = []
  for (const { file, document } of images) if (!(await sink.putMedia(file, document))) failed.push({ path: `/media/${file}`, error: new Error('There is no such image in the media folder') })
  return failed
}

/** The file names of every image that a publication shows; none of a withdrawn one or of nothing. */
export function filesOf(publication: Publication | null): string[] {
  if (publication === null || publication.isTombstone) return []
  return [...new Set(imagesIn(publication).flatMap((image) => image.variants.map((variant) => variant.file)))]
}

/**
 * Bakes what some changes touch. Images come before the pages that show them and go after. Returns 'all' where a change is
 * on every page; nothing is baked then.
 */
export async function bakeChanges({ reader, origin }: EditionContext, changes: readonly Change[], sink: PageSink): Promise<Baked | 'all'> {
  const context = { origin, reader: cachedReader(reader), memo: new Map() }
  const paths = new Set<string>()
  const failed: Baked['failed'] = []
  for (const change of changes) {
    try {
      const touched = await pagesTouchedBy(change, context.reader)
      if (touched === 'all') return 'all'
      for (const path of touched) paths.add(path)
    } catch (error) {
      if (isOutside(error)) throw error
      failed.push({ path: change.after?.path ?? change.before?.path ?? '', error })
    }
  }
  failed.push(...(await putImages(changes.flatMap(({ after }) => filesOf(after).map((file) => ({ file, document: after?.document ?? '' }))), sink)))
  const baked = await bakePages(context, paths, sink, 'best')
  for (const { before, after } of changes) {
    const kept = new Set(filesOf(after))
    if (before !== null) for (const file of filesOf(before)) if (!kept.has(file)) await sink.dropMedia(file, before.document)
  }
  return { ...baked, failed: [...failed, ...baked.failed] }
}
