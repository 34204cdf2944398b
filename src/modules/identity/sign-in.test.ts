import { afterAll, beforeAll, expect, test } from 'vitest'
import { anonymous } from '../../kernel/actor.ts'
import type { Asked, Route } from '../../kernel/contract.ts'
import { actorSource, createHttp } from '../../kernel/http/server.ts'
import { perform } from '../../kernel/perform.ts'
import { type Company, emailOf, passwordOf, startCompany } from '../../test/company.ts'
import { identity } from './contract.ts'

let now = new Date('2026-03-02T09:00:00Z')
let company: Company
beforeAll(async () => {
  company = await startCompany({ clock: () => now })
})
afterAll(() => company.close())

const knock = async <R extends Route>(route: R, input: Asked<R>, address = '203.0.113.7') => {
  const reply = new Headers()
  const answer = await perform(company.app, route, input, { actor: anonymous, via: 'test', address, reply })
  return { answer, cookie: reply.get('set-cookie') ?? '' }
}
const behind = (headers: Record<string, string>) =>
  company.app.services.use(actorSource)(new Headers(headers))

test('whoever signs in gets a cookie that scripts cannot read and that names them', async () => {
  const { cookie } = await knock(identity.signIn, {
    email: 'ANA@northwind.example ',
    password: passwordOf('ana'),
  })
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Lax/)
  const actor = await behind({ cookie: cookie.split(';')[0] ?? '' })
  expect(actor).toMatchObject({ kind: 'person', name: 'Ana Ribeiro' })
  expect(await behind({ cookie: `${cookie.split(';')[0]}x` })).toBeUndefined()
})

test('a wrong password and an unknown address get the same sentence', async () => {
  const wrong = knock(identity.signIn, { email: emailOf('ana'), password: 'not-the-password' })
  await expect(wrong).rejects.toMatchObject({ code: 'unauthenticated' })
  const sentence = await wrong.catch((error: Error) => error.message)
  await expect(knock(identity.signIn, { email: 'nobody@northwind.example', password: 'x' })).rejects.toThrow(
    sentence,
  )
})

test('somebody who guesses is stopped after ten tries, others are not', async () => {
  const guess = (address: string) =>
    knock(identity.signIn, { email: 'guess@x.example', password: 'x' }, address)
  for (let i = 0; i < 10; i += 1)
    await expect(guess('198.51.100.1')).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(guess('198.51.100.1')).rejects.toMatchObject({ code: 'limited' })
  await expect(guess('198.51.100.2')).rejects.toMatchObject({ code: 'unauthenticated' })
})

test('an organisation is created once', async () => {
  const director = { name: 'Eve', email: 'eve@example.com', password: 'a-long-password-here' }
  const organisation = await company.as('ana')(identity.settings, {})
  await expect(knock(identity.setup, { organisation, director })).rejects.toMatchObject({ code: 'conflict' })
})

test('a new password ends the sessions opened with the old one', async () => {
  const before = await company.actorOf('vera')
  const link = await company.as('ana')(identity.makeLink, { id: company.ids.vera, purpose: 'reset' })
  const token = link.url?.split('/').at(-1) ?? ''
  await knock(identity.reset, { token, password: 'quiet river stones' })
  expect(before.kind).toBe('person')
  expect((await company.actorOf('vera')).kind).toBe('anonymous')
  await knock(identity.signIn, { email: emailOf('vera'), password: 'quiet river stones' })
  await expect(
    knock(identity.signIn, { email: emailOf('vera'), password: passwordOf('vera') }),
  ).rejects.toMatchObject({ code: 'unauthenticated' })
})

test('an invitation works once and not after seven days', async () => {
  const invite = (email: string) =>
    company.as('ana')(identity.invite, { name: 'New', email, roles: ['viewer'] })
  const tokenOf = (url: string | null) => url?.split('/').at(-1) ?? ''
  const first = tokenOf((await invite('one@northwind.example')).link.url)
  const second = tokenOf((await invite('two@northwind.example')).link.url)
  const password = 'green harbour lamp'

  await knock(identity.acceptInvite, { token: first, password })
  await expect(knock(identity.acceptInvite, { token: first, password })).rejects.toThrow('has expired')
  now = new Date(now.getTime() + 8 * 86_400_000)
  await expect(knock(identity.acceptInvite, { token: second, password })).rejects.toThrow('has expired')
  await expect(knock(identity.link, { token: second, purpose: 'invite' })).rejects.toThrow('has expired')
})

test('asking for a new password says the same to everybody, and reaches whoever manages people', async () => {
  const known = await knock(identity.requestReset, { email: emailOf('ana') })
  const unknown = await knock(identity.requestReset, { email: 'stranger@example.com' })
  expect(known.answer).toEqual(unknown.answer)
  await expect
    .poll(async () => (await company.as('ana')(identity.home, {})).needs.map((need) => need.title), {
      timeout: 15_000,
    })
    .toContain('Ana Ribeiro needs a new password')
})

test.each(['short', 'password123', 'aaaaaaaaaaaa', 'lasse-likes-it'])(
  '%s is refused as a password',
  async (password) => {
    const email = `lasse@${password.length}.example.com`
    const invited = await company.as('ana')(identity.invite, { name: 'Lasse', email })
    const token = invited.link.url?.split('/').at(-1) ?? ''
    await expect(knock(identity.acceptInvite, { token, password })).rejects.toMatchObject({ code: 'invalid' })
  },
)

test('a person sees where they are signed in and ends a session', async () => {
  const { cookie } = await knock(identity.signIn, { email: emailOf('ana'), password: passwordOf('ana') })
  const { sessions } = await company.as('ana')(identity.sessions, {})
  const other = sessions.find((session) => !session.isThis && session.address === '203.0.113.7')
  for (const session of sessions.filter((one) => !one.isThis))
    await company.as('ana')(identity.endSession, { id: session.id })
  expect(other).toBeDefined()
  expect(await behind({ cookie: cookie.split(';')[0] ?? '' })).toBeUndefined()
})

test('over HTTP the cookie is set, kept out of caches, and signing out takes it away', async () => {
  const http = createHttp(company.app)
  const entered = await http.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: emailOf('ana'), password: passwordOf('ana') }),
  })
  expect(entered.status).toBe(200)
  expect(entered.headers.get('cache-control')).toBe('no-store')
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const me = () => http.request('/api/me', { headers: { cookie } })
  expect(await (await me()).json()).toMatchObject({ name: 'Ana Ribeiro', organisation: { currency: 'EUR' } })
  const left = await http.request('/api/session', { method: 'DELETE', headers: { cookie } })
  expect(left.headers.get('set-cookie')).toMatch(/Max-Age=0/)
  expect((await me()).status).toBe(401)
})
