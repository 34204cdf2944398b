import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anonymous } from '../../kernel/actor.ts'
import type { Asked, Route } from '../../kernel/contract.ts'
import { perform } from '../../kernel/perform.ts'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { identity } from './contract.ts'

/** Takes any mail, as a mail server would, and keeps what it was given. */
async function startMailServer() {
  const mails: string[] = []
  const server = createServer((socket) => {
    let body: string | undefined
    socket.write('220 here\r\n')
    socket.on('error', () => undefined)
    socket.on('data', (data) => {
      const text = data.toString()
      if (body !== undefined) {
        body += text
        if (!body.endsWith('\r\n.\r\n')) return
        mails.push(body.replaceAll('=\r\n', ''))
        body = undefined
        socket.write('250 taken\r\n')
      } else if (text.startsWith('DATA')) {
        body = ''
        socket.write('354 go on\r\n')
      } else if (text.startsWith('QUIT')) socket.end('221 bye\r\n')
      else socket.write('250 fine\r\n')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { mails, port: (server.address() as AddressInfo).port, close: () => server.close() }
}

let company: TestApp
let mail: Awaited<ReturnType<typeof startMailServer>>
beforeAll(async () => {
  mail = await startMailServer()
  company = await startTestApp({
    env: { SMTP_URL: `smtp://127.0.0.1:${mail.port}`, FULLSCORE_URL: 'https://score.example' },
  })
})
afterAll(async () => {
  await company.close()
  mail.close()
})

const knock = async <R extends Route>(route: R, input: Asked<R>) => {
  const reply = new Headers()
  const answer = await perform(company.app, route, input, { actor: anonymous, via: 'test', reply })
  return { answer, cookie: reply.get('set-cookie') ?? '' }
}
const linkIn = (text: string | undefined, purpose: string) =>
  text?.match(new RegExp(`https://score\\.example/${purpose}/(\\w{32})`))?.[1] ?? ''
const password = 'quiet river stones'

test('with a mail server an invitation travels by mail and is shown to nobody', async () => {
  const organisation = {
    name: 'Northwind',
    currency: 'EUR',
    timeZone: 'UTC',
    fiscalStartMonth: 1,
    weekStart: 1,
    fiscalPattern: 'calendar' as const,
  }
  const director = { name: 'Ana', email: 'ana@northwind.example', password: 'sunny-harbour' }
  await knock(identity.setup, { organisation, director })
  const invited = await company.ask(identity.invite, { name: 'Kim', email: 'kim@northwind.example' })
  expect(invited.link).toMatchObject({ url: null, sentTo: 'kim@northwind.example' })

  await expect.poll(() => mail.mails.length, { timeout: 15_000 }).toBe(1)
  expect(mail.mails[0]).toContain('To: kim@northwind.example')
  const joined = await knock(identity.acceptInvite, { token: linkIn(mail.mails[0], 'invite'), password })
  expect(joined.cookie).toMatch(/^__Secure-.*; Secure/)
})

test('whoever forgot the password gets a link by mail, a stranger gets none', async () => {
  await knock(identity.requestReset, { email: 'stranger@example.com' })
  await knock(identity.requestReset, { email: 'kim@northwind.example' })
  await expect.poll(() => mail.mails.length, { timeout: 15_000 }).toBe(2)
  const token = linkIn(mail.mails[1], 'reset')
  await knock(identity.reset, { token, password: 'brave new sentence' })
  await expect(knock(identity.reset, { token, password })).rejects.toThrow('was used')
})

test('the secret of a link lies neither in the queue nor in the records', async () => {
  const secrets = mail.mails.map((text) => linkIn(text, 'invite') || linkIn(text, 'reset'))
  const jobs = await company.app.pool.query('select data::text from pgboss.job')
  const links = await company.app.db.selectFrom('identity_links').selectAll().execute()
  const kept = JSON.stringify([jobs.rows, links])
  for (const secret of secrets) expect(secret.length === 32 && kept.includes(secret)).toBe(false)
})
