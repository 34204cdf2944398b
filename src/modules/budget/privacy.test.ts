import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Asked, Out, Route } from '../../kernel/contract.ts'
import { months, startBudget } from '../../test/budget.ts'
import { planOf } from '../../test/campaigns.ts'
import type { Company, PersonName } from '../../test/company.ts'
import { activity } from '../activity/contract.ts'
import { costs } from '../costs/contract.ts'
import { identity } from '../identity/contract.ts'
import { metrics } from '../metrics/contract.ts'
import { budget } from './contract.ts'

const secret = 'Designer in Porto'

let northwind: Company
let yearId: string
let team: string
let agency: string
let orderId: string
let summer: string

const said = [
  { name: secret, kind: 'people' as const, area: 'Team', plan: months(777_700) },
  { name: 'Search retainer', kind: 'agency' as const, channel: 'Paid search', plan: months(100_000) },
]
beforeAll(async () => {
  const started = await startBudget(said, [
    'marco',
    'pia',
    'fay',
    'carol',
    'vera',
    'cleo',
    'gus',
    'sam',
    'kai',
  ])
  northwind = started.company
  yearId = started.yearId
  ;[team = '', agency = ''] = started.ids
  const ana = northwind.as('ana')
  await ana(budget.edit, { year: yearId, edits: [{ id: team, forecast: { 3: 888_800 } }] })
  await ana(budget.transfer, { fromId: team, toId: agency, minor: 1100, reason: 'Porto leaves early' })
  summer = (await planOf(northwind)).id
  await ana(budget.setSplit, { id: team, version: 0, mode: 'equal', shares: [{ campaignId: summer }] })
  const steps = [{ from: '2026-02-01', minor: 777_700 }]
  const { line } = await ana(budget.line, { id: team })
  const recurrence = { every: 'month' as const, startsOn: '2026-02-01', steps }
  await ana(budget.setRecurrence, { id: team, version: line.version, recurrence })
  await ana(budget.edit, { year: yearId, edits: [{ id: team, forecast: { 3: 888_800 } }] })
  const wish = {
    lineId: agency,
    supplier: 'Harrow & Vine',
    what: 'Retainer',
    minor: 500_000,
    currency: 'EUR',
  }
  const rate = { minor: 123_456, unit: 'day' }
  const { id } = await northwind.as('pia')(budget.request, { ...wish, dueOn: '2026-07-31', rate })
  orderId = (await ana(budget.approve, { id })).orderId!
})
afterAll(() => northwind.close())

const textOf = async (file: unknown): Promise<string> => {
  const { body } = file as { body: ReadableStream }
  return new Response(body).text()
}

/** Everything that somebody is told by every route they may call that reads. */
async function allTold(name: PersonName): Promise<string> {
  const as = northwind.as(name)
  const told: string[] = []
  const ask = async <R extends Route>(route: R, input: Asked<R>) => {
    const answer: Out<R> | string = await as(route, input).catch((error: Error) => error.message)
    told.push(route.download && typeof answer !== 'string' ? await textOf(answer) : JSON.stringify(answer))
  }
  await ask(budget.years, {})
  await ask(budget.lines, {})
  for (const id of [team, agency]) {
    await ask(budget.line, { id })
    await ask(budget.orders, { line: id })
    await ask(budget.invoices, { line: id })
    await ask(budget.requests, { line: id })
    await ask(budget.decisions, { line: id })
    await ask(budget.split, { id })
    await ask(budget.recurrence, { id })
    await ask(budget.accruals, { line: id })
    await ask(activity.feed, { subject: id })
  }
  await ask(budget.headcount, {})
  await ask(budget.accruals, {})
  await ask(budget.guard, {})
  await ask(budget.campaignBudget, { id: summer })
  await ask(budget.prices, {})
  await ask(budget.exportLines, { format: 'csv' })
  await ask(budget.orders, {})
  await ask(budget.order, { id: orderId })
  await ask(budget.exportOrders, { format: 'csv' })
  await ask(budget.invoices, {})
  await ask(budget.exportInvoices, { format: 'csv' })
  await ask(budget.requests, {})
  await ask(budget.decisions, {})
  await ask(budget.exportDecisions, { format: 'csv' })
  await ask(budget.limits, {})
  await ask(activity.feed, { module: 'budget', limit: 100 })
  await ask(activity.exportFeed, { format: 'csv' })
  await ask(activity.inbox, {})
  await ask(identity.home, {})
  await ask(costs.list, {})
  await ask(costs.exportLines, { format: 'csv' })
  await ask(metrics.explain, { metric: 'cost' })
  await ask(metrics.rows, { metric: 'cost' })
  return told.join('\n')
}

const headcount = /Porto|777700|7777\.|888800|8888\.|9332400/g
const price = /123456|1234\.56/g
const figures = /Search retainer|Harrow/g

describe('what people cost', () => {
  test.each(['marco', 'pia', 'ines', 'sam', 'vera', 'cleo', 'kai', 'gus'] as const)(
    '%s is told nothing of it, by no route',
    async (name) => {
      await northwind.actorOf(name)
      expect((await allTold(name)).match(headcount)).toBeNull()
    },
  )

  test.each(['ana', 'carol', 'fay'] as const)('%s, who may, reads it', async (name) => {
    expect((await allTold(name)).includes(secret)).toBe(true)
  })

  test('totals leave it out for those who may not read it, and say so whether there is any or not', async () => {
    const { lines, notes } = await northwind.as('marco')(budget.lines, {})
    expect(lines.map((line) => line.name)).toEqual(['Search retainer'])
    expect(notes).toEqual(['Headcount is not part of what you see here, nor of the totals.'])
    const { transfers } = await northwind.as('marco')(budget.line, { id: agency })
    expect(transfers).toMatchObject([{ from: 'a line you may not read', to: 'Search retainer' }])
  })

  test('it cannot be written, moved or asked for either: to them it does not exist', async () => {
    const marco = northwind.as('marco')
    const attempts = [
      () => marco(budget.edit, { year: yearId, edits: [{ id: team, forecast: { 0: 1 } }] }),
      () => marco(budget.edit, { year: yearId, edits: [{ id: agency, kind: 'people' }] }),
      () => marco(budget.transfer, { fromId: team, toId: agency, minor: 1, reason: 'Probe' }),
      () => marco(budget.removeLine, { id: team }),
      () => marco(budget.setSplit, { id: team, version: 1, mode: 'equal', shares: [{ campaignId: summer }] }),
      () => marco(budget.endSplit, { id: team, version: 1 }),
      () => marco(budget.setRecurrence, { id: team, version: 1, recurrence: null }),
      () =>
        northwind.as('ana')(budget.accrue, { lineId: team, supplier: 'A', month: '2026-05-01', minor: 1 }),
      () => marco(budget.addLines, { year: yearId, lines: [{ name: 'Another', kind: 'people' }] }),
      () =>
        northwind.as('pia')(budget.request, {
          lineId: team,
          supplier: 'A',
          what: 'B',
          minor: 1,
          currency: 'EUR',
          dueOn: '2026-07-01',
        }),
    ]
    for (const attempt of attempts) {
      const said = await attempt().then(
        () => 'it was done',
        (error: Error) => error.message,
      )
      expect(said).toMatch(/not yours to see|does not exist|budget:headcount|headcount line takes no/)
    }
  })
})

describe('what was agreed with an agency', () => {
  test.each(['pia', 'ines', 'sam', 'vera', 'cleo', 'kai', 'gus'] as const)(
    '%s is told no price of it',
    async (name) => {
      expect((await allTold(name)).match(price)).toBeNull()
    },
  )

  test('Marco and Fay, who may read rates, do', async () => {
    expect((await northwind.as('marco')(budget.order, { id: orderId })).rate).toEqual({
      minor: 123_456,
      unit: 'day',
    })
    expect((await northwind.as('fay')(budget.prices, {})).items).toMatchObject([
      { supplier: 'Harrow & Vine', minor: 123_456 },
    ])
  })
})

test.each(['sam', 'vera', 'cleo', 'kai', 'gus', 'ivan'] as const)(
  '%s, who does not read budgets, is told of none',
  async (name) => {
    await northwind.actorOf(name)
    const told = await allTold(name)
    expect(told.match(figures)).toBeNull()
    expect(told.includes('budget:read')).toBe(true)
  },
)
