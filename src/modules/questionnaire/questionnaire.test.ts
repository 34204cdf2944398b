import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { activity } from '../activity/contract.ts'
import { identity } from '../identity/contract.ts'
import { strategy } from '../strategy/contract.ts'
import { questionnaire } from './contract.ts'
import { groups, nameFrom, ownQuestions } from './rules.ts'
import { remindOfQuestionnaires } from './server/tell.ts'

let northwind: Company
let id: string
let now = new Date('2026-05-20T09:00:00Z')
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => now })
  for (const name of ['ana', 'marco', 'sam', 'kai', 'carol'] as const) await northwind.actorOf(name)
  id = (await ask('2026-05-20')).id
})
afterAll(() => northwind.close())

type Name = Parameters<Company['as']>[0]
const ask = (quarterOn: string, client = 'Sales') =>
  northwind.as('marco')(questionnaire.ask, {
    ...{ client, quarterOn, personId: northwind.ids.sam, dueOn: '2026-06-01' },
  })
const show = (who: Name = 'sam', which = id) => northwind.as(who)(questionnaire.show, { id: which })
const write = (question: string, text: string, version = 0, who: Name = 'sam') =>
  northwind.as(who)(questionnaire.answer, { id, question, text, version })
const said = async (question: string) => (await show()).items.find((one) => one.id === question)

test('our own questions are whole, each with a name of its own, in every group', () => {
  expect(ownQuestions).toHaveLength(16)
  expect(new Set(ownQuestions.map((one) => one.id)).size).toBe(16)
  for (const { group } of groups) expect(ownQuestions.some((one) => one.group === group)).toBe(true)
})

test('whoever answers is told, and needs no permission but their name; to others it does not exist', async () => {
  const { notices } = await northwind.as('sam')(activity.inbox, {})
  expect(notices[0]).toMatchObject({ link: `/questionnaires/${id}` })
  expect((await northwind.as('sam')(questionnaire.list, {})).items).toHaveLength(1)
  expect((await northwind.as('kai')(questionnaire.list, {})).items).toEqual([])
  await expect(show('kai')).rejects.toEqual(refused('missing', /This questionnaire/))
  await expect(write('result', 'Mine', 0, 'kai')).rejects.toMatchObject({ code: 'missing' })
  await expect(write('result', 'Theirs', 0, 'carol')).rejects.toEqual(
    refused('conflict', /Sam Ortiz answers for Sales/),
  )
  const { needs } = await northwind.as('sam')(identity.home, {})
  expect(needs).toContainEqual(expect.objectContaining({ why: '0 of 16 questions are answered.' }))
})

test('an answer is kept over several sessions, and nobody writes over another', async () => {
  expect(await write('result', 'Sign two')).toEqual({ version: 1 })
  expect(await write('result', 'Sign two groups. Before March.', 1)).toEqual({ version: 2 })
  expect(await write('result', 'Sign two groups. Before March.', 2)).toEqual({ version: 2 })
  await expect(write('result', 'From an old tab', 1)).rejects.toEqual(
    refused('conflict', /Sam Ortiz wrote on this answer since/),
  )
  await expect(write('nothing', 'x')).rejects.toMatchObject({ code: 'missing' })
  await expect(write('stop', 'x'.repeat(5001))).rejects.toMatchObject({ code: 'invalid' })
  expect((await said('result'))?.answer).toMatchObject({ text: 'Sign two groups. Before March.', version: 2 })
})

test('submitted, it is read and written on no more until it is taken back', async () => {
  await northwind.as('sam')(questionnaire.submit, { id })
  await expect(write('stop', 'Late')).rejects.toEqual(refused('conflict', /were submitted/))
  await expect(northwind.as('sam')(questionnaire.submit, { id })).rejects.toMatchObject({ code: 'conflict' })
  await northwind.as('sam')(questionnaire.reopen, { id })
  await write('stop', 'The digest')
  await northwind.as('sam')(questionnaire.submit, { id })
  expect(await show('carol')).toMatchObject({
    answered: 2,
    submittedAt: expect.any(String),
    can: { answer: false },
  })
})

test('an answer becomes a goal of the quarter, with the answer as its reason', async () => {
  const make = (who: Name, question: string) =>
    northwind.as(who)(questionnaire.makeGoal, { id, question, name: 'Sign two groups', level: 'goal' })
  await expect(make('carol', 'result')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(make('ana', 'above')).rejects.toEqual(refused('conflict', /no answer/))
  const made = await make('ana', 'result')
  const goal = await northwind.as('ana')(strategy.goal, { id: made.id })
  expect(goal).toMatchObject({ period: { from: '2026-05-01', to: '2026-07-31' } })
  expect(goal.description).toContain('“Sign two groups. Before March.”')
  expect((await show('ana')).items[0]?.goals).toEqual([made])
})

test('the next quarter is asked once, and read beside the last', async () => {
  now = new Date('2026-08-10T09:00:00Z')
  const next = await ask('2026-08-10', 'sales')
  await expect(ask('2026-09-01')).rejects.toEqual(refused('conflict', /was asked for .* already/))
  const shown = await show('sam', next.id)
  expect(shown.previous).toBe((await show()).quarter.label)
  expect(shown.items[0]?.before).toBe('Sign two groups. Before March.')
})

test('changed questions count from the next questionnaire on, and an old tab changes nothing', async () => {
  const marco = northwind.as('marco')
  const questions = ownQuestions.slice(0, 3)
  await expect(
    marco(questionnaire.changeQuestions, { version: 0, questions: [], reason: 'None' }),
  ).rejects.toMatchObject({ code: 'invalid' })
  await expect(
    marco(questionnaire.changeQuestions, {
      version: 0,
      questions: [questions[0]!, questions[0]!],
      reason: 'Twice',
    }),
  ).rejects.toEqual(refused('invalid', /a name of their own/))
  await marco(questionnaire.changeQuestions, { version: 0, questions, reason: 'Shorter' })
  await expect(
    marco(questionnaire.changeQuestions, { version: 0, questions: ownQuestions, reason: 'Old tab' }),
  ).rejects.toEqual(refused('conflict', /Somebody changed the questions/))
  expect((await show()).items).toHaveLength(16)
  const other = await ask('2026-08-10', 'Support')
  expect((await show('sam', other.id)).items).toHaveLength(3)
  await expect(
    northwind.as('carol')(questionnaire.changeQuestions, { version: 1, questions, reason: 'Mine' }),
  ).rejects.toMatchObject({ code: 'forbidden' })
})

test('whoever answers is reminded once a day, and the day is that of the organisation', async () => {
  now = new Date('2026-09-01T09:00:00Z')
  const { id } = await ask('2026-11-10', 'Partners')
  const remind = () => northwind.as('marco')(questionnaire.remind, { id })
  const reminders = async () =>
    (await northwind.as('sam')(activity.inbox, {})).notices.filter((one) => one.title.includes('Partners'))
      .length
  expect(await reminders()).toBe(0)
  await remind()
  await expect(remind()).rejects.toEqual(refused('conflict', /reminded today already/))
  now = new Date('2026-09-01T22:30:00Z')
  await remind()
  expect(await reminders()).toBe(2)

  for (const [day, count] of [
    ['2026-09-08', 2],
    ['2026-09-09', 3],
    ['2026-09-09', 3],
  ] as const) {
    now = new Date(`${day}T09:00:00Z`)
    await remindOfQuestionnaires.run(northwind.app, {})
    expect(await reminders()).toBe(count)
  }
})

test('no answer enters the audit trail', async () => {
  const { entries } = await northwind.as('ana')(activity.feed, { module: 'questionnaire' })
  expect(entries.length).toBeGreaterThan(5)
  expect(JSON.stringify(entries)).not.toContain('Sign two')
})

test.each([
  ['Two groups signed. Then rest.', 'Two groups signed'],
  ['One\nTwo', 'One'],
  [`${'word '.repeat(40)}`, `${'word '.repeat(20).trim()}…`],
])('%s names a goal “%s”', (answer, name) => {
  expect(nameFrom(answer)).toBe(name)
})
