import { build } from 'esbuild'
import { existsSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { describe, expect, it } from 'vitest'
import { subcommands } from '../../../commands/handbill/subcommands'

const compose = readFileSync('docker-compose.yml', 'utf8')
const dockerfile = readFileSync('Dockerfile', 'utf8')
const ignored = readFileSync('.dockerignore', 'utf8').trim().split('\n')
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> }

const started = [...new Set([...`${compose}\n${dockerfile}`.matchAll(/"node", "dist\/([\w-]+)\.mjs"/g)].map(([, name]) => name as string))]

/** A service of the compose file with its lines, as far as the next one. */
const service = (name: string) => new RegExp(`^  ${name}:\\n((?:    .*\\n|\\n)+)`, 'm').exec(compose)?.[1] ?? ''

describe('the containers', () => {
  it('start commands that exist', () => {
    expect(started.sort()).toEqual(['cms', 'handbill', 'health', 'worker'])
    for (const name of started) expect(existsSync(`commands/${name}.ts`), name).toBe(true)
    expect(compose).toContain('"dist/handbill.mjs", "migrate"')
    expect(Object.keys(subcommands)).toContain('migrate')
  })

  it('find every package that these load among the production ones, as the image has no others', async () => {
    const { metafile } = await build({
      entryPoints: started.map((name) => `commands/${name}.ts`),
      outdir: 'dist',
      bundle: true,
      splitting: true,
      write: false,
      metafile: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      jsx: 'automatic',
    })
    const imports = Object.values(metafile.outputs).flatMap((output) => output.imports.filter(({ external }) => external).map(({ path }) => path))
    const packages = new Set(imports.filter((path) => !isBuiltin(path)).map((path) => path.split('/').slice(0, path.startsWith('@') ? 2 : 1).join('/')))
    expect(packages.size).toBeGreaterThan(8)
    for (const name of packages) expect(Object.keys(manifest.dependencies), name).toContain(name)
  })

  it('copy what the checkout or an earlier stage has', () => {
    for (const [, from, paths] of dockerfile.matchAll(/^COPY (?:--from=(\w+) )?(.+)$/gm)) {
      const sources = (paths as string).split(' ').slice(0, -1)
      if (from === undefined) for (const path of sources) expect(path === '.' || (existsSync(path) && !ignored.includes(path)), path).toBe(true)
      else expect(dockerfile).toMatch(new RegExp(`^FROM base AS ${from}$`, 'm'))
    }
  })

  it('never take secrets, data or a finished installation along', () => {
    expect(ignored).toEqual(expect.arrayContaining(['.git', '.env', '.data', 'node_modules', '.next', 'dist']))
  })

  it('do not run as root, and hold no secret of their own', () => {
    expect(dockerfile).toMatch(/^USER node$/m)
    expect(compose).toContain('${PAYLOAD_SECRET:?')
    expect(compose).toContain('${POSTGRES_PASSWORD:?')
    expect(`${compose}${dockerfile}`).not.toMatch(/(SECRET|PASSWORD)\s*[:=]\s*["']?[A-Za-z0-9]{6,}/)
  })

  it('keep the database, the media, the edition and the copies of sources when they are replaced', () => {
    expect(service('database')).toContain('image: postgres:18\n')
    expect(service('database')).toContain('- database:/var/lib/postgresql\n')
    expect(compose).toMatch(/^volumes:\n {2}database:\n {2}media:\n {2}edition:\n {2}captures:\n/m)
    expect(service('web')).toContain('- edition:/edition:ro')
  })

  it('begin in their order, each with a check of its health', () => {
    expect(service('migrate')).toMatch(/database:\n\s+condition: service_healthy/)
    for (const name of ['cms', 'worker']) expect(service(name)).toMatch(/migrate:\n\s+condition: service_completed_successfully/)
    for (const name of ['database', 'cms', 'worker', 'web']) expect(service(name)).toContain('healthcheck:')
    expect(service('migrate')).toContain('restart: "no"')
  })

  it('give nginx every variable that its configuration names', () => {
    const template = readFileSync('deploy/nginx/handbill.conf.template', 'utf8')
    const named = new Set([...template.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name as string))
    expect(named.size).toBe(4)
    for (const name of named) expect(service('web')).toContain(`${name}:`)
    expect(service('web')).toContain('handbill.conf.template:/etc/nginx/templates/default.conf.template')
  })
})
