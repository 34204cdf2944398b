import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { land } from '../../test/imports.ts'
import { metrics } from './contract.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  const made = (name: string, lines: string[]) => {
    const path = join(app.folder, name)
    writeFileSync(path, lines.join('\n'))
    return path
  }
  const leads = [1, 2, 3].map((n) => `00Q${n},Ada,Person${n},p${n}@firm.example,Web,Open,2025-03-0${n}`)
  const deals = [
    'D1,GTX Pro,Cancity,Won,2025-03-01,2025-03-09,10',
    'D2,GTX Pro,Cancity,Lost,2025-03-01,2025-03-09,0',
  ]
  await land(app, [
    made('leads.csv', ['Lead ID,First Name,Last Name,Email,Lead Source,Lead Status,Created Date', ...leads]),
    made('sales_pipeline.csv', [
      'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value',
      ...deals.map((line) => line.replace(',', ',Moses Frase,')),
    ]),
  ])
})
afterAll(() => app.close())

const notesOf = async (asked: string[], by: string[], where: string[] = []) =>
  (await app.ask(metrics.query, { metrics: asked, by, where })).notes.filter((note) =>
    note.includes('while other'),
  )

test('rates by a dimension that only some sources carry say so', async () => {
  expect(await notesOf(['leads', 'won', 'win_rate'], ['origin'])).toEqual([
    'None of the 2 opportunity rows of maven has a value for origin, while other rows do: they stand under a blank origin, and rates by origin are without them.',
  ])
})

test('figures that meet, or are not broken down, need no such note', async () => {
  expect(await notesOf(['leads', 'won'], [])).toEqual([])
  expect(await notesOf(['win_rate'], ['product'])).toEqual([])
  expect(await notesOf(['leads', 'won'], ['origin'], ['origin=Web'])).toEqual([])
})
