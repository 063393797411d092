import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { EmailAdapter } from 'payload'
import { ulid } from 'ulid'
import { env } from '@/env'
import { dataPath } from './data-directory'

/**
 * How Payload sends mail: over SMTP_URL, or, where that is unset, as `.eml` files in `DATA_DIR/mail`, which only the
 * owner of the folder can read. Nothing of a mail is written to the log, since it can hold a link that lets one in.
 */
export const mail: EmailAdapter<void> = () => {
  const host = new URL(env().siteUrl).hostname
  return {
    name: 'handbill',
    defaultFromName: 'Handbill',
    defaultFromAddress: `desk@${/^[\d.]+$/.test(host) || host === 'localhost' ? 'handbill.invalid' : host}`,
    async sendEmail(message) {
      const { smtpUrl } = env()
      if (smtpUrl !== null) {
        await createTransport(smtpUrl).sendMail(message)
        return
      }
      const made = await createTransport({ streamTransport: true, buffer: true }).sendMail(message)
      const folder = dataPath('mail')
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const file = join(folder, `${ulid()}.eml`)
      writeFileSync(`${file}.part`, made.message as Buffer, { mode: 0o600 })
      renameSync(`${file}.part`, file)
    },
  }
}
