import { openBrowser } from '../e2e/browser.ts'
import { found } from '../e2e/northwind.ts'
import { call } from '../src/kernel/client.ts'
import type { Asked, Out, Route } from '../src/kernel/contract.ts'
import { identity } from '../src/modules/identity/contract.ts'
import { type Board, work } from '../src/modules/work/contract.ts'
import { folder, millis, quantile, say, timed, title } from './ground.ts'
import { build, quiet, type Server, startServer, stopServer } from './server.ts'
import { crowding } from './work-crowd.ts'
import { fillItems, onBoard } from './work-fill.ts'
import { boardInBrowser } from './work-pages.ts'

const all = 20_000
const rounds = 40
const freely = { FULLSCORE_WRITES_PER_MINUTE: '10000000' }

export const ask = <R extends Route>(server: Server, route: R, input: Asked<R>): Promise<Out<R>> =>
  call(route, input, { base: server.url, headers: server.headers })

/** 20,000 items, 300 of them on the board that is opened: each action by the API, in a browser, and by fifty people at once. */
export async function working(flags: Set<string>): Promise<void> {
  build()
  const data = folder('work')
  const browser = await openBrowser()
  let server = await startServer(data, freely)
  try {
    const page = await browser.newPage({ viewport: { width: 1600, height: 900 } })
    await found(page, server.url)
    const boards = await twoBoards(server)
    const { people } = await ask(server, identity.people, {})
    await stopServer(server)
    const filled = await timed(() =>
      fillItems(
        data,
        boards,
        all,
        people.map((one) => one.id),
      ),
    )
    server = await startServer(data, freely)
    title(
      `Work: ${all.toLocaleString('en')} items, ${onBoard} on the board (brought in at ${Math.round(all / (filled.ms / 1000))} a second)`,
    )
    await byApi(server, boards)
    await boardInBrowser(page, server.url, boards[0])
    // What shows the board takes a processor of its own; those who work do so from elsewhere.
    await page.close()
    await crowding(server, boards[0], minutesOf(flags))
  } finally {
    await browser.close()
    await quiet()
    await stopServer(server)
  }
}

const minutesOf = (flags: Set<string>): number =>
  Number([...flags].find((flag) => flag.startsWith('--minutes='))?.split('=')[1] ?? 10)

async function twoBoards(server: Server): Promise<[Board, Board]> {
  const { people } = await ask(server, identity.people, {})
  const stages: Asked<typeof work.addBoard>['stages'] = [
    { name: 'To do', kind: 'waiting' },
    { name: 'Doing', kind: 'active' },
    { name: 'Review', kind: 'active' },
    { name: 'Done', kind: 'done' },
  ]
  const add = (name: string) => ask(server, work.addBoard, { name, ownerId: people[0]!.id, stages })
  return [await add('Room'), await add('Archive')]
}

async function byApi(server: Server, [room, archive]: [Board, Board]): Promise<void> {
  title(`By HTTP, one caller, p50, p95 and p99 of ${rounds} after two`)
  const [todo, doing] = room.stages.map((one) => one.id) as [string, string]
  const here = await ask(server, work.items, { boardId: room.id, limit: 2000 })
  const many = (await ask(server, work.items, { boardId: archive.id, limit: 1000 })).items.map(
    (one) => one.id,
  )
  const first = here.items.find((one) => one.stageId === todo)!
  let last: string | null = null
  const bulk = async (round: number) => {
    const patch = { priority: round % 2 === 0 ? ('high' as const) : ('low' as const) }
    last = (await ask(server, work.edit, { ids: many, patch, addLabels: [`round ${round}`] })).changeId
  }
  say(
    'list: the 300 of the board',
    await often(rounds, () => ask(server, work.items, { boardId: room.id, limit: 2000 })),
  )
  say('list: 200 of all, by due day', await often(rounds, () => ask(server, work.items, { sort: 'due' })))
  say(
    'create',
    await often(rounds, (round) => ask(server, work.add, { title: `New ${round}`, boardId: room.id })),
  )
  say(
    'move to another stage',
    await often(rounds, (round) =>
      ask(server, work.move, { ids: [first.id], stageId: round % 2 ? todo : doing, afterId: null }),
    ),
    '< 100 ms',
  )
  say(
    'edit one field',
    await often(rounds, (round) =>
      ask(server, work.edit, { ids: [first.id], patch: { title: `Round ${round}` } }),
    ),
  )
  say('bulk edit of 1,000', await often(8, bulk), '< 2,000 ms')
  say('its undo', await often(1, () => ask(server, work.undo, { id: last! }), 0), '< 2,000 ms')
}

/** p50, p95 and p99 of many rounds, after those that warm up. */
export async function often(
  many: number,
  act: (round: number) => Promise<unknown>,
  warm = 2,
): Promise<string> {
  const took: number[] = []
  for (let round = -warm; round < many; round += 1) {
    const { ms } = await timed(() => act(round + warm))
    if (round >= 0) took.push(ms)
  }
  return [0.5, 0.95, 0.99].map((p) => millis(quantile(took, p))).join(', ')
}
