import { expect, test } from 'vitest'
import type { Line } from '../../contract.ts'
import { isAsPut } from './useEdits.ts'

const line = (id: string, plan: number[], forecast = plan) => ({ id, plan, forecast }) as Line

test('a change is taken back only while the cells hold what was put there', () => {
  const put = [
    { id: 'a', plan: { 1: 5 } },
    { id: 'b', forecast: { 0: 7 } },
  ]
  const lines = [line('a', [1, 5, 3]), line('b', [0, 0, 0], [7, 0, 0])]
  expect(isAsPut(put, lines)).toBe(true)
  expect(isAsPut(put, [line('a', [1, 6, 3]), lines[1]!])).toBe(false)
  expect(isAsPut(put, [lines[0]!])).toBe(false)
})
