type Coded = { code?: unknown; message?: unknown; errors?: unknown }

const place = (url: string) => {
  const { hostname, port } = new URL(url)
  return `${hostname}:${port === '' ? '5432' : port}`
}

/** Why the database at `url` can't be used, in one line without its password. `error` is what connecting threw. */
export function databaseFailure(error: unknown, url: string): string {
  // Node tries every address of a name and wraps what each answered.
  const { errors } = error as Coded
  const { code, message } = (Array.isArray(errors) ? errors[0] : error) as Coded
  const { username, pathname } = new URL(url)
  const user = decodeURIComponent(username)
  switch (code) {
    case '28P01':
      return `PostgreSQL at ${place(url)} refused the password of "${user}". Correct DATABASE_URL.`
    case '28000':
      return `PostgreSQL at ${place(url)} does not let "${user}" in. Correct DATABASE_URL or the server's pg_hba.conf.`
    case '3D000':
      return `PostgreSQL at ${place(url)} has no database "${decodeURIComponent(pathname.slice(1))}". Create it, or correct DATABASE_URL.`
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EHOSTUNREACH':
    case 'ETIMEDOUT':
      return `PostgreSQL can't be reached at ${place(url)} (${String(code)}). Start it, or correct DATABASE_URL.`
    default:
      return `PostgreSQL at ${place(url)} can't be used: ${String(message)}`
  }
}

const FULL = 'The disk is full. Make room where DATA_DIR lies, then start again.'

/** PostgreSQL writes its log in files of 16 MB; with less than two of them free, nothing can be stored. */
const NOTHING_FREE = 32_000_000

/** One line about why a start failed with `free` octets left where DATA_DIR lies: whatever says it first, of a full disk it is that. */
export function reasonWith(free: number, error: unknown): string {
  return free < NOTHING_FREE ? FULL : plainReason(error)
}

/** One line for a person about anything that was thrown. */
export function plainReason(error: unknown): string {
  const { code, message } = error as Coded
  const text = typeof message === 'string' && message !== '' ? message : String(error)
  if (code === 'ENOSPC' || code === 'EDQUOT' || text.includes('No space left on device')) return FULL
  if (code === 'EACCES' || code === 'EROFS') return `Not allowed to write: ${text}. DATA_DIR must be a folder of yours.`
  return text.split('\n')[0] as string
}
