import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startBudget } from '../../test/budget.ts'
import type { Company } from '../../test/company.ts'
import { budget } from '../budget/contract.ts'
import { positions } from './contract.ts'

let northwind: Company
let headcount: string
let agency: string
const month = 1_000_000

beforeAll(async () => {
  const started = await startBudget(
    [
      { name: 'Marketing team', kind: 'people', area: 'Team', plan: Array.from({ length: 12 }, () => month) },
      { name: 'Retainer', kind: 'agency', plan: Array.from({ length: 12 }, () => 100) },
    ],
    ['carol', 'marco', 'fay', 'ines', 'ivan', 'vera'],
  )
  northwind = started.company
  ;[headcount = '', agency = ''] = started.ids
})
afterAll(() => northwind.close())

const draft = (more: object = {}) => ({
  ...{ title: 'Data engineer', department: 'IT', fundedBy: 'Marketing', startsOn: '2026-06-01' },
  ...more,
})
const said = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'it was done',
    (error: Error) => error.message,
  )
/** Marco drafts it, Ana says what it costs and asks for it. */
async function asked(more: object = {}, salaryMinor = 5_000_000, onCostMinor = 1_000_000) {
  const { id, version } = await northwind.as('marco')(positions.add, draft(more))
  const cost = { salaryMinor, onCostMinor, currency: 'EUR' }
  await northwind.as('ana')(positions.setCost, { id, version, ...cost })
  const asking = await northwind.as('ana')(positions.ask, { id, lineId: headcount })
  return { id, asking }
}
const available = async () => (await northwind.as('ana')(budget.line, { id: headcount })).line.available
const shown = async (id: string) => (await northwind.as('ana')(positions.show, { id })).position

describe('the budget of a position', () => {
  test('it spreads by day over the months it is there, to the cent, and weighs once approved', async () => {
    const before = await available()
    const { id, asking } = await asked({ startsOn: '2026-06-16', ftePercent: 80 })
    // 230 of 365 days at 80 % of 60,000.00.
    expect(asking.minor).toBe(Math.round((6_000_000 * 0.8 * 230) / 365))
    expect(asking.months.reduce((all, one) => all + one, 0)).toBe(asking.minor)
    expect(asking.months.slice(0, 4)).toEqual([0, 0, 0, 0])
    expect(Math.abs(asking.months[4]! - (asking.minor * 15) / 230)).toBeLessThan(1)
    expect(await available()).toBe(before)

    await northwind.as('carol')(positions.approve, { id: asking.id })
    expect(await available()).toBe(before - asking.minor)
    expect((await shown(id)).state).toBe('approved')
    const { line } = await northwind.as('fay')(budget.line, { id: headcount })
    expect(line.committed?.slice(4, 6)).toEqual(asking.months.slice(4, 6))

    const { version } = await shown(id)
    await northwind.as('marco')(positions.reopen, { id, version, reason: 'Hiring is put off' })
    expect(await available()).toBe(before)
    const [released] = (await northwind.as('ana')(positions.show, { id })).askings!
    expect(released).toMatchObject({
      state: 'released',
      decision: { by: 'Marco Haas', reason: 'Hiring is put off' },
    })
  })

  test('nobody approves what they asked for; who may not read what people cost cannot decide', async () => {
    const { id, asking } = await asked()
    expect(await said(northwind.as('ana')(positions.approve, { id: asking.id }))).toMatch(
      /Nobody approves their own/,
    )
    expect(await said(northwind.as('marco')(positions.approve, { id: asking.id }))).toMatch(/does not exist/)
    expect(await said(northwind.as('fay')(positions.approve, { id: asking.id }))).toMatch(/budget:decide/)
    await northwind.as('carol')(positions.refuse, { id: asking.id, reason: 'Not this year' })
    expect((await shown(id)).state).toBe('refused')
    const { items } = await northwind.as('carol')(budget.decisions, {})
    expect(items[0]).toMatchObject({ verdict: 'refused', reason: 'Not this year', minor: asking.minor })
  })

  test('more than the line has is refused with what it has, and nothing is written', async () => {
    const { id, asking } = await asked({ startsOn: '2026-02-01' }, 13_000_000, 0)
    const why = await said(northwind.as('carol')(positions.approve, { id: asking.id }))
    expect(why).toMatch(/“Marketing team” has 120,000.00 EUR available, and this takes 130,000.00 EUR/)
    expect((await shown(id)).state).toBe('asked')
    await northwind.as('ana')(positions.withdraw, { id: asking.id, reason: 'Too dear' })
    expect((await shown(id)).state).toBe('draft')
  })

  test('only a headcount line of an approved plan carries a position', async () => {
    const { id, version } = await northwind.as('ana')(positions.add, draft())
    const ask = (lineId: string) => said(northwind.as('ana')(positions.ask, { id, lineId }))
    expect(await ask(headcount)).toMatch(/Say first what “Data engineer” costs/)
    const cost = { salaryMinor: 100_000, onCostMinor: 0, currency: 'EUR' }
    await northwind.as('ana')(positions.setCost, { id, version, ...cost })
    expect(await ask(agency)).toMatch(/no headcount line/)
    expect(await said(northwind.as('pia')(positions.ask, { id, lineId: headcount }))).toMatch(
      /does not exist/,
    )
  })

  test('two decisions at once never take more than the line has', async () => {
    const before = await available()
    const each = Math.floor(before * 0.6)
    const yearly = Math.floor((each * 365) / 245)
    const both = [await asked({}, yearly, 0), await asked({ title: 'Analyst' }, yearly, 0)]
    const done = await Promise.all(
      both.map((one) => said(northwind.as('carol')(positions.approve, { id: one.asking.id }))),
    )
    expect(done.filter((one) => one === 'it was done')).toHaveLength(1)
    expect(await available()).toBeGreaterThanOrEqual(0)
    const states = await Promise.all(both.map(async (one) => (await shown(one.id)).state))
    expect(states.sort()).toEqual(['approved', 'asked'])
    for (const { id } of both) {
      const one = await shown(id)
      if (one.state === 'approved')
        await northwind.as('ana')(positions.reopen, { id, version: one.version, reason: 'Only a probe' })
    }
    expect(await available()).toBe(before)
  })
})

describe('the life of a position', () => {
  test('it is opened, filled and ended, which releases its budget after that day; ending can be taken back', async () => {
    const before = await available()
    const { id, asking } = await asked({ startsOn: '2026-02-01' }, 1_200_000, 0)
    await northwind.as('carol')(positions.approve, { id: asking.id })
    const marco = northwind.as('marco')
    const opened = await marco(positions.open, { id, version: (await shown(id)).version })
    const filled = await marco(positions.fill, {
      ...{ id, version: opened.version, personId: northwind.ids.ivan, on: '2026-03-01' },
    })
    expect(filled).toMatchObject({ state: 'filled', person: { name: 'Ivan Petrov' }, isElsewhere: true })

    const ended = await marco(positions.end, {
      id,
      version: filled.version,
      on: '2026-07-31',
      reason: 'Moved on',
    })
    const kept = asking.months.slice(0, 6).reduce((all, one) => all + one, 0)
    expect(await available()).toBe(before - kept)
    await northwind.as('ana')(positions.resume, { id, version: ended.version })
    expect(await available()).toBe(before - asking.minor)
  })

  test('what was asked for a position is not approved once it has ended', async () => {
    const { id, asking } = await asked({ startsOn: '2026-02-01' }, 1_200, 0)
    await northwind.as('carol')(positions.approve, { id: asking.id })
    const ana = northwind.as('ana')
    const { id: year } = await ana(budget.openYear, { day: '2027-03-01' })
    const plan = Array.from({ length: 12 }, () => month)
    const { ids } = await ana(budget.addLines, { year, lines: [{ name: 'Team', kind: 'people', plan }] })
    await ana(budget.approvePlan, { id: year })
    const next = await ana(positions.ask, { id, lineId: ids[0]! })
    const { version } = await shown(id)
    await ana(positions.end, { id, version, on: '2026-07-31', reason: 'Moved on' })
    expect(await said(northwind.as('carol')(positions.approve, { id: next.id }))).toMatch(/has ended/)
    const { askings } = await northwind.as('carol')(positions.show, { id })
    expect(askings!.find((one) => one.id === next.id)!.can).toMatchObject({ approve: false, refuse: true })
  })

  test('a tab that is old is told so, and what was approved stays as it is', async () => {
    const { id, version } = await northwind.as('marco')(positions.add, draft({ title: 'Editor' }))
    await northwind.as('ana')(positions.change, { id, version, ...draft({ title: 'Senior editor' }) })
    const late = northwind.as('marco')(positions.change, {
      id,
      version,
      ...draft({ title: 'Junior editor' }),
    })
    expect(await said(late)).toMatch(/Ana Ribeiro changed “Senior editor” since you opened it/)
    await northwind.as('marco')(positions.remove, { id })
    await northwind.as('marco')(positions.restore, { id })
    expect((await shown(id)).title).toBe('Senior editor')
    const wrong = northwind.as('marco')(positions.add, draft({ endsOn: '2026-01-01' }))
    expect(await said(wrong)).toMatch(/is before the first day/)
  })
})
