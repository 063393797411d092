import { parseArgs } from 'node:util'
import { verifyCaptures, type CapturesReport } from '../../src/captures/keep/verify'
import { env } from '../../src/env'
import { whileBaking } from '../../src/jobs/baking'
import { prove, type Proof, type Step } from '../../src/log/prove'
import { database } from '../../src/platform/database'
import { type Subcommand, UsageError } from './subcommand'

const STEPS: Record<Step | 'captures', string> = { chain: 'rows of the audit log read', publications: 'publications read', edition: 'parts of the edition read', captures: 'kept copies read' }

const CHAIN = { changed: 'was changed after it was written', unchained: 'is not linked to the row before it', missing: 'has rows missing before it' }
const PUBLICATION = {
  changed: 'does not say what its hash says',
  notLogged: 'was not made by any row of the audit log',
  otherHash: 'has another hash than the audit log says',
  order: 'does not follow or precede another publication of its document as it should',
  missing: 'is in the audit log, and gone from the record',
}
const FILE = {
  missing: 'is missing',
  changed: 'holds other bytes than were baked',
  form: 'does not unpack to its page',
  unknown: 'is served, and was never baked',
  manifest: 'can’t be read',
}

const COPY = { missing: 'is missing', changed: 'is not what was kept' }

/** What was proven of kept copies, in a line for people. */
export function capturesLine({ captures, files, firstWrong, wrong }: CapturesReport): string {
  if (firstWrong === null) return `ok     ${captures} kept copies with ${files} files.`
  return `WRONG  The file ${firstWrong.file} of the kept copy ${firstWrong.capture} ${COPY[firstWrong.problem]}${wrong === 1 ? '' : `; ${wrong} files are wrong in all`}.`
}

/** What was proven, in lines for people: first what is wrong, each by its name. */
export function proofLines({ chain, publications, edition }: Proof): string[] {
  const lines: string[] = []
  if (chain.firstWrong !== null) lines.push(`WRONG  Row ${chain.firstWrong.seq} of the audit log ${CHAIN[chain.firstWrong.problem]}.`)
  if (chain.cutAt !== null) {
    const end = chain.head === null ? 'is empty' : chain.head.seq < chain.cutAt ? `ends at row ${chain.head.seq}` : 'has another row in its place'
    lines.push(`WRONG  Row ${chain.cutAt}, which the edition knew, is not in the audit log: it ${end}.`)
  }
  const wrong = publications.firstWrong
  if (wrong !== null) lines.push(`WRONG  Publication ${wrong.publication} (${wrong.collection} ${wrong.document}) ${PUBLICATION[wrong.problem]}.`)
  if (edition.firstWrong !== null) lines.push(`WRONG  The edition’s file ${edition.firstWrong.file} ${FILE[edition.firstWrong.problem]}.`)
  if (chain.firstWrong === null && chain.cutAt === null) {
    lines.push(`ok     ${chain.rows} rows of the audit log${chain.kept === null ? '; the edition keeps none of them yet, so that a missing end would not show' : `, among them row ${chain.kept.seq}, which the edition knew`}.`)
  }
  if (wrong === null) lines.push(`ok     ${publications.publications} publications.`)
  if (edition.firstWrong === null) lines.push(edition.isBaked ? `ok     ${edition.files} files of the edition with their compressed forms${edition.isWhole ? '' : '; it is not whole yet, a bake is under way'}.` : 'ok     Nothing was baked yet.')
  return lines
}

export const subcommand: Subcommand = {
  usage: '[--json]',
  help: [
    'Proves that nothing was changed behind Handbill’s back: the audit log’s chain, every publication against it, every',
    'file of the edition against what was baked, and every kept copy of a source against its hashes. Names the first row or',
    'file that is wrong, and then ends with exit code 1.',
    '',
    '  --json   prints the result as JSON',
  ].join('\n'),
  needsDatabase: true,
  async run(args) {
    const { json } = (() => {
      try {
        return parseArgs({ args, options: { json: { type: 'boolean' } } }).values
      } catch (error) {
        throw new UsageError(error instanceof Error ? error.message : String(error))
      }
    })()
    let told = Date.now()
    const onProgress = (step: Step | 'captures', done: number, total: number): void => {
      if (Date.now() - told < 2_000) return
      told = Date.now()
      process.stderr.write(`${done} of ${total} ${STEPS[step]} …\n`)
    }
    const proof = await prove({
      db: database(),
      editionDir: env().editionDir,
      undisturbed: whileBaking,
      onProgress,
    })
    const captures = await verifyCaptures(database(), (done, total) => onProgress('captures', done, total))
    const isWell = proof.isWell && captures.firstWrong === null
    process.stdout.write(json === true ? `${JSON.stringify({ ...proof, captures, isWell }, null, 2)}\n` : `${[...proofLines(proof), capturesLine(captures)].join('\n')}\n`)
    return isWell ? 0 : 1
  },
}
