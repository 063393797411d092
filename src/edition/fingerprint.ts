import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { version } from 'react'

const WRITERS = ['record', 'site', 'syndication', 'edition']
let known: Promise<string> | undefined

/**
 * A word that changes when the same record would give other bytes: the code that writes pages, and the origin that stands in
 * them. An edition baked under another one is baked anew.
 */
export async function fingerprintOf(origin: string): Promise<string> {
  known ??= codeHash()
  return createHash('sha256').update(`${await known}\n${version}\n${origin}`).digest('hex')
}

async function codeHash(): Promise<string> {
  const hash = createHash('sha256')
  const sources = join(process.cwd(), 'src')
  if (!existsSync(join(sources, 'edition'))) return hash.update(await readFile(fileURLToPath(import.meta.url))).digest('hex')
  for (const folder of WRITERS) {
    const names = await readdir(join(sources, folder), { recursive: true, withFileTypes: true })
    const files = names.filter((name) => name.isFile()).map((name) => join(name.parentPath, name.name)).sort()
    for (const file of files) hash.update(await readFile(file))
  }
  return hash.digest('hex')
}
