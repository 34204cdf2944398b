import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Asked } from '../../kernel/contract.ts'
import { type Company, startCompany } from '../../test/company.ts'
import { metrics } from '../metrics/contract.ts'
import { costs } from './contract.ts'

describe('a ledger of more than 5,000 lines', () => {
  const many = 5010
  let company: Company
  beforeAll(async () => {
    company = await startCompany()
    const at = new Date('2026-03-02T09:00:00Z')
    const lines = Array.from({ length: many }, (_, n) => ({
      id: `cst_${String(n).padStart(5, '0')}`,
      kind: 'event',
      channel: null,
      campaign: null,
      minor: 33,
      currency: 'EUR',
      repeats: 'once',
      starts_on: n === 0 ? '2026-03-01' : '2026-03-02',
      ends_on: '2026-03-02',
      note: n === 0 ? 'Stand, 50% paid' : n === 1 ? 'Stand, 50 of 100 paid' : n === 2 ? 'SET_A' : 'SETTA',
      version: 1,
      created_by: 'Fay Lindqvist',
      created_at: at,
      changed_by: 'Fay Lindqvist',
      changed_at: at,
      removed_at: null,
    }))
    for (let n = 0; n < many; n += 1000)
      await company.app.db
        .insertInto('costs_lines')
        .values(lines.slice(n, n + 1000))
        .execute()
  })
  afterAll(() => company.close())
  const list = (asked: Asked<typeof costs.list>) => company.as('fay')(costs.list, asked)

  test('is told a page at a time, with how many there are and what they come to', async () => {
    const first = await list({})
    expect([first.items.length, first.total]).toEqual([100, many])
    expect(first.sums.written).toEqual({ amount: 1653.3, currency: 'EUR' })
    const last = await list({ limit: 100, offset: 5000 })
    expect([last.items.length, last.items.at(-1)?.note]).toEqual([10, 'Stand, 50% paid'])
    const up = await list({ sort: 'startsOn', order: 'up', limit: 1 })
    expect(up.items.map((one) => one.startsOn)).toEqual(['2026-03-01'])
  })

  test.each([
    ['50%', ['Stand, 50% paid']],
    ['set_a', ['SET_A']],
    ['STAND', ['Stand, 50 of 100 paid', 'Stand, 50% paid']],
  ])('finds “%s” as it is written among all of them', async (search, notes) => {
    const found = await list({ search })
    expect(found.items.map((one) => one.note)).toEqual(notes)
    expect(found.total).toBe(notes.length)
  })

  test('finds lines by what their kind is called, too', async () => {
    expect((await list({ search: 'event' })).total).toBe(many)
    expect((await list({ search: 'People share' })).total).toBe(0)
  })

  test('comes whole as a file', async () => {
    const { body } = (await company.as('fay')(costs.exportLines, {})) as { body: ReadableStream }
    expect((await new Response(body).text()).trim().split('\r\n')).toHaveLength(many + 1)
  })
})

test('a monthly cost that goes on counts to the end of the month it is here, by the clock of the product', async () => {
  // Half past midnight of the first of April in Berlin.
  const clock = { now: new Date('2026-03-31T22:30:00Z') }
  const company = await startCompany({ clock: () => clock.now })
  const months = async () => {
    const { rows } = await company.ask(metrics.query, { metrics: ['cost'], grain: 'month' })
    return rows.map((row) => row.month)
  }
  await company.as('fay')(costs.add, {
    kind: 'tool',
    minor: 3000,
    currency: 'EUR',
    repeats: 'monthly',
    startsOn: '2026-02-01',
  })
  expect(await months()).toEqual(['2026-02', '2026-03', '2026-04'])
  clock.now = new Date('2026-05-02T09:00:00Z')
  expect(await months()).toEqual(['2026-02', '2026-03', '2026-04', '2026-05'])
  await company.close()
})
