import { afterAll, beforeAll, expect, test } from 'vitest'
import { briefOf } from '../../test/campaigns.ts'
import { type Company, type PersonName, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { availability } from '../availability/contract.ts'
import { campaigns } from '../campaigns/contract.ts'
import { fields } from '../fields/contract.ts'
import { identity } from '../identity/contract.ts'
import { trace } from '../trace/contract.ts'
import { templates } from './contract.ts'

let northwind: Company
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => new Date('2026-05-20T09:00:00Z') })
  for (const name of ['marco', 'cleo', 'fay', 'ines', 'carol', 'vera', 'gus', 'kai', 'pia'] as const)
    await northwind.actorOf(name)
})
afterAll(() => northwind.close())

const as = (name: PersonName) => northwind.as(name)
const parts = () => {
  const { startsOn: _first, endsOn: _last, approvals: _who, ...rest } = briefOf(northwind)
  return rest
}
const steps = [
  { key: 'copy', name: 'Write the copy', days: 5 },
  { key: 'legal', name: 'Legal reads it', days: 3, after: ['copy'] },
  { key: 'page', name: 'Build the page', days: 4, after: ['copy'] },
  { key: 'ready', name: 'Ready to go', days: 0, after: ['legal', 'page'] },
]
const definition = (more: object = {}) => ({ runs: 30, brief: parts(), steps, ...more })
const tactics = () => [{ name: 'Webinar', begins: 7, runs: 1, brief: parts() }]
const template = (name: string, more: object = {}) =>
  as('marco')(templates.add, { name, definition: definition(more) })
const start = async (name: string, launchOn: string, more: object = {}) => {
  const { id, version } = await template(`For ${name}`, more)
  return as('marco')(templates.start, { id, version, name, launchOn, ownerId: northwind.ids.marco })
}
const planned = (id: string) => as('marco')(templates.plan, { id })
const dues = (all: { name: string; due: string }[]) =>
  Object.fromEntries(all.map((one) => [one.name, one.due]))

test('a campaign is started from a template: brief, tactics, and steps counted back over weekends and free days', async () => {
  await as('marco')(availability.addFreeDay, { day: '2026-07-01', name: 'Founding day' })
  const { id } = await start('Autumn fair', '2026-07-06', { tactics: tactics() })
  const one = await as('marco')(campaigns.show, { id })
  expect(one.brief).toMatchObject({
    startsOn: '2026-07-06',
    endsOn: '2026-08-04',
    message: 'Plan the day in an hour',
  })
  expect(one.tactics).toEqual([{ name: 'Webinar', startsOn: '2026-07-13', endsOn: '2026-07-13' }])
  const plan = await planned(id)
  expect(dues(plan.steps)).toEqual({
    'Write the copy': '2026-06-26',
    'Legal reads it': '2026-07-03',
    'Build the page': '2026-07-03',
    'Ready to go': '2026-07-03',
  })
  expect(plan.steps.find((step) => step.name === 'Legal reads it')?.startsOn).toBe('2026-06-30')
  expect(plan.origin).toMatchObject({ name: 'For Autumn fair', version: 1, newest: 1 })
  expect(plan.says).toMatch(/The critical path: Write the copy → Build the page → Ready to go/)
  await as('marco')(availability.removeFreeDay, { day: '2026-07-01' })
})

test('a circle is refused and named, and so is a step that comes after nothing there is', async () => {
  const round = [{ ...steps[0]!, after: ['page'] }, ...steps.slice(1)]
  await expect(template('Round', { steps: round })).rejects.toEqual(
    refused(
      'invalid',
      /circle: “(Write the copy|Build the page)” before “.*” before “(Write the copy|Build the page)”/,
    ),
  )
  const lost = [{ ...steps[0]!, after: ['nothing'] }]
  await expect(template('Lost', { steps: lost })).rejects.toEqual(refused('invalid', /not there: “nothing”/))
  await expect(template('Long', { tactics: [{ ...tactics()[0]!, begins: 40 }] })).rejects.toEqual(
    refused('invalid', /“Webinar” would end after the campaign/),
  )
  await expect(template('Pigeons', { brief: { ...parts(), channels: ['Pigeon'] } })).rejects.toEqual(
    refused('invalid', /not a channel/),
  )
  await expect(as('kai')(templates.add, { name: 'Mine', definition: definition() })).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test('a first day that is too near is said with the days, step by step, before anything is started', async () => {
  const { id } = await template('In a hurry')
  const plan = await as('vera')(templates.preview, { id, launchOn: '2026-05-27' })
  expect(plan).toMatchObject({ lateBy: 4, launchPossibleOn: '2026-06-02' })
  expect(plan.says).toMatch(
    /too early by 4 working days: 2026-06-02 is the earliest. The critical path: Write the copy → Build the page/,
  )
  expect(plan.steps.map((step) => [step.name, step.late, step.isCritical])).toEqual([
    ['Write the copy', 4, true],
    ['Legal reads it', 3, false],
    ['Build the page', 4, true],
    ['Ready to go', 4, true],
  ])
})

test('a later version changes nothing that was started, an old tab starts nothing, a retired one neither', async () => {
  const made = await template('Launch')
  const said = { id: made.id, name: 'First', launchOn: '2026-09-01', ownerId: northwind.ids.marco }
  const first = await as('marco')(templates.start, { ...said, version: 1 })
  const changed = await as('marco')(templates.change, {
    ...{ id: made.id, name: 'Launch', version: 1, reason: 'Legal is faster now' },
    definition: definition({ steps: steps.slice(0, 1) }),
  })
  expect(changed).toMatchObject({ version: 2, steps: 1, versions: [{ version: 2 }, { version: 1 }] })
  expect((await planned(first.id)).steps).toHaveLength(4)
  expect((await planned(first.id)).origin).toMatchObject({ version: 1, newest: 2 })
  await expect(as('marco')(templates.start, { ...said, version: 1 })).rejects.toEqual(
    refused('conflict', /Somebody changed this template/),
  )
  const both = await Promise.allSettled(
    ['A', 'B'].map((name) =>
      as('marco')(templates.change, {
        id: made.id,
        name,
        version: 2,
        reason: 'At once',
        definition: definition(),
      }),
    ),
  )
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  await as('marco')(templates.retire, { id: made.id })
  await expect(as('marco')(templates.start, { ...said, version: 3 })).rejects.toEqual(
    refused('conflict', /is retired/),
  )
})

test('a template is made of a campaign with its steps, and starts the same again', async () => {
  const { id } = await start('Origin', '2026-09-07', { tactics: tactics() })
  const kept = await as('marco')(templates.keep, { id, name: 'As Origin' })
  expect(kept).toMatchObject({ steps: 4, tactics: 1, length: 9 })
  const again = await as('marco')(templates.start, {
    ...{ id: kept.id, version: 1, name: 'Again', launchOn: '2026-09-07', ownerId: northwind.ids.marco },
  })
  expect(dues((await planned(again.id)).steps)).toEqual(dues((await planned(id)).steps))
  expect((await as('marco')(campaigns.show, { id: again.id })).brief.demand).toMatchObject({
    metric: 'opportunities',
  })
})

test('a clone takes brief, tactics and steps along, shifted; approvals, names and guests stay behind', async () => {
  const { id } = await start('Original', '2026-09-07', { tactics: tactics() })
  await as('marco')(campaigns.setSources, { id, names: ['Original – Search'] })
  await as('marco')(campaigns.setGuests, { id, people: [northwind.ids.gus] })
  const [copy] = (await planned(id)).steps
  await as('marco')(templates.finish, { id: copy!.id })
  const clone = await as('marco')(campaigns.clone, {
    ...{ id, name: 'Copy', ownerId: northwind.ids.pia, startsOn: '2026-10-05' },
  })
  expect(clone).toMatchObject({ state: 'draft', sources: [], guests: [], decisions: [], approvedVersion: 0 })
  expect(clone.brief).toMatchObject({
    startsOn: '2026-10-05',
    endsOn: '2026-11-03',
    message: 'Plan the day in an hour',
  })
  expect(clone.tactics).toEqual([{ name: 'Webinar', startsOn: '2026-10-12', endsOn: '2026-10-12' }])
  const steps = (await planned(clone.id)).steps
  expect(dues(steps)).toMatchObject({ 'Write the copy': '2026-09-28', 'Ready to go': '2026-10-02' })
  expect(steps.every((step) => step.doneAt === null)).toBe(true)
  const seen = await as('pia')(trace.show, { kind: 'campaign', id: clone.id })
  expect(seen.down.map((one) => one.name)).toEqual(['Webinar'])
})

test('whoever may not see amounts changes a template without taking them out of its tactics', async () => {
  const bonus = await as('marco')(fields.define, { kind: 'tactic', label: 'Bonus', type: 'money' })
  const own = { [bonus.id]: { minor: 500_00, currency: 'EUR' } }
  const [webinar] = tactics()
  const made = await template('With a bonus', {
    tactics: [{ ...webinar!, brief: { ...parts(), fields: own } }],
  })
  const { roles } = await as('ana')(identity.roles, {})
  const role = roles.find((one) => one.id === 'project-manager')!
  const permissions = role.permissions.filter((one) => !one.startsWith('costs:'))
  await as('ana')(identity.changeRole, { ...role, permissions })
  const seen = await as('pia')(templates.show, { id: made.id })
  expect(seen.definition.tactics[0]?.brief.fields).toEqual({})
  const said = {
    id: made.id,
    name: seen.name,
    version: 1,
    reason: 'Other words',
    definition: seen.definition,
  }
  await as('pia')(templates.change, said)
  const after = await as('marco')(templates.show, { id: made.id })
  expect(after.definition.tactics[0]?.brief.fields).toEqual(own)
})
