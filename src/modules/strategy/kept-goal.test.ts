import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { startKpis, year } from '../../test/kpis.ts'
import { refused } from '../../test/refused.ts'
import { trace } from '../trace/contract.ts'
import { strategy } from './contract.ts'

const now = new Date('2026-05-20T09:00:00Z')
const { northwind, propose, show, signed } = await startKpis(() => now)
afterAll(() => northwind.close())

const addGoal = (name: string) =>
  northwind.as('marco')(strategy.addGoal, { name, level: 'objective', ...year })
const keep = await addGoal('Keep customers')
const win = await addGoal('Win customers')
const link = (id: string, goal: { id: string } | null) =>
  northwind.as('marco')(trace.link, { kind: 'kpi', id, parent: goal && { kind: 'goal', id: goal.id } })
const traced = (id: string) => northwind.as('marco')(trace.show, { kind: 'kpi', id })
const locked = refused(
  'conflict',
  /signed by both and locked: its goal stays with it\. Propose a new agreement/,
)

test('what is signed stays under its goal: neither moved nor taken away, and the page says so', async () => {
  const { id } = await signed({ goalId: keep.id })
  await expect(link(id, null)).rejects.toEqual(locked)
  await expect(link(id, win)).rejects.toEqual(locked)
  await expect(link(id, keep)).rejects.toEqual(locked)
  expect((await show(id)).goal).toEqual({ id: keep.id, name: 'Keep customers' })
  const found = await traced(id)
  expect(found).toMatchObject({ can: { link: false }, whyNotElsewhere: expect.stringMatching(/locked/) })
})

test('what is signed without a goal is linked up once', async () => {
  const { id } = await signed()
  expect(await traced(id)).toMatchObject({ can: { link: true }, whyNotElsewhere: null })
  await link(id, null)
  await link(id, keep)
  await expect(link(id, win)).rejects.toEqual(locked)
  expect((await show(id)).goal?.name).toBe('Keep customers')
})

test('what waits for signatures is moved and taken away as before', async () => {
  const { id } = await propose({ goalId: keep.id })
  await link(id, win)
  expect((await show(id)).goal?.name).toBe('Win customers')
  await link(id, null)
  expect((await show(id)).goal).toBeNull()
})

test('a successor may serve another goal; what it took the place of stays where it was', async () => {
  const old = await signed({ goalId: keep.id })
  const next = await signed({ supersedes: old.id, goalId: win.id, target: 0.95 })
  expect((await show(next.id)).goal?.name).toBe('Win customers')
  await expect(link(old.id, null)).rejects.toEqual(
    refused('conflict', /superseded and stays as it was signed/),
  )
  expect((await show(old.id)).goal?.name).toBe('Keep customers')
})

test('of two who link it up at once one gets through', async () => {
  const { id } = await signed()
  const both = await Promise.allSettled([link(id, keep), link(id, win)])
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('no SQL takes a signed agreement from its goal', async () => {
  const { id } = await signed({ goalId: keep.id })
  const { db } = northwind.app
  const mine = sql`child_kind = 'kpi' and child_id = ${id}`
  for (const change of [
    sql`update trace_links set parent_id = ${win.id} where ${mine}`,
    sql`update trace_links set child_id = 'kpi_x' where ${mine}`,
    sql`delete from trace_links where ${mine}`,
    sql`truncate trace_links`,
  ])
    await expect(change.execute(db)).rejects.toThrow(/cannot be changed|keep their goals/)
  expect((await show(id)).goal?.id).toBe(keep.id)
})
