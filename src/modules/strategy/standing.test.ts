import { afterAll, expect, test } from 'vitest'
import { byHand, startKpis } from '../../test/kpis.ts'
import { refused } from '../../test/refused.ts'
import { strategy } from './contract.ts'

let now = new Date('2026-05-20T09:00:00Z')
const { northwind, propose, renewals, show, signed } = await startKpis(() => now)
afterAll(() => northwind.close())

const ofCount = { manual: { ...byHand, unit: 'count' } }

test('values kept by hand move it along its path, within its band, and outside of it', async () => {
  const { id } = await signed()
  expect((await show(id)).standing).toMatchObject({
    course: 'unknown',
    says: /* none yet */ expect.stringMatching(/Nobody has kept/),
  })
  const keep = (month: string, value: number | null) =>
    northwind.as('marco')(strategy.keepKpiValue, { id, month, value })
  // By the end of April 89 of 365 days have passed: 0.8 + 0.1 × 89 / 365 = 0.8244, and 5 % of it is 0.0412.
  const april = await keep('2026-04-01', 0.79)
  expect(april.standing).toMatchObject({ course: 'on', actual: 0.79, on: '2026-04-30' })
  expect(april.standing.expected).toBeCloseTo(0.8 + (0.1 * 89) / 365, 12)
  expect((await keep('2026-04-01', 0.78)).standing.course).toBe('behind')
  expect((await keep('2026-04-01', 0.87)).standing.course).toBe('ahead')
  await expect(keep('2026-06-01', 0.9)).rejects.toEqual(refused('invalid', /Jun 2026 has not begun/))
  await expect(keep('2026-04-02', 0.9)).rejects.toEqual(refused('invalid', /Say 2026-04-01/))
  await expect(keep('2025-04-01', 0.9)).rejects.toEqual(refused('invalid', /outside of the period/))
  now = new Date('2026-08-01T09:00:00Z')
  expect((await show(id)).standing).toMatchObject({
    course: 'unknown',
    says: expect.stringMatching(/more than 45 days ago/),
  })
  now = new Date('2026-05-20T09:00:00Z')
  await keep('2026-04-01', null)
  expect((await show(id)).standing.course).toBe('unknown')
})

test('a month that nobody kept is not nothing: a sum counts up to it', async () => {
  const { id } = await signed({
    ...{
      name: 'Renewed',
      manual: { ...byHand, unit: 'count', isCumulative: true },
      baseline: 0,
      target: 120,
    },
  })
  const keep = (month: string, value: number) =>
    northwind.as('marco')(strategy.keepKpiValue, { id, month, value })
  const lacking = await keep('2026-03-01', 10)
  expect(lacking.standing).toMatchObject({ actual: null, says: expect.stringMatching(/value of Feb 2026/) })
  await keep('2026-02-01', 8)
  const gap = await keep('2026-05-01', 30)
  expect(gap.standing).toMatchObject({ actual: 18, on: '2026-03-31' })
  const { items } = await northwind.as('vera')(strategy.kpiSteps, { id })
  expect(items.slice(0, 5).map((one) => one.actual)).toEqual([8, 18, null, null, null])
  expect((await keep('2026-04-01', 0)).standing).toMatchObject({ actual: 48, on: '2026-05-20' })
})

test.each([
  ['who cares', { manual: { ...byHand, kind: 'activity' } }, /Who cares\? Name the outcome metric/],
  [
    'an activity that leads no outcome',
    { manual: { ...byHand, kind: 'activity' }, leads: 'leads' },
    /Leads is no outcome/,
  ],
  ['a target worse than the baseline', { target: 0.7 }, /The target is worse than the baseline/],
  ['a target that is the baseline', { target: 0.8 }, /is its baseline, 0\.8: nothing would have to change/],
  [
    'a count below nothing',
    { ...ofCount, baseline: -1e15, target: 10 },
    /A count is never below 0, and the baseline/,
  ],
  [
    'a path of counts below nothing',
    { ...ofCount, baseline: 0, target: 10, pathKind: 'custom', points: [-1, ...new Array(11).fill(10)] },
    /A count is never below 0, and the path/,
  ],
  [
    'days below nothing',
    { manual: { ...byHand, unit: 'days' }, baseline: -2, target: 3 },
    /number of days is never/,
  ],
  ['a period within a month', { from: '2026-02-10' }, /begins within Feb 2026\. Begin on 2026-02-01/],
  ['a period turned round', { from: '2027-02-01' }, /ends before/],
  ['a season of a level', { pathKind: 'seasonal' }, /is a level and has no parts/],
  ['too few points', { pathKind: 'custom', points: [0.85, 0.9] }, /has 12 months and the path 2 values/],
  [
    'a path that misses its target',
    { pathKind: 'custom', points: new Array(12).fill(0.8) },
    /The path ends at the target/,
  ],
  ['both a metric and one by hand', { metric: 'leads' }, /either a metric of the catalogue/],
  ['an unknown metric', { manual: undefined, metric: 'likes' }, /The metric “likes”/],
  [
    'a condition nobody knows',
    { manual: undefined, metric: 'leads', where: ['colour=red'], target: 1 },
    /no dimension “colour”/,
  ],
  ['an endless amount', { target: 1e300 }, /beyond what can be counted/],
])('refused with a sentence: %s', async (_, more, words) => {
  await expect(propose(more)).rejects.toMatchObject({ message: expect.stringMatching(words) })
})

test('an activity is accepted with the outcome it claims to lead, and labelled unproven without data', async () => {
  const more = { manual: { ...byHand, title: 'Calls made', kind: 'activity' }, leads: 'won_value' }
  expect((await propose(more)).lead).toMatchObject({
    verdict: 'unproven',
    says: expect.stringMatching(/kept by hand/),
  })
  const found = await northwind.as('marco')(strategy.testLead, { metric: 'leads', leads: 'won_value' })
  expect(found).toMatchObject({
    verdict: 'unproven',
    says: expect.stringMatching(/There are 0 weeks with both/),
  })
})

test('guests and those without the right see nothing', async () => {
  await expect(northwind.as('gus')(strategy.kpis, {})).rejects.toMatchObject({ code: 'forbidden' })
  await expect(northwind.as('kai')(strategy.proposeKpi, renewals())).rejects.toMatchObject({
    code: 'forbidden',
  })
  expect((await northwind.as('kai')(strategy.kpis, {})).items.length).toBeGreaterThan(1)
})
