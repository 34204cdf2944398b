import { afterAll, beforeAll, expect, test } from 'vitest'
import { call } from '../../src/kernel/client.ts'
import type { Asked, Out, Route } from '../../src/kernel/contract.ts'
import { holderOf } from '../../src/kernel/lock.ts'
import { identity } from '../../src/modules/identity/contract.ts'
import { work } from '../../src/modules/work/contract.ts'
import { plainStages } from '../../src/test/work.ts'
import { openBrowser } from '../browser.ts'
import { crowd } from '../crowd.ts'
import { found } from '../northwind.ts'
import { dataFolder, type Started, start } from '../program.ts'

let data: ReturnType<typeof dataFolder>
let server: Started
beforeAll(async () => {
  data = dataFolder()
  // All fifty knock with one key here, which by itself may not change that much.
  server = await start(data.path, ['--port', '0'], { FULLSCORE_WRITES_PER_MINUTE: '100000' })
  const browser = await openBrowser()
  await found(await browser.newPage(), server.url)
  await browser.close()
})
afterAll(async () => {
  await server?.end()
  data.remove()
})

const ask = <R extends Route>(route: R, input: Asked<R>): Promise<Out<R>> =>
  call(route, input, {
    base: server.url,
    headers: { authorization: `Bearer local-${holderOf(data.path)?.secret}` },
  })

test('fifty people work on one board for a minute: nothing acknowledged is lost, no two items have one place', {
  timeout: 180_000,
}, async () => {
  const { people } = await ask(identity.people, {})
  const board = await ask(work.addBoard, { name: 'Room', ownerId: people[0]!.id, stages: plainStages })
  for (let at = 0; at < 50; at += 1) await ask(work.add, { title: `Work ${at}`, boardId: board.id })

  const { took, refusals, lost, twins } = await crowd(ask, board, 1)

  expect({ refusals, lost, twins }).toEqual({ refusals: [], lost: [], twins: 0 })
  expect(Object.values(took).flat().length).toBeGreaterThan(500)
})
