import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { warehouse } from '../../../engine/port.ts'
import { startTestApp, type TestApp } from '../../../test/app.ts'
import { land, settle, upload } from '../../../test/imports.ts'
import { imports } from '../contract.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

const visits = (name: string, ...days: number[]): string => {
  const path = join(app.folder, name)
  const rows = days.map((day) => `ada@firm.example,2025-03-0${day} 10:00:00,Email,visit`)
  writeFileSync(path, `${['email,time,channel,kind', ...rows].join('\n')}\n`)
  return path
}
const counted = async () => {
  const rows = await app.app.services
    .use(warehouse)
    .query<{ at: string }>('select "at" from mapped.touch where is_current order by 1')
  return rows.map((row) => Number(row.at.slice(8, 10)))
}

test('touches without an identifier are told apart by what they say, and come back when an undo takes away what replaced them', async () => {
  const [first] = await upload(app, visits('march.csv', 1, 2, 3))
  await app.ask(imports.correct, { id: first!.id, mapping: first!.mapping!, saveAs: 'visits' })
  await app.ask(imports.land, { ids: [first!.id] })
  await settle(app, [first!.id])

  const [second] = await land(app, [visits('march-and-later.csv', 2, 3, 4)])
  expect(second).toMatchObject({ status: 'landed', counts: { new: 1, unchanged: 2, updated: 0 } })
  expect(await counted()).toEqual([1, 2, 3, 4])

  await app.ask(imports.undo, { id: second!.id })
  await settle(app, [second!.id])
  expect(await counted()).toEqual([1, 2, 3])
})

const made = (name: string, ...lines: string[]): string => {
  const path = join(app.folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}
const asked = (sql: string) => app.app.services.use(warehouse).query(sql)

test('people known by e-mail alone enter the same stage at the same moment, each on their own', async () => {
  const path = made(
    'stages.csv',
    'email,stage,entered_at',
    'ada@firm.example,MQL,2025-03-01',
    'bo@firm.example,MQL,2025-03-01',
    'ada@firm.example,MQL,2025-03-01',
  )
  const [stages] = await land(app, [path])
  expect(stages).toMatchObject({ objects: ['stage_entry'], counts: { new: 2, repeated: 1 } })
})

test('a blank part of a name is a part: the same word as source and as campaign does not name the same row', async () => {
  const [bySource] = await land(app, [
    made('by-source.csv', 'date,channel,source,campaign,sessions', '2025-03-01,Email,spring,,7'),
  ])
  const [byCampaign] = await land(app, [
    made('by-campaign.csv', 'date,channel,source,campaign,sessions', '2025-03-01,Email,,spring,5'),
  ])
  expect([bySource?.objects, byCampaign?.objects]).toEqual([['web_day'], ['web_day']])
  expect(byCampaign?.counts).toMatchObject({ new: 1, updated: 0 })
  expect(await asked('select sum(sessions)::int as n from mapped.web_day where is_current')).toEqual([
    { n: 12 },
  ])
})

test('of rows with one name the latest counts by its time, however the time is written', async () => {
  const path = made(
    'ads.csv',
    'id,email,city,changed',
    '1,ada@firm.example,Ghent,10/3/2024',
    '1,ada@firm.example,Bonn,9/3/2024',
    '1,ada@firm.example,Oslo,9/13/2024',
  )
  const [ada] = await upload(app, path)
  const mapping = {
    source: 'crm',
    title: 'People',
    parts: [
      {
        object: 'contact' as const,
        attributes: { key: { column: 'id' }, email: { column: 'email' }, region: { column: 'city' } },
        latest: 'changed',
      },
    ],
  }
  await app.ask(imports.correct, { id: ada!.id, mapping })
  await app.ask(imports.land, { ids: [ada!.id] })
  await settle(app, [ada!.id])
  expect(await asked(`select region from mapped.contact where system = 'crm' and is_current`)).toEqual([
    { region: 'Ghent' },
  ])
})

const handed = async (name: string, ...lines: string[]) => {
  const path = join(app.folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return (await upload(app, path))[0]!
}
const leads = 'Lead ID,First Name,Last Name,Email,Company,Lead Source,Lead Status,Created Date'

test('a date nobody can believe is named with its row and how to mend it', async () => {
  const found = await handed(
    'old-leads.csv',
    leads,
    '00Q1,Ada,One,a@firm.example,Firm,Web,Open,1823-01-02',
    '00Q2,Bo,Two,b@firm.example,Firm,Web,Open,2025-03-04',
  )
  expect(found.status).toBe('ready')
  expect(found.notes.map((note) => note.says).join(' ')).toMatch(
    /1 value of contact\.created_at cannot be read and stays blank: “1823-01-02” in row 2\. Times lie in the years 1900 to 2100/,
  )
})

test('a mapping by which every row would be rejected cannot land', async () => {
  const found = await handed('no-times.csv', 'email,time,channel,kind', 'ada@firm.example,,Email,visit')
  expect(found).toMatchObject({
    status: 'unsettled',
    reason: expect.stringMatching(/^Every row would be rejected: at is blank/),
  })
})
