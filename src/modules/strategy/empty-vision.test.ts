import { afterAll, expect, test } from 'vitest'
import { startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { strategy } from './contract.ts'

const northwind = await startCompany({ work: false })
afterAll(() => northwind.close())

const doc = (...lines: string[]) => ({
  type: 'doc',
  content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})
const save = (base: number, body: unknown) =>
  northwind.as('marco')(strategy.saveVision, { title: 'Where we go', base, body })
const show = async () => (await northwind.as('kai')(strategy.vision, {})).vision
const noWords = refused('invalid', /^The vision has no words\. Write where the team is going/)

test.each([
  ['nothing at all', { type: 'doc', content: [] }],
  ['no list of parts', { type: 'doc' }],
  ['an empty paragraph', { type: 'doc', content: [{ type: 'paragraph' }] }],
  ['words nobody can see', doc(' \u200B\u2060 ', '\u00A0')],
  ['marks without a word', doc('…', '—')],
])('a vision of %s is no version', async (_, body) => {
  await expect(save(0, body)).rejects.toEqual(noWords)
  expect(await show()).toBeNull()
})

test('nor is one that a suggestion would leave without a word', async () => {
  await save(0, doc('Grow.'))
  const { suggestions } = await northwind.as('kai')(strategy.suggest, { quote: 'Grow.', replacement: '–' })
  const { id } = suggestions[0]!
  await expect(northwind.as('ana')(strategy.answerSuggestion, { id, verdict: 'accepted' })).rejects.toEqual(
    noWords,
  )
  expect(await show()).toMatchObject({ version: 1, body: doc('Grow.') })
})
