import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, type PersonName, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { activity } from '../activity/contract.ts'
import { identity } from '../identity/contract.ts'
import { type Commitment, teamwork } from './contract.ts'
import { countsAs, keptOf } from './rules.ts'

let northwind: Company
let team: string
let now = new Date('2026-05-20T09:00:00Z')
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => now })
  for (const name of ['ana', 'marco', 'pia', 'kai', 'sam', 'gus'] as const) await northwind.actorOf(name)
  const { marco, pia, kai } = northwind.ids
  const given = { name: 'Studio', purpose: 'Content', leadId: marco, members: [pia, kai] }
  team = (await northwind.as('ana')(identity.addTeam, given)).id
})
afterAll(() => northwind.close())

const save = (who: PersonName, base: number, rules = ['We answer within a day']) =>
  northwind.as(who)(teamwork.saveAgreement, { id: team, rules, base })
const show = (who: PersonName) => northwind.as(who)(teamwork.agreement, { id: team })
const promise = (who: PersonName, what: string, dueOn: string) =>
  northwind.as(who)(teamwork.promise, { id: team, what, dueOn })
const settle = (
  who: PersonName,
  { id, version }: Pick<Commitment, 'id' | 'version'>,
  state: Commitment['state'],
  more = {},
) => northwind.as(who)(teamwork.settle, { id, version, state, ...more })

test('a team writes its agreement, and each says yes to that version under their name', async () => {
  await expect(save('sam', 0)).rejects.toEqual(refused('forbidden', /people of Studio write/))
  const first = await save('pia', 0)
  expect(first).toMatchObject({ version: 1, saidYes: 0, hasSaidYes: false })
  expect(first.waitedFor.map((one) => one.name)).toEqual(['Marco Haas', 'Kai Okafor', 'Pia Novak'])
  await northwind.as('kai')(teamwork.sayYes, { id: team, version: 1 })
  await northwind.as('kai')(teamwork.sayYes, { id: team, version: 1 })
  expect((await show('sam')).yeses.map((one) => one.name)).toEqual(['Kai Okafor'])
  await expect(northwind.as('sam')(teamwork.sayYes, { id: team, version: 1 })).rejects.toEqual(
    refused('forbidden', /Only the people of Studio/),
  )
  await northwind.as('kai')(teamwork.takeYesBack, { id: team })
  expect(await show('kai')).toMatchObject({ saidYes: 0, hasSaidYes: false })
})

test('a tab of yesterday saves nothing over a newer version, and a yes is to what is in force', async () => {
  await save('marco', 1, ['We answer within a day', 'We say no early'])
  await expect(save('pia', 1)).rejects.toEqual(refused('conflict', /Marco Haas saved version 2/))
  await expect(northwind.as('kai')(teamwork.sayYes, { id: team, version: 1 })).rejects.toEqual(
    refused('conflict', /Version 2 is in force/),
  )
  expect((await show('kai')).versions.map((one) => one.version)).toEqual([2, 1])
})

test('of two who save at once one is told, and no version is there twice', async () => {
  const both = await Promise.allSettled([save('pia', 2, ['Rule of Pia']), save('kai', 2, ['Rule of Kai'])])
  expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  expect((await show('ana')).version).toBe(3)
})

test('who promises says what became of it, with a reason where it was not kept', async () => {
  const made = await promise('kai', 'Draft the newsletter', '2026-05-25')
  expect(made).toMatchObject({ says: 'due in 5 days', can: { settle: true } })
  await expect(settle('pia', made, 'kept')).rejects.toEqual(refused('conflict', /Kai Okafor promised it/))
  await expect(settle('kai', made, 'broken')).rejects.toEqual(refused('conflict', /a few words why/))
  const kept = await settle('kai', made, 'kept')
  await expect(settle('kai', made, 'broken', { why: 'no time' })).rejects.toEqual(
    refused('conflict', /since you opened it/),
  )
  const open = await settle('kai', kept, 'open')
  expect(open).toMatchObject({ state: 'open', settledOn: null })
  await settle('kai', open, 'kept')
  await expect(promise('sam', 'Anything', '2026-06-01')).rejects.toEqual(
    refused('forbidden', /not of Studio/),
  )
  await expect(promise('kai', 'Too late', '2026-05-19')).rejects.toEqual(
    refused('conflict', /a day that comes/),
  )
})

test('what is promised anew is a commitment of its own, which undo takes away', async () => {
  const made = await promise('pia', 'Plan the launch', '2026-05-28')
  const words = { why: 'the agency is late', dueOn: '2026-06-04' }
  const anew = await settle('pia', made, 'renegotiated', words)
  const plans = async () =>
    (await show('kai')).commitments.filter((one) => one.what === 'Plan the launch').map((one) => one.dueOn)
  expect((await plans()).sort()).toEqual(['2026-05-28', '2026-06-04'])
  await settle('pia', anew, 'open')
  expect(await plans()).toEqual(['2026-05-28'])
})

test('what is late is said on the home page, and counts as not kept', async () => {
  now = new Date('2026-05-30T09:00:00Z')
  const { commitments, kept, late } = await show('pia')
  expect(commitments[0]).toMatchObject({ what: 'Plan the launch', isLate: true, says: '2 days late' })
  expect([late, kept.share, kept.says]).toEqual([1, 0.5, '1 of 2'])
  const { needs } = await northwind.as('pia')(identity.home, {})
  expect(needs).toContainEqual(
    expect.objectContaining({ title: 'You promised: Plan the launch', due: '2026-05-28' }),
  )
})

test.each([
  ['kept', '2026-05-10', '2026-05-10', 'kept'],
  ['kept', '2026-05-10', '2026-05-11', 'not'],
  ['kept', '2026-06-10', '2026-05-11', 'kept'],
  ['open', '2026-05-10', null, 'not'],
  ['open', '2026-05-30', null, null],
  ['broken', '2026-06-10', '2026-05-20', 'not'],
  ['renegotiated', '2026-05-10', '2026-05-09', null],
  ['renegotiated', '2026-05-10', '2026-05-12', 'not'],
  ['kept', '2026-02-01', '2026-02-01', null],
] as const)('%s, due %s, settled %s counts as %s', (state, due_on, settled_on, as) => {
  expect(countsAs({ state, due_on, settled_on, by_name: '' }, '2026-05-30')).toBe(as)
})

test('nothing that fell due is no share, rather than a share of nothing', () => {
  expect(keptOf([], '2026-05-30')).toMatchObject({ share: null, of: 0 })
})

test.each([
  ['no rules', [], /at least one/],
  ['a rule without words', [' '], /at least 3 letters/],
  ['a rule of a page', ['x'.repeat(401)], /room for 400/],
  ['writing turned around', ['abc\u202edef'], /turn writing around/],
])('refused: %s', async (_, rules, words) => {
  await expect(save('pia', 3, rules)).rejects.toEqual(refused('invalid', words))
})

test('the feed tells of it, and who is outside reads nothing of it', async () => {
  const { entries } = await northwind.as('ana')(activity.feed, { module: 'teamwork' })
  expect(entries.map((one) => one.sentence)).toContain('promised Studio by 2026-05-25: Draft the newsletter')
  await expect(northwind.as('gus')(teamwork.agreements, {})).rejects.toMatchObject({ code: 'forbidden' })
})
