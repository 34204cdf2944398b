import { afterAll, beforeAll, expect, test } from 'vitest'
import { briefOf, planOf } from '../../test/campaigns.ts'
import { type Company, type PersonName, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { campaigns } from '../campaigns/contract.ts'
import { firstChecklist } from '../campaigns/rules.ts'
import { fields } from '../fields/contract.ts'
import { identity } from '../identity/contract.ts'
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

test('steps are done in their order by somebody with a name, and opened again', async () => {
  const { id } = await start('Order', '2026-09-07')
  const byName = async (name: string) => (await planned(id)).steps.find((step) => step.name === name)!
  const copy = await byName('Write the copy')
  const page = await byName('Build the page')
  await expect(as('marco')(templates.finish, { id: page.id })).rejects.toEqual(
    refused('conflict', /“Write the copy” comes before it/),
  )
  await expect(as('vera')(templates.finish, { id: copy.id })).rejects.toEqual(
    refused('forbidden', /is not yours/),
  )
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
  const open = await byName('Build the page')
  expect(open.doneAt).toBeNull()
  const { name, days, after, version } = open
  const given = { name, days, after, version, id: open.id, ownerId: northwind.ids.kai }
  await as('marco')(templates.changeStep, given)
  const seen = (await as('kai')(templates.plan, { id })).steps
  expect(seen.filter((step) => step.canFinish).map((step) => step.name)).toEqual(['Build the page'])
  await as('kai')(templates.finish, { id: open.id })
  expect((await byName('Build the page')).doneBy).toBe('Kai Okafor')
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

test.each(['0001-01-01', '1999-12-31', '9999-12-31'])(
  'no steps are counted back from %s',
  async (launchOn) => {
    const { items } = await as('vera')(templates.list, {})
    await expect(as('vera')(templates.preview, { id: items[0]!.id, launchOn })).rejects.toEqual(
      refused('invalid', /between 2000-01-01 and 2060-12-31/),
    )
  },
)

test('a field required since keeps nothing from being started or cloned; the next edit asks for it', async () => {
  const { id } = await start('Before the rule', '2026-11-02')
  const old = await template('Before the rule')
  const centre = await as('marco')(fields.define, {
    kind: 'campaign',
    label: 'Centre',
    type: 'text',
    requiredFrom: 'draft',
  })
  const { marco } = northwind.ids
  const begun = [
    await as('marco')(campaigns.clone, { id, name: 'Once more', ownerId: marco, startsOn: '2026-11-09' }),
    await as('marco')(templates.start, {
      ...{ id: old.id, version: 1, name: 'From it', ownerId: marco, launchOn: '2026-11-09' },
    }),
  ]
  for (const one of begun) {
    const { version, name, brief, lacks } = await as('marco')(campaigns.show, { id: one.id })
    const edit = { id: one.id, version, name, brief, ownerId: marco }
    await expect(as('marco')(campaigns.change, edit)).rejects.toEqual(
      refused('invalid', /“Centre” has to be/),
    )
    expect(lacks).not.toBeNull()
  }
  await as('marco')(fields.retire, { id: centre.id })
})
