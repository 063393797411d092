import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from '@/edition/whole-file'
import { dataPath } from '@/platform/data-directory'
import { redactMail } from './redact-mail'
import { redactText, type Wanted } from './redact-text'

/** Folders below DATA_DIR that keep words: mails where no server sends them, and reports of imports. */
const FOLDERS = { mail: /\.eml$/, imports: /\.(json|txt|md|csv)$/ } as const

/** Erases the wanted words from files below DATA_DIR, and returns in how many. Each file is the old one or the new one, never a part. */
export async function redactFiles(wanted: Wanted): Promise<number> {
  let count = 0
  for (const [folder, isMeant] of Object.entries(FOLDERS)) {
    for (const name of await readdir(dataPath(folder), { recursive: true }).catch(() => [])) {
      if (!isMeant.test(name)) continue
      const file = join(dataPath(folder), name)
      const bytes = await readFile(file)
      const redacted = folder === 'mail' ? redactMail(bytes, wanted).mail : redactPlain(bytes, wanted)
      if (redacted === bytes) continue
      await writeWhole(file, redacted, { mode: 0o600 })
      count += 1
    }
  }
  return count
}

function redactPlain(bytes: Buffer, wanted: Wanted): Buffer {
  const { text, found } = redactText(bytes.toString('utf8'), wanted)
  return found.length === 0 ? bytes : Buffer.from(text, 'utf8')
}
