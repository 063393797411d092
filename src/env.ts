import { isIP } from 'node:net'
import { isAbsolute, join, resolve } from 'node:path'

/** How pages that are cited are fetched. */
export type FetchSettings = {
  /** Nothing is fetched at all. */
  isOff: boolean
  /** URL of a SOCKS5 proxy, perhaps with user and password, that every connection goes through. */
  proxy: string | null
  /** "address:port" of the one name server that is asked; null stands for those of this machine. */
  dns: string | null
  /** Names, or "name:port", that stand for ports of this machine, in tests and drills. Where it is set, nothing else is dialled. */
  testHosts: ReadonlyMap<string, { address: string; port: number }> | null
}

export type Environment = {
  /** Connection URL of PostgreSQL; null stands for the embedded server below `dataDir`. */
  databaseUrl: string | null
  /** Absolute paths of the folders that hold state. */
  dataDir: string
  mediaDir: string
  editionDir: string
  /** Interface and port on which readers and editors are answered. */
  host: string
  port: number
  /** Port of the desk on the loopback interface; null lets the supervisor choose a free one. */
  cmsPort: number | null
  /** Origins without a trailing slash: of the public site, and of the desk where it has a host of its own. */
  siteUrl: string
  adminUrl: string
  /** Every origin from which the desk accepts a signed-in browser. Goes into Payload's `csrf`. */
  trustedOrigins: string[]
  /** The configured secret; null lets `payloadSecret()` make one and keep it in the data directory. */
  payloadSecret: string | null
  demoPassword: string | null
  smtpUrl: string | null
  /** How many reverse proxies stand in front and set X-Forwarded-For; 0 trusts nobody. */
  trustProxy: number
  fetching: FetchSettings
  mode: 'production' | 'development' | 'test'
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** The folder from which a command was called, against which the paths that a person typed are read. */
  calledFrom: string
  /** A migrated database that tests copy; null lets the test run start a server of its own. */
  testDatabaseUrl: string | null
  /** A browser for screenshots of sources and for end-to-end tests, in place of the one that is found. */
  chromiumPath: string | null
  /** Whether a screenshot is taken of each page that is kept, where there is a browser. */
  screenshots: 'on' | 'off'
  /** Milliseconds for which a host is left alone between two copies of its pages. */
  capturePauseMs: number
  /** The Wayback Machine's Save Page Now, with the keys of an account; null where nothing is to be given to it. */
  wayback: { url: string; key: string; secret: string } | null
  /** True while `next build` runs, which has neither database nor secret. */
  isBuilding: boolean
}

type Source = Readonly<Record<string, string | undefined>>

/** A variable that holds what it can't: `variable` names it, the message says what would be right. */
export class EnvironmentError extends Error {
  constructor(
    readonly variable: string,
    problem: string,
  ) {
    super(`${variable} ${problem}`)
    this.name = 'EnvironmentError'
  }
}

const loopbackNames = ['127.0.0.1', 'localhost']

function text(source: Source, variable: string): string | null {
  const value = source[variable]?.trim()
  return value === undefined || value === '' ? null : value
}

function folder(source: Source, variable: string, fallback: string): string {
  const value = text(source, variable) ?? fallback
  // The comment keeps the bundler from tracing the whole working directory into the build.
  return isAbsolute(value) ? value : resolve(/* turbopackIgnore: true */ process.cwd(), value)
}

function port(source: Source, variable: string): number | null {
  const value = text(source, variable)
  if (value === null) return null
  const number = Number(value)
  if (!/^\d+$/.test(value) || number < 1 || number > 65535) throw new EnvironmentError(variable, `must be a port from 1 to 65535, not "${value}"`)
  return number
}

function oneOf<T extends string>(source: Source, variable: string, allowed: readonly T[], fallback: T): T {
  const value = text(source, variable)
  if (value === null) return fallback
  const found = allowed.find((word) => word === value)
  if (found === undefined) throw new EnvironmentError(variable, `must be one of ${allowed.join(', ')}, not "${value}"`)
  return found
}

// The value is left out of these messages: such URLs hold passwords.
function url(source: Source, variable: string, protocols: readonly string[]): URL | null {
  const value = text(source, variable)
  if (value === null) return null
  if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) {
    throw new EnvironmentError(variable, `must be a URL that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`)
  }
  return new URL(value)
}

function origin(source: Source, variable: string): string | null {
  const parsed = url(source, variable, ['http:', 'https:'])
  if (parsed === null) return null
  if (parsed.pathname !== '/' || parsed.search !== '' || parsed.hash !== '' || parsed.username !== '') {
    throw new EnvironmentError(variable, `must be an origin such as https://example.org, without path, query or user`)
  }
  return parsed.origin
}

function secret(source: Source): string | null {
  const value = text(source, 'PAYLOAD_SECRET')
  if (value !== null && value.length < 24) throw new EnvironmentError('PAYLOAD_SECRET', 'must be at least 24 characters long')
  return value
}

function proxies(source: Source): number {
  const value = text(source, 'TRUST_PROXY') ?? '0'
  if (!/^\d$/.test(value)) throw new EnvironmentError('TRUST_PROXY', `must be the number of proxies in front, 0 to 9, not "${value}"`)
  return Number(value)
}

function milliseconds(source: Source, variable: string, fallback: number): number {
  const value = text(source, variable) ?? String(fallback)
  if (!/^\d{1,6}$/.test(value)) throw new EnvironmentError(variable, `must be a number of milliseconds, not "${value}"`)
  return Number(value)
}

function wayback(source: Source): Environment['wayback'] {
  const address = origin(source, 'WAYBACK_URL') ?? 'https://web.archive.org'
  const [key, secret] = [text(source, 'WAYBACK_KEY'), text(source, 'WAYBACK_SECRET')]
  if (key === null && secret === null) return null
  if (key === null) throw new EnvironmentError('WAYBACK_KEY', 'must be set where WAYBACK_SECRET is')
  if (secret === null) throw new EnvironmentError('WAYBACK_SECRET', 'must be set where WAYBACK_KEY is')
  return { url: address, key, secret }
}

/** "127.0.0.1:53", "[::1]:53" or an address alone, as it is; null where it is neither. */
function addressAndPort(value: string): { address: string; port: number | null } | null {
  const match = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(value)
  const address = match?.[1] ?? match?.[2] ?? ''
  const port = match?.[3] === undefined ? null : Number(match[3])
  return isIP(address) === 0 || port === 0 || (port ?? 1) > 65535 ? null : { address, port }
}

function nameServer(source: Source): string | null {
  const value = text(source, 'FETCH_DNS')
  if (value !== null && addressAndPort(value) === null) throw new EnvironmentError('FETCH_DNS', `must be an IP address, with a port or without, such as 127.0.0.1:53, not "${value}"`)
  return value
}

function testHosts(source: Source): FetchSettings['testHosts'] {
  const value = text(source, 'FETCH_TEST_HOSTS')
  if (value === null) return null
  const pairs = value.split(',').map((pair) => {
    const [name = '', place = ''] = pair.split('=').map((part) => part.trim())
    const local = addressAndPort(place)
    const isLoopback = local !== null && (local.address.startsWith('127.') || local.address === '::1')
    if (!/^[a-z0-9.-]+(:(80|443))?$/.test(name) || !isLoopback || local.port === null) throw new EnvironmentError('FETCH_TEST_HOSTS', `must be pairs such as site.test=127.0.0.1:4010, with commas between them, not "${pair}"`)
    return [name, { address: local.address, port: local.port }] as const
  })
  return new Map(pairs)
}

function fetchSettings(source: Source): FetchSettings {
  const proxy = url(source, 'FETCH_PROXY', ['socks5:', 'socks5h:'])
  return { isOff: oneOf(source, 'FETCH', ['on', 'off'] as const, 'on') === 'off', proxy: proxy?.href ?? null, dns: nameServer(source), testHosts: testHosts(source) }
}

/** A loopback address is one place under two names; a browser that opened either is signed in on that one. */
function namesOf(address: string): string[] {
  const parsed = new URL(address)
  if (!loopbackNames.includes(parsed.hostname)) return [address]
  return loopbackNames.map((name) => `${parsed.protocol}//${name}${parsed.port === '' ? '' : `:${parsed.port}`}`)
}

/**
 * Reads a set of variables into an `Environment`, without touching disk or network.
 *
 * @throws EnvironmentError naming the first variable that can't be used.
 */
export function parseEnvironment(source: Source): Environment {
  const listening = port(source, 'PORT') ?? 3000
  const dataDir = folder(source, 'DATA_DIR', '.data')
  const siteUrl = origin(source, 'SITE_URL') ?? `http://127.0.0.1:${listening}`
  const adminUrl = origin(source, 'ADMIN_URL') ?? siteUrl
  url(source, 'DATABASE_URL', ['postgres:', 'postgresql:'])
  url(source, 'SMTP_URL', ['smtp:', 'smtps:'])
  return {
    databaseUrl: text(source, 'DATABASE_URL'),
    dataDir,
    mediaDir: folder(source, 'MEDIA_DIR', join(dataDir, 'media')),
    editionDir: folder(source, 'EDITION_DIR', join(dataDir, 'edition')),
    host: text(source, 'HOST') ?? '127.0.0.1',
    port: listening,
    cmsPort: port(source, 'CMS_PORT'),
    siteUrl,
    adminUrl,
    trustedOrigins: [...new Set([siteUrl, adminUrl, `http://127.0.0.1:${listening}`].flatMap(namesOf))],
    payloadSecret: secret(source),
    demoPassword: text(source, 'DEMO_PASSWORD'),
    smtpUrl: text(source, 'SMTP_URL'),
    trustProxy: proxies(source),
    fetching: fetchSettings(source),
    mode: oneOf(source, 'NODE_ENV', ['production', 'development', 'test'] as const, 'development'),
    logLevel: oneOf(source, 'LOG_LEVEL', ['debug', 'info', 'warn', 'error', 'silent'] as const, 'info'),
    calledFrom: folder(source, 'INIT_CWD', '.'),
    testDatabaseUrl: text(source, 'TEST_DATABASE_URL'),
    chromiumPath: text(source, 'CHROMIUM_PATH'),
    screenshots: oneOf(source, 'SCREENSHOTS', ['on', 'off'] as const, 'on'),
    capturePauseMs: milliseconds(source, 'CAPTURE_PAUSE_MS', 2_000),
    wayback: wayback(source),
    isBuilding: source.NEXT_PHASE === 'phase-production-build',
  }
}

let parsed: Environment | undefined

/**
 * The environment of this process, read on first use so that importing a module never fails for want of a variable.
 *
 * @throws EnvironmentError naming the first variable that can't be used.
 */
export function env(): Environment {
  return (parsed ??= parseEnvironment(process.env))
}

/** What a child process inherits: this process's variables with `changes` laid over them; undefined removes one. */
export function environmentOfChild(changes: Source): NodeJS.ProcessEnv {
  return { ...process.env, ...changes } as NodeJS.ProcessEnv
}

/** All that the fetcher is told: neither the database nor a secret, since it reads what strangers send. */
export function environmentOfFetcher(): NodeJS.ProcessEnv {
  const told = ['NODE_ENV', 'FETCH', 'FETCH_PROXY', 'FETCH_DNS', 'FETCH_TEST_HOSTS']
  return Object.fromEntries(told.flatMap((variable) => (process.env[variable] === undefined ? [] : [[variable, process.env[variable]]]))) as NodeJS.ProcessEnv
}

/** Sets variables for the rest of this process, as a command does once it has started the embedded database. */
export function setEnvironment(changes: Source): void {
  for (const [variable, value] of Object.entries(changes)) {
    if (value === undefined) delete process.env[variable]
    else process.env[variable] = value
  }
  parsed = undefined
}
