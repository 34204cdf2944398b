import nodemailer from 'nodemailer'
import { system } from '../../../kernel/actor.ts'
import type { App } from '../../../kernel/app.ts'
import { job } from '../../../kernel/module.ts'
import { perform } from '../../../kernel/perform.ts'
import { identity } from '../contract.ts'
import { settings } from './settings.ts'

type Asked = { personId: string; purpose: 'invite' | 'reset' }

const words = {
  invite: {
    subject: (organisation: string) => `You are invited to ${organisation} on Fullscore`,
    text: 'Choose a password with this link. It works once, for seven days:',
  },
  reset: {
    subject: (organisation: string) => `A new password for ${organisation} on Fullscore`,
    text: 'Choose a new password with this link. It works once, for two hours. If you did not ask for it, leave it be:',
  },
}

/** The link is made where it is sent, so that its secret never lies in the queue. */
export const sendLink = job<Asked>('identity.sendLink', async (app, { personId, purpose }) => {
  const call = { actor: system('identity'), via: 'job' }
  const link = await perform(app, identity.makeLink, { id: personId, purpose }, call)
  const person = await perform(app, identity.person, { id: personId }, call)
  const organisation = (await settings(app.db)).name.replace(/[\r\n]/g, ' ')
  await sendMail(app, {
    to: person.email,
    subject: words[purpose].subject(organisation),
    text: `${words[purpose].text}\n\n${link.url}\n`,
  })
})

type Mail = {
  to: string
  subject: string
  text: string
  html?: string
  /** Where whoever reads it takes themselves off the list. */
  stopUrl?: string
}

/** The one way out for letters; throws what the mail server said. */
export async function sendMail(app: App, { stopUrl, ...mail }: Mail): Promise<void> {
  const transport = nodemailer.createTransport(app.config.smtpUrl)
  const list = stopUrl ? { list: { unsubscribe: stopUrl } } : {}
  try {
    await transport.sendMail({ from: app.config.mailFrom, ...mail, ...list })
  } finally {
    transport.close()
  }
}
