import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { land, upload } from '../../test/imports.ts'
import { metrics } from '../metrics/contract.ts'
import { imports } from './contract.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

const heading = 'Week,TV spend,Radio cost,Facebook_S,Revenue'
const weeks = [
  '2025-01-06,100.105,20,5,1000',
  '2025-01-13,110.105,0,5,1100',
  '2025-01-20,90,30,5,900',
  '2025-01-27,95,25,5,950',
]
let files = 0
const sheet = (rows: string[], head = heading) => {
  files += 1
  const path = join(app.folder, `weekly-${files}.csv`)
  writeFileSync(path, [head, ...rows].join('\n'))
  return path
}

describe('a sheet with a row for each week and a column for each channel', () => {
  test.each([
    ['two rows for one week', [...weeks, '2025-01-13,1,1,1,1'], '2025-01-13 is told by 2 rows'],
    ['text for a number', [...weeks, '2025-02-03,much,1,1,1'], '“much” in row 6 of TV spend is no amount'],
    ['negative spend', [...weeks, '2025-02-03,-5,1,1,1'], '-5 in row 6 of TV spend is below 0'],
    [
      'text for revenue',
      [...weeks, '2025-02-03,5,1,1,none yet'],
      '“none yet” in row 6 of Revenue is no amount',
    ],
    ['days written in two ways', [...weeks, 'spring,5,1,1,1'], '“spring” in row 6 is no day'],
  ])('%s: nothing lands, and a sentence says where', async (_, rows, says) => {
    const [item] = await upload(app, sheet(rows))
    expect(item).toMatchObject({ status: 'unsettled', reason: expect.stringContaining(says) })
    await expect(app.ask(imports.land, { ids: [item!.id] })).rejects.toThrow(says)
  })

  test('a missing week is said and counts as a week without spend', async () => {
    const [item] = await upload(app, sheet([...weeks, '2025-02-10,5,1,1,7']))
    expect(item).toMatchObject({ status: 'ready' })
    expect(item!.notes.map((note) => note.says)).toContainEqual(
      expect.stringContaining('1 week is missing between 2025-01-27 and 2025-02-10'),
    )
  })

  test('blank cells are weeks without spend, and channels are read by the vocabulary', async () => {
    const [landed] = await land(app, [sheet([...weeks, '2025-02-03,,10,,800'])])
    expect(landed).toMatchObject({ status: 'landed' })
    const { rows } = await app.ask(metrics.query, { metrics: ['media_cost'], by: ['channel'] })
    const spent = rows.map((row) => [row.channel, (row.media_cost as { amount: number }).amount])
    // Summed as finely as they were told, then rounded: 395.21 and not 395.22.
    expect(spent).toEqual([
      ['TV', 395.21],
      ['Radio', 85],
      ['Paid social', 20],
    ])
  })

  test('a later file that tells a week anew replaces it', async () => {
    await land(app, [sheet(['2025-01-06,200,20,5,1000'])])
    const week = { from: '2025-01-06', to: '2025-01-12' }
    const { rows } = await app.ask(metrics.query, { metrics: ['media_cost'], ...week })
    expect(rows).toEqual([{ media_cost: { amount: 225, currency: 'USD' } }])
  })

  test('a report with average prices is not taken for one', async () => {
    const [item] = await upload(app, sheet(['2025-01-06,1,2'], 'Date,Avg. cost,Cost per click'))
    expect(item).toMatchObject({ status: 'unknown' })
  })
})
