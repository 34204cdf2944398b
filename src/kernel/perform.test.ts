import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type Open, openApp } from '../server/open.ts'
import { testServer } from '../test/server.ts'
import { type Actor, localOwner } from './actor.ts'
import { readConfig } from './config.ts'
import { contract, event, route } from './contract.ts'
import { seal, verifyChain } from './events.ts'
import { forgetAnswers } from './idempotency.ts'
import { defineModule, on } from './module.ts'
import { perform } from './perform.ts'

const nothing = z.object({})
const probe = contract(
  'probe',
  {
    note: route({
      method: 'POST',
      path: '/probe/notes',
      access: 'probe:write',
      summary: 'Note',
      input: z.object({ words: z.string().min(1) }),
      output: z.object({ words: z.string() }),
    }),
    quiet: route({
      method: 'POST',
      path: '/probe/quiet',
      access: 'member',
      summary: 'Change silently',
      input: nothing,
      output: nothing,
    }),
    fail: route({
      method: 'POST',
      path: '/probe/failures',
      access: 'member',
      summary: 'Note and fail',
      input: nothing,
      output: nothing,
    }),
  },
  { noted: event('noted {words}', z.object({ words: z.string() })) },
)
const row = (key: string) => ({
  actor_id: 'x',
  key,
  route: 'x',
  input_hash: 'x',
  answer: '{}',
  at: new Date(),
})
const echo = on(probe.events.noted, async (ctx, { payload }) => {
  if (payload.words === 'hello') await ctx.record(probe.events.noted, 'echo', { words: 'hello back' })
})
const module = defineModule(
  probe,
  {
    async note(ctx, { words }) {
      await ctx.insert('kernel_idempotency', row(ctx.id('key')))
      await ctx.record(probe.events.noted, 'note', { words })
      return { words }
    },
    async quiet(ctx) {
      await ctx.insert('kernel_idempotency', row('quiet'))
      return {}
    },
    async fail(ctx) {
      await ctx.record(probe.events.noted, 'note', { words: 'lost' })
      throw new Error('no')
    },
  },
  { listeners: [echo] },
)

let open: Open
let drop: () => Promise<void>
beforeAll(async () => {
  const clone = await testServer().clone('t_perform')
  drop = clone.drop
  open = await openApp(
    readConfig({ DATABASE_URL: clone.url, FULLSCORE_DATA: '/tmp/fullscore-perform', LOG_LEVEL: 'silent' }),
    { modules: [module] },
  )
})
afterAll(async () => {
  await open.close()
  await drop()
})

const reader: Actor = { kind: 'person', id: 'p', name: 'Reader', permissions: new Set(['probe:read']) }
const as = (actor: Actor, more = {}) => ({ actor, via: 'test', ...more })
const count = async () =>
  (
    await open.app.db
      .selectFrom('kernel_events')
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n

test('whoever lacks the permission is refused with its name', async () => {
  await expect(perform(open.app, probe.note, { words: 'hi' }, as(reader))).rejects.toThrow('probe:write')
})

test('malformed input is refused with the field', async () => {
  await expect(perform(open.app, probe.note, { words: '' }, as(localOwner))).rejects.toMatchObject({
    code: 'invalid',
    fields: [{ field: 'words' }],
  })
})

test('rows changed without a record are rolled back', async () => {
  await expect(perform(open.app, probe.quiet, {}, as(localOwner))).rejects.toThrow('recorded nothing')
  const kept = await open.app.db
    .selectFrom('kernel_idempotency')
    .where('key', '=', 'quiet')
    .selectAll()
    .execute()
  expect(kept).toEqual([])
})

test('a listener answers in the same transaction', async () => {
  await perform(open.app, probe.note, { words: 'hello' }, as(localOwner))
  const heard = await open.app.db
    .selectFrom('kernel_events')
    .select(['payload', 'xid'])
    .orderBy('seq', 'desc')
    .limit(2)
    .execute()
  expect(heard.map((one) => one.payload)).toEqual([{ words: 'hello back' }, { words: 'hello' }])
  expect(heard[0]?.xid).toBe(heard[1]?.xid)
})

test('a failing command leaves no event', async () => {
  const before = await count()
  await expect(perform(open.app, probe.fail, {}, as(localOwner))).rejects.toThrow('no')
  expect(await count()).toBe(before)
})

test('the same idempotency key acts once, another input with it is refused', async () => {
  const before = await count()
  const key = { idempotencyKey: 'k1' }
  await Promise.all(
    [1, 2, 3].map(() => perform(open.app, probe.note, { words: 'once' }, as(localOwner, key))),
  )
  expect(await count()).toBe(before + 1)
  await expect(perform(open.app, probe.note, { words: 'other' }, as(localOwner, key))).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('two hundred commands at once are all sealed into one unbroken chain', async () => {
  await Promise.all(
    Array.from({ length: 200 }, (_, n) => perform(open.app, probe.note, { words: `n${n}` }, as(localOwner))),
  )
  await expect
    .poll(() => seal(open.app.db).then(() => verifyChain(open.app.db)), { timeout: 10_000 })
    .toMatchObject({ unsealed: 0, broken: null })
})

test('events can be neither changed nor removed, and a forged one is found', async () => {
  await expect(sql`delete from kernel_events`.execute(open.app.db)).rejects.toThrow('append-only')
  await sql`alter table kernel_events disable trigger append_only`.execute(open.app.db)
  await sql`update kernel_events set payload = '{"words":"forged"}' where seq = (select min(seq) from kernel_events)`.execute(
    open.app.db,
  )
  await sql`alter table kernel_events enable trigger append_only`.execute(open.app.db)
  expect((await verifyChain(open.app.db)).broken).toMatchObject({ position: 1 })
})

test('answers to a key are forgotten after two days', async () => {
  const key = (age: number) => ({ ...row(`kept-${age}`), at: new Date(Date.now() - age * 3_600_000) })
  await open.app.db
    .insertInto('kernel_idempotency')
    .values([key(1), key(47), key(49)])
    .execute()
  await forgetAnswers(open.app.db, new Date())
  const left = await open.app.db
    .selectFrom('kernel_idempotency')
    .select('key')
    .where('key', 'like', 'kept-%')
    .orderBy('key')
    .execute()
  expect(left.map((one) => one.key)).toEqual(['kept-1', 'kept-47'])
})
