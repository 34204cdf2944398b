import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomFrom } from '../../methods/random.ts'
import { type Company, startCompany } from '../../test/company.ts'
import { boardOf, plainStages } from '../../test/work.ts'
import { type Board, type Item, work } from './contract.ts'

const people = ['kai', 'pia', 'marco', 'cleo', 'ana', 'ines'] as const
let northwind: Company
beforeAll(async () => {
  northwind = await startCompany()
  // An invitation is accepted once: before many ask as one person at the same time.
  for (const name of people) await northwind.as(name)(work.boards, {})
})
afterAll(() => northwind.close())

const whoIs = (actor: number) => northwind.as(people[actor % people.length]!)

async function filled(name: string, many: number): Promise<{ board: Board; ids: string[] }> {
  const board = await boardOf(northwind, { name, stages: plainStages })
  const ids: string[] = []
  for (let at = 0; at < many; at += 1)
    ids.push((await northwind.as('kai')(work.add, { title: `Piece ${at}`, boardId: board.id })).id)
  return { board, ids }
}

const all = async (board: Board, who = whoIs(0)): Promise<Item[]> =>
  (await who(work.items, { boardId: board.id, limit: 2000 })).items

/** By stage, as every client shows it. */
const orderOf = (items: Item[], board: Board): string[][] =>
  board.stages.map(({ id }) =>
    items
      .filter((one) => one.stageId === id)
      .sort((a, b) => (a.rank === b.rank ? a.number - b.number : a.rank < b.rank ? -1 : 1))
      .map((one) => one.id),
  )

test('twenty who move cards at random at once end with one order that is the same in every read', {
  timeout: 180_000,
}, async () => {
  const { board, ids } = await filled('Busy', 40)
  /** Each actor has two items of their own, so that where they put them last is known. */
  const last = new Map<string, string>()
  const refused: string[] = []
  const act = async (actor: number) => {
    const random = randomFrom(900 + actor)
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
    for (let turn = 0; turn < 12; turn += 1) {
      const id = ids[actor * 2 + (turn % 2)]!
      const stageId = pick(board.stages).id
      const afterId = pick([undefined, null, pick(ids.filter((one) => one !== id))])
      try {
        await whoIs(actor)(work.move, { ids: [id], stageId, ...(afterId === undefined ? {} : { afterId }) })
        last.set(id, stageId)
      } catch (error) {
        refused.push(String(error))
      }
    }
  }
  await Promise.all(Array.from({ length: 20 }, (_, actor) => act(actor)))

  expect(refused).toEqual([])
  const items = await all(board)
  expect(items).toHaveLength(40)
  for (const item of items) if (last.has(item.id)) expect(item.stageId, item.title).toBe(last.get(item.id))
  const places = items.map((one) => `${one.stageId} ${one.rank}`)
  expect(new Set(places).size).toBe(places.length)
  const order = orderOf(items, board)
  for (const actor of [1, 2, 3]) expect(orderOf(await all(board, whoIs(actor)), board)).toEqual(order)
})

test('fifty who do everything at once lose no change, and no item stands twice', {
  timeout: 240_000,
}, async () => {
  const { board, ids } = await filled('Crowd', 50)
  const added: string[] = []
  const refused: string[] = []
  const titles = new Map<string, string>()
  const labels = new Map<string, Set<string>>()
  const act = async (actor: number) => {
    const random = randomFrom(7_000 + actor)
    const own = ids[actor]!
    const shared = ids[actor % 5]!
    for (let turn = 0; turn < 6; turn += 1) {
      const who = whoIs(actor + turn)
      const deeds = [
        async () => {
          const title = `Actor ${actor}, turn ${turn}`
          await who(work.edit, { ids: [own], patch: { title } })
          titles.set(own, title)
        },
        async () => {
          const label = `a${actor}t${turn}`
          if ((labels.get(shared)?.size ?? 0) >= 25) return
          labels.set(shared, (labels.get(shared) ?? new Set()).add(label))
          await who(work.edit, { ids: [shared], patch: {}, addLabels: [label] })
        },
        async () => {
          const stageId = board.stages[Math.floor(random() * 3)]!.id
          await who(work.move, {
            ids: [own],
            stageId,
            afterId: random() < 0.5 ? null : shared === own ? null : shared,
          })
        },
        async () => {
          added.push((await who(work.add, { title: `New of ${actor}`, boardId: board.id })).id)
        },
      ]
      await deeds[(actor + turn) % deeds.length]!().catch((error: unknown) => refused.push(String(error)))
    }
  }
  await Promise.all(Array.from({ length: 50 }, (_, actor) => act(actor)))

  expect(refused).toEqual([])
  const items = new Map((await all(board)).map((one) => [one.id, one]))
  expect(items.size).toBe(50 + added.length)
  for (const id of added) expect(items.has(id)).toBe(true)
  for (const [id, title] of titles) expect(items.get(id)?.title).toBe(title)
  for (const [id, set] of labels) expect(items.get(id)?.labels.toSorted()).toEqual([...set].sort())
  const places = [...items.values()].map((one) => `${one.stageId} ${one.rank}`)
  expect(new Set(places).size).toBe(places.length)
})
