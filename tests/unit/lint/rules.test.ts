import { Linter } from 'eslint'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import config from '../../../eslint.config.mjs'
import { fileNames } from '../../../eslint-rules/file-names.mjs'
import { layers, objection } from '../../../eslint-rules/layers.mjs'
import { overridesAccess } from '../../../eslint-rules/overrides-access.mjs'

const rules = { layers, 'overrides-access': overridesAccess, 'file-names': fileNames }

function complaints(rule: keyof typeof rules, file: string, code: string): string[] {
  const linter = new Linter({ cwd: process.cwd() })
  const setting = { plugins: { handbill: { rules } }, rules: { [`handbill/${rule}`]: 'error' }, files: ['**/*.ts', '**/*.mjs'] } as unknown as Linter.Config
  return linter.verify(code, setting, { filename: join(process.cwd(), file) }).map(({ message }) => message)
}

describe('imports point one way', () => {
  it.each([
    ['src/site/page.ts', "import { getPayload } from 'payload'"],
    ['src/site/page.ts', "import { readFileSync } from 'node:fs'"],
    ['src/syndication/rss.ts', "import next from 'next/server'"],
    ['src/syndication/rss.ts', "import pg from 'pg'"],
    ['src/record/paths.ts', "import { env } from '../env'"],
    ['src/review/machine.ts', "import { publish } from '@/publishing/publish'"],
    ['src/review/store.ts', "import { Articles } from '../articles/collection'"],
    ['src/publishing/publish.ts', "export * from '../articles/present'"],
    ['src/articles/collection.ts', "import { page } from '../app/page'"],
    ['src/jobs/worker.ts', "const { getPayload } = await import('payload')"],
    ['src/permissions/can.ts', "import { readFileSync } from 'node:fs'"],
    ['src/review/machine.ts', "import pg from 'pg'"],
  ])('refuses in %s: %s', (file, code) => {
    expect(complaints('layers', file, code)).toHaveLength(1)
  })

  it.each([
    ['src/articles/collection.ts', "import { reviewed } from '../review/reviewed'"],
    ['src/articles/fields.ts', "import { Topics } from '@/topics/collection'"],
    ['src/site/page.ts', "import { pathOf } from '../record/paths'"],
    ['src/record/content-hash.ts', "import { createHash } from 'node:crypto'"],
    ['src/publishing/publish.ts', "import { append } from '../audit/append'"],
    ['src/app/route.ts', "import { render } from '@/site/render'"],
    ['tests/unit/x.test.ts', "import { Articles } from '../../src/articles/collection'"],
  ])('allows in %s: %s', (file, code) => {
    expect(complaints('layers', file, code)).toEqual([])
  })

  it('wants every new folder to be given its place', () => {
    expect(objection('somewhere-new', 'record')).toContain('has no place')
    expect(objection('articles', 'somewhere-new')).toContain('has no place')
  })
})

describe('calls of the Local API state whether access is overridden', () => {
  it.each([
    "await payload.find({ collection: 'articles' })",
    "await req.payload.update({ collection: 'articles', id, data })",
    'await payload.delete(options)',
    'await payload.create()',
  ])('refuses %s', (code) => {
    expect(complaints('overrides-access', 'src/x.mjs', code)).toHaveLength(1)
  })

  it.each(["await payload.find({ collection: 'articles', overrideAccess: false, user })", 'await payload.db.find({})', 'await list.find(isOpen)', "payload.logger.info('x')"])('allows %s', (code) => {
    expect(complaints('overrides-access', 'src/x.mjs', code)).toEqual([])
  })
})

describe('names of files', () => {
  it('refuses what is not kebab case', () => {
    expect(complaints('file-names', 'src/site/articlePage.mjs', '')).toHaveLength(1)
    expect(complaints('file-names', 'src/site/Article.mjs', '')).toHaveLength(1)
  })
  it('allows kebab case, also in folders that Next names', () => {
    expect(complaints('file-names', 'src/app/(site)/[[...path]]/route.mjs', '')).toEqual([])
    expect(complaints('file-names', 'tests/unit/article-page.test.mjs', '')).toEqual([])
  })
})

describe('the whole configuration', () => {
  const all = (file: string, code: string) =>
    new Linter({ cwd: process.cwd() }).verify(code, config as Linter.Config[], { filename: join(process.cwd(), file) }).map(({ ruleId }) => ruleId)

  it('lets only src/env.ts read process.env', () => {
    expect(all('src/jobs/worker.ts', "export const port = process.env['PORT']")).toContain('no-restricted-syntax')
    expect(all('tests/unit/x.test.ts', 'export const { PORT } = process.env')).toContain('no-restricted-syntax')
    expect(all('src/env.ts', "export const port = process.env['PORT']")).toEqual([])
  })
  it('knows no warnings, and no comment that turns a rule off', () => {
    expect(all('src/jobs/worker.ts', '// eslint-disable-next-line\nexport const port = process.env.PORT')).toContain('no-restricted-syntax')
  })
})
