import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { activity } from '../activity/contract.ts'
import { identity } from '../identity/contract.ts'
import { availability } from './contract.ts'

let northwind: Company
let now = '2026-05-20T09:00:00Z'
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => new Date(now) })
})
afterAll(() => northwind.close())

const ask = (who: 'kai' | 'pia' | 'marco' | 'sam', fromOn: string, toOn = fromOn, more = {}) =>
  northwind.as(who)(availability.askLeave, { id: northwind.ids[who], kind: 'holiday', fromOn, toOn, ...more })

test('leave is asked for, stands on the manager’s Home, and is approved; the asker is told', async () => {
  const { as, ids } = northwind
  const asked = await ask('kai', '2026-06-01', '2026-06-05', { note: 'Lisbon', standInId: ids.vera })
  expect(asked).toMatchObject({
    state: 'waiting',
    days: 5,
    kind: 'holiday',
    can: { decide: false, withdraw: true },
  })

  const { needs } = await as('pia')(identity.home, {})
  expect(needs).toContainEqual(
    expect.objectContaining({ title: 'Decide about leave of Kai Okafor', due: '2026-06-01', link: '/leave' }),
  )
  const { waiting } = await as('pia')(availability.inbox, {})
  expect(waiting).toMatchObject([{ id: asked.id, note: 'Lisbon', standIn: { name: 'Vera Sato' } }])

  const approved = await as('pia')(availability.approveLeave, { id: asked.id, version: asked.version })
  expect(approved).toMatchObject({ state: 'approved', decision: { by: 'Pia Novak' } })
  const titles = async (who: 'kai' | 'vera') =>
    (await as(who)(activity.inbox, {})).notices.map((one) => one.title)
  expect(await titles('kai')).toContain('Your leave is approved: 2026-06-01 to 2026-06-05')
  expect(await titles('vera')).toContain('You stand in for Kai Okafor: 2026-06-01 to 2026-06-05')
  expect((await as('pia')(identity.home, {})).needs.filter((one) => one.link === '/leave')).toEqual([])
})

test('the days are taken out of the hours, and come back when it is withdrawn; that can be undone', async () => {
  const { as, ids } = northwind
  const hoursOfKai = async () => {
    const span = { id: ids.kai, from: '2026-06-01', to: '2026-06-07' }
    return (await as('vera')(availability.days, span)).total.available / 60
  }
  expect(await hoursOfKai()).toBe(0)
  const [leave] = (await as('kai')(availability.person, { id: ids.kai })).leave
  const withdrawn = await as('kai')(availability.withdrawLeave, { id: leave!.id, version: leave!.version })
  expect(await hoursOfKai()).toBe(40)
  const again = await as('kai')(availability.reopenLeave, { id: leave!.id, version: withdrawn.version })
  expect(again.state).toBe('waiting')
  const declined = { id: leave!.id, version: again.version, reason: 'The launch needs you' }
  expect(await as('pia')(availability.declineLeave, declined)).toMatchObject({
    ...{ state: 'declined', decision: { by: 'Pia Novak', reason: 'The launch needs you' } },
  })
})

test('overlapping leave is refused with a sentence; the other half of a day is not', async () => {
  await ask('kai', '2026-07-01', '2026-07-01', { startsHalf: true })
  await expect(ask('kai', '2026-06-29', '2026-07-01')).rejects.toThrow(
    /the afternoon of 2026-07-01 is asked for already/,
  )
  expect(await ask('kai', '2026-07-01', '2026-07-01', { endsHalf: true })).toMatchObject({ days: 0.5 })
})

test.each([
  [{ fromOn: '2026-08-05', toOn: '2026-08-01' }, /lies before the first/],
  [{ fromOn: '2026-08-01', toOn: '2026-08-02' }, /no working day/],
  [{ fromOn: '2026-02-30' }, /is a day, such as/],
  [{ fromOn: '9999-12-31' }, /between 1990-01-01 and 2100-12-31/],
  [{ fromOn: '2026-08-03', standInId: 'nobody' }, /does not exist/],
  [{ fromOn: '2026-08-03', note: 'a\u0000b' }, /control characters/],
  [{ fromOn: '2026-08-03', note: 'x'.repeat(301) }, /300 characters/],
  [{ fromOn: '2026-08-03', kind: 'strike' as never }, /must be one of holiday/],
])('asking for %o is refused: %s', async (said, sentence) => {
  const { fromOn, toOn = fromOn, ...more } = { toOn: undefined, ...said }
  await expect(ask('pia', fromOn, toOn ?? fromOn, more)).rejects.toThrow(sentence)
})

test('nobody stands in for themselves, nor while away; a guest has no leave', async () => {
  const { as, ids } = northwind
  await expect(ask('pia', '2026-08-03', '2026-08-03', { standInId: ids.pia })).rejects.toThrow(
    /Nobody stands in/,
  )
  await as('marco')(availability.askLeave, {
    id: ids.kai,
    kind: 'training',
    fromOn: '2026-08-03',
    toOn: '2026-08-07',
  })
  await expect(ask('pia', '2026-08-05', '2026-08-05', { standInId: ids.kai })).rejects.toThrow(
    /Kai Okafor is away in these days/,
  )
  const guest = { id: ids.gus, kind: 'holiday' as const, fromOn: '2026-08-03', toOn: '2026-08-03' }
  await expect(as('gus')(availability.askLeave, guest)).rejects.toThrow(/does not work here/)
})

test('two who decide at the same moment: one does, the other reads who did', async () => {
  const { as } = northwind
  for (const day of ['2026-09-07', '2026-09-08', '2026-09-09']) {
    const { id, version } = await ask('kai', day)
    const both = await Promise.allSettled([
      as('pia')(availability.approveLeave, { id, version }),
      as('marco')(availability.declineLeave, { id, version, reason: 'Too late' }),
    ])
    const refused = both.filter((one) => one.status === 'rejected')
    expect(refused).toHaveLength(1)
    expect(String(refused[0]!.reason)).toMatch(/(Pia Novak has approved|Marco Haas has declined) it already/)
  }
})

test('two requests for the same days at the same moment: one is refused', async () => {
  const both = await Promise.allSettled([
    ask('kai', '2026-10-05', '2026-10-09'),
    ask('kai', '2026-10-08', '2026-10-12'),
  ])
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a page that is a day old decides nothing; nobody decides for themselves or for strangers', async () => {
  const { as } = northwind
  const asked = await ask('marco', '2026-09-14')
  const which = { id: asked.id, version: asked.version }
  await expect(as('marco')(availability.approveLeave, which)).rejects.toThrow(
    /Somebody else decides about your own/,
  )
  await expect(as('pia')(availability.approveLeave, which)).rejects.toThrow(/does not exist, or is not yours/)
  await expect(as('ana')(availability.approveLeave, { ...which, version: 7 })).rejects.toThrow(
    /since you opened/,
  )
  await expect(as('ana')(availability.declineLeave, { ...which, reason: '' })).rejects.toThrow(
    /at least 3 letters/,
  )
  expect(await as('ana')(availability.approveLeave, which)).toMatchObject({ state: 'approved' })
})

test('who stands in for a manager who is away decides in that time, and not after it', async () => {
  const { as, ids } = northwind
  const off = await ask('pia', '2026-11-02', '2026-11-06', { standInId: ids.cleo })
  await as('marco')(availability.approveLeave, { id: off.id, version: off.version })
  const asked = await ask('kai', '2026-11-23')
  const which = { id: asked.id, version: asked.version }
  await expect(as('cleo')(availability.approveLeave, which)).rejects.toThrow(/not yours to see/)
  now = '2026-11-03T09:00:00Z'
  expect((await as('cleo')(availability.inbox, {})).waiting.map((one) => one.id)).toContain(asked.id)
  expect(await as('cleo')(availability.approveLeave, which)).toMatchObject({ state: 'approved' })
  now = '2026-05-20T09:00:00Z'
})

test('sick leave counts at once; whoever has no manager is decided by those with the right', async () => {
  const { as } = northwind
  expect(await ask('kai', '2026-05-19', '2026-05-20', { kind: 'sick' })).toMatchObject({ state: 'approved' })
  const asked = await ask('sam', '2026-09-21')
  expect(asked.state).toBe('waiting')
  const { needs } = await as('ana')(identity.home, {})
  expect(needs.map((one) => one.title)).toContain('Decide about leave of Sam Ortiz')
})
