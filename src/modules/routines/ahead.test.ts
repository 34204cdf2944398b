import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { boardOf, plainStages } from '../../test/work.ts'
import { routines } from './contract.ts'
import { makeDue } from './server/due.ts'

let northwind: Company
let now = new Date('2026-07-01T05:00:00Z')
beforeAll(async () => {
  northwind = await startCompany({ clock: () => now })
})
afterAll(() => northwind.close())

const pia = () => northwind.as('pia')
const tick = (at: string) => {
  now = new Date(at)
  return makeDue.run(northwind.app, {})
}
const outcomes = async (id: string) =>
  (await pia()(routines.history, { id })).items.map((one) => [one.dueOn, one.outcome])
async function begin(rule: string) {
  const { id: boardId } = await boardOf(northwind, { name: rule, stages: plainStages })
  const template = await pia()(routines.addTemplate, { name: rule, definition: { title: 'Report', boardId } })
  return pia()(routines.add, {
    ...{ name: 'Report', templateId: template.id, zone: 'Europe/Berlin', time: '09:00', rule },
    ...{ startsOn: '2026-07-01', shift: 'keep' },
  })
}

test('what is made long before its time holds up nothing that comes before it', async () => {
  const { id, next } = await begin('FREQ=MONTHLY;BYMONTHDAY=6')
  await pia()(routines.makeNow, { id, occurs: next[4]!.occurs })
  await tick('2026-07-06T09:00:00Z')
  await tick('2026-08-06T09:00:00Z')
  expect((await outcomes(id)).sort()).toEqual([
    ['2026-07-06', 'made'],
    ['2026-08-06', 'made'],
    ['2026-11-06', 'made'],
  ])
  await pia()(routines.stop, { id, isStopped: true })
  await pia()(routines.stop, { id, isStopped: false })
  const { next: still } = await pia()(routines.show, { id })
  expect(still.map((one) => one.dueOn).slice(0, 3)).toEqual(['2026-09-06', '2026-10-06', '2026-12-06'])
})

test('a routine comes once a day: hours in its rule are refused', async () => {
  await expect(begin('FREQ=DAILY;BYHOUR=9,10,11')).rejects.toThrow('take BYHOUR, BYMINUTE and BYSECOND out')
})
