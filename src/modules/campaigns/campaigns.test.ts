import { afterAll, beforeAll, expect, test } from 'vitest'
import { briefOf, planOf } from '../../test/campaigns.ts'
import { type Company, type PersonName, startCompany } from '../../test/company.ts'
import { activity } from '../activity/contract.ts'
import { identity } from '../identity/contract.ts'
import { campaigns } from './contract.ts'
import { firstChecklist } from './rules.ts'

let northwind: Company
let today = '2026-05-20'
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => new Date(`${today}T09:00:00Z`) })
  for (const name of ['carol', 'marco', 'cleo', 'fay', 'pia', 'vera', 'ines'] as const)
    await northwind.actorOf(name)
})
afterAll(() => northwind.close())

const as = (name: PersonName) => northwind.as(name)
const ticked = firstChecklist.map((one) => one.id)
const brief = () => briefOf(northwind)
const plan = (said: object = {}) => planOf(northwind, said)

/** Ines may approve here: the named person of the legal stage. */
async function letInesApprove(): Promise<void> {
  const { roles } = await as('ana')(identity.roles, {})
  const role = roles.find((one) => one.id === 'analytics-director')!
  if (role.permissions.includes('campaigns:approve')) return
  await as('ana')(identity.changeRole, { ...role, permissions: [...role.permissions, 'campaigns:approve'] })
}

async function approved(said: object = {}) {
  await letInesApprove()
  const { id } = await plan(said)
  await as('marco')(campaigns.submit, { id })
  await as('cleo')(campaigns.approve, { id, stage: 'creative', ticked })
  await as('ines')(campaigns.approve, { id, stage: 'legal' })
  return as('fay')(campaigns.approve, { id, stage: 'budget' })
}

test('a campaign without a demand target cannot be submitted, and says so', async () => {
  const { id, lacks } = await plan({ brief: { ...brief(), demand: null } })
  expect(lacks).toMatch(/no demand target/)
  await expect(as('marco')(campaigns.submit, { id })).rejects.toThrow(/no demand target.*nobody can approve/)
  await expect(plan({ brief: { ...brief(), demand: { metric: 'applause', value: 3 } } })).rejects.toThrow(
    /no metric “applause”/,
  )
  await expect(plan({ brief: { ...brief(), demand: { metric: 'won_value', value: 3 } } })).rejects.toThrow(
    /is money: say an amount/,
  )
  await expect(plan({ brief: { ...brief(), channels: ['Pigeon'] } })).rejects.toThrow(/not a channel/)
  await expect(plan({ brief: { ...brief(), endsOn: '2026-06-30' } })).rejects.toThrow(/before the first day/)
  await expect(plan({ planned: { minor: 1, currency: 'ZZZ' } })).rejects.toThrow(/not a currency/)
})

test('creative, legal and budget decide one after the other, nobody their own, two at once only once', async () => {
  await letInesApprove()
  const { id } = await plan({ ownerId: northwind.ids.cleo })
  await as('marco')(campaigns.submit, { id }).then(
    () => expect.unreachable(),
    (error: Error) => expect(error.message).toMatch(/nobody there could approve it/),
  )
  const mine = await plan()
  const submitted = await as('marco')(campaigns.submit, { id: mine.id })
  expect(submitted).toMatchObject({
    standing: 'In approval',
    next: { stage: 'creative', who: 'Creative director', isLate: false },
    can: { decide: false, whyNotDecide: expect.stringMatching(/nobody approves their own/) },
  })
  expect((await as('cleo')(activity.inbox, {})).notices[0]?.title).toBe('To be approved: Summer')
  expect((await as('cleo')(identity.home, {})).needs.map((one) => one.title)).toContain('Approve Summer')

  const approve = (who: PersonName, stage: 'creative' | 'legal' | 'budget', ticks: string[] = []) =>
    as(who)(campaigns.approve, { id: mine.id, stage, ticked: ticks })
  await expect(approve('marco', 'creative', ticked)).rejects.toThrow(/nobody approves their own/)
  await expect(approve('fay', 'budget')).rejects.toThrow(/for Creative director to decide/)
  await expect(approve('cleo', 'creative', ticked.slice(1))).rejects.toThrow(/not ticked in full: “Logo/)
  await approve('cleo', 'creative', ticked)
  const both = await Promise.allSettled([approve('ines', 'legal'), approve('ines', 'legal')])
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  const done = await approve('fay', 'budget')
  expect(done).toMatchObject({ state: 'approved', standing: 'Approved', next: null })
  expect(done.versions).toMatchObject([{ version: 1, reason: 'Approved', approvedBy: 'Fay Lindqvist' }])
  expect(done.decisions[0]?.ticked).toHaveLength(firstChecklist.length)
})

test('what is late is named with the days, to the approver and to the owner', async () => {
  const { id } = await plan({ name: 'Autumn' })
  await as('marco')(campaigns.submit, { id })
  today = '2026-06-03'
  const late = (await as('vera')(campaigns.list, { search: 'Autumn' })).items[0]
  expect(late?.next).toMatchObject({ isLate: true, says: expect.stringMatching(/2 days late$/) })
  const titles = async (name: PersonName) => (await as(name)(identity.home, {})).needs.map((one) => one.title)
  expect(await titles('cleo')).toContain('Late: approve Autumn')
  expect(await titles('marco')).toContain('Late: the approval of Autumn')
  today = '2026-05-20'

  const back = await as('cleo')(campaigns.sendBack, { id, reason: 'The claim has no source' })
  expect(back).toMatchObject({ state: 'draft', decisions: [{ state: 'sent-back' }, {}, {}] })
  expect((await as('marco')(activity.inbox, {})).notices.map((one) => `${one.title} ${one.why}`)).toContain(
    'Sent back: Autumn Cleo Park: The claim has no source',
  )
})

test('an approved brief changes by a request that shows its impact and is decided by another', async () => {
  const campaign = await approved({ name: 'Winter' })
  const { id, version } = campaign
  await as('marco')(campaigns.add, {
    ...{ level: 'tactic', name: 'Winter webinar', ownerId: northwind.ids.pia, parentId: id },
    brief: { startsOn: '2026-07-05', endsOn: '2026-07-20' },
  })
  const later = { ...brief(), startsOn: '2026-07-15', channels: ['Email'] }
  const edit = { id, version, name: 'Winter', ownerId: northwind.ids.marco, brief: later }
  await expect(as('marco')(campaigns.change, edit)).rejects.toThrow(/first day, channels is a change request/)
  const dearer = { ...edit, brief: brief(), planned: { minor: 1_800_000, currency: 'EUR' } }
  await expect(as('marco')(campaigns.change, dearer)).rejects.toThrow(/planned cost is a change request/)
  await expect(
    northwind.app.db
      .updateTable('campaigns_records')
      .set({ planned_minor: 1 })
      .where('id', '=', id)
      .execute(),
  ).rejects.toThrow(/change request only/)
  await expect(
    northwind.app.db.deleteFrom('campaigns_versions').where('campaign_id', '=', id).execute(),
  ).rejects.toThrow(/stays to be read/)

  const ask = (more: object) =>
    as('marco')(campaigns.askChange, { id, brief: later, reason: 'The hall', ...more })
  await expect(ask({ brief: { ...later, demand: null } })).rejects.toThrow(/no demand target/)
  await expect(ask({ baseVersion: 7 })).rejects.toThrow(/has changed since you opened it/)

  const asked = await as('marco')(campaigns.askChange, {
    ...{ id, brief: later, planned: dearer.planned, reason: 'The hall is taken' },
  })
  const [change] = asked.changes
  expect(change?.impact).toEqual({
    dates: ['First day 2026-07-01 → 2026-07-15: 14 days later'],
    waits: ['Winter webinar waits 10 days: it would start 2026-07-05, before the new first day'],
    scope: ['Channels dropped: Webinar'],
    cost: 'It costs 3,000 EUR more: 15,000 EUR → 18,000 EUR',
  })
  expect(asked.brief.startsOn).toBe('2026-07-01')
  const decide = (who: PersonName) => as(who)(campaigns.decideChange, { id: change!.id, accepts: true })
  await expect(decide('marco')).rejects.toThrow(/somebody else has to decide/)
  await expect(decide('pia')).rejects.toMatchObject({ code: 'forbidden' })
  const seen = await as('cleo')(campaigns.show, { id })
  expect(seen).toMatchObject({ planned: null, hidesCost: true })
  expect(seen.changes[0]?.impact.cost).toMatch(/may not see costs/)
  expect(JSON.stringify(seen)).not.toMatch(/1800000|1500000|18,000/)
  const events = JSON.stringify(await as('cleo')(activity.feed, { subject: id }))
  expect(events).toMatch(/asked for a change/)
  expect(events).not.toMatch(/planned_minor/)

  const both = await Promise.allSettled([decide('carol'), decide('ana')])
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  const now = await as('marco')(campaigns.show, { id })
  expect(now).toMatchObject({ brief: { startsOn: '2026-07-15' }, planned: dearer.planned })
  expect(now.versions.map((one) => [one.version, one.brief.startsOn])).toEqual([
    [2, '2026-07-15'],
    [1, '2026-07-01'],
  ])
  expect(JSON.stringify(await as('cleo')(activity.feed, { subject: id }))).not.toMatch(/planned_minor/)
})
