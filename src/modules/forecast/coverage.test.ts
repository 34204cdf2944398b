import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { land } from '../../test/imports.ts'
import { metrics } from '../metrics/contract.ts'
import { forecast } from './contract.ts'
import { dealsFile, openedIn } from './fixtures.ts'
import { covered, quartersOf } from './rules.ts'

test('coverage is open pipeline for each unit of the target, and of what is missing', () => {
  expect(covered(300, 100, 40)).toEqual({ coverage: 3, ofRest: 5 })
  expect(covered(300, 100, 100)).toEqual({ coverage: 3, ofRest: null })
})

test.each([
  [{}, ['2026-05-01']],
  [{ from: '2026-05-01', to: '2026-07-31' }, ['2026-05-01']],
  [{ from: '2026-02-01', to: '2026-07-31' }, ['2026-02-01', '2026-05-01']],
  [{ from: '2026-05-01', to: '2026-06-30' }, []],
  [{ from: '2026-05-01' }, []],
])('%j are the quarters from %j', (days, starts) => {
  const calendar = { startMonth: 2, weekStart: 1, pattern: 'calendar' } as const
  expect(quartersOf(days, '2026-06-20', calendar).map((one) => one.startsOn)).toEqual(starts)
})

describe('the open pipeline of Northwind', () => {
  const now = { from: '2026-05-01', to: '2026-07-31' }
  let company: Company
  beforeAll(async () => {
    company = await startCompany({ clock: () => new Date('2026-06-20T09:00:00Z') })
    const won = openedIn('2026-04', 5, { closed: '2026-05-20', stage: 'Won', value: 100 })
    const open = openedIn('2026-06', 4, { value: 750 })
    await land(company, [dealsFile([...won, ...open, ...openedIn('2026-01', 1, { product: 'MG' })])])
  })
  afterAll(() => company.close())

  const ask = (asked: object = now) => company.as('vera')(forecast.coverage, asked)

  test('is n/a with the reason until there is a target, and says which one is lacking', async () => {
    const { coverage, reason, lacking, open } = await ask()
    expect({ coverage, open }).toEqual({ coverage: null, open: 3000 })
    expect(reason).toBe('No target is set for FY2027 Q2.')
    expect(lacking).toEqual({ label: 'FY2027 Q2', from: '2026-05-01' })
  })

  test('covers the target so many times, counted from what the catalogue counts', async () => {
    await company.as('ana')(forecast.setTarget, { startsOn: '2026-05-01', amount: 1500 })
    const seen = await ask()
    expect(seen).toMatchObject({ coverage: 2, ofRest: 3, target: 1500, won: 500, openCount: 5, reason: null })
    expect(seen).toMatchObject({ label: 'FY2027 Q2', currency: 'EUR', setBy: ['Ana Ribeiro'] })
    const { value } = await company.ask(metrics.explain, { metric: 'pipeline_value' })
    expect(value).toEqual({ amount: seen.open, currency: 'EUR' })
    expect((await ask({})).coverage).toBe(2)
  })

  test('covers several quarters when all of them have a target', async () => {
    const half = { from: '2026-05-01', to: '2026-10-31' }
    expect(await ask(half)).toMatchObject({
      coverage: null,
      reason: 'No target is set for FY2027 Q3.',
      lacking: { from: '2026-08-01' },
    })
    await company.as('ana')(forecast.setTarget, { startsOn: '2026-08-01', amount: 4500 })
    expect(await ask(half)).toMatchObject({ coverage: 0.5, label: 'FY2027 Q2 to FY2027 Q3' })
  })

  test.each([
    [{ ...now, where: ['product=MG'] }, 'A target is set for all bookings, not for a part of them'],
    [{ from: '2026-06-01', to: '2026-06-30' }, 'Targets are set by quarter'],
    [{ from: '2026-02-01', to: '2026-04-30' }, 'FY2027 Q1 is over'],
  ])('%j is n/a, and no target is asked for', async (asked, says) => {
    const { coverage, reason, lacking } = await ask(asked)
    expect({ coverage, lacking }).toEqual({ coverage: null, lacking: null })
    expect(reason).toContain(says)
  })

  test('takes the currency that is asked for', async () => {
    expect(await ask({ ...now, where: ['currency=USD'] })).toMatchObject({
      currency: 'USD',
      reason: 'No target is set for FY2027 Q2.',
    })
  })
})

describe('a pipeline in dollars of a firm that has sold in its own euros', () => {
  const now = { from: '2026-05-01', to: '2026-07-31' }
  let company: Company
  beforeAll(async () => {
    company = await startCompany({ clock: () => new Date('2026-06-20T09:00:00Z') })
    const path = join(company.folder, 'opportunities.csv')
    const heading =
      'Opportunity ID,Opportunity Name,Stage,Close Date,Created Date,Amount,Opportunity Currency'
    const lines = [
      '1,Sold,Closed Won,2026-05-20,2026-04-01,900,EUR',
      '2,Open,Negotiation,2026-07-20,2026-06-01,3000,USD',
    ]
    writeFileSync(path, [heading, ...lines].join('\n'))
    expect((await land(company, [path])).map((one) => one.status)).toEqual(['landed'])
  })
  afterAll(() => company.close())

  test('is covered in the currency that the pipeline is in, and the other one is named', async () => {
    const target = { startsOn: '2026-05-01', amount: 1500, currency: 'USD' }
    await company.as('ana')(forecast.setTarget, target)
    const seen = await company.as('vera')(forecast.coverage, now)
    expect(seen).toMatchObject({ currency: 'USD', open: 3000, coverage: 2, won: 0 })
    expect(seen.notes).toContain(
      'Only USD is counted here; amounts in EUR are asked for by the condition currency=EUR.',
    )
  })

  test('is counted in what was won where nothing is open', async () => {
    const seen = await company.as('vera')(forecast.coverage, { ...now, where: ['stage=Closed Won'] })
    expect(seen).toMatchObject({ currency: 'EUR', open: 0, won: 900 })
  })
})

test('open deals none of which says its amount are said to be, in a note as well', async () => {
  const company = await startCompany({ clock: () => new Date('2026-06-20T09:00:00Z') })
  await land(company, [dealsFile(openedIn('2026-06', 3))])
  await company.as('ana')(forecast.setTarget, { startsOn: '2026-05-01', amount: 1500 })
  const seen = await company.as('vera')(forecast.coverage, {})
  expect(seen).toMatchObject({ open: null, reason: 'None of the 3 open opportunities says its amount.' })
  expect(seen.notes.join(' ')).toContain('is n/a where none of the rows says it.')
  await company.close()
})
