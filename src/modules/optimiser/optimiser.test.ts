import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../../methods/days.ts'
import { randomFrom } from '../../methods/random.ts'
import { logistic, normalisedAdstock } from '../../methods/response/index.ts'
import { type Company, startCompany } from '../../test/company.ts'
import { land } from '../../test/imports.ts'
import { optimiser } from './contract.ts'

const metric = 'imported_revenue'

/** Weeks of TV and print whose effect is known, and of a sponsorship that never varies. */
function sheetOf(weeks: number): string {
  const random = randomFrom(4)
  const tv = Array.from({ length: weeks }, () => Math.round(1000 * random()))
  const print = Array.from({ length: weeks }, () => Math.round(400 * random()))
  const carried = normalisedAdstock(tv, 0.3)
  const rows = tv.map((spend, t) => {
    const revenue = 5000 + 3000 * logistic(carried[t]! / 1000, 4) + 800 * logistic(print[t]! / 400, 3)
    return `${addDays('2023-01-02', 7 * t)},${spend},${print[t]},50,${Math.round(revenue + 100 * random())}`
  })
  return ['Week,TV spend,Print spend,Sponsoring spend,Revenue', ...rows].join('\n')
}

describe('spend by week at Northwind', () => {
  let company: Company
  let id: string
  const handIn = async (weeks: number) => {
    const path = join(company.folder, `weeks-${weeks}.csv`)
    writeFileSync(path, sheetOf(weeks))
    await land(company, [path])
  }
  const ended = async () => {
    for (;;) {
      const { run } = await company.as('ana')(optimiser.latest, { metric })
      if (run?.state !== 'running') return run
      await wait(50)
    }
  }
  beforeAll(async () => {
    company = await startCompany()
  })
  afterAll(() => company.close())

  test('of 51 weeks nothing is fitted, with the reason', async () => {
    await handIn(51)
    const says = 'There are 51 whole weeks with both spend and outcome; 52 are needed'
    const ready = await company.as('ana')(optimiser.readiness, { metric })
    expect(ready.refused).toContain(says)
    await expect(company.as('ana')(optimiser.fit, { metric })).rejects.toThrow(says)
    expect(await company.as('ana')(optimiser.latest, { metric })).toEqual({ run: null, finished: null })
  })

  test('is for those who read costs, and fitted by those who write them', async () => {
    await handIn(104)
    const forbidden = { code: 'forbidden' }
    await expect(company.as('sam')(optimiser.readiness, { metric })).rejects.toMatchObject(forbidden)
    await expect(company.as('sam')(optimiser.outcomes, {})).rejects.toMatchObject(forbidden)
    await expect(company.as('pia')(optimiser.fit, { metric })).rejects.toMatchObject(forbidden)
    expect((await company.as('pia')(optimiser.outcomes, {})).usual).toBe(metric)
  })

  test('is fitted once at a time, and stopped at will', async () => {
    const asked = await Promise.allSettled([
      company.as('ana')(optimiser.fit, { metric }),
      company.as('marco')(optimiser.fit, { metric }),
    ])
    expect(asked.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    const run = asked.find((one) => one.status === 'fulfilled')!.value
    expect(await company.as('ana')(optimiser.stop, { id: run.id })).toMatchObject({ state: 'stopped' })
    await expect(company.as('ana')(optimiser.stop, { id: run.id })).rejects.toThrow('not running any more')
    await expect(company.as('ana')(optimiser.show, { id: run.id })).rejects.toThrow('has no curves')
  })

  test('finds again what was planted, and leaves alone what never varied', async () => {
    id = (await company.as('ana')(optimiser.fit, { metric })).id
    expect(await ended()).toMatchObject({ id, state: 'done', done: 100 })
    const shown = await company.as('pia')(optimiser.show, { id })
    expect(shown).toMatchObject({ isTold: true, isStale: false, weeks: { count: 104 } })
    expect(shown.curves.map(({ name }) => name)).toEqual(['TV', 'Print'])
    expect(shown.curves[0]!.alpha).toBeCloseTo(0.3, 1)
    expect(shown.leftAlone).toEqual([
      {
        name: 'Sponsoring',
        today: { amount: 50, currency: 'EUR' },
        reason: expect.stringContaining('in 0 weeks only; 10 are needed'),
      },
    ])
  })

  test('limits, budgets and returns are kept, or refused in a sentence', async () => {
    const ask = company.as('pia')
    const usual = await ask(optimiser.propose, { id, budgetMinor: 50_000 })
    expect(usual.says[0]).toMatch(/^The limits of channels allow €\d+ a week, not €500/)
    const still = await ask(optimiser.propose, { id, limits: ['TV=1..1'] })
    expect(still.rows[0]!.proposed).toEqual(still.rows[0]!.today)
    const refused: [object, string][] = [
      [{ limits: ['TV=2..1'] }, 'The least of TV is above its most'],
      [{ limits: ['Radio=0..1'] }, 'There is no fitted channel “Radio”'],
      [{ limits: ['TV'] }, 'is no limit'],
      [{ limits: ['TV=0..1', 'TV=0..2'] }, 'TV has two limits'],
      [{ mode: 'return' }, 'Say how much a unit of spend must bring'],
      [{ mode: 'return', least: 1e6 }, 'Even with every channel at its least'],
    ]
    for (const [more, says] of refused)
      await expect(ask(optimiser.propose, { id, ...more })).rejects.toThrow(says)
    await expect(ask(optimiser.readiness, { metric: 'win_rate' })).rejects.toThrow('cannot be added up')
  })

  test('is taken along as a table, with what was left alone', async () => {
    const file = (await company.as('pia')(optimiser.exportProposal, { id })) as {
      name: string
      body: ReadableStream
    }
    expect(file.name).toBe('spend-for-imported_revenue.csv')
    const lines = (await new Response(file.body).text()).trim().split('\n')
    expect(lines.map((line) => line.split(',')[0])).toEqual(['channel', 'TV', 'Print', 'Sponsoring'])
  })

  test('is stale once a week more is known', async () => {
    await handIn(105)
    expect(await company.as('pia')(optimiser.show, { id })).toMatchObject({ isStale: true })
  })
})
