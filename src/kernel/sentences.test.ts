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
  [{ windowDays: 0 }, 'The window must be 1 day at least.'],
  [{ windowDays: 9999 }, 'The window must be 3,650 days at most.'],
  [{ windowDays: 1.5 }, 'The window must be a whole number, not 1.5.'],
  [{ windowDays: '30' }, 'The window must be a number, not text.'],
  [{ windowDays: undefined }, 'The window is missing.'],
  [{ share: 0 }, 'The share must be more than 0.'],
  [{ on: '31.3.2026' }, 'The day must be a day like 2026-03-31.'],
  [{ name: '' }, 'The name must not be empty.'],
  [{ name: 'Anabel' }, 'The name must have 5 characters at most.'],
  [{ by: 'moon' }, 'The by must be one of channel, campaign.'],
  [{ where: {} }, 'The where must be a list, not an object.'],
  [
    { where: [good.where[0], { dimension: 'channel', is: 'in', values: 'x' }] },
    'Entry 2 of the where has a part that does not fit: the values must be a list, not text.',
  ],
  [{ own: 'b' }, 'The own is not a name.'],
])('%j: %s', (wrong, sentence) => {
  const issue = Input.safeParse({ ...good, ...wrong }).error?.issues[0]
  expect(issue && asSentence(issue)).toBe(sentence)
})

test.each<[PropertyKey[], string, string]>([
  [
    ['patch', 'estimateMinutes'],
    'must be 600,000 at most',
    'The estimate must be 10,000 hours (600,000 minutes) at most.',
  ],
  [['minutes'], 'is more than the 24 hours a day has', 'The time is more than the 24 hours a day has.'],
  [['title'], 'must not hold control characters', 'The title must not hold control characters.'],
  [['patch', 'dueOn'], 'lies between 1990 and 2100', 'The due day lies between 1990 and 2100.'],
  [['stageId'], 'is missing', 'The stage is missing.'],
  [['steps', 1, 'title'], 'must not be empty', 'The title of entry 2 must not be empty.'],
  [['FULLSCORE_PORT'], 'must be a number, not text', 'FULLSCORE_PORT must be a number, not text.'],
  [[], 'must be an object, not text', 'The input must be an object, not text.'],
])('%j is said in words: %s', (path, message, sentence) =>
  expect(asSentence({ path, message })).toBe(sentence),
)
