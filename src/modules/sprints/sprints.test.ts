import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, type PersonName, startCompany } from '../../test/company.ts'
import { boardOf, goalOf, plainStages } from '../../test/work.ts'
import { identity } from '../identity/contract.ts'
import { share } from '../share/contract.ts'
import { type Board, type Item, work } from '../work/contract.ts'
import { sprints } from './contract.ts'

let northwind: Company
let room: Board
let teamId: string
let now = new Date('2026-06-01T08:00:00Z')
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => now })
  for (const name of ['marco', 'kai', 'pia', 'ana', 'vera', 'cleo'] as const) await northwind.actorOf(name)
  const saved = await as('ana')(identity.addTeam, {
    ...{
      name: 'Content',
      purpose: '',
      leadId: northwind.ids.pia,
      members: [northwind.ids.kai, northwind.ids.pia],
    },
  })
  teamId = saved.id
  room = await boardOf(northwind, { stages: plainStages })
})
afterAll(() => northwind.close())

const as = (name: PersonName) => northwind.as(name)
const on = (day: string) => {
  now = new Date(`${day}T10:00:00Z`)
}
const add = (title: string, hours: number | null, said: object = {}) =>
  as('kai')(work.add, {
    ...{ title, boardId: room.id, estimateMinutes: hours === null ? null : hours * 60, ...said },
  })
const finish = (item: Item) => as('kai')(work.move, { ids: [item.id], stageId: room.stages[2]!.id })
const plan = (name: string, startsOn: string, endsOn: string, said: object = {}) =>
  as('kai')(sprints.add, { teamId, name, goal: 'The pages convert', startsOn, endsOn, focus: 0.5, ...said })
const shown = (id: string, who: PersonName = 'kai') => as(who)(sprints.show, { id })
const refusal = (tried: PromiseSettledResult<unknown>[]) =>
  String((tried.find((one) => one.status === 'rejected') as PromiseRejectedResult)?.reason)

test('a sprint is planned against hours, begun, changed with reasons, and ended item by item', async () => {
  on('2026-06-01')
  const [page, film, post, extra] = [
    await add('Page', 8, { assigneeIds: [northwind.ids.kai] }),
    await add('Film', 12),
    await add('Posts', 4),
    await add('Extra', 6),
  ]
  const planned = await plan('Sprint 1', '2026-06-01', '2026-06-05')
  // Two people, five days of eight hours each, half of it for what is planned.
  expect(planned.capacity).toBe(40)
  await as('pia')(sprints.take, { id: planned.id, ids: [page.id, film.id, post.id] })
  const [begun] = [await as('kai')(sprints.start, { id: planned.id, version: 1 })]
  expect(begun).toMatchObject({ state: 'open', committed: 24, scope: 24, committedItems: 3 })

  on('2026-06-02')
  await expect(as('kai')(sprints.take, { id: planned.id, ids: [extra.id] })).rejects.toThrow(
    'say why its scope',
  )
  await as('kai')(sprints.take, { id: planned.id, ids: [extra.id], reason: 'The fair asks for it' })
  now = new Date(now.getTime() + 60_000)
  await as('kai')(sprints.leave, { id: planned.id, ids: [post.id], reason: 'Can wait' })
  on('2026-06-03')
  await finish(page)
  await as('kai')(work.edit, { ids: [film.id], patch: { estimateMinutes: 15 * 60 } })
  on('2026-06-04')
  const told = await shown(planned.id)
  expect(told.changes.map((one) => [one.kind, one.delta, one.reason])).toEqual([
    ['added', 6, 'The fair asks for it'],
    ['removed', -4, 'Can wait'],
    ['estimated', 3, 'Estimated anew'],
  ])
  // 24 at first; +6 −4 on the second day; +3 and 8 done on the third; nothing on the fourth.
  expect(told.burn.map((one) => [one.day.slice(8), one.scope, one.done, one.left, one.ideal])).toEqual([
    ['01', 24, 0, 24, 24],
    ['02', 26, 0, 26, 18],
    ['03', 29, 8, 21, 12],
    ['04', 29, 8, 21, 6],
  ])
  expect(told.sprint).toMatchObject({
    scope: 29,
    done: 8,
    items: 3,
    doneItems: 1,
    committedItems: 3,
    committedDone: 1,
  })
  expect(told.items.find((one) => one.item.id === page.id)?.committedTo).toBe('Kai Okafor')
  await expect(
    as('kai')(sprints.leave, { id: planned.id, ids: [page.id], reason: 'Hide it' }),
  ).rejects.toThrow('What is done in a sprint stays')

  await expect(as('kai')(sprints.close, { id: planned.id, version: 2, outcomes: [] })).rejects.toThrow(
    `Decide where W-${film.number}, W-${extra.number} go`,
  )
  const { sprint, nextId } = await as('kai')(sprints.close, {
    ...{ id: planned.id, version: 2 },
    outcomes: [
      { itemId: film.id, to: 'next' },
      { itemId: extra.id, to: 'board' },
    ],
  })
  expect(sprint.adherence).toBeCloseTo(8 / 24, 9)
  const next = await shown(nextId!)
  expect(next.sprint).toMatchObject({
    startsOn: '2026-06-06',
    endsOn: '2026-06-10',
    state: 'planned',
    scope: 15,
  })
  expect(next.items.map((one) => one.item.title)).toEqual(['Film'])
  const carried = await as('kai')(work.items, { more: { sprint: nextId! } })
  expect(carried.items[0]?.badges).toMatchObject([{ name: 'sprint', words: 'After Sprint 1' }])
})

test('one sprint of a team runs at a time, an item is in one, and two who take it at once find one', async () => {
  on('2026-07-06')
  const [one, two] = [
    await plan('Left', '2026-07-06', '2026-07-10'),
    await plan('Right', '2026-07-06', '2026-07-10'),
  ]
  const [item, other] = [await add('Both want it', 2), await add('Other', 2)]
  const tried = await Promise.allSettled([
    as('kai')(sprints.take, { id: one.id, ids: [item.id] }),
    as('pia')(sprints.take, { id: two.id, ids: [item.id] }),
  ])
  expect(tried.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
  expect(refusal(tried)).toContain('An item is in one sprint at a time')
  const [won, lost] = tried[0]!.status === 'fulfilled' ? [one, two] : [two, one]
  await as('kai')(sprints.take, { id: lost.id, ids: [other.id] })
  const started = await Promise.allSettled([
    as('kai')(sprints.start, { id: won.id, version: 1 }),
    as('pia')(sprints.start, { id: lost.id, version: 1 }),
  ])
  expect(started.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
  expect(refusal(started)).toContain('End that one first')

  const runs = started[0]!.status === 'fulfilled' ? won : lost
  const back = await as('kai')(sprints.unstart, { id: runs.id, version: 2 })
  expect(back).toMatchObject({ state: 'planned', committed: 0, adherence: null })
})

test('only the people of a team plan its sprints, and days that are none are refused', async () => {
  await expect(
    as('cleo')(sprints.add, {
      ...{ teamId, name: 'Mine', startsOn: '2026-07-06', endsOn: '2026-07-10' },
    }),
  ).rejects.toThrow('The people of Content plan its sprints')
  await expect(plan('Backwards', '2026-07-10', '2026-07-06')).rejects.toThrow('before it begins')
  await expect(plan('For ever', '2026-07-06', '2026-12-06')).rejects.toThrow('60 days at most')
  await expect(
    as('vera')(sprints.add, { teamId, name: 'x', startsOn: '2026-07-06', endsOn: '2026-07-07' }),
  ).rejects.toMatchObject({ code: 'forbidden' })
})

test('items of boards that the reader does not see are counted and not shown', async () => {
  const closed = await boardOf(northwind, { name: 'Closed', isConfidential: true, stages: plainStages })
  const secret = await as('marco')(work.add, { title: 'Role', boardId: closed.id, estimateMinutes: 120 })
  const one = await plan('Mixed', '2026-09-07', '2026-09-11')
  await as('marco')(sprints.take, { id: one.id, ids: [secret.id] })
  const told = await shown(one.id)
  expect(told).toMatchObject({ hidden: 1, items: [], sprint: { scope: 2, items: 1 } })
  expect(JSON.stringify(told)).not.toContain('Role')
})

test('the price of a sprint is what its open items take from the planned vision share', async () => {
  on('2026-10-01')
  const one = await plan('Priced', '2026-10-05', '2026-10-09')
  expect((await shown(one.id)).price).toBeNull()
  const goal = await goalOf(northwind)
  await add('Webinar', 30, { serves: { kind: 'goal', id: goal } })
  const favour = await add('A favour', 10)
  await as('kai')(sprints.take, { id: one.id, ids: [favour.id] })
  const { planned } = await as('ana')(share.show, {})
  const without = planned.vision / (planned.total - 600)
  const { price } = await shown(one.id)
  expect(price!).toBeLessThan(-1)
  expect(Math.abs(price! - (planned.share! - without) * 100)).toBeLessThanOrEqual(0.1)
})

test('what whoever ends a sprint does not see goes back to its board, and what left before the start was never promised', async () => {
  on('2026-11-02')
  const closed = await boardOf(northwind, { name: 'Quiet', isConfidential: true, stages: plainStages })
  const secret = await as('marco')(work.add, { title: 'Role', boardId: closed.id, estimateMinutes: 120 })
  const [kept, gone] = [await add('Kept', 4), await add('Gone', 8)]
  const one = await plan('November', '2026-11-02', '2026-11-06')
  await as('marco')(sprints.take, { id: one.id, ids: [secret.id, kept.id, gone.id] })
  await as('kai')(work.remove, { ids: [gone.id] })
  await as('ana')(identity.teams, {})
  const running = (await as('kai')(sprints.list, { teamId })).items.find((each) => each.state === 'open')
  if (running) await as('kai')(sprints.unstart, { id: running.id, version: running.version })
  const begun = await as('kai')(sprints.start, { id: one.id, version: 1 })
  expect(begun).toMatchObject({ committed: 6, committedItems: 2 })
  const outcomes = [{ itemId: kept.id, to: 'board' as const }]
  const { sprint } = await as('kai')(sprints.close, { id: one.id, version: 2, outcomes })
  expect(sprint.state).toBe('closed')
})
