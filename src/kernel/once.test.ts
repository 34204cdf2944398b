import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Open, openApp } from '../server/open.ts'
import { testServer } from '../test/server.ts'
import { localOwner } from './actor.ts'
import { readConfig } from './config.ts'
import { type Ctx, createCtx } from './ctx.ts'
import { forbidden } from './errors.ts'
import { transact } from './perform.ts'

let open: Open
let drop: () => Promise<void>
beforeAll(async () => {
  const clone = await testServer().clone('t_once')
  drop = clone.drop
  const config = { DATABASE_URL: clone.url, FULLSCORE_DATA: '/tmp/fullscore-once', LOG_LEVEL: 'silent' }
  open = await openApp(readConfig(config), { modules: [] })
})
afterAll(async () => {
  await open.close()
  await drop()
})

let reads = 0
const keys = (ctx: Ctx) =>
  ctx.once('keys', ['kernel_idempotency'], async () => {
    reads += 1
    const rows = await ctx.db.selectFrom('kernel_idempotency').select('key').orderBy('key').execute()
    return rows.map((one) => one.key)
  })
const row = (key: string) => ({
  ...{ actor_id: 'x', key, route: 'x', input_hash: 'x', answer: '{}', at: new Date() },
})
const within = (work: (ctx: Ctx) => Promise<unknown>) =>
  transact(open.app, { actor: localOwner, via: 'test' }, 'a test', async (ctx) => {
    await work(ctx)
    throw forbidden('Taken back.')
  }).catch((fault: Error) => {
    if (fault.message !== 'Taken back.') throw fault
  })

test('what a call reads again it reads once, and anew after it wrote to that table', async () => {
  reads = 0
  await within(async (ctx) => {
    expect([await keys(ctx), await keys({ ...ctx })]).toEqual([[], []])
    expect(reads).toBe(1)
    await ctx.insert('kernel_idempotency', row('a'))
    expect([await keys(ctx), await keys(ctx)]).toEqual([['a'], ['a']])
    await ctx.insertAll('kernel_idempotency', [row('b')])
    expect(await keys(ctx)).toEqual(['a', 'b'])
    await ctx.deleteAll('kernel_idempotency', { column: 'key', among: ['a'] })
    expect(await keys(ctx)).toEqual(['b'])
    expect(reads).toBe(4)
  })
})

test('another call reads for itself, and one whose steps wrote reads anew', async () => {
  reads = 0
  await within(keys)
  await within(keys)
  expect(reads).toBe(2)
  const call = { actor: localOwner, now: new Date(), via: 'test', request: 'r', address: 'a', agent: 'g' }
  const ctx = createCtx(
    { ...call, use: (port) => port as never, transact: () => Promise.resolve() as never },
    open.app.db,
  )
  await keys(ctx)
  await ctx.transact(async () => undefined)
  await keys(ctx)
  expect(reads).toBe(4)
})
