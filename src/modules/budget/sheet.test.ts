import { afterAll, beforeAll, expect, test } from 'vitest'
import { months, startBudget } from '../../test/budget.ts'
import type { Company } from '../../test/company.ts'
import { budget, packed, unpacked } from './contract.ts'

let northwind: Company
let yearId: string
beforeAll(async () => {
  const started = await startBudget(
    [
      { name: 'Search', area: 'Demand', kind: 'media', plan: months(12_345), note: '"odd"; note' },
      { name: 'Expo', area: 'Brand', campaign: 'Expo', plan: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] },
      { name: 'Team', kind: 'people', plan: months(900) },
      { name: 'Kept', isPlaceholder: true, plan: months(0) },
    ],
    ['fay'],
  )
  northwind = started.company
  yearId = started.yearId
  const ana = northwind.as('ana')
  await ana(budget.bookInvoice, {
    ...{ lineId: started.ids[1]!, supplier: 'Fair Ltd', number: 'F-1', minor: 20, currency: 'EUR' },
    ...{ invoicedOn: '2026-05-04', startsOn: '2026-05-01', endsOn: '2026-05-31' },
  })
})
afterAll(() => northwind.close())

test('the lines by column are the lines, for everybody what they may see of them', async () => {
  for (const who of ['ana', 'fay'] as const) {
    const { lines, ...said } = await northwind.as(who)(budget.lines, { year: yearId })
    const { sheet, ...rest } = await northwind.as(who)(budget.sheet, { year: yearId })
    expect(unpacked(JSON.parse(JSON.stringify(sheet)))).toEqual(lines)
    expect(rest).toEqual(said)
    expect(JSON.stringify(sheet).includes('Team')).toBe(lines.some((line) => line.kind === 'people'))
  }
})

test('no line at all is no line again', () => {
  expect(unpacked(packed([]))).toEqual([])
})
