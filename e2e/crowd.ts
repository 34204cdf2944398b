import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import type { Asked, Out, Route } from '../src/kernel/contract.ts'
import { randomFrom } from '../src/methods/random.ts'
import { type Board, type Item, work } from '../src/modules/work/contract.ts'

const people = 50
/** Between two deeds somebody looks and thinks for so long on average. */
const pauseMs = 2000
/** Out of nine deeds so many are of each kind. */
const deeds = ['list', 'list', 'list', 'move', 'move', 'edit', 'edit', 'create', 'finish'] as const

type Ask = <R extends Route>(route: R, input: Asked<R>) => Promise<Out<R>>
type Deed = (typeof deeds)[number]
/** What the server said yes to. */
type Acknowledged = { added: Set<string>; titles: Map<string, string>; places: Map<string, string> }
export type Crowd = { took: Record<Deed, number[]>; refusals: string[]; lost: string[]; twins: number }

/** Fifty at once list, move, edit, create and finish on a board; at the end everything that was acknowledged is looked for. */
export async function crowd(ask: Ask, board: Board, minutes: number): Promise<Crowd> {
  const all = async () => (await ask(work.items, { boardId: board.id, limit: 2000 })).items
  const own = (await all()).slice(0, people)
  if (own.length < people) throw new Error(`The board has ${own.length} items; each of ${people} takes one.`)
  const took: Crowd['took'] = { list: [], move: [], edit: [], create: [], finish: [] }
  const said: Acknowledged = { added: new Set(), titles: new Map(), places: new Map() }
  const refusals: string[] = []
  const until = Date.now() + minutes * 60_000
  const live = async (item: Item, actor: number) => {
    const random = randomFrom(actor + 1)
    const begun: string[] = []
    const deed = deedsOf(ask, { board, item, actor, random, own, said, begun })
    while (Date.now() < until) {
      await wait(random() * 2 * pauseMs)
      const wish = deeds[Math.floor(random() * deeds.length)]!
      const name = wish === 'create' || wish === 'finish' ? next(begun) : wish
      const began = performance.now()
      await deed[name]().then(
        () => took[name].push(performance.now() - began),
        (fault: Error) => refusals.push(`${name}: ${fault.message}`),
      )
    }
  }
  await Promise.all(own.map(live))
  return { took, refusals, ...missed(await all(), said) }
}

type Person = {
  board: Board
  item: Item
  actor: number
  random: () => number
  own: readonly Item[]
  said: Acknowledged
  /** What this person has begun and not finished: one thing at a time, so that the board stays as long as it is. */
  begun: string[]
}

const deedsOf = (
  ask: Ask,
  { board, item, actor, random, own, said, begun }: Person,
): Record<Deed, () => Promise<unknown>> => ({
  // As the page of a board asks: all that is open, and of what is done the newest.
  list: () =>
    Promise.all([
      ask(work.items, { boardId: board.id, stageKinds: ['waiting', 'active'], limit: 2000 }),
      ask(work.items, { boardId: board.id, stageKinds: ['done'], limit: 50, sort: 'entered', isDown: true }),
    ]),
  move: async () => {
    const open = board.stages.filter((one) => one.kind !== 'done')
    const stageId = open[Math.floor(random() * open.length)]!.id
    const afterId = random() < 0.5 ? null : own[Math.floor(random() * people)]!.id
    await ask(work.move, { ids: [item.id], stageId, afterId })
    said.places.set(item.id, stageId)
  },
  edit: async () => {
    const title = `By ${actor} at ${Date.now()}`
    await ask(work.edit, { ids: [item.id], patch: { title } })
    said.titles.set(item.id, title)
  },
  create: async () => {
    const { id } = await ask(work.add, { title: `Of ${actor}`, boardId: board.id })
    said.added.add(id)
    begun.push(id)
  },
  finish: async () => {
    const id = begun.pop()!
    const stageId = board.stages.find((one) => one.kind === 'done')!.id
    await ask(work.move, { ids: [id], stageId, afterId: null })
    said.places.set(id, stageId)
  },
})

const next = (begun: readonly string[]): Deed => (begun.length === 0 ? 'create' : 'finish')

/** What was acknowledged and is not so, and places that two items have. */
function missed(all: readonly Item[], said: Acknowledged): Pick<Crowd, 'lost' | 'twins'> {
  const found = new Map(all.map((one) => [one.id, one]))
  const ranks = all.map((one) => `${one.stageId} ${one.rank}`)
  return {
    lost: [
      ...[...said.titles]
        .filter(([id, title]) => found.get(id)?.title !== title)
        .map(([id]) => `title of ${id}`),
      ...[...said.places]
        .filter(([id, stage]) => found.get(id)?.stageId !== stage)
        .map(([id]) => `place of ${id}`),
      // More than a list holds cannot be looked for.
      ...(all.length < 2000 ? [...said.added].filter((id) => !found.has(id)).map((id) => `item ${id}`) : []),
    ],
    twins: ranks.length - new Set(ranks).size,
  }
}
