import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer'
import { ulid } from 'ulid'
import { env } from '@/env'
import { dataPath } from './data-directory'

/**
 * What became of a mail. `notSent`: certainly not handed over; `isFinal` where the server will never take it, `isAway` where it took
 * nothing at all just now. `unknown`: it was on its way when the connection went, so it may have arrived or not.
 */
export type MailOutcome = { kind: 'sent' } | { kind: 'notSent'; isFinal: boolean; isAway: boolean; error: Error } | { kind: 'unknown'; error: Error }

const CONNECT_MS = 10_000
const SILENCE_MS = 30_000

/** Under which name and address Handbill sends mail. */
export function mailSender(): { name: string; address: string } {
  return { name: 'Handbill', address: `desk@${mailHost()}` }
}

/** The host in addresses of our mails and in their identifiers. */
export function mailHost(): string {
  const host = new URL(env().siteUrl).hostname
  return /^[\d.]+$|:/.test(host) || host === 'localhost' ? 'handbill.invalid' : host
}

/**
 * Sends a mail over SMTP_URL or, where that is unset, keeps it as an `.eml` file in `DATA_DIR/mail`, which only the owner of the
 * folder can read. `fileName` (without its ending) makes the same mail, kept twice, one file. Nothing of a mail is written to the
 * log, since it can hold a link that lets one in. Never throws for what a server or a disk does.
 */
export async function sendMail(message: SendMailOptions, { fileName = ulid() }: { fileName?: string } = {}): Promise<MailOutcome> {
  const { smtpUrl } = env()
  if (smtpUrl !== null) return overSmtp(smtpUrl, message)
  try {
    await keep(message, fileName)
    return { kind: 'sent' }
  } catch (error) {
    return { kind: 'notSent', isFinal: false, isAway: true, error: error as Error }
  }
}

async function keep(message: SendMailOptions, fileName: string): Promise<void> {
  const made = await createTransport({ streamTransport: true, buffer: true }).sendMail(message)
  const folder = dataPath('mail')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${fileName}.eml`)
  writeFileSync(`${file}.part`, made.message as Buffer, { mode: 0o600 })
  renameSync(`${file}.part`, file)
}

async function overSmtp(url: string, message: SendMailOptions): Promise<MailOutcome> {
  const transport = createTransport({ url, connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, dnsTimeout: CONNECT_MS, socketTimeout: SILENCE_MS, disableFileAccess: true, disableUrlAccess: true } as Parameters<typeof createTransport>[0])
  const progress = watch(transport)
  try {
    await transport.sendMail(message)
    return { kind: 'sent' }
  } catch (error) {
    return outcomeOf(error as SmtpError, progress.hasBegun)
  } finally {
    transport.close()
  }
}

type SmtpError = Error & { code?: string; command?: string; responseCode?: number }

function outcomeOf(error: SmtpError, hasBegun: boolean): MailOutcome {
  const { code, command, responseCode } = error
  // An answer of the server is a refusal, whatever it had been sent before.
  const isAnswered = typeof responseCode === 'number' && responseCode >= 400
  if (hasBegun && !isAnswered) return { kind: 'unknown', error }
  // What it says of a recipient or of the words concerns this mail; of sender, name or password, every one.
  const isAboutMail = (code === 'EENVELOPE' && command !== 'MAIL FROM') || code === 'EMESSAGE'
  return { kind: 'notSent', isFinal: isAboutMail && (!isAnswered || responseCode >= 500), isAway: !isAboutMail, error }
}

/** Tells whether the words of a mail have begun to go over the wire: until the server asks for them, nothing of it can arrive. */
function watch(transport: Transporter): { hasBegun: boolean } {
  const progress = { hasBegun: false }
  transport.use('stream', (mail, done) => {
    const { message } = mail
    const whole = message.createReadStream.bind(message)
    message.createReadStream = (options) =>
      // A generator begins with the first read.
      Readable.from(
        (async function* () {
          progress.hasBegun = true
          yield* whole(options) as AsyncIterable<Buffer>
        })(),
        { objectMode: false },
      )
    done()
  })
  return progress
}
