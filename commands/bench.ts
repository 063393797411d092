import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setEnvironment } from '../src/env'
import { startSystem } from '../tests/support/server'
import { startTestServer } from '../tests/support/test-server'
import { benchMemory } from './bench/memory'
import { benchPublishing } from './bench/publishing'
import { benchSaving } from './bench/saving'
import { benchScale } from './bench/scale'
import { benchServing } from './bench/serving'
import { keeps, table, type Measure } from './bench/table'
import { benchTyping } from './bench/typing'

const HELP = `npm run bench -- [--articles N] [PART …]

Measures the budgets and prints them as a table: serving, publishing, typing, memory, saving, scale, or only the parts named. Scale compares
N articles (10000; the budgets speak of 100000) with a thousand. Numbers that count are ratios of one run; run it on an idle machine.
`
const PARTS = ['serving', 'publishing', 'typing', 'memory', 'saving', 'scale']

const say = (line: string) => process.stdout.write(`${line}\n`)
const words = process.argv.slice(2)
if (words.includes('--help')) {
  say(HELP)
  process.exit(0)
}
const counted = words.indexOf('--articles')
const articles = counted === -1 ? 10_000 : Number(words.splice(counted, 2)[1])
const unknown = words.find((word) => !PARTS.includes(word))
if (unknown !== undefined || !Number.isInteger(articles) || articles < 1_000) {
  process.stderr.write(HELP)
  process.exit(2)
}
const wants = (...parts: string[]) => words.length === 0 || parts.some((part) => words.includes(part))
const measures: Measure[] = []

setEnvironment({ DATABASE_URL: undefined, DATA_DIR: undefined, LOG_LEVEL: 'error' })
if (wants('serving', 'publishing', 'typing')) {
  say('Starting a newsroom with the demo content …')
  const system = await startSystem({ demo: true })
  try {
    const article = `/articles/${readdirSync(join(system.dataDir, 'edition', 'public', 'articles')).find((name) => name.endsWith('.html'))?.replace(/\.html$/, '')}`
    if (wants('typing')) measures.push(...(await benchTyping(system)))
    if (wants('publishing')) measures.push(...(await benchPublishing(system)))
    if (wants('serving')) measures.push(...(await benchServing(system, article, say)))
  } finally {
    await system.stop()
  }
}
if (wants('memory')) {
  say('Starting another one, with npm run up …')
  measures.push(...(await benchMemory()))
}
if (wants('saving', 'scale')) {
  const server = await startTestServer()
  setEnvironment({ TEST_DATABASE_URL: server.url })
  try {
    if (wants('saving')) measures.push(...(await benchSaving()))
    setEnvironment({ TEST_DATABASE_URL: server.url })
    if (wants('scale')) measures.push(...(await benchScale(articles, say)))
  } finally {
    await server.stop()
  }
}
say(`\n${table(measures)}\n`)
process.exit(measures.every(keeps) ? 0 : 1)
