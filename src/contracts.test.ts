import { expect, test } from 'vitest'
import { z } from 'zod'
import { modules } from './modules/order.ts'

const fieldsOf = (schema: z.ZodType): [string, z.ZodType][] =>
  schema instanceof z.ZodObject ? Object.entries(schema.shape as Record<string, z.ZodType>) : []

test('what a change does not name stays as it is: no field that may be left out has a default', () => {
  const wrong = modules.flatMap(({ contract }) =>
    Object.values(contract.routes).flatMap((route) =>
      fieldsOf(route.input)
        .filter(([, field]) => field instanceof z.ZodOptional && field.unwrap() instanceof z.ZodDefault)
        .map(([name]) => `${route.id} fills in ${name}`),
    ),
  )
  expect(wrong).toEqual([])
})
