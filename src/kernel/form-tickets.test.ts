import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type Open, openApp } from '../server/open.ts'
import { refused } from '../test/refused.ts'
import { testServer } from '../test/server.ts'
import { anonymous } from './actor.ts'
import { readConfig } from './config.ts'
import { contract, event, route } from './contract.ts'
import { forgetTickets, issueTicket, spendTicket } from './form-tickets.ts'
import { defineModule } from './module.ts'
import { perform } from './perform.ts'

const guard = { form: 'probe.form', mostAnHour: 3 }
const probe = contract(
  'probe',
  {
    send: route({
      method: 'POST',
      path: '/probe/forms',
      access: 'public',
      summary: 'Send a form',
      input: z.object({ ticket: z.string(), trap: z.string().default(''), content: z.string() }),
      output: z.object({}),
    }),
  },
  { sent: event('sent a form', z.object({})) },
)
const module = defineModule(probe, {
  async send(ctx, sent) {
    await spendTicket(ctx, guard, sent)
    await ctx.record(probe.events.sent, 'probe', {})
    return {}
  },
})

let open: Open
let drop: () => Promise<void>
let now = new Date('2026-05-20T09:00:00Z')
beforeAll(async () => {
  const clone = await testServer().clone('t_tickets')
  drop = clone.drop
  const config = readConfig({
    DATABASE_URL: clone.url,
    FULLSCORE_DATA: '/tmp',
    LOG_LEVEL: 'error',
    PORT: '0',
  })
  open = await openApp(config, { work: false, clock: () => now, modules: [module] } as never)
})
afterAll(async () => {
  await open.close()
  await drop()
})

const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000)
}
const ticket = (form = guard.form) => issueTicket(open.app.db, form, now)
const send = (given: { ticket: string; trap?: string; content: string }, address = '203.0.113.1') =>
  perform(open.app, probe.send, given, { actor: anonymous, via: 'test', address })
const filled = async (content: string) => {
  const given = { ticket: await ticket(), content }
  later(20)
  return given
}
const isRefused = (sent: Promise<unknown>, code: string, words: RegExp) =>
  expect(sent).rejects.toEqual(refused(code, words))

test('a form filled in by hand is taken, once', async () => {
  const given = await filled('A page, please')
  await send(given)
  await isRefused(send(given), 'conflict', /sent already/)
})

test('of several that spend one ticket at once, one wins', async () => {
  const given = await filled('At once')
  const results = await Promise.allSettled(
    ['a', 'b', 'c', 'd'].map((content) => send({ ...given, content }, `198.51.100.${content.charCodeAt(0)}`)),
  )
  const lost = results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(lost).toHaveLength(3)
  for (const reason of lost) expect(reason).toEqual(refused('conflict', /sent already/))
})

test('quicker than anybody types, and a form of yesterday, are refused with what to do', async () => {
  const given = { ticket: await ticket(), content: 'Quick' }
  later(2)
  await isRefused(send(given), 'conflict', /quicker than anybody types/)
  later(1)
  await send(given, '203.0.113.2')
  const old = await filled('Old')
  later(86_400)
  await isRefused(send(old), 'conflict', /open for more than a day/)
})

test('forged tickets, those of another form and filled traps are refused without saying why', async () => {
  const { ticket: good, content } = await filled('Forged')
  const [id, issued, signature] = good.split('.')
  const earlier = `${id}.${(now.getTime() - 60_000).toString(36)}.${signature}`
  const other = await ticket('probe.other')
  for (const ticket of [
    '',
    '..',
    `${id}.${issued}.`,
    `${id}x.${issued}.${signature}`,
    earlier,
    other,
    'x'.repeat(9999),
  ])
    await isRefused(send({ ticket, content }), 'invalid', /cannot be taken/)
  await isRefused(send({ ticket: good, content, trap: 'https://spam.example' }), 'invalid', /cannot be taken/)
})

test('the same words within minutes are refused, from wherever they come; later they are taken', async () => {
  later(7200)
  await send(await filled('Buy our list'), '203.0.113.3')
  await isRefused(send(await filled('  buy OUR\nlist '), '203.0.113.4'), 'conflict', /has arrived/)
  later(600)
  await send(await filled('Buy our list'), '203.0.113.4')
})

test('many links and many sendings from one address are refused', async () => {
  later(7200)
  const links = 'https://a.example '.repeat(6)
  await isRefused(send(await filled(links)), 'invalid', /more than 5 links/)
  for (const content of ['one', 'two', 'three']) await send(await filled(content))
  await isRefused(send(await filled('four')), 'limited', /No more than 3/)
  await send(await filled('four'), '203.0.113.9')
  later(3601)
  await send(await filled('five'))
})

test('no address and no text is kept, and old tickets are forgotten', async () => {
  const rows = await open.app.db.selectFrom('kernel_form_tickets').selectAll().execute()
  expect(JSON.stringify(rows)).not.toMatch(/203\.0\.113|buy our list/i)
  later(3 * 86_400)
  await forgetTickets(open.app.db, now)
  expect(await open.app.db.selectFrom('kernel_form_tickets').selectAll().execute()).toEqual([])
})
