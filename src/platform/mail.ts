import type { EmailAdapter } from 'payload'
import { mailSender, sendMail } from './send-mail'

/**
 * How Payload sends mail: as everything of ours is sent.
 *
 * @throws where it could not be sent, or may not have been.
 */
export const mail: EmailAdapter<void> = () => {
  const { name, address } = mailSender()
  return {
    name: 'handbill',
    defaultFromName: name,
    defaultFromAddress: address,
    async sendEmail(message) {
      const outcome = await sendMail(message)
      if (outcome.kind !== 'sent') throw outcome.error
    },
  }
}
