import { readFileSync, rmSync, writeFileSync, linkSync } from 'node:fs'
import { birthOf } from './processes'

/** Who uses a data directory's embedded database: one supervisor or command at a time. */
export type Instance = { pid: number; birth: string; command: string; databaseUrl: string | null; children: { pid: number; birth: string; name: string }[] }

function read(file: string): Instance | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Instance
  } catch {
    return null
  }
}

/** The live process that holds `file`; null where nobody does, or a process that was killed. */
export function holder(file: string): Instance | null {
  const instance = read(file)
  return instance !== null && birthOf(instance.pid) === instance.birth ? instance : null
}

/** What a killed holder left running: children that are the very processes it had started. */
export function orphans(file: string): Instance['children'] {
  if (holder(file) !== null) return []
  return (read(file)?.children ?? []).filter(({ pid, birth }) => birthOf(pid) === birth)
}

export type Hold = { update(changes: Partial<Pick<Instance, 'databaseUrl' | 'children'>>): void; release(): void }

/** Takes `file` for this process. Returns null where another live process holds it. */
export function hold(file: string, command: string): Hold | null {
  if (holder(file) !== null) return null
  rmSync(file, { force: true })
  let instance: Instance = { pid: process.pid, birth: birthOf(process.pid) ?? '', command, databaseUrl: null, children: [] }
  const draft = `${file}.${process.pid}`
  const write = (path: string) => writeFileSync(path, `${JSON.stringify(instance)}\n`, { mode: 0o600 })
  write(draft)
  try {
    // Of two that start at once, only one can make the link.
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return {
    update(changes) {
      instance = { ...instance, ...changes }
      write(file)
    },
    release: () => rmSync(file, { force: true }),
  }
}
