import { afterAll, beforeAll, expect, test } from 'vitest'
import { briefOf, planOf } from '../../test/campaigns.ts'
import { type Company, type PersonName, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { activity } from '../activity/contract.ts'
import { campaigns } from '../campaigns/contract.ts'
import { firstChecklist } from '../campaigns/rules.ts'
import { identity } from '../identity/contract.ts'
import { type Field, fields } from './contract.ts'

let northwind: Company
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => new Date('2026-05-20T09:00:00Z') })
  for (const name of ['marco', 'cleo', 'fay', 'ines', 'carol', 'vera', 'gus', 'kai'] as const)
    await northwind.actorOf(name)
})
afterAll(() => northwind.close())

const as = (name: PersonName) => northwind.as(name)
const define = (said: object): Promise<Field> =>
  as('marco')(fields.define, { kind: 'campaign', type: 'text', label: 'Note', ...said })
const plan = (values: object, more: object = {}) =>
  planOf(northwind, { brief: { ...briefOf(northwind), fields: values }, ...more })
const edit = (
  one: { id: string; version: number; name: string },
  values: object,
  who: PersonName = 'marco',
) =>
  as(who)(campaigns.change, {
    ...{ id: one.id, version: one.version, name: one.name, ownerId: northwind.ids.marco },
    brief: { ...briefOf(northwind), fields: values } as never,
  })
const choice = (field: Field, label: string) => field.options.find((one) => one.label === label)!.id
const done = (field: Field) => as('marco')(fields.retire, { id: field.id })

test('only those who may manage fields define them, and everybody who reads campaigns sees them', async () => {
  await expect(as('kai')(fields.define, { kind: 'campaign', type: 'text', label: 'X' })).rejects.toEqual(
    refused('forbidden', /fields:manage/),
  )
  const field = await define({ label: 'Season' })
  expect((await as('vera')(fields.list, { kind: 'campaign' })).items.map((one) => one.label)).toContain(
    'Season',
  )
  expect(await as('gus')(fields.list, {})).toEqual({ kinds: [], items: [], people: [] })
  await expect(define({ label: 'sEASON' })).rejects.toEqual(
    refused('invalid', /There is a field “sEASON” already/),
  )
  await expect(define({ kind: 'pigeon' })).rejects.toEqual(
    refused('invalid', /No kind of record is called “pigeon”/),
  )
  await expect(define({ label: 'R', type: 'one', options: [{ label: 'A' }] })).rejects.toEqual(
    refused('invalid', /at least two choices/),
  )
  await expect(define({ label: 'A\u0007B' })).rejects.toEqual(refused('invalid', /control characters/))
  await done(field)
})

test('values are kept in the brief, left out they stay, null takes them away', async () => {
  const region = await define({
    label: 'Region',
    type: 'one',
    options: [{ label: 'North' }, { label: 'South' }],
  })
  const agenda = await define({ label: 'Agenda', type: 'link' })
  const one = await plan({
    [region.id]: choice(region, 'North'),
    [agenda.id]: 'https://north.example/agenda',
  })
  expect(one.brief.fields).toEqual({
    [region.id]: choice(region, 'North'),
    [agenda.id]: 'https://north.example/agenda',
  })
  const same = await edit(one, {})
  expect(same.brief.fields).toEqual(one.brief.fields)
  const less = await edit(same, { [agenda.id]: null })
  expect(less.brief.fields).toEqual({ [region.id]: choice(region, 'North') })
  const { items } = await as('vera')(campaigns.list, {})
  expect(items.find((row) => row.id === one.id)?.fields).toEqual({ [region.id]: choice(region, 'North') })
  await expect(edit(less, { fld_nobody: 'x' })).rejects.toEqual(refused('invalid', /no field “fld_nobody”/))
  await expect(edit(less, { __proto__x: 'x' })).rejects.toEqual(refused('invalid', /.+/))
  for (const field of [region, agenda]) await done(field)
})

test('a field retired while somebody edits takes no other value, keeps the one it has, and comes back with it', async () => {
  const tone = await define({ label: 'Tone' })
  const one = await plan({ [tone.id]: 'Calm' })
  await done(tone)
  await expect(edit(one, { [tone.id]: 'Loud' })).rejects.toEqual(
    refused('invalid', /“Tone” was retired meanwhile/),
  )
  const kept = await edit(one, { [tone.id]: 'Calm' })
  expect(kept.brief.fields).toEqual({ [tone.id]: 'Calm' })
  const again = await as('marco')(fields.restore, { id: tone.id })
  expect((await edit(kept, { [tone.id]: 'Loud' })).brief.fields).toEqual({ [tone.id]: 'Loud' })
  await expect(
    as('marco')(fields.change, { ...again, version: 1, options: [], label: 'Voice' }),
  ).rejects.toEqual(refused('conflict', /Somebody changed this field/))
  await done(tone)
})

test('a choice can be renamed and taken out; who had chosen it still reads it', async () => {
  const tier = await define({
    label: 'Tier',
    type: 'several',
    options: [{ label: 'One' }, { label: 'Two' }, { label: 'Three' }],
  })
  const one = await plan({ [tier.id]: [choice(tier, 'Two'), choice(tier, 'Three')] })
  const said = {
    ...tier,
    options: [
      { id: choice(tier, 'One'), label: 'First' },
      { id: choice(tier, 'Two'), label: 'Two' },
    ],
  }
  const after = await as('marco')(fields.change, said)
  expect(after.options.map((option) => [option.label, option.isRetired])).toEqual([
    ['First', false],
    ['Two', false],
    ['Three', true],
  ])
  const kept = await edit(one, {})
  expect(kept.brief.fields[tier.id]).toHaveLength(2)
  await expect(edit(kept, { [tier.id]: [choice(tier, 'Three')] })).rejects.toEqual(
    refused('invalid', /some of its choices/),
  )
  await done(tier)
})

test('a required field holds a draft back, or its submission, and says which', async () => {
  const centre = await define({ label: 'Centre', requiredFrom: 'draft' })
  await expect(plan({})).rejects.toEqual(refused('invalid', /“Centre” has to be filled in/))
  const proof = await define({ label: 'Proof', type: 'yesno', requiredFrom: 'approval' })
  const one = await plan({ [centre.id]: '4711' })
  expect(one.lacks).toMatch(/“Proof” has to be filled in before it is submitted/)
  await expect(as('marco')(campaigns.submit, { id: one.id })).rejects.toEqual(refused('conflict', /“Proof”/))
  const said = await edit(one, { [proof.id]: false })
  expect(said.lacks).toBeNull()
  const bonus = await define({ label: 'Bonus', type: 'money', requiredFrom: 'approval' })
  const { lacks } = await as('cleo')(campaigns.show, { id: one.id })
  expect(lacks).toMatch(/An amount that you may not see/)
  expect(lacks).not.toMatch(/Bonus/)
  for (const field of [centre, proof, bonus]) await done(field)
})

test('an approved brief holds its fields: another value is a change request that names it', async () => {
  const { roles } = await as('ana')(identity.roles, {})
  const role = roles.find((one) => one.id === 'analytics-director')!
  await as('ana')(identity.changeRole, { ...role, permissions: [...role.permissions, 'campaigns:approve'] })
  const region = await define({
    label: 'Region',
    type: 'one',
    options: [{ label: 'North' }, { label: 'South' }],
  })
  const bonus = await define({ label: 'Bonus', type: 'money' })
  const { id } = await plan({
    [region.id]: choice(region, 'North'),
    [bonus.id]: { minor: 777_00, currency: 'EUR' },
  })
  await as('marco')(campaigns.submit, { id })
  await as('cleo')(campaigns.approve, { id, stage: 'creative', ticked: firstChecklist.map((one) => one.id) })
  await as('ines')(campaigns.approve, { id, stage: 'legal' })
  const one = await as('fay')(campaigns.approve, { id, stage: 'budget' })

  const south = { [region.id]: choice(region, 'South'), [bonus.id]: { minor: 888_00, currency: 'EUR' } }
  await expect(edit(one, south)).rejects.toEqual(refused('conflict', /own fields is a change request/))
  const brief = { ...briefOf(northwind), fields: south }
  const asked = await as('marco')(campaigns.askChange, { id, brief, reason: 'The hall is in the south' })
  expect(asked.changes[0]?.impact.scope).toEqual(['Region: North → South', 'Bonus: 777 EUR → 888 EUR'])
  const seen = JSON.stringify(await as('cleo')(campaigns.show, { id }))
  expect(seen).toMatch(/North → South/)
  expect(seen).not.toMatch(/777|888/)
  expect(JSON.stringify(await as('cleo')(fields.list, {}))).not.toMatch(/Bonus/)
  const decided = await as('carol')(campaigns.decideChange, { id: asked.changes[0]!.id, accepts: true })
  const feed = JSON.stringify(await as('cleo')(activity.feed, { subject: id }))
  expect(feed).toMatch(/accepted a change/)
  expect(feed).not.toMatch(/77700|88800/)
  expect(decided.brief.fields[region.id]).toBe(choice(region, 'South'))
  expect(decided.versions.map((version) => version.brief.fields[region.id])).toEqual([
    choice(region, 'South'),
    choice(region, 'North'),
  ])
  for (const field of [region, bonus]) await done(field)
})

test('two people at once define one field of a name and put fields in one order', async () => {
  const both = await Promise.allSettled([define({ label: 'Twice' }), define({ label: 'Twice' })])
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  const last = await define({ label: 'Last' })
  const { items } = await as('marco')(fields.list, { kind: 'campaign' })
  const ids = items.filter((one) => !one.isRetired).map((one) => one.id)
  const turned = await as('marco')(fields.order, { kind: 'campaign', ids: ids.toReversed() })
  expect(turned.items[0]?.id).toBe(last.id)
  await expect(as('marco')(fields.order, { kind: 'campaign', ids: ids.slice(1) })).rejects.toEqual(
    refused('conflict', /others than when you opened/),
  )
})
