// Runs before every command, on any Node from 20.19 and before anything is installed, so it uses nothing but Node.
// Installs the locked packages where they are missing or others, then bundles the project's own code into dist/.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const runtime = join(root, 'node_modules', '.bin', 'node')

function fail(line) {
  process.stderr.write(`${line}\n`)
  process.exit(1)
}

function isOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  return major < 20 || (major === 20 && minor < 19)
}

function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
  } catch {
    return null
  }
}

// npm writes its own record of what it installed when it has finished, so that an interrupted installation has none.
function isInstalled() {
  const wanted = lockedPackages(join(root, 'package-lock.json'))
  const present = lockedPackages(join(root, 'node_modules', '.package-lock.json'))
  if (wanted === null) fail('package-lock.json is missing or damaged. Restore it: git checkout package-lock.json')
  if (present === null || !existsSync(runtime)) return false
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional, peer }]) => path === '' || optional || devOptional || peer || present[path]?.version === version,
  )
}

function install() {
  const npm = spawnSync('npm', ['--version'], { encoding: 'utf8' })
  if (npm.status !== 0) fail('npm was not found. It comes with Node.js: https://nodejs.org')
  process.stderr.write('Installing packages (a few minutes the first time) …\n')
  // Development packages are part of a checkout: the embedded database, the bundler and Node 24 are among them.
  const run = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: ['ignore', 2, 2] })
  if (run.status !== 0) fail('The packages could not be installed; the reason stands above.')
  const version = spawnSync(runtime, ['--version'], { encoding: 'utf8' })
  if (version.status !== 0) fail('Node 24 was not installed. If npm runs with ignore-scripts, allow scripts: npm ci --ignore-scripts=false')
}

async function bundle() {
  const { build } = await import('esbuild')
  const entries = readdirSync(join(root, 'commands')).filter((name) => name.endsWith('.ts'))
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: entries.map((name) => `commands/${name}`),
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // Chunks, so that what a command loads only when it needs it (Payload takes two seconds) is not loaded by all.
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    write: false,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    logLevel: 'error',
  })
  for (const { path, contents } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true })
    if (existsSync(path) && readFileSync(path).equals(contents)) continue
    // A rename, so that a command which starts at this moment reads the old file or the new one, never half of one.
    writeFileSync(`${path}.${process.pid}`, contents)
    renameSync(`${path}.${process.pid}`, path)
  }
}

if (isOldNode()) fail(`Handbill needs Node.js 20.19 or newer; this is ${process.versions.node}.`)
if (!isInstalled()) install()
await bundle().catch(() => process.exit(1))
