import { expect, test } from 'vitest'
import { z } from 'zod'
import { asSentence } from './sentences.ts'

const where = z.union([
  z.object({ dimension: z.string(), is: z.literal('in'), values: z.array(z.string()) }),
  z.object({ dimension: z.string(), is: z.literal('blank') }),
])
const Input = z.object({
  windowDays: z.number().int().min(1).max(3650),
  share: z.number().gt(0),
  on: z.iso.date(),
  name: z.string().min(1).max(5),
  by: z.enum(['channel', 'campaign']),
  where: z.array(where),
  own: z.string().regex(/^a/, 'is not a name'),
})
const good = {
  ...{ windowDays: 30, share: 0.5, on: '2026-03-31', name: 'Ana', by: 'channel', own: 'a' },
  where: [{ dimension: 'channel', is: 'blank' }],
}

test.each([
  [{ windowDays: 0 }, 'windowDays must be 1 at least.'],
  [{ windowDays: 9999 }, 'windowDays must be 3,650 at most.'],
  [{ windowDays: 1.5 }, 'windowDays must be a whole number, not 1.5.'],
  [{ windowDays: '30' }, 'windowDays must be a number, not text.'],
  [{ windowDays: undefined }, 'windowDays is missing.'],
  [{ share: 0 }, 'share must be more than 0.'],
  [{ on: '31.3.2026' }, 'on must be a day like 2026-03-31.'],
  [{ name: '' }, 'name must not be empty.'],
  [{ name: 'Anabel' }, 'name must have 5 characters at most.'],
  [{ by: 'moon' }, 'by must be one of channel, campaign.'],
  [{ where: {} }, 'where must be a list, not an object.'],
  [
    { where: [good.where[0], { dimension: 'channel', is: 'in', values: 'x' }] },
    'where.1 has a part that does not fit: values must be a list, not text.',
  ],
  [{ own: 'b' }, 'own is not a name.'],
])('%j: %s', (wrong, sentence) => {
  const issue = Input.safeParse({ ...good, ...wrong }).error?.issues[0]
  expect(issue && asSentence(issue)).toBe(sentence)
})
