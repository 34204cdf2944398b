import { describe, expect, test } from 'vitest'
import { type Column, chosen, filtered, haystacks, nextSort, readSort, sorted, writeSort } from './columns.ts'

type Deal = { name: string; amount: number | null; owner: string }
const deals: Deal[] = [
  { name: 'Deal 10', amount: 5, owner: 'Ana' },
  { name: 'Deal 9', amount: null, owner: 'Ben' },
  { name: 'deal 100', amount: 50, owner: 'Ana' },
]
const columns: Column<Deal>[] = [
  { id: 'name', title: 'Name', value: (deal) => deal.name },
  { id: 'amount', title: 'Amount', value: (deal) => deal.amount },
  { id: 'owner', title: 'Owner', value: (deal) => deal.owner, isHidden: true },
]
const names = (rows: Deal[]) => rows.map((deal) => deal.name)

describe('a list', () => {
  test('sorts names the way people count, and blanks last in both directions', () => {
    expect(names(sorted(deals, columns, { id: 'name', isDown: false }))).toEqual([
      'Deal 9',
      'Deal 10',
      'deal 100',
    ])
    expect(names(sorted(deals, columns, { id: 'amount', isDown: true }))).toEqual([
      'deal 100',
      'Deal 10',
      'Deal 9',
    ])
    expect(names(sorted(deals, columns, { id: 'amount', isDown: false }))).toEqual([
      'Deal 10',
      'deal 100',
      'Deal 9',
    ])
  })

  test('finds rows in which every word occurs, hidden columns included', () => {
    expect(names(filtered(deals, haystacks(deals, columns), 'ANA 100'))).toEqual(['deal 100'])
    expect(filtered(deals, haystacks(deals, columns), '  ')).toBe(deals)
  })

  test('sorts up, down, then as it came', () => {
    const up = nextSort(null, 'name')
    const down = nextSort(up, 'name')
    expect([writeSort(up), writeSort(down), nextSort(down, 'name')]).toEqual(['name', '-name', null])
    expect(readSort('-name')).toEqual(down)
  })

  test('shows the columns of the URL, and the standard ones for names it does not know', () => {
    const ids = (choice: string) => chosen(columns, choice).map((column) => column.id)
    expect(ids('')).toEqual(['name', 'amount'])
    expect(ids('owner,name')).toEqual(['name', 'owner'])
    expect(ids('nonsense')).toEqual(['name', 'amount'])
  })
})
