import { expect, test } from 'vitest'
import type { Line } from '../../contract.ts'
import { layOut } from './rows.ts'

const months = (minor: number) => Array.from({ length: 12 }, () => minor)
const line = (id: string, at: [string, string, string], minor: number, more: Partial<Line> = {}): Line =>
  ({
    ...{ id, area: at[0], programme: at[1], campaign: at[2], name: id, currency: 'EUR', rate: 1 },
    ...{ plan: months(minor), forecast: months(minor), committed: null, actual: null, available: 12 * minor },
    ...more,
  }) as Line

const lines = [
  line('a', ['Brand', 'Events', 'Expo'], 100),
  line('b', ['Brand', 'Events', 'Forum'], 200),
  line('c', ['Brand', '', ''], 50),
  line('d', ['Demand', 'Search', ''], 80, { currency: 'GBP', rate: 1.25 }),
]

test('each area, programme and campaign with a name stands above its lines, with their total', () => {
  const { rows, all } = layOut(lines, 'plan', 'EUR')
  const shown = rows.map((row) => [row.kind === 'group' ? row.title : row.id, row.depth, row.cells.months[0]])
  expect(shown).toEqual([
    ['Brand', 0, 350],
    ['Events', 1, 300],
    ['Expo', 2, 100],
    ['a', 3, 100],
    ['Forum', 2, 200],
    ['b', 3, 200],
    ['c', 1, 50],
    ['Demand', 0, 100],
    ['Search', 1, 100],
    ['d', 2, 80],
  ])
  expect(all.months).toEqual(months(450))
  expect(all.sums).toMatchObject({ plan: 5400, forecast: 5400, committed: 0 })
})

test('a line whose currency has no rate is left out of totals', () => {
  const { all } = layOut(
    [...lines, line('e', ['Brand', '', ''], 9, { currency: 'CZK', rate: null })],
    'plan',
    'EUR',
  )
  expect(all.months).toEqual(months(450))
})
