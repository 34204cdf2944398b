import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { perform } from '../../kernel/perform.ts'
import { months, startBudget } from '../../test/budget.ts'
import type { Company } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { strategy } from '../strategy/contract.ts'
import { positions } from './contract.ts'

let northwind: Company
let id: string
let line: string
let goal: string
const june = '2026-06-01'

beforeAll(async () => {
  const started = await startBudget(
    [
      { name: 'Marketing team', kind: 'people', plan: months(1_000_000) },
      { name: 'Retainer', kind: 'agency', plan: months(100) },
    ],
    ['carol', 'marco', 'fay', 'ivan', 'vera'],
  )
  northwind = started.company
  line = started.ids[1]!
  const { version, ...drafted } = await northwind.as('marco')(positions.add, {
    ...{ title: 'Editor', department: 'Marketing', fundedBy: 'Marketing', startsOn: '2026-02-01' },
  })
  id = drafted.id
  const cost = { salaryMinor: 1_000_000, onCostMinor: 0, currency: 'EUR' }
  await northwind.as('ana')(positions.setCost, { id, version, ...cost })
  const asking = await northwind.as('ana')(positions.ask, { id, lineId: started.ids[0]! })
  const early = northwind.as('marco')(positions.setHours, {
    edits: [edit({ minutes: 1, kind: 'budget-line', targetId: line })],
  })
  await expect(early).rejects.toEqual(refused('conflict', /not approved; it has no hours to give/))
  await northwind.as('carol')(positions.approve, { id: asking.id })
  const set = { name: 'More demand', level: 'objective' as const, from: '2026-02-01', to: '2027-01-31' }
  goal = (await northwind.as('ana')(strategy.addGoal, set)).id
})
afterAll(() => northwind.close())

type Edit = { minutes?: number; share?: number; was?: number }
const edit = (more: Edit & { kind?: 'goal' | 'budget-line'; targetId?: string; monthOn?: string }) => ({
  ...{ positionId: id, kind: 'goal' as const, targetId: goal, monthOn: june },
  ...more,
})
const set = (...edits: ReturnType<typeof edit>[]) => northwind.as('marco')(positions.setHours, { edits })
const given = async (day?: string) => northwind.as('marco')(positions.hours, day ? { day } : {})
const toLine = {
  kind: 'budget-line' as const,
  get targetId() {
    return line
  },
}

async function fileOf(format: 'csv' | 'xlsx'): Promise<Uint8Array> {
  const { body } = (await northwind.as('marco')(positions.exportHours, { format })) as {
    body: ReadableStream
  }
  return new Uint8Array(await new Response(body).arrayBuffer())
}
async function handIn(name: string, bytes: Uint8Array | string) {
  const file = new Blob([bytes as BlobPart]).stream() as ReadableStream<Uint8Array>
  const actor = await northwind.actorOf('marco')
  return perform(northwind.app, positions.importHours, { name }, { actor, via: 'test', file })
}

describe('hours', () => {
  test('shares of a month sum exactly to what they are of it, and too much is said in the answer', async () => {
    const { over } = await set(edit({ share: 3333 }), edit({ ...toLine, share: 6667 }))
    expect(over).toEqual([])
    const { rows, positions: all } = await given()
    expect(rows.reduce((sum, row) => sum + row.minutes[4]!, 0)).toBe(22 * 480)
    expect(all[0]).toMatchObject({ title: 'Editor' })
    expect(all[0]!.capacity[4]).toBe(22 * 480)

    const more = await set(edit({ minutes: 22 * 480 }))
    expect(more.over).toEqual(['“Editor” has 176 h, and 293.33 h of it is promised: 117.33 h too much.'])
    await set(...(more.undo as ReturnType<typeof edit>[]))
    expect((await given()).positions[0]!.over[4]).toBeNull()
  })

  test('they stand on the page of what they go to, with their cost for those alone who may read it', async () => {
    const which = { kind: 'budget-line' as const, targetId: line }
    const seen = await northwind.as('fay')(positions.hoursOf, which)
    expect(seen).toMatchObject({ total: Math.round(22 * 480 * 0.6667), rows: [{ title: 'Editor' }] })
    // June is 30 of 365 days of 10,000.00.
    expect(seen.worth![0]!.minor).toBeCloseTo((1_000_000 * 30 * 0.6667) / 365, -1)
    expect(await northwind.as('marco')(positions.hoursOf, which)).not.toHaveProperty('worth')
  })

  test('shares follow the hours there are: when somebody starts later, or nobody is there any more', async () => {
    const marco = northwind.as('marco')
    const { version } = (await marco(positions.show, { id })).position
    const filled = await marco(positions.fill, {
      ...{ id, version, personId: northwind.ids.ivan, on: '2026-06-16' },
    })
    const inJune = async () => (await given()).rows.reduce((sum, row) => sum + row.minutes[4]!, 0)
    expect(await inJune()).toBe(11 * 480)
    await marco(positions.open, { id, version: filled.version })
    expect(await inJune()).toBe(22 * 480)
  })

  test('a month that changed since it was loaded is not written over; all of a command or nothing', async () => {
    const before = await given()
    const late = set(edit({ minutes: 5, monthOn: '2026-07-01' }), edit({ minutes: 1, was: 7 }))
    await expect(late).rejects.toEqual(refused('conflict', /Marco Haas changed 2026-06 since you loaded it/))
    expect(await given()).toEqual(before)
  })

  test.each([
    [{ minutes: 1, monthOn: '2026-06-02' }, /not the first day of a month of FY2027/],
    [{ minutes: 1, targetId: 'gol_nothing' }, /There is no goal gol_nothing/],
    [{ minutes: 99_999 }, /more than a month has/],
    [{ minutes: 1, share: 1 }, /hours or a share/],
    [{ minutes: -1 }, /must be 0 at least/],
    [{ share: 50_000 }, /“Editor” in 2026-06 comes to 880 h, which is more than a month has/],
  ])('%j is refused', async (wrong, words) => {
    await expect(set(edit(wrong))).rejects.toThrow(words)
  })

  test('two people at once: one of them is told, and the month holds what one of them said', async () => {
    const was = (await given()).rows.find((row) => row.target.id === goal)!.minutes[8]!
    const both = await Promise.allSettled([
      set(edit({ minutes: 60, was, monthOn: '2026-10-01' })),
      set(edit({ minutes: 120, was, monthOn: '2026-10-01' })),
    ])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    await set(edit({ minutes: 0, monthOn: '2026-10-01' }))
  })
})

describe('a table of hours', () => {
  test.each(['csv', 'xlsx'] as const)('as %s it comes back and changes nothing', async (format) => {
    const before = await given()
    expect(await handIn(`hours.${format}`, await fileOf(format))).toMatchObject({ changed: 0 })
    expect(await given()).toEqual(before)
  })

  test('what is changed in it is changed here; one wrong row refuses all of it', async () => {
    const heading = 'position id,kind,id,hours 2026-08'
    const done = await handIn('hours.csv', `${heading}\n${id},goal,${goal},12.5\n`)
    expect(done).toEqual({ changed: 1, unchanged: 0, over: [] })
    const before = await given()
    expect(before.rows.find((row) => row.target.id === goal)!.minutes[6]).toBe(750)
    for (const [rows, words] of [
      [`${id},goal,${goal},1\n${id},goal,${goal},lots`, /Row 3, hours 2026-08: “lots” is not a number/],
      [`${id},goal,${goal},1\n${id},vision,v,1`, /Row 3: “vision” is no kind/],
      [`${id},goal,${'g'.repeat(200)},1`, /There is no goal ggg/],
      [`${id},goal,${goal},1\npos_none,goal,${goal},1`, /There is no position pos_none/],
      [`${id},goal,${goal},1\n${id},goal,${goal},2`, /named twice/],
    ] as const)
      await expect(handIn('hours.csv', `${heading}\n${rows}\n`)).rejects.toThrow(words)
    await expect(handIn('hours.csv', 'position id,kind,id,hours 2025-08\npos,goal,gol,1\n')).rejects.toThrow(
      /no month of FY2027/,
    )
    expect(await given()).toEqual(before)
  })

  test('more months than one command may set are refused before any is written', async () => {
    const heading = 'position id,kind,id,hours 2026-08'
    const rows = Array.from({ length: 5001 }, (_, at) => `${id},goal,gol_${at},1`).join('\n')
    await expect(handIn('hours.csv', `${heading}\n${rows}\n`)).rejects.toThrow(
      /changes 5,001 months, and 5,000 are the most at once/,
    )
  })
})

test('hours of a position that was taken back to draft count nowhere, until it is approved again', async () => {
  const which = { kind: 'budget-line' as const, targetId: line }
  expect((await northwind.as('marco')(positions.hoursOf, which)).total).toBeGreaterThan(0)
  const { version } = (await northwind.as('marco')(positions.show, { id })).position
  await northwind.as('marco')(positions.reopen, { id, version, reason: 'Put off' })
  expect(await northwind.as('marco')(positions.hoursOf, which)).toMatchObject({ total: 0, rows: [] })
})
