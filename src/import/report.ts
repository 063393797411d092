import type { Finding } from './findings'
import { shorten } from './plan/titles'

/** What became of one post of the old site. */
export type PostReport = {
  postId: string
  line: number
  title: string
  /** Where it is now: `draft`, `adopted` (public), `trashed`; `known` where it was here before; `left` where it has no place. */
  became: 'draft' | 'adopted' | 'trashed' | 'known' | 'left'
  collection: string | null
  slug: string | null
  /** Where readers find it, or will once it is published. */
  path: string | null
  /** Why it isn't public, or why it has no place. */
  why: string
  oldAddresses: string[]
  findings: Finding[]
}

export type ImportReport = {
  site: { title: string; url: string }
  file: string
  at: string
  isDryRun: boolean
  isAdopting: boolean
  /** How many documents of each kind were made. */
  created: Record<string, number>
  adopted: number
  posts: PostReport[]
  /** What is about the file as a whole. */
  findings: Finding[]
}

const WORDS_LENGTH = 160
const NAMES: Record<string, [one: string, many: string]> = {
  articles: ['article', 'articles'], pages: ['page', 'pages'], people: ['person', 'people'], topics: ['topic', 'topics'], series: ['series', 'series'],
  sources: ['source', 'sources'], media: ['image', 'images'],
}
const KINDS: [Finding['kind'], string][] = [['placed', 'placed'], ['proposed', 'to look at'], ['notPlaced', 'not placed']]

function counted(created: Record<string, number>): string {
  const parts = Object.entries(created).filter(([, count]) => count > 0).map(([name, count]) => `${count} ${NAMES[name]?.[count === 1 ? 0 : 1] ?? name}`)
  return parts.length === 0 ? 'nothing' : parts.join(', ')
}

function findingLines(findings: readonly Finding[]): string[] {
  return KINDS.flatMap(([kind, label]) =>
    findings.filter((finding) => finding.kind === kind).map(({ what, words }) => `    ${label.padEnd(11)} ${what}${words === undefined ? '' : `: ${shorten(words.replace(/\s+/g, ' '), WORDS_LENGTH)}`}`))
}

function heading(post: PostReport): string {
  const place = post.path === null ? '' : ` ${post.path}`
  const moved = post.oldAddresses.filter((path) => path !== post.path)
  switch (post.became) {
    case 'adopted':
      return `public${place}${moved.length === 0 ? '' : `, to which ${moved.join(', ')} leads now`}`
    case 'draft':
      return `draft${place}${post.why === '' ? '' : `, private because ${post.why}`}`
    case 'trashed':
      return `in the trash${place}`
    case 'known':
      return 'here already, left as it is'
    case 'left':
      return `not placed: ${post.why}`
  }
}

/** Whether an import changed, or would change, anything. */
export function isEmptyReport(report: ImportReport): boolean {
  return report.adopted === 0 && Object.values(report.created).every((count) => count === 0)
}

/** The report as text, post by post. */
export function reportText(report: ImportReport): string {
  const { site, posts, created, adopted, isDryRun } = report
  const lines = [`${site.title || 'A site without a name'} (${site.url}), ${posts.length} ${posts.length === 1 ? 'post' : 'posts'} and pages`]
  for (const post of posts) {
    if (post.became === 'known') continue
    lines.push('', `  ${post.title} (post ${post.postId}, line ${post.line})`, `    ${heading(post)}`, ...findingLines(post.findings))
  }
  if (report.findings.length > 0) lines.push('', '  The file as a whole', ...findingLines(report.findings))
  lines.push('')
  const known = posts.filter((post) => post.became === 'known').length
  if (isEmptyReport(report)) lines.push(`Nothing to do: ${known === 1 ? 'the one post is' : `all ${known} posts are`} here already.`)
  else {
    lines.push(`${isDryRun ? 'Would bring in' : 'Brought in'} ${counted(created)}${adopted === 0 ? '' : `; ${isDryRun ? 'would make' : 'made'} ${adopted} public`}${known === 0 ? '' : `; ${known} here already`}.`)
    if (isDryRun) lines.push('Nothing was changed: this was a dry run.')
  }
  return `${lines.join('\n')}\n`
}
