import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** The lowest version that may be installed, and what lower ones let happen. An audit service is not always to be reached; this list is. */
const FLOORS: [name: string, floor: string, closes: string][] = [
  ['payload', '3.90.0', '18 advisories of October 2026, CVE-2026-105805 to 105868: writes without login, privilege by field name, leaks by sorting'],
  ['payload', '3.74.0', 'CVE-2026-25544: SQL injection through JSON and rich-text queries; CVE-2026-25574: preferences of others'],
  ['@payloadcms/next', '3.90.0', 'the same, in the routes'],
  ['@payloadcms/db-postgres', '3.90.0', 'the same, in the queries'],
  ['@payloadcms/drizzle', '3.90.0', 'the same, in the queries'],
  ['@payloadcms/richtext-lexical', '3.90.0', 'the same, in the editor'],
  ['@payloadcms/ui', '3.90.0', 'the same, in the admin'],
  ['drizzle-orm', '0.45.2', 'CVE-2026-39356'],
  ['next', '16.4.2', 'CVE-2026-96889: code execution without login in the image optimizer and in "use cache" of 16.4.1'],
  ['next', '16.3.3', 'GHSA-2xp9-vwfh-vxw4, GHSA-p293-qw3h-jr36, GHSA-89xv-2m56-2m9x: code execution, and requests forged by Server Actions'],
  ['react', '19.2.6', 'CVE-2026-23870: denial of service through server components'],
  ['react-dom', '19.2.6', 'CVE-2026-23870'],
  ['sharp', '0.35.4', 'GHSA-rgj7-g3m4-5g8c: code execution through libheif; GHSA-f88m-g3jw-g9cj'],
]

type Lock = { packages: Record<string, { version?: string; optionalDependencies?: Record<string, string> }> }
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string>; devDependencies: Record<string, string> }

const installed = (name: string) => Object.entries(packages).filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`)).map(([, { version }]) => version as string)

/** Compares dotted versions by number; a pre-release counts as its release. */
function isAtLeast(version: string, floor: string): boolean {
  const parts = (text: string) => (text.split('-')[0] as string).split('.').map(Number)
  const [have, want] = [parts(version), parts(floor)]
  for (let index = 0; index < 3; index++) if (have[index] !== want[index]) return (have[index] ?? 0) > (want[index] ?? 0)
  return true
}

describe('no package with a known hole', () => {
  it.each(FLOORS)('%s is at least %s (%s)', (name, floor) => {
    const versions = installed(name)
    expect(versions.length, `${name} is not installed at all`).toBeGreaterThan(0)
    for (const version of versions) expect(isAtLeast(version, floor), `${name}@${version}`).toBe(true)
  })

  it('compares versions by number, not by letter', () => {
    expect(isAtLeast('16.10.0', '16.4.2')).toBe(true)
    expect(isAtLeast('16.4.1', '16.4.2')).toBe(false)
    expect(isAtLeast('0.35.4', '0.35.4')).toBe(true)
  })

  it('and none that could change by itself: every version is exact', () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    expect(loose).toEqual([])
  })

  it('and none that `npm ci` misses: packages for other systems are locked too, also by a machine that can not fetch them', () => {
    const isLocked = (from: string, name: string): boolean => {
      const path = from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`
      if (path in packages) return true
      return from !== '' && isLocked(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name)
    }
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies }]) => Object.keys(optionalDependencies ?? {}).filter((name) => !isLocked(path, name)).map((name) => `${name} of ${path}`))
    expect(missing).toEqual([])
  })

  it("and none of Payload's parts in another version than Payload", () => {
    for (const [name, version] of Object.entries(manifest.dependencies)) if (name.startsWith('@payloadcms/')) expect(version, name).toBe(manifest.dependencies.payload)
  })
})
