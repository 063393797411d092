import { execFileSync, spawnSync } from 'node:child_process'

/** How to run PostgreSQL's programs: a command in front of them, and the account to run them as. */
export type ServerAccount = { prefix: string[]; uid?: number; gid?: number }

const accountName = 'postgres'

function idsOf(name: string): { uid: number; gid: number } | null {
  const id = (flag: string) => spawnSync('id', [flag, name], { encoding: 'utf8' })
  const [uid, gid] = [id('-u'), id('-g')]
  return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : null
}

function makeAccount(): { uid: number; gid: number } {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', accountName], { stdio: 'pipe' })
  } catch {
    throw new Error(`PostgreSQL does not run as root, and the account "${accountName}" for it could not be made. Run as an ordinary user, or set DATABASE_URL.`)
  }
  const ids = idsOf(accountName)
  if (ids === null) throw new Error(`The account "${accountName}" was made but can't be found.`)
  return ids
}

function reaches(account: ServerAccount, program: string, folder: string): boolean {
  const [command, ...args] = [...account.prefix, '/bin/sh', '-c', 'cd "$1" && "$2" --version', 'sh', folder, program]
  return spawnSync(command as string, args, { uid: account.uid, gid: account.gid, stdio: 'ignore' }).status === 0
}

/**
 * The account that runs the embedded server. PostgreSQL refuses to run as root, so root hands it to the account
 * `postgres`, made where it is missing. Below a folder that is closed to others, such as /root, that account keeps one
 * capability, to pass through folders; the server's own files stay its own.
 *
 * @throws where root can't make the account, or the account can reach `program` or `folder` in neither way.
 */
export function serverAccount(program: string, folder: string): ServerAccount {
  if (process.getuid?.() !== 0) return { prefix: [] }
  const ids = idsOf(accountName) ?? makeAccount()
  const plain: ServerAccount = { prefix: [], ...ids }
  if (reaches(plain, program, folder)) return plain
  for (const capability of ['dac_read_search', 'dac_override']) {
    const { uid, gid } = ids
    const prefix = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', `--inh-caps=+${capability}`, `--ambient-caps=+${capability}`, '--']
    if (reaches({ prefix }, program, folder)) return { prefix }
  }
  throw new Error(`PostgreSQL does not run as root, and its account "${accountName}" may not enter ${folder}. Move the checkout to a folder that others may pass through, or run as an ordinary user, or set DATABASE_URL.`)
}
