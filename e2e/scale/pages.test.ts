import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousFindings } from '../browser.ts'
import { type Northwind, openNorthwind } from '../northwind.ts'
import { walk } from '../walk.ts'

let northwind: Northwind
beforeAll(async () => {
  northwind = await openNorthwind()
})
afterAll(() => northwind?.close())

test('every page of a young organisation opens without an error and without a serious obstacle', {
  timeout: 900_000,
}, async () => {
  const { server, page, heard } = northwind
  const obstacles: string[] = []
  const seen = await walk([page], server.url, async (page) => {
    obstacles.push(...(await seriousFindings(page)))
  })
  expect(obstacles).toEqual([])
  expect(heard).toEqual([])
  expect(seen.size).toBeGreaterThan(30)
})
