import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { localOwner } from '../kernel/actor.ts'
import { perform } from '../kernel/perform.ts'
import type { Import } from '../modules/imports/contract.ts'
import { imports } from '../modules/imports/contract.ts'
import type { TestApp } from './app.ts'

/** Hand a file in through the front door; answers what was understood. */
export async function upload(test: TestApp, path: string, name = basename(path)) {
  const bytes = readFileSync(path)
  const file = new Blob([bytes]).stream()
  const { items } = await perform(
    test.app,
    imports.upload,
    { name },
    { actor: localOwner, via: 'test', file },
  )
  return items
}

/** Land files together and wait until each has landed or failed. */
export async function land(test: TestApp, paths: string[]): Promise<Import[]> {
  const ids: string[] = []
  for (const path of paths)
    for (const item of await upload(test, path)) if (item.status === 'ready') ids.push(item.id)
  await test.ask(imports.land, { ids })
  return settle(test, ids)
}

export async function settle(test: TestApp, ids: string[]): Promise<Import[]> {
  for (;;) {
    const all = await Promise.all(ids.map((id) => test.ask(imports.show, { id })))
    if (all.every((one) => !['landing', 'undoing'].includes(one.status))) return all
    await wait(50)
  }
}
