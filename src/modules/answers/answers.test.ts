import { afterAll, beforeAll, expect, test } from 'vitest'
import { anonymous } from '../../kernel/actor.ts'
import { type Company, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { activity } from '../activity/contract.ts'
import { identity } from '../identity/contract.ts'
import { strategy } from '../strategy/contract.ts'
import { answers } from './contract.ts'

let northwind: Company
let now = new Date('2026-05-20T09:00:00Z')
let page: string
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => now })
  for (const name of ['ana', 'marco', 'pia', 'kai', 'sam', 'gus'] as const) await northwind.actorOf(name)
  page = (await ask('kai', 'How long does a landing page take?')).id
})
afterAll(() => northwind.close())

type Name = Parameters<Company['as']>[0]
const ask = (who: Name, text: string, more: object = {}) => northwind.as(who)(answers.ask, { text, ...more })
const show = (id: string, who: Name = 'pia') => northwind.as(who)(answers.show, { id })
const save = (id: string, version: number, more: object = {}, who: Name = 'pia') =>
  northwind.as(who)(answers.save, {
    ...{ id, version, question: 'How long does a landing page take?', body: 'Five working days.', ...more },
  })
const publish = (id: string, version: number, isPublished = true) =>
  northwind.as('pia')(answers.publish, { id, version, isPublished })
const faq = (q = '') => northwind.ask(answers.faq, { q }, anonymous)
const titlesOf = async (who: Name) =>
  (await northwind.as(who)(activity.inbox, {})).notices.map((one) => one.title)

test('a question is counted each time it is asked, by whom and how', async () => {
  await ask('pia', 'When is my page ready?', {
    ...{ sameAs: page, askedBy: 'Sam Ortiz', channel: 'mail', cause: 'Launch mail', askedOn: '2026-05-11' },
  })
  await ask('pia', 'Page, how long?', { sameAs: page, askedBy: 'sam ortiz', channel: 'chat' })
  const one = await show(page)
  expect(one).toMatchObject({ asked: 3, askers: 2, firstOn: '2026-05-11', state: 'open', versions: [] })
  expect(one.occasions.map((said) => [said.askedBy, said.channel, said.cause])).toContainEqual([
    ...['Sam Ortiz', 'mail', 'Launch mail'],
  ])
  const { items } = await northwind.as('kai')(answers.questions, { only: 'mine' })
  expect(items.map((line) => line.id)).toEqual([page])
  await expect(ask('kai', 'Later?', { askedOn: '2026-05-21' })).rejects.toEqual(
    refused('invalid', /day to come/),
  )
})

test('what was noted by mistake is taken back by whoever noted it, and put back', async () => {
  const { occasionId: id } = await ask('kai', 'By mistake', { sameAs: page })
  await expect(northwind.as('sam')(answers.takeBack, { id })).rejects.toEqual(
    refused('forbidden', /Kai Okafor noted this/),
  )
  await northwind.as('kai')(answers.takeBack, { id })
  expect((await show(page)).asked).toBe(3)
  await northwind.as('kai')(answers.putBack, { id })
  expect((await show(page)).asked).toBe(4)
  await northwind.as('pia')(answers.takeBack, { id })
  await expect(northwind.as('pia')(answers.takeBack, { id })).rejects.toEqual(refused('conflict', /already/))
})

test('it is answered once: written in versions, published, told to everybody who had asked', async () => {
  const written = await save(page, 0, { ownerId: northwind.ids.pia, reviewOn: '2026-06-01' })
  expect(written).toMatchObject({ version: 1, state: 'draft', owner: { name: 'Pia Novak' }, isDue: false })
  expect((await northwind.as('kai')(answers.find, {})).items).toEqual([])
  expect(await publish(page, 1)).toMatchObject({ state: 'published', publishedVersion: 1 })
  expect(await titlesOf('kai')).toEqual(['Answered: How long does a landing page take?'])
  expect(await titlesOf('sam')).toEqual(['Answered: How long does a landing page take?'])
  const { items } = await northwind.as('kai')(answers.find, { q: 'landing page duration' })
  expect(items).toMatchObject([{ id: page, body: 'Five working days.' }])

  await save(page, 1, { body: 'Four working days.', reason: 'New builder' })
  expect((await northwind.as('kai')(answers.find, {})).items[0]?.body).toBe('Five working days.')
  expect((await publish(page, 2)).versions.map((one) => [one.version, one.body])).toEqual([
    [2, 'Four working days.'],
    [1, 'Five working days.'],
  ])
  await expect(publish(page, 2)).rejects.toEqual(refused('conflict', /published already/))
  const other = (await ask('kai', 'What is not published yet?')).id
  await save(other, 0, { question: 'What is not published yet?', body: 'A draft for few' })
  expect(await show(other, 'kai')).toMatchObject({ state: 'draft', versions: [] })
  expect((await show(other)).versions).toHaveLength(1)
})

test('of two who write at once, and with a tab that is a day old, nobody’s words are lost unseen', async () => {
  const results = await Promise.allSettled([
    save(page, 2, { body: 'As Pia has it' }),
    save(page, 2, { body: 'As Marco has it' }, 'marco'),
  ])
  expect(results.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  const lost = results.find((one) => one.status === 'rejected') as PromiseRejectedResult
  expect(lost.reason).toEqual(refused('conflict', /Version 3 of this answer was saved since/))
  await expect(publish(page, 2)).rejects.toEqual(refused('conflict', /Load it again/))
})

test('everybody reads only what is published to everybody, and no name', async () => {
  expect((await faq()).items).toEqual([])
  await save(page, 3, { audience: 'everybody', reason: 'Agencies ask, too' })
  expect((await faq()).items).toEqual([])
  await publish(page, 4)
  const seen = await faq('landing page')
  expect(seen).toMatchObject({ organisation: 'Northwind Instruments', items: [{ id: page, version: 4 }] })
  expect(JSON.stringify(seen)).not.toMatch(/Novak|Okafor|Ortiz|Haas/)
  const secret = (await ask('kai', 'What is the secret landing page budget?')).id
  await save(secret, 0, { question: 'What is the secret landing page budget?', body: 'Two million.' })
  await publish(secret, 1)
  expect(JSON.stringify(await faq('secret landing page budget'))).not.toContain('million')
  await expect(
    northwind.ask(answers.faqVerdict, { id: secret, version: 1, isHelped: true }, anonymous),
  ).rejects.toEqual(refused('missing', /does not exist/))
})

test('an answer says whether it helped; a person counts once for each version', async () => {
  const yes = (who: Name, isHelped: boolean) =>
    northwind.as(who)(answers.verdict, { id: page, version: 4, isHelped })
  await yes('sam', false)
  await yes('sam', true)
  await yes('kai', false)
  await northwind.ask(answers.faqVerdict, { id: page, version: 4, isHelped: true }, anonymous)
  expect(await show(page)).toMatchObject({ helped: 2, notHelped: 1 })
  await ask('kai', 'Duration of a page?', { sameAs: page, isHelped: true })
  expect(await show(page)).toMatchObject({ helped: 3, notHelped: 0, asked: 4 })
  await expect(
    northwind.as('sam')(answers.verdict, { id: page, version: 1, isHelped: true }),
  ).rejects.toEqual(refused('conflict', /changed or taken away/))
  await northwind.as('sam')(answers.markRead, { id: page, version: 4 })
  expect((await show(page)).readers).toMatchObject([{ name: 'Sam Ortiz', version: 4 }])
})

test('the same question in other words is counted and answered as one, and taken apart again', async () => {
  const other = (await ask('sam', 'How long does it take to build a landing page?')).id
  const third = (await ask('sam', 'Landing page: days?')).id
  const like = await northwind.as('pia')(answers.resembling, { id: page })
  expect(like.items.map((one) => one.id)).toContain(other)
  const marco = northwind.as('marco')
  await marco(answers.merge, { id: third, intoId: other })
  await expect(marco(answers.merge, { id: page, intoId: other })).rejects.toEqual(
    refused('conflict', /Say it the other way round/),
  )
  await marco(answers.merge, { id: other, intoId: third }).catch((error) =>
    expect(error).toEqual(refused('conflict', /one question already/)),
  )
  await marco(answers.merge, { id: other, intoId: page })
  expect(await show(third)).toMatchObject({ id: page, asked: 6 })
  await marco(answers.part, { id: other })
  expect(await show(page)).toMatchObject({ asked: 4, merged: [] })
  expect(await show(third)).toMatchObject({ id: other, asked: 2, merged: [{ id: third }] })
  await expect(northwind.as('kai')(answers.merge, { id: other, intoId: page })).rejects.toEqual(
    refused('forbidden', /answers:write/),
  )
})

test('what a question is about shows only to those who may read it', async () => {
  const goal = { name: 'Win the north', level: 'objective' as const, from: '2026-02-01', to: '2027-01-31' }
  const { id } = await northwind.as('ana')(strategy.addGoal, goal)
  const said = await ask('pia', 'Which north is meant?', { about: { kind: 'goal', id } })
  expect((await show(said.id)).occasions[0]?.about).toMatchObject({ name: 'Win the north' })
  const blind = { ...(await northwind.actorOf('kai')), permissions: new Set(['answers:read']) }
  const seen = await northwind.ask(answers.show, { id: said.id }, blind)
  expect(seen.occasions[0]?.about).toBeNull()
  await expect(ask('pia', 'And this?', { about: { kind: 'goal', id: 'none' } })).rejects.toEqual(
    refused('missing', /This goal/),
  )
  const { causes } = await northwind.ask(answers.load, {}, blind)
  expect(JSON.stringify(causes)).not.toContain('Win the north')
})

test('the owner is reminded on the day an answer is to be looked at again, and says that it is right', async () => {
  now = new Date('2026-06-15T09:00:00Z')
  await northwind.as('pia')(answers.review, { id: page, version: 4, reviewOn: '2026-06-16' })
  now = new Date('2026-06-16T09:00:00Z')
  expect((await northwind.as('pia')(answers.questions, { only: 'due' })).items[0]?.id).toBe(page)
  const { needs } = await northwind.as('pia')(identity.home, {})
  expect(needs.map((one) => one.title)).toContain('Still right? How long does a landing page take?')
  await expect(
    northwind.as('pia')(answers.review, { id: page, version: 4, reviewOn: '2026-06-16' }),
  ).rejects.toEqual(refused('invalid', /a day to come/))
  await northwind.as('pia')(answers.review, { id: page, version: 4, reviewOn: '2026-12-16' })
  expect((await northwind.as('pia')(answers.questions, { only: 'due' })).items).toEqual([])
})

test.each([
  ['no words', ' ', /must not be empty|needs words/],
  ['a text without end', 'a'.repeat(301), /300 letters at most/],
  ['letters turned around', 'Is this \u202egpj.exe safe?', /turn text around/],
])('refused as a question: %s', async (_, text, words) => {
  await expect(ask('kai', text)).rejects.toEqual(refused('invalid', words))
})
