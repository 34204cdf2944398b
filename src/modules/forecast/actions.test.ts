import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { activity } from '../activity/contract.ts'
import { identity } from '../identity/contract.ts'
import { forecast } from './contract.ts'

let now = new Date('2026-07-15T09:00:00Z')
let northwind: Company
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => now })
  for (const name of ['kai', 'ines'] as const) await northwind.actorOf(name)
})
afterAll(() => northwind.close())

const about = { metric: 'won', from: '2026-04-01', to: '2026-06-30', dimension: 'channel', segment: null }

test('Ana turns a change into an action for Marco, who is told once and sees it when it is due', async () => {
  const ana = northwind.as('ana')
  const marco = northwind.as('marco')
  const action = await ana(forecast.act, {
    ...about,
    says: 'Bring the webinar back',
    ownerId: northwind.ids.marco,
    dueOn: '2026-08-20',
  })
  expect(action).toMatchObject({
    metricTitle: 'Won',
    owner: { name: 'Marco Haas' },
    decidedBy: 'Ana Ribeiro',
    state: 'open',
    isOverdue: false,
  })
  const { notices } = await marco(activity.inbox, {})
  expect(notices.filter((one) => one.title === 'Bring the webinar back')).toHaveLength(1)
  const ofMarco = async () =>
    (await marco(identity.home, {})).needs.filter((one) => one.link.includes('actions'))
  expect(await ofMarco()).toEqual([])

  now = new Date('2026-08-21T09:00:00Z')
  expect(await ofMarco()).toMatchObject([{ title: 'Bring the webinar back', due: '2026-08-20' }])
  expect((await marco(forecast.actions, { state: 'open' })).items[0]?.isOverdue).toBe(true)

  await marco(forecast.changeAction, { id: action.id, state: 'done' })
  expect(await ofMarco()).toEqual([])
  expect((await marco(forecast.actions, { state: 'open' })).items).toEqual([])
  const { entries } = await ana(activity.feed, { subject: action.id })
  expect(entries.map((one) => one.sentence)).toEqual([
    'closed the action: Bring the webinar back',
    'decided to act: Bring the webinar back; Marco Haas, by 2026-08-20',
  ])
})

test('nobody acts without the permission, on nothing, for nobody, or in the past', async () => {
  const good = { ...about, says: 'Try again', ownerId: northwind.ids.ines, dueOn: '2026-09-01' }
  await expect(northwind.as('kai')(forecast.act, good)).rejects.toMatchObject({ code: 'forbidden' })
  const ines = northwind.as('ines')
  await expect(ines(forecast.act, { ...good, metric: 'nonsense' })).rejects.toMatchObject({ code: 'missing' })
  await expect(ines(forecast.act, { ...good, ownerId: 'per_0' })).rejects.toMatchObject({ code: 'missing' })
  await expect(ines(forecast.act, { ...good, dueOn: '2026-01-01' })).rejects.toMatchObject({
    code: 'invalid',
  })
})
