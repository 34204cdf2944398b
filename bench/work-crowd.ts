import { setTimeout as wait } from 'node:timers/promises'
import { call } from '../src/kernel/client.ts'
import type { Asked, Out, Route } from '../src/kernel/contract.ts'
import { randomFrom } from '../src/methods/random.ts'
import { type Board, type Item, work } from '../src/modules/work/contract.ts'
import { millis, quantile, say, timed, title } from './ground.ts'
import type { Server } from './server.ts'

const people = 50
/** Between two deeds somebody looks and thinks for so long on average. */
const pauseMs = 2000

type Told = { list: number[]; move: number[]; edit: number[]; create: number[] }

/** Fifty at once list, move, edit and create for some minutes; at the end everything that was acknowledged is looked for. */
export async function crowd(server: Server, board: Board, minutes: number): Promise<void> {
  title(
    `${people} people at once for ${minutes} minutes, each with a pause of ${pauseMs / 1000} s between deeds`,
  )
  const ask = <R extends Route>(route: R, input: Asked<R>): Promise<Out<R>> =>
    call(route, input, { base: server.url, headers: server.headers })
  const all = async () => (await ask(work.items, { boardId: board.id, limit: 2000 })).items
  const own = (await all()).slice(0, people)
  const told: Told = { list: [], move: [], edit: [], create: [] }
  const [added, titles, places] = [new Set<string>(), new Map<string, string>(), new Map<string, string>()]
  let refused = 0
  const until = Date.now() + minutes * 60_000
  const live = async (item: Item, actor: number) => {
    const random = randomFrom(actor + 1)
    const deeds: [keyof Told, () => Promise<unknown>][] = [
      ['list', () => ask(work.items, { boardId: board.id, limit: 2000 })],
      [
        'move',
        async () => {
          const stageId = board.stages[Math.floor(random() * 3)]!.id
          await ask(work.move, {
            ids: [item.id],
            stageId,
            afterId: random() < 0.5 ? null : own[Math.floor(random() * people)]!.id,
          })
          places.set(item.id, stageId)
        },
      ],
      [
        'edit',
        async () => {
          const title = `By ${actor} at ${Date.now()}`
          await ask(work.edit, { ids: [item.id], patch: { title } })
          titles.set(item.id, title)
        },
      ],
      [
        'create',
        async () => void added.add((await ask(work.add, { title: `Of ${actor}`, boardId: board.id })).id),
      ],
    ]
    while (Date.now() < until) {
      await wait(random() * 2 * pauseMs)
      const at = [0, 0, 0, 1, 1, 1, 2, 2, 3][Math.floor(random() * 9)]!
      const [name, act] = deeds[at]!
      const { ms, out } = await timed(() =>
        act().then(
          () => true,
          () => false,
        ),
      )
      if (out) told[name].push(ms)
      else refused += 1
    }
  }
  await Promise.all(own.map(live))

  for (const [name, took] of Object.entries(told))
    say(
      `${name}, ${took.length} times: p50, p95, p99`,
      [0.5, 0.95, 0.99].map((p) => millis(quantile(took, p))).join(', '),
      'p99 < 250 ms',
    )
  const found = new Map((await all()).map((one) => [one.id, one]))
  const lost =
    [...titles].filter(([id, title]) => found.get(id)?.title !== title).length +
    [...places].filter(([id, stageId]) => found.get(id)?.stageId !== stageId).length +
    (found.size < 2000 ? [...added].filter((id) => !found.has(id)).length : 0)
  const ranks = [...found.values()].map((one) => `${one.stageId} ${one.rank}`)
  say('refused or failed', String(refused), '0')
  say('acknowledged and lost', String(lost), '0')
  say('places that two items have', String(ranks.length - new Set(ranks).size), '0')
}
