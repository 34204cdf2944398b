import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { land, settle } from '../../test/imports.ts'
import { sharedData } from '../../test/shared.ts'
import { imports } from '../imports/contract.ts'
import { metrics } from '../metrics/contract.ts'
import { optimiser } from './contract.ts'

const data = sharedData()
const metric = 'imported_revenue'

/** Robyn’s simulated weekly file (MIT); its totals are those of the catalogue of shared data. */
describe.skipIf(!data)('Robyn’s weekly file', () => {
  let company: Company
  let file: string
  beforeAll(async () => {
    company = await startCompany()
    const [landed] = await land(company, [join(data ?? '', 'robyn/dt_simulated_weekly.csv')])
    file = landed!.id
  })
  afterAll(() => company.close())

  const fitted = async () => {
    const run = await company.as('ana')(optimiser.fit, { metric })
    for (;;) {
      const { run: now } = await company.as('ana')(optimiser.latest, { metric })
      if (now?.state !== 'running') return { ...now, id: run.id }
      await wait(100)
    }
  }

  test('lands without a hand on the mapping: a part for each channel and one for revenue', async () => {
    const shown = await company.ask(imports.show, { id: file })
    expect(shown).toMatchObject({ status: 'landed', title: 'Spend by channel and revenue', rows: 208 })
    expect(shown.mapping?.parts.map((part) => part.attributes.channel ?? part.attributes.name)).toEqual(
      ['tv', 'ooh', 'print', 'search', 'facebook ads', 'revenue'].map((constant) => ({ constant })),
    )
    expect(shown.counts).toMatchObject({ new: 208 * 6, rejected: 0, repeated: 0 })
  })

  test('yields spend and revenue to the cent, summed as finely as the file tells them', async () => {
    const spent = await company.ask(metrics.query, { metrics: ['media_cost'], by: ['channel'] })
    expect(Object.fromEntries(spent.rows.map((row) => [row.channel, row.media_cost]))).toEqual({
      TV: { amount: 3_087_487.77, currency: 'EUR' },
      'Out of home': { amount: 8_989_331.73, currency: 'EUR' },
      Print: { amount: 775_555.51, currency: 'EUR' },
      'Paid search': { amount: 1_230_426.67, currency: 'EUR' },
      'Paid social': { amount: 446_296.83, currency: 'EUR' },
    })
    const { rows } = await company.ask(metrics.query, { metrics: [metric] })
    expect(rows).toEqual([{ [metric]: { amount: 379_005_696.67, currency: 'EUR' } }])
  })

  test('is 208 whole weeks that can be fitted', async () => {
    const ready = await company.as('ana')(optimiser.readiness, { metric })
    expect(ready.weeks).toEqual({ count: 208, from: '2015-11-23', to: '2019-11-17' })
    expect([ready.refused, ready.channels.map((one) => one.leftAlone)]).toEqual([
      null,
      new Array(5).fill(null),
    ])
  })

  test('yields curves with intervals around them and an allocation with equal marginal returns', async () => {
    const { id, state } = await fitted()
    expect(state).toBe('done')
    const shown = await company.as('ana')(optimiser.show, { id })
    expect([shown.isStale, shown.rSquared > 0.8, shown.curves.length]).toEqual([false, true, 5])
    for (const { points } of shown.curves)
      for (const one of points) expect(one.low).toBeLessThanOrEqual(one.high)

    const wide = await company.as('ana')(optimiser.propose, { id, change: 2 })
    const inside = wide.rows.filter((row) => row.atLimit === null).map((row) => row.marginalProposed)
    expect(inside.length).toBeGreaterThan(1)
    expect(Math.max(...inside) - Math.min(...inside)).toBeLessThan(1e-6)
    const most = new Map(shown.curves.map(({ name, observed }) => [name, observed.most.amount]))
    for (const row of wide.rows)
      if (row.proposed.amount > most.get(row.channel)! + 0.01)
        expect(row.flags.join()).toContain('More than in any week seen')
    expect(wide.budget.proposed).toEqual(wide.budget.today)
    expect(wide.outcome.proposed).toBeGreaterThan(wide.outcome.today)
    expect(wide.gain.downside).toBeLessThanOrEqual(wide.gain.expected)

    const usual = await company.as('ana')(optimiser.propose, { id })
    for (const { today, proposed } of usual.rows)
      expect(Math.abs(proposed.amount - today.amount)).toBeLessThanOrEqual(0.3 * today.amount + 0.02)
  })

  test('goes stale once the weeks say something else, and is undone as if it had never come', async () => {
    const { finished } = await company.as('ana')(optimiser.latest, { metric })
    await company.ask(imports.undo, { id: file })
    await settle(company, [file])
    const shown = await company.as('ana')(optimiser.show, { id: finished! })
    expect(shown.isStale).toBe(true)
    const ready = await company.as('ana')(optimiser.readiness, { metric })
    expect(ready.refused).toContain('No media spend with a day is known yet')
    await expect(company.as('ana')(optimiser.fit, { metric })).rejects.toMatchObject({ code: 'conflict' })
  })
})
