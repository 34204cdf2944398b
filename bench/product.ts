import { openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { localOwner } from '../src/kernel/actor.ts'
import type { App } from '../src/kernel/app.ts'
import { readConfig } from '../src/kernel/config.ts'
import type { Asked, Out, Route } from '../src/kernel/contract.ts'
import { perform } from '../src/kernel/perform.ts'
import { imports } from '../src/modules/imports/contract.ts'
import { freshen } from '../src/modules/imports/server/index.ts'
import { openApp } from '../src/server/open.ts'
import { timed } from './ground.ts'

const as = { actor: localOwner, via: 'bench' }

export type Landed = {
  inspect: number
  land: number
  marts: number
  rows: number
  cpu: { unified: number; marts: number }
}

export const openProduct = (data: string) =>
  openApp(readConfig({ ...process.env, FULLSCORE_DATA: data, LOG_LEVEL: 'error' }))

/** Ask through the front door. */
export const ask = <R extends Route>(app: App, route: R, input: Asked<R>): Promise<Out<R>> =>
  perform(app, route, input, as)

export async function upload(app: App, path: string) {
  const file = (await openAsBlob(path)).stream() as ReadableStream<Uint8Array>
  const { items } = await perform(app, imports.upload, { name: basename(path) }, { ...as, file })
  return items
}

/** A first file with headings that no source has is mapped by its proposal, and the mapping is kept for the next. */
export async function teach(app: App, path: string): Promise<void> {
  const [one] = await upload(app, path)
  if (one?.status === 'unknown' && one.mapping)
    await ask(app, imports.correct, { id: one.id, mapping: one.mapping, saveAs: 'bench' })
}

/** From the file to landed rows, and on to fresh figures; milliseconds. */
export async function landFiles(app: App, paths: string[]): Promise<Landed> {
  const ids: string[] = []
  const inspected = await timed(async () => {
    for (const path of paths)
      for (const one of await upload(app, path)) {
        if (one.status === 'ready') ids.push(one.id)
        else if (one.status !== 'not_used') throw new Error(`${one.file} is ${one.status}: ${one.reason}`)
      }
  })
  let rows = 0
  const landed = await timed(async () => {
    await ask(app, imports.land, { ids })
    for (const id of ids) rows += await rowsOnceLanded(app, id)
  })
  const fresh = await timed(() => freshen(app))
  return {
    inspect: inspected.ms,
    land: landed.ms,
    marts: fresh.ms,
    rows,
    cpu: { unified: inspected.cpu + landed.cpu, marts: fresh.cpu },
  }
}

async function rowsOnceLanded(app: App, id: string): Promise<number> {
  for (;;) {
    const one = await ask(app, imports.show, { id })
    if (one.status === 'failed') throw new Error(`${one.file}: ${one.reason}`)
    if (one.status === 'landed') return one.counts?.new ?? 0
    await wait(10)
  }
}
