import { spawnSync } from 'node:child_process'

const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

/** Whether Debian's bibutils can be run here; installed first where root runs the tests and apt is there. */
export function hasBibutils(): boolean {
  if (has('bib2xml')) return true
  if (process.getuid?.() !== 0 || !has('apt-get')) return false
  spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore', timeout: 300_000 })
  spawnSync('sh', ['-c', 'DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends bibutils'], { stdio: 'ignore', timeout: 300_000 })
  return has('bib2xml')
}

/** What one of its programs writes for `input`, as UTF-8 without a byte order mark. Throws where it fails. */
export function convert(program: 'bib2xml' | 'xml2bib' | 'ris2xml' | 'xml2ris', input: string): string {
  const run = spawnSync(program, program.startsWith('xml2') ? ['-nb'] : ['-i', 'unicode', '-nt'], { input, encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`${program}: ${run.stderr}`)
  return run.stdout.replace(/^\ufeff/, '')
}
