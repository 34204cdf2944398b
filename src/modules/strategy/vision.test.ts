import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { strategy } from './contract.ts'
import type { Body } from './rules.ts'

let northwind: Company
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => new Date('2026-05-20T09:00:00Z') })
  for (const name of ['ana', 'marco', 'carol'] as const) await northwind.actorOf(name)
})
afterAll(() => northwind.close())

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const doc = (...lines: string[]) => ({ type: 'doc', content: lines.map(paragraph) })
const save = (base: number, body: unknown, more: object = {}, who: 'ana' | 'marco' = 'marco') =>
  northwind.as(who)(strategy.saveVision, { title: 'Where we go', base, body, ...more })
const show = async () => (await northwind.as('kai')(strategy.vision, {})).vision!
const wordsOf = (body: unknown) =>
  (body as Body).content.map((one) => ('content' in one ? JSON.stringify(one.content) : ''))

test('there is none until somebody writes it; a save makes a version, and any two are compared', async () => {
  expect((await northwind.as('kai')(strategy.vision, {})).vision).toBeNull()
  const values = [{ name: 'Finish', behaviours: 'One thing at a time' }]
  await save(0, doc('We grow.', 'We stay.'), { principles: values })
  const second = await save(1, doc('We grow fast.', 'We stay.'), { reason: 'Faster', principles: values })
  expect(second).toMatchObject({ version: 2, versions: [{ version: 2, reason: 'Faster' }, { version: 1 }] })
  const { lines } = await northwind.as('kai')(strategy.compareVision, { before: 1, after: 2 })
  expect(lines).toEqual([
    { state: 'same', text: 'Where we go' },
    { state: 'removed', text: 'We grow.' },
    { state: 'added', text: 'We grow fast.' },
    { state: 'same', text: 'We stay.' },
    { state: 'same', text: 'Finish: One thing at a time' },
  ])
})

test('the second of two who save at once is told, and nothing of either is lost', async () => {
  const base = (await show()).version
  const results = await Promise.allSettled([
    save(base, doc('As Ana has it.'), {}, 'ana'),
    save(base, doc('As Marco has it.'), {}, 'marco'),
  ])
  expect(results.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  const slower = results[0].status === 'rejected' ? 'ana' : 'marco'
  const lost = results.find((one) => one.status === 'rejected') as PromiseRejectedResult
  expect(lost.reason).toEqual(
    refused('conflict', /saved version 3 since you opened version 2\. Your text is kept here/),
  )

  const merged = await save(3, doc('As Ana has it.', 'As Marco has it.'), {}, slower)
  expect(merged.version).toBe(4)
  expect(wordsOf((await northwind.as('kai')(strategy.visionVersion, { version: 3 })).body)[0]).toMatch(
    /As (Ana|Marco)/,
  )
})

test('an earlier version is put back as a new one', async () => {
  const { version } = await show()
  const back = await northwind.as('ana')(strategy.putVisionBack, { version: 1, base: version })
  expect(back).toMatchObject({ version: version + 1, reason: 'As version 1 was' })
  expect(wordsOf(back.body)[0]).toContain('We grow.')
  await expect(
    northwind.as('ana')(strategy.putVisionBack, { version: 1, base: version }),
  ).rejects.toMatchObject({
    code: 'conflict',
  })
})

test.each([
  [
    'a script',
    { type: 'doc', content: [{ type: 'script', content: [{ type: 'text', text: 'alert(1)' }] }] },
    /not “script”/,
  ],
  [
    'an image',
    { type: 'doc', content: [{ type: 'image', attrs: { src: 'x', onerror: 'alert(1)' } }] },
    /not “image”/,
  ],
  [
    'a link that runs',
    {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
          ],
        },
      ],
    },
    /is no link that can be followed/,
  ],
  [
    'a link to elsewhere',
    {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: '//evil.example' } }] },
          ],
        },
      ],
    },
    /is no link/,
  ],
  ['markup as text', '<p onclick="x">hi</p>', /no part of a text/],
  ['no document', { type: 'paragraph' }, /this is none/],
  ['an endless one', doc('x'.repeat(100_001)), /100000 letters at most/],
])('refused: %s', async (_, body, words) => {
  await expect(save((await show()).version, body)).rejects.toEqual(refused('invalid', words))
})

test('attributes nobody knows are not kept', async () => {
  const loud = {
    type: 'paragraph',
    attrs: { onclick: 'alert(1)', style: 'x' },
    content: [{ type: 'text', text: 'Quiet', marks: [{ type: 'blink' }] }],
  }
  const { body } = await save((await show()).version, { type: 'doc', content: [loud], html: '<script>' })
  expect(body).toEqual(doc('Quiet'))
})

test('executives buy in, once and for the version in force, and never to their own', async () => {
  await save((await show()).version, doc('Together we grow.'))
  const { version } = await show()
  const carol = northwind.as('carol')
  await expect(northwind.as('marco')(strategy.buyIn, { version })).rejects.toMatchObject({
    message: expect.stringMatching(/yourself|You saved|permission/),
  })
  await expect(carol(strategy.buyIn, { version: version - 1 })).rejects.toEqual(
    refused('conflict', /is in force\. Read it/),
  )
  const { buyIns } = await carol(strategy.buyIn, { version, note: 'Yes' })
  expect(buyIns).toMatchObject([{ by: 'Carol Weiss', title: 'CMO', note: 'Yes', version }])
  await expect(carol(strategy.buyIn, { version })).rejects.toEqual(refused('conflict', /already/))
  await expect(northwind.as('kai')(strategy.buyIn, { version })).rejects.toMatchObject({ code: 'forbidden' })

  const next = await save(version, doc('Together we grow north.'))
  expect(next.buyIns).toEqual([])
  expect(next.versions[1]?.buyIns).toEqual(['Carol Weiss'])
})

test('everybody suggests; accepting changes the passage as a version, under both names', async () => {
  const kai = northwind.as('kai')
  const swap = { quote: 'grow north', replacement: 'grow in the north' }
  const made = await kai(strategy.suggest, swap)
  const again = await kai(strategy.suggest, { ...swap, replacement: 'shrink' })
  const first = made.suggestions[0]
  const second = again.suggestions.find((one) => one.id !== first?.id)
  await expect(kai(strategy.answerSuggestion, { id: first!.id, verdict: 'accepted' })).rejects.toMatchObject({
    code: 'forbidden',
  })

  const after = await northwind.as('ana')(strategy.answerSuggestion, { id: first!.id, verdict: 'accepted' })
  expect(wordsOf(after.body)[0]).toContain('Together we grow in the north.')
  expect(after).toMatchObject({ version: made.version + 1, reason: 'As Kai Okafor suggested' })
  expect(after.contributors.find((one) => one.name === 'Kai Okafor')?.says).toBe('a suggestion')
  await expect(
    northwind.as('ana')(strategy.answerSuggestion, { id: second!.id, verdict: 'accepted' }),
  ).rejects.toEqual(refused('conflict', /does not stand in the text exactly once any more/))
  await northwind.as('ana')(strategy.answerSuggestion, {
    id: second!.id,
    verdict: 'declined',
    says: 'We grow',
  })
  await expect(
    northwind.as('ana')(strategy.answerSuggestion, { id: second!.id, verdict: 'resolved' }),
  ).rejects.toEqual(refused('conflict', /answered it already: declined/))
  await expect(kai(strategy.suggest, { quote: 'nowhere', replacement: 'x' })).rejects.toEqual(
    refused('conflict', /does not stand in the text exactly once/),
  )
})

test('a step without owner or date is flagged, and one that is late', async () => {
  const marco = northwind.as('marco')
  await marco(strategy.addStep, { what: 'Find a home for the archive' })
  await marco(strategy.addStep, {
    what: 'Agree on handover',
    ownerId: northwind.ids.pia,
    dueOn: '2026-05-01',
  })
  const { steps } = await show()
  expect(steps.map((one) => [one.what, one.flags])).toEqual([
    ['Agree on handover', ['It was due on 2026-05-01.']],
    ['Find a home for the archive', ['Nobody owns it.', 'It has no date.']],
  ])
  const done = await marco(strategy.changeStep, { id: steps[0]!.id, isDone: true })
  expect(done.steps[0]).toMatchObject({ doneOn: '2026-05-20', flags: [] })
  expect((await marco(strategy.removeStep, { id: steps[1]!.id })).steps).toHaveLength(1)
})
