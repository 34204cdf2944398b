import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, settled } from './browser.ts'
import { found } from './northwind.ts'
import { dataFolder, type Started, start } from './program.ts'

let data: ReturnType<typeof dataFolder>
let server: Started
let browser: Browser
let first: Page
let second: Page
beforeAll(async () => {
  data = dataFolder()
  server = await start(data.path)
  browser = await openBrowser()
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  first = await context.newPage()
  await found(first, server.url)
  second = await context.newPage()
})
afterAll(async () => {
  await browser?.close()
  await server?.end()
  data.remove()
})

const post = async <T>(path: string, said: unknown): Promise<T> =>
  (await first.request.post(`${server.url}/api${path}`, { data: said })).json()
const read = async <T>(path: string): Promise<T> =>
  (await first.request.get(`${server.url}/api${path}`)).json()

/** Both open the form; the first saves; the second hears of it, cannot save over it, and goes on from there. */
async function inTurn(path: string, field: string, dialog: string, ready: (page: Page) => Promise<void>) {
  for (const page of [first, second]) {
    await page.goto(`${server.url}${path}`)
    await settled(page)
    await ready(page)
    await page.getByRole('textbox', { name: field }).waitFor()
  }
  const save = async (page: Page, words: string) => {
    await page.getByRole('textbox', { name: field }).fill(words)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
  }
  await save(first, 'from the first')
  await first.getByRole('dialog', { name: dialog }).waitFor({ state: 'hidden' })
  await second.getByText(/Ana Ribeiro changed this \w+ meanwhile/).waitFor()
  await save(second, 'from the second')
  await second.getByText(/Not saved\. What you typed is still here\./).waitFor()
  expect(await second.getByRole('textbox', { name: field }).inputValue()).toBe('from the second')

  await second.getByRole('button', { name: 'Load theirs' }).click()
  expect(await second.getByRole('textbox', { name: field }).inputValue()).toBe('from the first')
}

test('nobody saves over a cost that somebody else changed while the form was open', async () => {
  const cost = {
    kind: 'tool',
    minor: 10_000,
    currency: 'EUR',
    repeats: 'once',
    month: '2026-07',
    note: 'CRM',
  }
  const { id } = await post<{ id: string }>('/costs', cost)

  await inTurn(`/costs?show=${id}`, 'Note', 'Tool cost', async () => undefined)

  const kept = await read<{ items: { note: string }[] }>(`/costs?id=${id}`)
  expect(kept.items[0]?.note).toBe('from the first')
})

test('nobody saves over a dashboard that somebody else changed while the form was open', async () => {
  const tiles = [{ metric: 'leads', view: 'figure' }]
  const { id } = await post<{ id: string }>('/dashboards', { name: 'Monday', tiles })
  const kept = () => read<{ name: string; tiles: { id: string; title: string }[] }>(`/dashboards/${id}`)

  await inTurn(`/dashboards/${id}`, 'Name', 'Rename the dashboard', async (page) => {
    await page.getByRole('button', { name: 'More about this dashboard' }).click()
    await page.getByRole('menuitem', { name: 'Rename…' }).click()
  })
  expect((await kept()).name).toBe('from the first')

  const tile = (await kept()).tiles[0]?.id
  await inTurn(`/dashboards/${id}?tile=${tile}`, 'Title', 'Edit the tile', async () => undefined)
  expect((await kept()).tiles[0]?.title).toBe('from the first')
})
