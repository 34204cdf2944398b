import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { cases } from './contract.ts'

let northwind: Company
beforeAll(async () => {
  northwind = await startCompany({ work: false })
  for (const name of ['marco', 'carol', 'ivan', 'kai', 'vera'] as const) await northwind.actorOf(name)
})
afterAll(() => northwind.close())

const parts = [
  {
    name: 'Faster handover',
    kind: 'revenue' as const,
    yearly: [0, 400_000, 400_000].map((one) => one * 100),
  },
  { name: 'Hours of reporting', kind: 'saving' as const, yearly: [10_000_000, 10_000_000, 10_000_000] },
  { name: 'Integration', kind: 'cost' as const, once: 20_000_000, yearly: [5_000_000, 5_000_000, 5_000_000] },
]
const said = { name: 'One customer record', problem: 'Sales and marketing count twice.', years: 3, parts }

test('a case is reckoned by year against the agreed bar, and against one to try', async () => {
  const marco = northwind.as('marco')
  const { id } = await marco(cases.make, said)
  const { case: one, bar } = await marco(cases.show, { id })
  expect(bar).toEqual({ value: 50_000_000, roi: 0.3, paybackMonths: 24, rate: 0.08 })
  expect(one.reckoned.likely).toEqual({
    benefits: 110_000_000,
    costs: 35_000_000,
    roi: 75 / 35,
    // −200,000 + 46,296.30 + 385,802.47 + 357,224.51, each year at 8 %
    npv: 58_932_327,
    // 150,000 are still out after a year, and 450,000 come over the second.
    paybackMonths: 16,
    flows: [-20_000_000, 5_000_000, 45_000_000, 45_000_000],
  })
  expect(one.reckoned.clears).toBe(true)
  expect(one.reckoned.checks[0]).toMatchObject({ of: 'value', by: 60_000_000 })
  const tried = await marco(cases.show, { id, value: 200_000_000 })
  expect(tried.case.reckoned.clears).toBe(false)
  expect(tried.case.reckoned.needed).toBeCloseTo(200 / 110, 9)
  expect(tried.case.reckoned.says).toMatch(/would have to come to 182 %/)
})

test('what has to be true is the share at which the whole bar is just cleared', async () => {
  const marco = northwind.as('marco')
  const { id } = await marco(cases.make, { ...said, name: 'Share' })
  const { needed } = (await marco(cases.show, { id })).case.reckoned
  const scaled = parts.map((one) =>
    one.kind === 'cost' ? one : { ...one, yearly: one.yearly.map((minor) => Math.ceil(minor * needed!)) },
  )
  await marco(cases.change, { id, version: 1, ...said, parts: scaled, reason: 'Just so' })
  expect((await marco(cases.show, { id })).case.reckoned.clears).toBe(true)
})

test('CMO and CIO sign a version by name; a new version is signed anew and the old signatures stay', async () => {
  const marco = northwind.as('marco')
  const { id } = await marco(cases.make, { ...said, name: 'Signed' })
  await northwind.as('carol')(cases.remark, { id, version: 1, verdict: 'supports' })
  await northwind.as('ivan')(cases.remark, { id, version: 1, verdict: 'objects', says: 'No hands in spring' })
  expect(await marco(cases.change, { id, version: 1, ...said, reason: 'Starts in autumn' })).toEqual({
    version: 2,
  })
  const { case: one, versions } = await marco(cases.show, { id })
  expect(one.remarks.map(({ by, role, verdict, version }) => [by, role, verdict, version])).toEqual([
    ['Ivan Petrov', 'IT', 'objects', 1],
    ['Carol Weiss', 'CMO', 'supports', 1],
  ])
  expect(versions.map((v) => v.version)).toEqual([2, 1])
  await expect(northwind.as('carol')(cases.remark, { id, version: 1, verdict: 'supports' })).rejects.toEqual(
    refused('conflict', /version 2 is in force/),
  )
  await expect(marco(cases.change, { id, version: 1, ...said, reason: 'From an old tab' })).rejects.toEqual(
    refused('conflict', /is at version 2 since you opened it/),
  )
  await expect(northwind.app.db.deleteFrom('cases_remarks' as never).execute()).rejects.toThrow(
    /stays as it was/,
  )
})

test('bad input gets a sentence', async () => {
  const marco = northwind.as('marco')
  const wrong = (more: object) => marco(cases.make, { ...said, ...more } as never)
  await expect(wrong({ years: 2 })).rejects.toEqual(
    refused('invalid', /“Faster handover” has amounts after year 2/),
  )
  await expect(wrong({ parts: [{ name: 'X', kind: 'saving', once: 5 }] })).rejects.toEqual(
    refused('invalid', /cannot come once/),
  )
  await expect(wrong({ parts: [{ name: 'X', kind: 'cost' }] })).rejects.toEqual(
    refused('invalid', /has no amount/),
  )
  await expect(wrong({ parts: [{ ...parts[0], evidence: { metric: 'nothing' } }] })).rejects.toEqual(
    refused('invalid', /the catalogue does not have/),
  )
  await expect(wrong({ parts: [{ ...parts[0], yearly: [-1] }] })).rejects.toEqual(
    refused('invalid', /0 at least/),
  )
})

test('the bar is agreed by its keepers, in versions; who may not sees and changes nothing', async () => {
  const ana = northwind.as('ana')
  const bar = { value: 10_000_000, roi: 0.1, paybackMonths: 36, rate: 0.1 }
  await ana(cases.setBar, { ...bar, version: 0, reason: 'Small things count, too' })
  await expect(ana(cases.setBar, { ...bar, version: 0, reason: 'From an old tab' })).rejects.toEqual(
    refused('conflict', /Somebody changed the bar/),
  )
  expect((await ana(cases.list, {})).bar).toEqual(bar)
  await expect(northwind.as('kai')(cases.list, {})).rejects.toEqual(refused('forbidden', /cases:read/))
  await expect(northwind.as('carol')(cases.make, said)).rejects.toEqual(refused('forbidden', /cases:write/))
  await expect(northwind.as('marco')(cases.setBar, { ...bar, version: 1, reason: 'Mine' })).rejects.toEqual(
    refused('forbidden', /cases:bar/),
  )
})
