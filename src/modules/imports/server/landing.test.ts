import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { warehouse } from '../../../engine/port.ts'
import { startTestApp, type TestApp } from '../../../test/app.ts'
import { land, settle, upload } from '../../../test/imports.ts'
import { imports } from '../contract.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

const visits = (name: string, ...days: number[]): string => {
  const path = join(app.folder, name)
  const rows = days.map((day) => `ada@firm.example,2025-03-0${day} 10:00:00,Email,visit`)
  writeFileSync(path, `${['email,time,channel,kind', ...rows].join('\n')}\n`)
  return path
}
const counted = async () => {
  const rows = await app.app.services
    .use(warehouse)
    .query<{ at: string }>('select "at" from mapped.touch where is_current order by 1')
  return rows.map((row) => Number(row.at.slice(8, 10)))
}

test('touches without an identifier are told apart by what they say, and come back when an undo takes away what replaced them', async () => {
  const [first] = await upload(app, visits('march.csv', 1, 2, 3))
  await app.ask(imports.correct, { id: first!.id, mapping: first!.mapping!, saveAs: 'visits' })
  await app.ask(imports.land, { ids: [first!.id] })
  await settle(app, [first!.id])

  const [second] = await land(app, [visits('march-and-later.csv', 2, 3, 4)])
  expect(second).toMatchObject({ status: 'landed', counts: { new: 1, unchanged: 2, updated: 0 } })
  expect(await counted()).toEqual([1, 2, 3, 4])

  await app.ask(imports.undo, { id: second!.id })
  await settle(app, [second!.id])
  expect(await counted()).toEqual([1, 2, 3])
})
