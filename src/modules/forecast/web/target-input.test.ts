import { expect, test } from 'vitest'
import { toInput } from '../../../ui/form/fields.ts'
import { TargetDraft } from './target-input.ts'

const read = (amount: string) =>
  TargetDraft.safeParse(toInput({ amount }, [{ name: 'amount', label: 'Bookings', kind: 'number' }]))

test.each([
  ['2500000', 2_500_000],
  ['2,500,000', 2_500_000],
  ['2 500 000', 2_500_000],
  ['2500.50', 2500.5],
])('a target of %s is %d', (typed, amount) => {
  expect(read(typed).data).toEqual({ amount })
})

test.each([
  ['2500,50', 'is a number, such as 2,500,000 or 2500.50'],
  ['2.500.000', 'is a number, such as 2,500,000 or 2500.50'],
  ['0', 'is more than 0'],
  ['9e12', 'is 1,000,000,000,000 at most'],
])('a target of %s is refused: it %s', (typed, words) => {
  expect(read(typed).error?.issues.map((one) => one.message)).toEqual([words])
})
