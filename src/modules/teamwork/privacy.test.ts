import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, type PersonName, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { activity } from '../activity/contract.ts'
import { search } from '../search/contract.ts'
import { teamwork } from './contract.ts'
import { median, timelinessOfAll } from './rules.ts'

let northwind: Company
const secret = 'Zanzibar'
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => new Date('2026-05-20T09:00:00Z') })
  for (const name of ['ana', 'marco', 'pia', 'kai', 'sam', 'fay', 'ivan', 'ines', 'cleo'] as const)
    await northwind.actorOf(name)
})
afterAll(() => northwind.close())

const said = { situation: `In ${secret}`, behaviour: `you asked ${secret}`, effect: secret, next: secret }
const give = (from: PersonName, to: PersonName, happenedOn = '2026-05-18') =>
  northwind.as(from)(teamwork.giveFeedback, {
    ...{ toId: northwind.ids[to], about: 'behaviour', happenedOn, ...said },
  })
const read = (who: PersonName) => northwind.as(who)(teamwork.feedback, {})

/** Everything the director can read of the trail, the search and the exports, as one text. */
async function allThatTheDirectorReads(): Promise<string> {
  const feed = await northwind.as('ana')(activity.feed, { limit: 200 })
  const found = await northwind.as('ana')(search.find, { words: secret })
  const { body } = await northwind.as('ana')(activity.exportFeed, { format: 'csv' })
  return JSON.stringify([feed, found]) + (await new Response(body as ReadableStream).text())
}

test('feedback is read by its two people and by nobody else, in no list, feed, search or export', async () => {
  const { id } = await give('marco', 'pia')
  await northwind.as('pia')(teamwork.answerFeedback, { id, answer: `Thank you, ${secret}` })
  for (const who of ['marco', 'pia'] as const)
    expect((await read(who)).items).toMatchObject([{ id, answer: 'Thank you, Zanzibar', days: 2 }])
  for (const who of ['ana', 'kai', 'sam'] as const) expect((await read(who)).items).toEqual([])
  const all = await allThatTheDirectorReads()
  expect(all).not.toContain(secret)
  expect(all).not.toContain(id)
  expect(all).not.toContain('teamwork.feedback')
  const { needs } = { needs: await northwind.as('ana')(activity.feed, { subject: id }) }
  expect(needs.entries).toEqual([])
})

test('somebody else’s feedback is as if it were not there, for whoever tries', async () => {
  const { id } = await give('kai', 'pia')
  for (const who of ['ana', 'sam'] as const) {
    await expect(northwind.as(who)(teamwork.answerFeedback, { id, answer: 'Hello there' })).rejects.toEqual(
      refused('missing', /not yours to see/),
    )
    await expect(northwind.as(who)(teamwork.takeFeedbackBack, { id })).rejects.toMatchObject({
      code: 'missing',
    })
  }
  await expect(northwind.as('pia')(teamwork.takeFeedbackBack, { id })).rejects.toEqual(
    refused('conflict', /Kai Okafor gave it/),
  )
  await northwind.as('kai')(teamwork.takeFeedbackBack, { id })
  expect((await read('pia')).items.map((one) => one.id)).not.toContain(id)
})

test('to oneself, about a day that comes, or answered twice is refused with a sentence', async () => {
  await expect(give('pia', 'pia')).rejects.toEqual(refused('invalid', /to somebody else/))
  await expect(give('pia', 'kai', '2026-05-21')).rejects.toEqual(refused('invalid', /what happened/))
  const { id } = await give('pia', 'kai')
  const answers = await Promise.allSettled(
    ['One answer', 'Another answer'].map((answer) =>
      northwind.as('kai')(teamwork.answerFeedback, { id, answer }),
    ),
  )
  expect(answers.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  await expect(northwind.as('pia')(teamwork.takeFeedbackBack, { id })).rejects.toEqual(
    refused('conflict', /answered it/),
  )
})

test('how soon it comes is told to oneself, and over all once nobody can be told from it', async () => {
  const all = () => northwind.as('ana')(teamwork.timeliness, {})
  expect(await all()).toMatchObject({ median: null, of: 0 })
  const people = ['sam', 'fay', 'ivan', 'ines', 'cleo'] as const
  for (const [at, who] of people.entries()) await give(who, people[(at + 1) % people.length]!, '2026-05-16')
  expect(await all()).toMatchObject({ median: 4 })
  expect((await read('sam')).given).toMatchObject({ median: 4, of: 1 })
  await expect(northwind.as('kai')(teamwork.timeliness, {})).rejects.toMatchObject({ code: 'forbidden' })
})

test('a lesson kept for oneself is found by nobody else, and its words are in no trail', async () => {
  const mine = await northwind.as('kai')(teamwork.addLesson, {
    what: `Never ${secret} again`,
    recall: secret,
  })
  const changed = { id: mine.id, version: mine.version, what: `Maybe ${secret}` }
  await northwind.as('kai')(teamwork.changeLesson, changed)
  expect((await northwind.as('ana')(teamwork.lessons, {})).items).toEqual([])
  await expect(northwind.as('ana')(teamwork.removeLesson, { id: mine.id, isRemoved: true })).rejects.toEqual(
    refused('missing', /not yours/),
  )
  expect(await allThatTheDirectorReads()).not.toContain(secret)
})

test('a one-to-one is its two people’s alone, the director included', async () => {
  const { ids } = northwind
  const series = await northwind.as('marco')(teamwork.addSeries, {
    ...{
      name: `About ${secret}`,
      kind: 'one-to-one',
      every: 'week',
      nextOn: '2026-05-21',
      peopleIds: [ids.pia],
    },
  })
  const point = await northwind.as('pia')(teamwork.addPoint, {
    id: series.id,
    what: `I am tired of ${secret}`,
  })
  const note = { id: point.id, version: point.version, said: `Rest from ${secret}` }
  await northwind.as('marco')(teamwork.changePoint, note)
  await expect(northwind.as('ana')(teamwork.checkIn, { id: series.id })).rejects.toMatchObject({
    code: 'missing',
  })
  await expect(northwind.as('ana')(teamwork.changePoint, { ...note, version: 2 })).rejects.toMatchObject({
    code: 'missing',
  })
  expect((await northwind.as('ana')(teamwork.checkIns, {})).items).toEqual([])
  expect(await allThatTheDirectorReads()).not.toContain(secret)
})

test('a level of delegation is seen by the two and by those who manage teamwork', async () => {
  const pair = { personId: northwind.ids.kai, leaderId: northwind.ids.pia }
  await northwind.as('pia')(teamwork.proposeDelegation, { ...pair, work: 'Newsletters', level: 5 })
  const seen = async (who: PersonName) => (await northwind.as(who)(teamwork.delegations, {})).items.length
  expect([await seen('pia'), await seen('kai'), await seen('ana'), await seen('sam')]).toEqual([1, 1, 1, 0])
})

test.each([
  [[], null],
  [[3], 3],
  [[4, 1], 2.5],
  [[9, 1, 2], 2],
])('the median of %j is %j', (values, middle) => {
  expect(median(values)).toBe(middle)
})

test('four givers are too few to speak of everybody', () => {
  const all = ['a', 'b', 'c', 'd'].map((from, at) => ({ from, to: `t${at}`, days: 1 }))
  expect(timelinessOfAll([...all, { from: 'a', to: 't5', days: 1 }]).median).toBeNull()
  expect(timelinessOfAll([...all, { from: 'e', to: 't5', days: 1 }]).median).toBe(1)
})
