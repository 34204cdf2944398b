import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call } from '../../src/kernel/client.ts'
import type { Asked, Route } from '../../src/kernel/contract.ts'
import { holderOf } from '../../src/kernel/lock.ts'
import { activity } from '../../src/modules/activity/contract.ts'
import { identity } from '../../src/modules/identity/contract.ts'
import { imports } from '../../src/modules/imports/contract.ts'
import { type Board, work } from '../../src/modules/work/contract.ts'
import { operations } from '../../src/server/operations/contract.ts'
import { plainStages } from '../../src/test/work.ts'
import { dataFolder, type Started, start } from '../program.ts'

const rounds = 30
const rowsPerFile = 4_000
const longestLife = 800

let data: ReturnType<typeof dataFolder>
let server: Started
beforeAll(() => {
  data = dataFolder()
})
afterAll(async () => {
  await server?.end()
  data.remove()
})

/** What the server said yes to; after any crash all of it must still be there. */
const acknowledged = {
  words: new Map<string, string>(),
  uploads: new Set<string>(),
  landings: new Set<string>(),
  /** Items by their ids, with the stage they were moved to last. */
  items: new Map<string, string>(),
}

function ask<R extends Route>(route: R, input: Asked<R>, file?: Blob) {
  const headers = { authorization: `Bearer local-${holderOf(data.path)?.secret}` }
  return call(route, input, { base: server.url, headers, ...(file ? { file } : {}) })
}

/** People of our own making; files of different rounds share half of them, so that rows are updated as well. */
function contacts(round: number): Blob {
  const lines = ['Record ID,First Name,Last Name,Email,Create Date,Lifecycle Stage']
  for (let n = 0; n < rowsPerFile; n += 1) {
    const id = n + (round % 2) * (rowsPerFile / 2)
    lines.push(`${id},Ada${id},Round${round},ada${id}@kill.example,2025-03-${10 + (id % 15)} 09:30,lead`)
  }
  return new Blob([lines.join('\n')])
}

async function sayWords(round: number, until: () => boolean): Promise<void> {
  for (let n = 0; !until(); n += 1) {
    const [raw, value] = [`word ${round}.${n}`, `Channel ${round}`]
    const done = await ask(imports.setWord, { kind: 'channel', raw, value }).catch(() => undefined)
    if (done) acknowledged.words.set(raw, value)
    // Slower than the limit on changes, which would refuse the imports as well.
    await wait(done ? 180 : 10)
  }
}

/** The board of this test, set up by whoever founds the organisation. */
async function openBoard(): Promise<Board> {
  const [known] = (await ask(work.boards, {})).items
  if (known) return known
  const organisation = {
    ...{ name: 'Northwind Instruments', currency: 'EUR', timeZone: 'Europe/Berlin', fiscalStartMonth: 2 },
    ...{ weekStart: 1, fiscalPattern: 'calendar' as const },
  }
  const director = {
    name: 'Ana Ribeiro',
    email: 'ana@northwind.example',
    password: 'sunny-harbour-ana',
    title: '',
  }
  await ask(identity.setup, { organisation, director })
  const { people } = await ask(identity.people, {})
  return ask(work.addBoard, { name: 'Room', ownerId: people[0]?.id ?? '', stages: plainStages })
}

/** A move that was not answered may have happened or not: only what was acknowledged is remembered, and moved no more. */
async function doWork(board: Board, until: () => boolean): Promise<void> {
  for (let n = 0; !until(); n += 1) {
    const stage = board.stages[n % board.stages.length]
    const item = await ask(work.add, { title: `Piece ${n}`, boardId: board.id }).catch(() => undefined)
    if (item) acknowledged.items.set(item.id, '')
    await wait(item ? 180 : 10)
    if (!item || !stage || until()) continue
    const moved = await ask(work.move, { ids: [item.id], stageId: stage.id, afterId: null }).catch(
      () => undefined,
    )
    if (moved) acknowledged.items.set(item.id, stage.id)
    await wait(moved ? 180 : 10)
  }
}

async function proveItems(round: number): Promise<void> {
  const { items } = await ask(work.items, { limit: 2000 })
  const found = new Map(items.map((one) => [one.id, one.stageId]))
  for (const [id, stageId] of acknowledged.items) {
    expect(found.has(id), `item ${id}, round ${round}`).toBe(true)
    if (stageId) expect(found.get(id), `item ${id}, round ${round}`).toBe(stageId)
  }
  const places = items.map((one) => `${one.stageId} ${one.rank}`)
  expect(new Set(places).size).toBe(places.length)
}

async function importOne(round: number): Promise<void> {
  const { items } = await ask(imports.upload, { name: `contacts-${round}.csv` }, contacts(round))
  const ids = items.map((one) => one.id)
  for (const id of ids) acknowledged.uploads.add(id)
  expect(items.map((one) => one.status)).toEqual(['ready'])
  await ask(imports.land, { ids })
  for (const id of ids) acknowledged.landings.add(id)
}

async function settled() {
  for (;;) {
    const { items } = await ask(imports.list, { limit: 500 })
    if (items.every((one) => one.status !== 'landing')) return items
    await wait(50)
  }
}

async function proveConsistent(round: number): Promise<void> {
  const items = await settled()
  const byId = new Map(items.map((one) => [one.id, one]))
  for (const id of acknowledged.uploads) expect(byId.has(id), `upload ${id}, round ${round}`).toBe(true)
  for (const id of acknowledged.landings) expect(byId.get(id)?.status, `round ${round}`).toBe('landed')
  for (const one of items) {
    const { total } = await ask(imports.rows, { id: one.id, limit: 1 })
    expect(total, `${one.file}, ${one.status}, round ${round}`).toBe(
      one.status === 'landed' ? rowsPerFile : 0,
    )
  }
  const words = new Map((await ask(imports.vocabulary, {})).items.map((one) => [one.raw, one.value]))
  for (const [raw, value] of acknowledged.words) expect(words.get(raw), raw).toBe(value)
  await proveItems(round)
  const health = await ask(operations.doctor, {})
  expect(health.findings.filter((one) => !one.ok)).toEqual([])
  expect(await ask(activity.chain, {})).toMatchObject({ broken: null })
}

/** Every other round at any moment; the others while an acknowledged landing is under way. */
async function momentOfDeath(round: number): Promise<void> {
  const before = acknowledged.landings.size
  const isLanding = () => round % 2 === 1 && acknowledged.landings.size === before
  for (let waited = 0; isLanding() && waited < 20_000; waited += 10) await wait(10)
  await wait(Math.random() * longestLife)
}

test('thirty kills at random moments of imports and commands end in a consistent state', {
  timeout: 900_000,
}, async () => {
  for (let round = 0; round < rounds; round += 1) {
    server = await start(data.path)
    if (round > 0) await proveConsistent(round)

    let isDead = false
    const board = await openBoard()
    const talking = Promise.allSettled([
      importOne(round),
      sayWords(round, () => isDead),
      doWork(board, () => isDead),
    ])
    await momentOfDeath(round)
    await server.end('SIGKILL')
    isDead = true
    await talking
  }
  server = await start(data.path)
  await proveConsistent(rounds)
  const { landings, words, items } = acknowledged
  console.log(
    `${rounds} kills: ${landings.size} acknowledged landings and ${words.size + items.size} commands are all there.`,
  )
  expect(landings.size).toBeGreaterThan(rounds / 3)
})
