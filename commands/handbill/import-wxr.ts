import { parseArgs } from 'node:util'
import { BrokenExport, explainBrokenExport } from '../../src/import/broken-export'
import { type Subcommand, UsageError } from './subcommand'

const MEGABYTE = 1024 * 1024

type Options = { file: string; mediaFolder: string | null; isAdopting: boolean; isDryRun: boolean; maxBytes: number | undefined }

function optionsFrom(args: string[]): Options {
  const parsed = (() => {
    try {
      return parseArgs({ args, allowPositionals: true, options: { media: { type: 'string' }, adopt: { type: 'boolean' }, 'dry-run': { type: 'boolean' }, 'max-size': { type: 'string' } } })
    } catch (error) {
      throw new UsageError(error instanceof Error ? error.message : String(error))
    }
  })()
  const [file, ...more] = parsed.positionals
  if (file === undefined || more.length > 0) throw new UsageError(file === undefined ? 'Name the file to import.' : 'Name one file.')
  const size = parsed.values['max-size']
  if (size !== undefined && !/^[1-9]\d{0,4}$/.test(size)) throw new UsageError('--max-size is a whole number of megabytes.')
  return {
    file,
    mediaFolder: parsed.values.media ?? null,
    isAdopting: parsed.values.adopt === true,
    isDryRun: parsed.values['dry-run'] === true,
    maxBytes: size === undefined ? undefined : Number(size) * MEGABYTE,
  }
}

export const subcommand: Subcommand = {
  usage: 'FILE [--media DIR] [--adopt] [--dry-run] [--max-size MB]',
  help: [
    'Brings in a WordPress export (WXR): articles, pages, authors, topics, series, images, and citations with their sources.',
    'Everything becomes a draft. The whole file is checked first; a broken one changes nothing. A second run changes nothing.',
    '',
    '  --media DIR      the old site’s wp-content/uploads: its images come in too',
    '  --adopt          also makes public what was public there, with its dates, its old addresses leading to the new ones,',
    '                   without review here; that is logged as one exception. Drafts, private, password-protected, scheduled',
    '                   and trashed posts stay private',
    '  --dry-run        says what would happen, and changes nothing',
    '  --max-size MB    takes a file of up to MB megabytes (100 if not said)',
    '',
    'Prints what was placed, what to look at and what has no place, post by post, and keeps that in DATA_DIR/imports.',
  ].join('\n'),
  needsDatabase: true,
  async run(args) {
    const options = optionsFrom(args)
    const [{ getPayload }, { default: config }, { runImport }, { reportText }, { migrate }, { closePayload }] = await Promise.all([
      import('payload'), import('../../src/payload.config'), import('../../src/import/run'), import('../../src/import/report'), import('./migrate'), import('../../src/platform/payload-database'),
    ])
    await migrate()
    const payload = await getPayload({ config, disableOnInit: true })
    try {
      const { report, reportFile } = await runImport({ payload, ...options, say: (line) => process.stderr.write(`${line}\n`) })
      process.stdout.write(reportText(report))
      if (reportFile !== null) process.stdout.write(`The whole report is in ${reportFile}\n`)
      return 0
    } catch (error) {
      if (!(error instanceof BrokenExport)) throw error
      process.stderr.write(`Nothing was imported. ${explainBrokenExport(error)}\n`)
      return 1
    } finally {
      await closePayload(payload)
    }
  },
}
