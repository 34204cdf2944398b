import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHttp } from '../../kernel/http/server.ts'
import { transact } from '../../kernel/perform.ts'
import { type Company, startCompany } from '../../test/company.ts'
import { identity } from '../identity/contract.ts'
import { activity } from './contract.ts'
import { sentenceOf } from './rules.ts'
import { notify } from './server/index.ts'

let company: Company
beforeAll(async () => {
  company = await startCompany()
})
afterAll(() => company.close())

test.each([
  ['closed {period}', { period: '2026-Q1' }, 'closed 2026-Q1'],
  ['gave {name}', {}, 'gave nothing'],
  ['took {list}', { list: ['a', 'b'] }, 'took a, b'],
])('%s is told as a sentence', (words, payload, sentence) => {
  expect(sentenceOf(words, payload)).toBe(sentence)
})

test('the feed says who did what, with the columns that changed', async () => {
  await company.as('ana')(identity.changePerson, { id: company.ids.kai, title: 'Senior creator' })
  const { entries } = await company.as('marco')(activity.feed, { subject: company.ids.kai, limit: 1 })
  expect(entries[0]).toMatchObject({
    sentence: 'changed Kai Okafor',
    module: 'identity',
    actor: { name: 'Ana Ribeiro' },
    changes: [
      { table: 'identity_people', did: 'update', columns: { title: ['Content Creator', 'Senior creator'] } },
    ],
  })
})

test('the feed pages without gaps or repeats and filters by actor, module and day', async () => {
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await company.as('ana')(activity.feed, { limit: 3, ...(cursor ? { cursor } : {}) })
    seen.push(...page.entries.map((entry) => entry.id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(new Set(seen).size).toBe(seen.length)

  const by = (filter: object) => company.as('ana')(activity.feed, { ...filter, limit: 200 })
  const mine = await by({ actor: company.ids.ana })
  expect(mine.entries.every((entry) => entry.actor.name === 'Ana Ribeiro')).toBe(true)
  expect((await by({ module: 'views' })).entries).toEqual([])
  expect((await by({ to: '2001-01-01' })).entries).toEqual([])
  await expect(by({ from: '2026-02-30' })).rejects.toMatchObject({ code: 'invalid' })
})

test('the export neutralises what a spreadsheet would run', async () => {
  await company.as('ana')(identity.changePerson, { id: company.ids.kai, name: '=1+cmd|calc' })
  const kai = (await company.as('ana')(identity.makeKey, { name: 'export', scopes: ['activity:read'] })).key
  const http = createHttp(company.app)
  const answer = await http.request('/api/activity/export', { headers: { authorization: `Bearer ${kai}` } })
  expect(answer.headers.get('content-disposition')).toContain('.csv')
  const lines = (await answer.text()).split('\r\n')
  expect(lines[0]).toContain('Actor')
  expect(lines.some((line) => /(^|,)"?[=+@]/.test(line))).toBe(false)
})

test('the chain holds, and says where it was broken', async () => {
  const { app } = company
  await expect
    .poll(async () => company.as('ana')(activity.chain, {}), { timeout: 10_000 })
    .toMatchObject({ unsealed: 0, broken: null })
  await sql`alter table kernel_events disable trigger append_only`.execute(app.db)
  await sql`update kernel_events set actor_name = 'Nobody' where seq = (select min(seq) from kernel_events)`.execute(
    app.db,
  )
  await sql`alter table kernel_events enable trigger append_only`.execute(app.db)
  const { broken } = await company.as('ana')(activity.chain, {})
  expect(broken?.reason).toContain('was changed after it was sealed')
})

test('a notice reaches its person only, and can be read and put back', async () => {
  const actor = await company.actorOf('ana')
  await transact(company.app, { actor, via: 'test' }, 'a notice', async (ctx) => {
    await notify(ctx, company.ids.marco, { title: 'Look', why: 'Because', link: '/people' })
    await notify(ctx, company.ids.ana, { title: 'Own deed', why: '', link: '/' })
    await ctx.record(activity.events.noticeUnread, 'x', {})
  })
  const marco = company.as('marco')
  const { notices, unread } = await marco(activity.inbox, {})
  expect({ unread, titles: notices.map((one) => one.title) }).toEqual({ unread: 1, titles: ['Look'] })
  expect((await company.as('ana')(activity.inbox, {})).notices).toEqual([])

  const id = notices[0]!.id
  await expect(company.as('ana')(activity.markNotice, { id, isRead: true })).rejects.toMatchObject({
    code: 'missing',
  })
  await marco(activity.markAll, {})
  expect((await marco(activity.inbox, { onlyUnread: true })).notices).toEqual([])
  await marco(activity.markNotice, { id, isRead: false })
  expect((await marco(activity.inbox, {})).unread).toBe(1)
})

test('a guest and a creator do not read the audit trail', async () => {
  await expect(company.as('gus')(activity.feed, {})).rejects.toMatchObject({ code: 'forbidden' })
  await expect(company.as('kai')(activity.exportFeed, {})).rejects.toMatchObject({ code: 'forbidden' })
})
