import { afterAll, beforeAll, expect, test } from 'vitest'
import { briefOf, planOf } from '../../test/campaigns.ts'
import { type Company, type PersonName, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { campaigns } from '../campaigns/contract.ts'
import { firstChecklist } from '../campaigns/rules.ts'
import { identity } from '../identity/contract.ts'
import { trace } from '../trace/contract.ts'
import { templates } from './contract.ts'

let northwind: Company
let today = '2026-05-20'
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => new Date(`${today}T09:00:00Z`) })
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

async function approve(id: string): Promise<void> {
  const one = await as('marco')(campaigns.show, { id })
  if (one.brief.approvals.length === 0)
    await as('marco')(campaigns.change, {
      ...{ id, version: one.version, name: one.name, ownerId: one.owner.id },
      ...{
        brief: { ...one.brief, approvals: briefOf(northwind).approvals },
        planned: { minor: 100, currency: 'EUR' },
      },
    })
  await as('marco')(campaigns.submit, { id })
  await as('cleo')(campaigns.approve, { id, stage: 'creative', ticked: firstChecklist.map((one) => one.id) })
  await as('ines')(campaigns.approve, { id, stage: 'legal' })
  await as('fay')(campaigns.approve, { id, stage: 'budget' })
}

test('a campaign is started from a template: brief, tactics, and steps counted back over weekends and free days', async () => {
  await as('marco')(templates.addFreeDay, { day: '2026-07-01', name: 'Founding day' })
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
  await as('marco')(templates.removeFreeDay, { day: '2026-07-01' })
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

test('steps are done in their order by somebody with a name, and opened again', async () => {
  const { id } = await start('Order', '2026-09-07')
  const byName = async (name: string) => (await planned(id)).steps.find((step) => step.name === name)!
  const copy = await byName('Write the copy')
  const page = await byName('Build the page')
  await expect(as('marco')(templates.finish, { id: page.id })).rejects.toEqual(
    refused('conflict', /“Write the copy” comes before it/),
  )
  await expect(as('vera')(templates.finish, { id: copy.id })).rejects.toMatchObject({ code: 'forbidden' })
  const both = await Promise.allSettled(
    ['marco', 'pia'].map((name) => as(name as PersonName)(templates.finish, { id: copy.id })),
  )
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await byName('Write the copy')).toMatchObject({
    doneBy: expect.stringMatching(/Marco|Pia/),
    says: 'Done',
  })
  await as('pia')(templates.finish, { id: page.id })
  await expect(as('pia')(templates.reopen, { id: copy.id })).rejects.toEqual(
    refused('conflict', /“Build the page” comes after it and is done/),
  )
  await as('pia')(templates.reopen, { id: page.id })
  expect((await byName('Build the page')).doneAt).toBeNull()
})

test('moving a step says what moves behind it; after approval nothing moves past the first day but by a change request', async () => {
  const { roles } = await as('ana')(identity.roles, {})
  const role = roles.find((one) => one.id === 'analytics-director')!
  await as('ana')(identity.changeRole, { ...role, permissions: [...role.permissions, 'campaigns:approve'] })
  const { id } = await start('Moves', '2026-09-07')
  const copy = (await planned(id)).steps.find((step) => step.name === 'Write the copy')!
  expect(copy.due).toBe('2026-08-31')
  const later = { id: copy.id, due: '2026-09-03' }
  const shown = await as('vera')(templates.tryMove, later)
  expect(shown.moved.map((one) => [one.name, one.to])).toEqual([
    ['Write the copy', '2026-09-03'],
    ['Legal reads it', '2026-09-08'],
    ['Build the page', '2026-09-09'],
    ['Ready to go', '2026-09-09'],
  ])
  expect(shown).toMatchObject({ launchNeeded: '2026-09-10', lateBy: 3, whyNot: null })
  await approve(id)
  await expect(as('marco')(templates.move, { ...later, version: 1 })).rejects.toEqual(
    refused('conflict', /2026-09-10 is the earliest.*ask for a change of the first day/),
  )
  expect((await planned(id)).steps.find((step) => step.id === copy.id)?.due).toBe('2026-08-31')
  await expect(as('marco')(templates.move, { id: copy.id, due: '2026-08-29', version: 1 })).rejects.toEqual(
    refused('invalid', /2026-08-29 is a Saturday/),
  )

  const { brief } = await as('marco')(campaigns.show, { id })
  const moved = { ...brief, startsOn: '2026-09-10', endsOn: '2026-10-09' }
  const asked = await as('marco')(campaigns.askChange, { id, brief: moved, reason: 'The copy is late' })
  expect(asked.changes[0]?.impact.waits).toContain('Step “Write the copy” moves: due 2026-08-31 → 2026-09-03')
  await as('carol')(campaigns.decideChange, { id: asked.changes[0]!.id, accepts: true })
  const after = await planned(id)
  expect(after.launchOn).toBe('2026-09-10')
  expect(dues(after.steps)).toMatchObject({ 'Write the copy': '2026-09-03', 'Ready to go': '2026-09-09' })
  await expect(as('marco')(templates.move, { id: copy.id, due: '2026-09-02', version: 1 })).rejects.toEqual(
    refused('conflict', /Somebody changed “Write the copy”/),
  )
})

test('a step is added, comes after another, is taken out of the chain, and a circle of them is refused', async () => {
  const { id } = await planOf(northwind, { name: 'By hand' })
  const add = (name: string, after: string[], days = 2) =>
    as('marco')(templates.addStep, { id, name, days, after })
  const [a] = (await add('List', [])).steps
  const [, b] = (await add('Letter', [a!.id])).steps.toSorted((x, y) => x.name.localeCompare(y.name) * -1)
  const all = (await add('Post', [b!.name === 'Letter' ? b!.id : a!.id])).steps
  const by = (name: string) => all.find((step) => step.name === name)!
  expect(dues(all)).toMatchObject({ Post: '2026-06-30' })
  const said = { name: 'List', days: 2, after: [by('Post').id] }
  await expect(
    as('marco')(templates.changeStep, { id: by('List').id, version: by('List').version, ...said }),
  ).rejects.toEqual(refused('invalid', /round in a circle/))
  const left = await as('marco')(templates.removeStep, { id: by('Letter').id })
  expect(left.steps.find((step) => step.name === 'Post')?.after).toEqual([by('List').id])
  await as('marco')(campaigns.stop, { id, reason: 'The hall burnt down' })
  await expect(add('More', [])).rejects.toEqual(refused('conflict', /was stopped/))
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

test('an open step that is due soon waits for its owner at home', async () => {
  const { id } = await start('Soon', '2026-06-01')
  const titles = (await as('marco')(identity.home, {})).needs.map((one) => one.title)
  expect(titles).toContain('Write the copy')
  today = '2026-06-20'
  expect((await as('marco')(identity.home, {})).needs.map((one) => one.title)).toContain(
    'Late: Write the copy',
  )
  today = '2026-05-20'
  await as('marco')(campaigns.stop, { id, reason: 'No longer needed' })
})
