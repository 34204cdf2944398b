import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { months } from '../../test/budget.ts'
import { type Company, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { activity } from '../activity/contract.ts'
import { budget } from '../budget/contract.ts'
import { positions } from '../positions/contract.ts'
import { strategy } from '../strategy/contract.ts'
import { trace } from '../trace/contract.ts'
import { drift } from './contract.ts'

let now = '2026-05-01'
let northwind: Company
let [search, fair, team]: string[] = []
let goal: string

const body = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})
const save = (base: number, text: string) =>
  northwind.as('ana')(strategy.saveVision, { title: 'Where we go', base, body: body(text), reason: text })
const shown = (who: 'ana' | 'vera' | 'marco' = 'ana') => northwind.as(who)(drift.show, {})
const link = (kind: string, id: string, parent: { kind: string; id: string }) =>
  northwind.as('ana')(trace.link, { kind, id, parent })
const addGoal = (name: string) =>
  northwind.as('ana')(strategy.addGoal, {
    ...{ name, level: 'objective' as const, from: '2026-02-01', to: '2027-01-31' },
  })

beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => new Date(`${now}T09:00:00Z`) })
  for (const name of ['carol', 'marco', 'ivan', 'vera', 'cleo'] as const) await northwind.actorOf(name)
  const ana = northwind.as('ana')
  const { id: year } = await ana(budget.openYear, { day: now })
  const lines = [
    { name: 'Search', area: 'Demand', kind: 'media' as const, plan: months(300) },
    { name: 'Fair', area: 'Brand', kind: 'event' as const, plan: months(100) },
    { name: 'Team', area: 'Team', kind: 'people' as const, plan: months(1_000_000) },
  ]
  ;[search, fair, team] = (await ana(budget.addLines, { year, lines })).ids
  await ana(budget.approvePlan, { id: year })
  goal = (await addGoal('More demand')).id
})
afterAll(() => northwind.close())

const response = async (kind: string) => (await shown()).responses.find((one) => one.kind === kind)!

describe('drift', () => {
  test('without a vision nothing can lead up to it, and that is urgent', async () => {
    const known = await shown()
    expect(known.vision).toBeNull()
    expect(known.urgency).toEqual({ level: 'now', says: expect.stringMatching(/There is no vision/) })
    expect(known.spend!.plan).toEqual({ total: 4800, untraced: 4800, rate: 1 })
  })

  test('spend is traced where its line leads up to the vision, however many steps; headcount is not spend', async () => {
    const { id } = await save(0, 'We grow.')
    await link('budget-line', search!, { kind: 'goal', id: goal })
    expect((await shown()).spend!.plan.rate).toBe(1)
    await link('goal', goal, { kind: 'vision', id })
    const { spend } = await shown()
    expect(spend!.plan).toEqual({ total: 4800, untraced: 1200, rate: 0.25 })
    expect(spend!.areas).toMatchObject([
      { area: 'Brand', plan: { rate: 1 } },
      { area: 'Demand', plan: { rate: 0 } },
    ])
    expect(spend!.lines).toMatchObject([{ id: fair, name: 'Fair', plan: 1200 }])
  })

  test('hours that nobody gave to anything, and those that lead nowhere, are not traced', async () => {
    const [ana, marco] = [northwind.as('ana'), northwind.as('marco')]
    const said = { title: 'Editor', department: 'Marketing', fundedBy: 'Marketing', startsOn: '2026-05-01' }
    const { id, version } = await marco(positions.add, said)
    await ana(positions.setCost, { id, version, salaryMinor: 100_000, onCostMinor: 0, currency: 'EUR' })
    const asking = await ana(positions.ask, { id, lineId: team! })
    await northwind.as('carol')(positions.approve, { id: asking.id })
    expect((await shown()).hours).toMatchObject({ total: 0, rate: null })

    const approved = (await ana(positions.show, { id })).position
    await marco(positions.fill, {
      id,
      version: approved.version,
      personId: northwind.ids.ivan,
      on: '2026-05-01',
    })
    const { months: all } = await marco(positions.hours, {})
    const which = { positionId: id, monthOn: all[3]! }
    await marco(positions.setHours, {
      edits: [
        { ...which, kind: 'goal', targetId: goal, minutes: 6000 },
        { ...which, kind: 'budget-line', targetId: fair!, minutes: 3000 },
      ],
    })
    const { hours } = await shown()
    expect(hours).toMatchObject({ given: 9000, traced: 6000 })
    expect(hours!.untraced).toBe(hours!.capacity - 6000)
  })

  test('a new version is answered by a change, a link or a word that it still fits, and each day counts', async () => {
    await addGoal('Fewer churned customers')
    now = '2026-05-10'
    await save(1, 'We grow abroad.')
    expect(await response('goal')).toMatchObject({ all: 2, answered: 0, old: 2, medianDays: null })
    expect(await response('budget-line')).toMatchObject({ all: 2, old: 2 })

    now = '2026-05-14'
    await link('budget-line', fair!, { kind: 'goal', id: goal })
    const [first] = (await response('goal')).waiting
    await northwind.as('marco')(drift.review, { kind: 'goal', id: first!.id })
    now = '2026-05-20'
    const { year, lines } = await northwind.as('ana')(budget.lines, {})
    const line = lines.find((one) => one.id === search)!
    await northwind.as('ana')(budget.edit, { year: year!.id, edits: [{ id: line.id, forecast: { 3: 1 } }] })
    await addGoal('Made after the change')

    expect(await response('goal')).toMatchObject({ all: 2, answered: 1, old: 1, medianDays: 4 })
    expect(await response('budget-line')).toMatchObject({
      answered: 2,
      old: 0,
      medianDays: 7,
      longestDays: 10,
    })
    await northwind.as('marco')(drift.unreview, { kind: 'goal', id: first!.id })
    expect(await response('goal')).toMatchObject({ answered: 0, old: 2 })
    expect((await shown()).vision).toMatchObject({ version: 2, daysSince: 10, buyIn: null })
  })

  test('buy-in to an older version is told as such, with its days', async () => {
    await northwind.as('carol')(strategy.buyIn, { version: 2, note: '' })
    now = '2026-05-25'
    await save(2, 'We grow at home.')
    expect((await shown()).vision!.buyIn).toEqual({
      by: 'Carol Weiss',
      on: '2026-05-20',
      days: 5,
      isForThis: false,
    })
  })

  test('a week is kept once, however often, and the next beside it', async () => {
    await northwind.as('marco')(drift.keep, {})
    now = '2026-05-29'
    await northwind.as('marco')(drift.keep, {})
    expect((await shown()).weeks).toMatchObject([{ on: '2026-05-25', keptAt: '2026-05-29T09:00:00.000Z' }])
    now = '2026-06-01'
    await northwind.as('marco')(drift.keep, {})
    const known = await shown()
    expect(known.weeks.map((one) => one.on)).toEqual(['2026-05-25', '2026-06-01'])
    expect(known.weeks[1]!.figures.distance).toBeCloseTo(known.distance!)
  })

  test('who may not read budgets or positions is told the rest, and their distance is of that alone', async () => {
    const known = await shown('vera')
    expect(known).toMatchObject({ spend: null, hours: null, can: { manage: false } })
    expect(known.parts.map((one) => one.name)).toEqual(['What runs'])
    expect(known.weeks[0]!.figures).toMatchObject({ plan: null, actual: null, hours: null })
    expect(known.responses.map((one) => one.kind)).not.toContain('budget-line')
    const feed = await northwind.as('cleo')(activity.feed, { module: 'drift', type: 'drift.kept' })
    expect(feed.entries.length).toBeGreaterThan(1)
    expect(JSON.stringify(feed)).not.toMatch(/distance|figures/)
    await expect(northwind.as('vera')(drift.keep, {})).rejects.toEqual(
      refused('forbidden', /strategy:manage/),
    )
    const unknown = northwind.as('marco')(drift.review, { kind: 'goal', id: 'gol_none' })
    await expect(unknown).rejects.toEqual(refused('missing', /goal does not exist/))
  })
})
