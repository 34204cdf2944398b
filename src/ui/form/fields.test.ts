import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { complaints, type FormField, toInput } from './fields.ts'

const fields: FormField[] = [
  { name: 'name', label: 'Name' },
  { name: 'amount', label: 'Amount', kind: 'number' },
  { name: 'password', label: 'Password', kind: 'password' },
]

describe('a form', () => {
  test('hands over trimmed text, numbers as numbers and blanks as nothing', () => {
    expect(toInput({ name: '  Grow ', amount: '1,200.5', password: ' s3cret ' }, fields)).toEqual({
      name: 'Grow',
      amount: 1200.5,
      password: ' s3cret ',
    })
    expect(toInput({ name: '   ', amount: '', password: '' }, fields)).toEqual({})
  })

  test.each(['2500,50', '2.500.000', '1,20', '12,3456', ',5'])(
    'reads no other number out of %s',
    (amount) => {
      expect(toInput({ amount }, fields)).toEqual({ amount })
    },
  )

  test.each([
    ['2,500,000', 2_500_000],
    ['-1,200', -1200],
    ['2 500 000.25', 2_500_000.25],
  ])('reads %s as %d', (amount, number) => {
    expect(toInput({ amount }, fields)).toEqual({ amount: number })
  })

  test('leaves a number that is none to the schema to complain about', () => {
    expect(toInput({ amount: 'many' }, fields)).toEqual({ amount: 'many' })
  })

  test('says required where nothing was typed, and the reason of the schema where something was', () => {
    const schema = z.object({ name: z.string(), amount: z.number('Write digits only.') })
    const input = { amount: 'many' }
    const error = schema.safeParse(input).error as z.ZodError
    expect(complaints(error, input, 'Required.')).toEqual({ name: 'Required.', amount: 'Write digits only.' })
  })
})
