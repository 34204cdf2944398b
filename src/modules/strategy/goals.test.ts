import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { trace } from '../trace/contract.ts'
import { type Goal, strategy } from './contract.ts'

let northwind: Company
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => new Date('2026-05-20T09:00:00Z') })
})
afterAll(() => northwind.close())

const year = { from: '2026-02-01', to: '2027-01-31' }
const quarter = { from: '2026-05-01', to: '2026-07-31' }
const add = (name: string, level: Goal['level'], more: object = {}) =>
  northwind.as('marco')(strategy.addGoal, { name, level, ...year, ...more })
const below = ({ id }: Goal) => ({ kind: 'goal', id })
const show = (id: string) => northwind.as('vera')(strategy.goal, { id })

async function signedKpi(goal: Goal, value: number, weight: number): Promise<string> {
  const manual = {
    title: `Renewals of ${goal.name}, ${value}`,
    ...({
      words: 'Those who stayed.',
      source: 'A sheet',
      unit: 'count',
      kind: 'outcome',
    } as const),
    ...({ better: 'up', isCumulative: true } as const),
  }
  const { id } = await northwind.as('marco')(strategy.proposeKpi, {
    ...{
      name: `Renewals of ${goal.name}`,
      manual,
      ...year,
      baseline: 0,
      target: 100,
      weight,
      goalId: goal.id,
    },
    ...{ ownerId: northwind.ids.pia, decision: 'Whom to hire', why: 'It is revenue' },
  })
  await northwind.as('marco')(strategy.signKpi, { id })
  await northwind.as('ana')(strategy.signKpi, { id })
  for (const month of ['2026-02-01', '2026-03-01', '2026-04-01'])
    await northwind.as('marco')(strategy.keepKpiValue, { id, month, value: 0 })
  await northwind.as('marco')(strategy.keepKpiValue, { id, month: '2026-05-01', value })
  return id
}

test('progress moves with signed KPI agreements and the goals below, by their weights', async () => {
  const objective = await add('Win the north', 'objective')
  expect(objective.progress).toMatchObject({ share: null, by: 'nothing' })
  const demand = await add('More demand', 'goal', { under: below(objective), weight: 3 })
  const partners = await add('More partners', 'goal', { under: below(objective) })
  await signedKpi(demand, 40, 1)
  await signedKpi(demand, 80, 3)

  // (1 × 0.4 + 3 × 0.8) / 4 = 0.7; partners are not known and are left out.
  expect((await show(demand.id)).progress.share).toBeCloseTo(0.7, 12)
  expect((await show(objective.id)).progress).toMatchObject({
    by: 'parts',
    says: expect.stringMatching(/^By 1 of 2 parts/),
  })
  expect((await show(objective.id)).progress.share).toBeCloseTo(0.7, 12)

  await northwind.as('marco')(strategy.typeProgress, { id: partners.id, share: 0.1, note: 'Two of twenty' })
  // (3 × 0.7 + 1 × 0.1) / 4 = 0.55
  expect((await show(objective.id)).progress.share).toBeCloseTo(0.55, 12)
  expect((await show(partners.id)).progress).toMatchObject({
    by: 'typed',
    says: 'Typed by Marco Haas, not counted from anything.',
  })
  await expect(northwind.as('marco')(strategy.typeProgress, { id: demand.id, share: 1 })).rejects.toEqual(
    refused('conflict', /nothing is typed beside them/),
  )
})

test('an agreement that is superseded moves the goal no more; its successor does', async () => {
  const goal = await add('Keep them', 'goal')
  const old = await signedKpi(goal, 50, 1)
  expect((await show(goal.id)).progress.share).toBe(0.5)
  const { id } = await northwind.as('marco')(strategy.proposeKpi, {
    ...{ name: 'Renewals, doubled', supersedes: old, ...year, baseline: 0, target: 200 },
    manual: {
      ...{ title: 'Renewals', words: 'Those who stayed.', source: 'A sheet', unit: 'count', kind: 'outcome' },
      ...{ better: 'up', isCumulative: true },
    },
    ...{ ownerId: northwind.ids.pia, decision: 'Whom to hire', why: 'It is revenue' },
  })
  for (const name of ['marco', 'ana'] as const) await northwind.as(name)(strategy.signKpi, { id })
  expect((await show(goal.id)).progress.parts.map((part) => part.id)).toEqual([id])
})

test('levels go down only, nothing outlasts what it serves, and no circle closes, whichever door links it', async () => {
  const objective = await add('Grow', 'objective')
  const goal = await add('Grow in spring', 'goal', { ...quarter, under: below(objective) })
  await expect(add('Grow back', 'objective', { under: below(goal) })).rejects.toEqual(
    refused('invalid', /does not stand under one/),
  )
  await expect(add('Too long', 'initiative', { under: below(goal) })).rejects.toEqual(
    refused('invalid', /goes beyond Grow in spring/),
  )
  const past = { from: '2025-02-01', to: '2025-04-30' }
  await expect(add('Long ago', 'initiative', { ...past, under: below(goal) })).rejects.toEqual(
    refused('invalid', /never run at the same time/),
  )
  expect((await northwind.as('vera')(strategy.goals, {})).items.map((one) => one.name)).not.toContain(
    'Too long',
  )
  const link = { kind: 'goal', id: objective.id, parent: below(goal) }
  await expect(northwind.as('marco')(trace.link, link)).rejects.toMatchObject({
    message: expect.stringMatching(/circle|under one/),
  })
  await expect(
    northwind.as('marco')(strategy.changeGoal, { id: objective.id, version: 1, to: '2026-05-31' }),
  ).rejects.toEqual(refused('conflict', /goes beyond Grow/))
})

test('the second of two who change a goal at once is told who was faster', async () => {
  const { id } = await add('Together', 'goal')
  await northwind.as('ana')(strategy.changeGoal, { id, version: 1, name: 'Together, renamed' })
  await expect(northwind.as('marco')(strategy.changeGoal, { id, version: 1, weight: 2 })).rejects.toEqual(
    refused('conflict', /^Ana Ribeiro changed this goal since you opened it/),
  )
})

test.each([
  ['a period within a month', { from: '2026-02-02' }, /Begin on 2026-02-01/],
  ['a period turned round', { from: '2027-03-01' }, /ends before/],
  ['a weight below nothing', { weight: -1 }, /is more than 0/],
  ['an owner nobody knows', { ownerId: 'per_x' }, /This person/],
  ['what it serves does not exist', { under: { kind: 'goal', id: 'gol_x' } }, /This goal/],
])('refused with a sentence: %s', async (_, more, words) => {
  await expect(add('A goal', 'goal', more)).rejects.toMatchObject({ message: expect.stringMatching(words) })
})

test('an agreement that was withdrawn holds the period of its goal no more', async () => {
  const goal = await add('Move about', 'objective')
  const { id } = await northwind.as('marco')(strategy.proposeKpi, {
    ...{ name: 'Spring only', metric: 'leads', from: '2026-02-01', to: '2026-04-30', baseline: 1, target: 2 },
    ...{ ownerId: northwind.ids.pia, decision: 'Whom to hire', why: 'It is revenue', goalId: goal.id },
    leads: 'won_value',
  })
  const move = () =>
    northwind.as('marco')(strategy.changeGoal, { id: goal.id, version: goal.version, from: '2026-05-01' })
  await expect(move()).rejects.toEqual(refused('conflict', /cannot measure it/))
  await northwind.as('marco')(strategy.withdrawKpi, { id, reason: 'Another year' })
  expect(await move()).toMatchObject({ period: { from: '2026-05-01' } })
})
