import { createReadStream } from 'node:fs'
import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { commitTransaction, createLocalReq, initTransaction, killTransaction, type Payload } from 'payload'
import { env } from '@/env'
import { now } from '@/platform/clock'
import { dataPath } from '@/platform/data-directory'
import { database, payloadSession } from '@/platform/database'
import { adopt, type Adoption } from '@/publishing/adopt'
import { defaultLanguage } from '@/publishing/insert'
import { pathOf } from '@/record/paths'
import { BrokenExport } from './broken-export'
import { createFindingLog, type Finding } from './findings'
import { listMedia } from './media-folder'
import { ensureMedium, linkDocument, placeDocument, type Placing } from './place/documents'
import { readKnown, type KnownDocument } from './place/known'
import { planDocument } from './plan/document-plan'
import { createSiteIndex } from './plan/site-index'
import { planSite, type SitePlan } from './plan/site-plan'
import type { DocumentPlan } from './plan/types'
import { isEmptyReport, type ImportReport, type PostReport } from './report'
import { readWxr } from './wxr/parse'
import { WXR_LIMITS, type WxrItem } from './wxr/types'

export type ImportOrder = {
  payload: Payload
  /** Path of the export. */
  file: string
  /** Folder with the old site's uploads, or null. */
  mediaFolder: string | null
  isAdopting: boolean
  isDryRun: boolean
  /** Largest size of the file in bytes. */
  maxBytes?: number
  /** Told now and then what is going on. */
  say?: (line: string) => void
}

const PROGRESS_EVERY = 50
const ADOPT_REASON = 'Public on the old site before the import'
// Any number would do; it stands for "an import" among the database's advisory locks.
const IMPORT_LOCK = 4_705_322
/** First segments of old paths that this site answers itself, whatever was there. */
const OWN_PATHS = new Set(['admin', 'api', 'preview', 'media', 'assets', 'internal', '_next', 'search'])

async function* itemsOf(order: ImportOrder): AsyncGenerator<WxrItem> {
  for await (const event of readWxr(createReadStream(order.file), limitsOf(order))) if (event.type === 'item') yield event.item
}

function limitsOf(order: ImportOrder) {
  return { ...WXR_LIMITS, fileBytes: order.maxBytes ?? WXR_LIMITS.fileBytes }
}

/** Reads the whole file once, so that a broken one changes nothing, and plans the site. */
async function readSite(order: ImportOrder): Promise<SitePlan> {
  const info = await stat(order.file).catch(() => null)
  if (info === null || !info.isFile()) throw new Error(`There is no file ${order.file}.`)
  const { fileBytes } = limitsOf(order)
  const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024)
  if (info.size > fileBytes) throw new BrokenExport(`The file has ${megabytes(info.size)} MB; more than ${megabytes(fileBytes)} MB are not taken at once. Export it in parts, or allow more with --max-size.`)
  const index = createSiteIndex()
  for await (const event of readWxr(createReadStream(order.file), limitsOf(order))) index.add(event)
  return planSite(index.finish(), order.mediaFolder === null ? new Map() : await listMedia(order.mediaFolder))
}

function leftBehind(item: WxrItem, title: string, why: string, findings: Finding[] = []): PostReport {
  return { postId: item.id, line: item.line, title: title || 'Untitled', became: 'left', collection: null, slug: null, path: null, why, oldAddresses: [], findings }
}

function reportOf(document: DocumentPlan, became: PostReport['became'], slug: string, defaultLanguage: string, more: Finding[] = []): PostReport {
  const { postId, line, title, collection, language, whyPrivate, oldAddresses, findings } = document
  return { postId, line, title, became, collection, slug, path: pathOf({ collection, language, slug }, defaultLanguage), why: whyPrivate, oldAddresses, findings: [...findings, ...more] }
}

function isAdoptable(document: DocumentPlan, known: KnownDocument | undefined): boolean {
  return document.publicSince !== null && !document.isTrashed && (known === undefined || (known.isUntouched && !known.wasPublic && !known.isTrashed))
}

/** What is about the whole file: items that are no posts, authors and attachments that nothing uses. */
function siteFindings(plan: SitePlan): Finding[] {
  const findings = createFindingLog()
  for (const [type, count] of plan.index.others) findings.add('notPlaced', `${count} ${count === 1 ? 'item' : 'items'} of the type "${type}"`)
  for (const id of plan.index.reusableBlocks.keys()) findings.add('placed', 'A reusable block went into the posts that use it', `post ${id}`)
  for (const address of plan.media.missing) findings.add('notPlaced', 'An attachment was not found in the media folder', address)
  const unused = [...plan.index.authors.keys()].filter((login) => !plan.people.has(login))
  if (unused.length > 0) findings.add('notPlaced', `${unused.length} ${unused.length === 1 ? 'author' : 'authors'} of nothing in the file`)
  return findings.all()
}

type Session = { placing: Placing; report: ImportReport; adoptions: (Adoption & { postId: string })[] }

async function placeAll(order: ImportOrder, session: Session): Promise<void> {
  const { placing, report, adoptions } = session
  const { plan, known } = placing
  const pending = new Map<string, string>()
  const at = new Date(report.at)
  let count = 0
  for await (const item of itemsOf(order)) {
    const summary = plan.index.posts.get(item.id)
    if (summary === undefined) continue
    count += 1
    if (count % PROGRESS_EVERY === 0) order.say?.(`${count} of ${plan.index.posts.size} posts`)
    const document = planDocument(item, plan, at)
    if (document === null) {
      report.posts.push(leftBehind(item, summary.title, 'it is empty'))
      continue
    }
    const existing = known.byKey[document.collection].get(document.key)
    const toAdopt = order.isAdopting && isAdoptable(document, existing)
    if (existing !== undefined) {
      if (toAdopt) adoptions.push({ collection: document.collection, document: existing.id, publishedAt: document.publicSince ?? '', addresses: document.oldAddresses, postId: document.postId })
      report.posts.push(reportOf(document, toAdopt ? 'adopted' : 'known', document.slug, placing.defaultLanguage))
      continue
    }
    const placed = order.isDryRun ? dryRun(placing, document) : await placeDocument(placing, document)
    if (placed.status === 'left') {
      report.posts.push(leftBehind(item, document.title, placed.why, document.findings))
      continue
    }
    if (placed.isPending) pending.set(document.postId, placed.id)
    const refused = placed.refusedImages.map((words): Finding => ({ kind: 'notPlaced', what: 'An image of the media folder can’t be taken', words }))
    const became = document.isTrashed ? 'trashed' : toAdopt ? 'adopted' : 'draft'
    if (toAdopt) adoptions.push({ collection: document.collection, document: placed.id, publishedAt: document.publicSince ?? '', addresses: document.oldAddresses, postId: document.postId })
    report.posts.push(reportOf(document, became, placed.slug, placing.defaultLanguage, refused))
  }
  if (order.isDryRun || pending.size === 0) return
  order.say?.(`Setting the links between ${pending.size} posts`)
  for await (const item of itemsOf(order)) {
    const id = pending.get(item.id)
    const document = id === undefined ? null : planDocument(item, plan, at)
    if (id !== undefined && document !== null) await linkDocument(placing, document, id)
  }
}

function dryRun(placing: Placing, document: DocumentPlan): { status: 'placed'; id: string; slug: string; isPending: boolean; refusedImages: string[] } {
  placing.created[document.collection] += 1
  return { status: 'placed', id: '', slug: document.slug, isPending: false, refusedImages: [] }
}

/** Images that no text shows come in as well: they were the old site's library. */
async function placeRemainingImages({ placing, report }: Session): Promise<void> {
  for (const medium of placing.plan.media.attachments) {
    const why = await ensureMedium(placing, medium, placing.defaultLanguage)
    if (why !== null && !report.posts.some((post) => post.findings.some((finding) => finding.words === `${medium.file} ${why}`))) {
      report.findings.push({ kind: 'notPlaced', what: 'An image of the media folder can’t be taken', words: `${medium.file} ${why}` })
    }
  }
}

/** Leaves out old paths that can't lead to the new page, and says which. */
async function usableAddresses(session: Session): Promise<void> {
  const { placing, report, adoptions } = session
  const taken = new Map<string, string>()
  for (const adoption of adoptions) {
    const { rows } = await placing.tx.query<{ path: string }>('select path from handbill.addresses where path = any($1) and document is distinct from $2::uuid', [adoption.addresses, adoption.document === '' ? null : adoption.document])
    const elsewhere = new Set(rows.map(({ path }) => path))
    const usable = adoption.addresses.filter((path) => !elsewhere.has(path) && !OWN_PATHS.has(path.split('/')[1] ?? '') && !taken.has(path))
    for (const path of usable) taken.set(path, adoption.document)
    const post = report.posts.find(({ postId }) => postId === adoption.postId)
    for (const path of adoption.addresses) if (!usable.includes(path)) post?.findings.push({ kind: 'notPlaced', what: 'An old address leads to something else here already', words: path })
    adoption.addresses = usable
    if (post !== undefined) post.oldAddresses = usable
  }
}

async function removeStoredImages(names: readonly string[]): Promise<void> {
  await Promise.all(names.map((name) => rm(join(env().mediaDir, name), { force: true })))
}

/** Runs `work` in one Payload transaction and makes sure that it was committed: Payload's own commit never throws. */
async function inOneTransaction(payload: Payload, work: (req: Placing['req']) => Promise<void>): Promise<void> {
  const req = await createLocalReq({}, payload)
  await initTransaction(req)
  const tx = payloadSession(req)
  try {
    const { rows } = await tx.query<{ xid: string; is_alone: boolean }>('select pg_current_xact_id()::text as xid, pg_try_advisory_xact_lock($1) as is_alone', [IMPORT_LOCK])
    if (rows[0]?.is_alone !== true) throw new Error('Another import is running. Try again when it has finished.')
    await work(req)
    await tx.query('set constraints all immediate')
    await commitTransaction(req)
    const { rows: status } = await database().query<{ status: string }>('select pg_xact_status($1::text::xid8) as status', [rows[0].xid])
    if (status[0]?.status !== 'committed') throw new Error('The database did not keep the import. Nothing was brought in.')
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

/** Makes public what is to be adopted, all of it or nothing. Returns why that failed, as a sentence, or null. */
async function adoptAll(order: ImportOrder, report: ImportReport, adoptions: Session['adoptions']): Promise<string | null> {
  order.say?.(`Making ${adoptions.length} public`)
  const documents = adoptions.map(({ collection, document, publishedAt, addresses }) => ({ collection, document, publishedAt, addresses }))
  try {
    report.adopted = (await adopt(order.payload, { actor: null, reason: ADOPT_REASON, documents })).adopted.length
    return null
  } catch (error) {
    report.adopted = 0
    report.posts = report.posts.map((post) => (post.became === 'adopted' ? { ...post, became: 'draft', why: 'it could not be made public' } : post))
    return error instanceof Error ? error.message : String(error)
  }
}

/**
 * Brings a WordPress export in: all of it or nothing. What is here already, by its import key, is left as it is. With
 * `isAdopting`, what was public there becomes public here, under one logged exception.
 *
 * @throws BrokenExport for a file that can't be read, Error where something stands in the way: then nothing was brought in.
 * Where only adopting fails, the drafts stay and the error says so.
 */
export async function runImport(order: ImportOrder): Promise<{ report: ImportReport; reportFile: string | null }> {
  order.say?.('Reading and checking the file')
  const plan = await readSite(order)
  const report: ImportReport = {
    site: { title: plan.index.site.title, url: plan.index.site.url }, file: order.file, at: now().toISOString(), isDryRun: order.isDryRun, isAdopting: order.isAdopting,
    created: {}, adopted: 0, posts: [], findings: siteFindings(plan),
  }
  const created = { articles: 0, pages: 0, people: 0, topics: 0, series: 0, sources: 0, media: 0 }
  const storedImages: string[] = []
  const adoptions: Session['adoptions'] = []
  try {
    await inOneTransaction(order.payload, async (req) => {
      const tx = payloadSession(req)
      const placing: Placing = {
        payload: order.payload, req, tx, plan, created, storedImages, mediaFolder: order.mediaFolder, refusedImages: new Map(),
        known: await readKnown(tx), defaultLanguage: await defaultLanguage(tx),
      }
      const session: Session = { placing, report, adoptions }
      await placeAll(order, session)
      if (!order.isDryRun) await placeRemainingImages(session)
      await usableAddresses(session)
    })
  } catch (error) {
    await removeStoredImages(storedImages)
    throw error
  }
  report.created = created
  report.adopted = adoptions.length
  const failure = order.isDryRun || adoptions.length === 0 ? null : await adoptAll(order, report, adoptions)
  if (order.isDryRun || isEmptyReport(report)) return { report, reportFile: null }
  const reportFile = dataPath('imports', `${report.at.replaceAll(':', '-')}.json`)
  await mkdir(dataPath('imports'), { recursive: true })
  await writeFile(reportFile, `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 })
  if (failure !== null) throw new Error(`The posts are in as drafts, but none could be made public: ${failure} The report is in ${reportFile}; run the import again to try once more.`)
  return { report, reportFile }
}
