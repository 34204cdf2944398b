import { afterAll, beforeAll, expect, test } from 'vitest'
import { anonymous } from '../../kernel/actor.ts'
import { type Company, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { boardOf, plainStages } from '../../test/work.ts'
import { strategy } from '../strategy/contract.ts'
import { work } from '../work/contract.ts'
import { answers } from './contract.ts'

let northwind: Company
let goal: string
let other: string
let now = new Date('2026-05-20T09:00:00Z')
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => now })
  for (const name of ['ana', 'marco', 'pia', 'kai', 'cleo', 'gus'] as const) await northwind.actorOf(name)
  const add = (name: string) =>
    northwind.as('ana')(strategy.addGoal, { name, level: 'objective', from: '2026-02-01', to: '2027-01-31' })
  goal = (await add('Win the north')).id
  other = (await add('Win the south')).id
})
afterAll(() => northwind.close())

type Name = Parameters<Company['as']>[0]
const terms = { summary: 'In an hour', body: '- What came?', phase: 'reflection' as const }
const add = (title: string, more: object = {}, who: Name = 'pia') =>
  northwind.as(who)(answers.addGuide, { title, ...terms, ...more })
const shownOn = async (id: string, who: Name = 'kai') =>
  (await northwind.as(who)(answers.guidesFor, { kind: 'goal', id })).items.map((one) => one.title)

test('a guide is shown on every record of a kind, or on one', async () => {
  await add('Looking back', { ties: [{ kind: 'goal' }] })
  const { id } = await add('Only the north')
  const serve = (isServed: boolean) =>
    northwind.as('pia')(answers.serve, { id, kind: 'goal', recordId: goal, isServed })
  await serve(true)
  expect(await shownOn(goal)).toEqual(['Looking back', 'Only the north'])
  expect(await shownOn(other)).toEqual(['Looking back'])
  await expect(serve(true)).rejects.toEqual(refused('conflict', /shown there already/))
  await serve(false)
  expect(await shownOn(goal)).toEqual(['Looking back'])
})

test('a guide is written in versions; the slower of two is told', async () => {
  const { id, version } = await add('Names of links')
  const change = (who: Name, body: string) =>
    northwind.as(who)(answers.changeGuide, { id, version, title: 'Names of links', ...terms, body })
  const results = await Promise.allSettled([
    change('pia', 'As Pia has it'),
    change('marco', 'As Marco has it'),
  ])
  expect(results.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  const lost = results.find((one) => one.status === 'rejected') as PromiseRejectedResult
  expect(lost.reason).toEqual(refused('conflict', /saved version 2 of this guide since you opened version 1/))
  expect((await northwind.as('kai')(answers.guide, { id })).versions.map((one) => one.version)).toEqual([
    2, 1,
  ])
})

test('a record that the writer may not read stays served by the guide they write anew', async () => {
  const closed = await boardOf(northwind, { name: 'Closed', isConfidential: true, stages: plainStages })
  const { id: item } = await northwind.as('marco')(work.add, { title: 'Role', boardId: closed.id })
  const { id, version } = await add(
    'On roles',
    { ties: [{ kind: 'campaign' }, { kind: 'item', id: item }] },
    'marco',
  )
  const seen = await northwind.as('cleo')(answers.guide, { id })
  expect(seen.serves.map((one) => one.kind)).toEqual(['campaign'])
  await northwind.as('cleo')(answers.changeGuide, {
    ...{ id, version, title: 'On roles', ...terms, body: 'As Cleo has it' },
    ties: seen.serves.map((one) => ({ kind: one.kind, id: one.id })),
  })
  const { items } = await northwind.as('marco')(answers.guidesFor, { kind: 'item', id: item })
  expect(items.map((one) => one.body)).toEqual(['As Cleo has it'])
})

test('a retired guide is shown nowhere, leaves its title free, and comes back', async () => {
  const { id } = await add('Old ways', { ties: [{ kind: 'goal' }] })
  const retire = (isRetired: boolean) => northwind.as('pia')(answers.retireGuide, { id, isRetired })
  await retire(true)
  expect(await shownOn(other)).toEqual(['Looking back'])
  await add('old ways')
  await expect(retire(false)).rejects.toEqual(refused('conflict', /There is a guide “Old ways” already/))
})

test.each([
  ['a kind that is none', { ties: [{ kind: 'unicorn' }] }, /“unicorn” is no kind/],
  ['a kind twice', { ties: [{ kind: 'goal' }, { kind: 'goal' }] }, /once/],
  ['a record that is not there', { ties: [{ kind: 'goal', id: 'none' }] }, /This goal does not exist/],
  ['a text without end', { body: 'a'.repeat(10_001) }, /10000 letters at most/],
])('refused in a guide: %s', async (_, more, words) => {
  const problem = await add('Never written', more).catch((error: Error) => error.message)
  expect(problem).toMatch(words)
  const { items } = await northwind.as('pia')(answers.guides, {})
  expect(items.map((one) => one.title)).not.toContain('Never written')
})

test('guests and those who only read change nothing', async () => {
  await expect(add('Mine', {}, 'kai')).rejects.toEqual(refused('forbidden', /answers:write/))
  await expect(northwind.as('gus')(answers.guides, {})).rejects.toEqual(refused('forbidden', /answers:read/))
})

const send = async (text: string, more: object = {}, seconds = 10) => {
  const { ticket } = await northwind.ask(answers.openForm, {}, anonymous)
  now = new Date(now.getTime() + seconds * 1000)
  return northwind.ask(answers.faqAsk, { text, ticket, ...more }, anonymous)
}

test('a visitor asks without an account, once for each form; machines are kept out', async () => {
  await send('Do you lend your booth?', { name: 'Mika of\u0007 Halvrund' })
  const { items } = await northwind.as('pia')(answers.questions, { only: 'open' })
  const one = items.find((line) => line.text === 'Do you lend your booth?')
  const shown = await northwind.as('pia')(answers.show, { id: one?.id ?? '' })
  expect(shown.occasions).toMatchObject([{ askedBy: 'Mika of Halvrund', channel: 'form' }])
  await expect(send('do you lend your BOOTH?')).rejects.toEqual(refused('conflict', /has arrived/))
  await expect(send('Quick?', {}, 1)).rejects.toEqual(refused('conflict', /quicker than anybody types/))
  await expect(send('Trapped?', { website: 'x' })).rejects.toEqual(refused('invalid', /cannot be taken/))
  await expect(send('Buy at http://a.example http://b.example')).rejects.toEqual(refused('invalid', /1 link/))
  for (const n of [1, 2, 3, 4]) await send(`Question ${n}?`)
  await expect(send('One too many?')).rejects.toEqual(refused('limited', /No more than 5/))
})
