import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { type Role, ROLES } from '../../src/permissions/roles'
import { database } from '../../src/platform/database'
import { migrate } from './migrate'
import { type Subcommand, UsageError } from './subcommand'

const SHORTEST = 12

type Account = { email: string; name: string; roles: Role[]; password: string; isOurs: boolean }

function isRole(word: string): word is Role {
  return (ROLES as readonly string[]).includes(word)
}

/**
 * Reads the words after `user add`.
 *
 * @throws UsageError saying what is missing or wrong.
 */
export function accountFrom(args: string[]): Account {
  const values = (() => {
    try {
      return parseArgs({ args, options: { email: { type: 'string' }, name: { type: 'string' }, role: { type: 'string', multiple: true }, password: { type: 'string' } } }).values
    } catch (error) {
      throw new UsageError(error instanceof Error ? error.message : String(error))
    }
  })()
  const [email, name] = [values.email?.trim().toLowerCase() ?? '', values.name?.trim() ?? '']
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw new UsageError('--email wants an e-mail address.')
  if (name === '') throw new UsageError('--name wants the name that colleagues see.')
  const words = (values.role ?? []).flatMap((role) => role.split(',')).map((role) => role.trim())
  const wrong = words.find((role) => !isRole(role))
  if (wrong !== undefined || words.length === 0) throw new UsageError(`${wrong === undefined ? '--role is missing' : `There is no role "${wrong}"`}. Roles: ${ROLES.join(', ')}.`)
  if (values.password !== undefined && values.password.length < SHORTEST) throw new UsageError(`--password wants at least ${SHORTEST} characters.`)
  return { email, name, roles: words.filter(isRole), password: values.password ?? randomBytes(12).toString('base64url'), isOurs: values.password === undefined }
}

export const subcommand: Subcommand = {
  usage: '--email ADDRESS --name NAME --role ROLE [--role ROLE …] [--password PASSWORD]',
  help: [
    'Adds an account. Without --password one is made at random and printed, once.',
    '',
    `Roles: ${ROLES.join(', ')}. Several add up; an administrator runs the system and has no editorial right by that alone.`,
  ].join('\n'),
  needsDatabase: true,
  async run(args) {
    const { email, name, roles, password, isOurs } = accountFrom(args)
    await migrate()
    if (((await database().query('select 1 from users where email = $1', [email])).rowCount ?? 0) > 0) throw new Error(`There is an account for ${email} already.`)
    const [{ getPayload }, { default: config }, { closePayload }] = await Promise.all([import('payload'), import('../../src/payload.config'), import('../../src/platform/payload-database')])
    const payload = await getPayload({ config, disableOnInit: true })
    await payload.create({ collection: 'users', data: { email, name, roles, password }, overrideAccess: true })
    await closePayload(payload)
    process.stdout.write(`${name} can sign in as ${email}.${isOurs ? ` Password: ${password}` : ''}\n`)
    return 0
  },
}
