import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousFindings, settled } from './browser.ts'
import { type Northwind, openNorthwind } from './northwind.ts'

let northwind: Northwind
beforeAll(async () => {
  northwind = await openNorthwind()
})
afterAll(() => northwind?.close())

test('a figure, a cell and a point of a chart each explain themselves down to their own rows', async () => {
  const { server, page } = northwind
  await page.setViewportSize({ width: 1280, height: 900 })
  const behind = page.getByRole('heading', { name: /^Rows behind it/ })
  const explained = async (open: () => Promise<void>) => {
    await open()
    await behind.waitFor()
    const [rows] = /[\d,]+/.exec((await behind.textContent()) ?? '') ?? []
    await page.keyboard.press('Escape')
    await behind.waitFor({ state: 'hidden' })
    return rows
  }
  const press = (name: RegExp) => () => page.getByRole('button', { name }).first().click()

  await page.goto(`${server.url}/funnel?period=all&by=channel`)
  expect(await explained(press(/^Explain Reached Lead: 200/))).toBe('200')
  expect(await explained(press(/^Explain Lead to MQL/))).toBe('200')
  await page.goto(`${server.url}/metrics/explore?period=all&metrics=leads&grain=month`)
  expect(await explained(press(/^Explain Leads: 33/))).toBe('33')
  await page.getByRole('button', { name: 'View as table' }).click()
  expect(await explained(press(/^Explain Leads, 2025-02/))).toBe('34')
})

test('a dashboard is made, filled, rearranged with the keyboard and undone', async () => {
  const { server, page } = northwind
  await page.goto(`${server.url}/dashboards?show=new`)
  await page.getByRole('textbox', { name: 'Name' }).fill('Monday')
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await page.waitForURL('**/dashboards/dsh_*')
  const add = async (metric: string) => {
    await page.getByRole('button', { name: 'Add a tile' }).first().click()
    await page.getByRole('combobox', { name: 'Metric' }).fill(metric)
    await page
      .getByRole('option', { name: new RegExp(`^${metric}\\s*\\w*$`) })
      .first()
      .click()
    await page.getByRole('button', { name: 'Add the tile' }).click()
    const form = page.getByRole('dialog', { name: 'Add a tile' })
    await form.waitFor({ state: 'hidden' }).catch(async () => {
      throw new Error(`The form stays open and says: ${await form.textContent()}`)
    })
  }
  await add('Leads')
  await add('Win rate')
  const titles = () => page.locator('main li h2').allTextContents()
  await settled(page)
  expect(await titles()).toEqual(['Leads', 'Win rate'])
  await page.getByRole('button', { name: 'More about win rate' }).focus()
  for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowLeft']) await page.keyboard.press(`Alt+${key}`)
  expect(await titles()).toEqual(['Win rate', 'Leads'])
  await page.waitForTimeout(1500)
  expect(await titles()).toEqual(['Win rate', 'Leads'])
  await slowly(page, async () => {
    await page.keyboard.press('Alt+ArrowRight')
    await page.waitForTimeout(1000)
    await page.keyboard.press('Alt+ArrowLeft')
    for (let look = 0; look < 15; look += 1) {
      expect(await titles()).toEqual(['Win rate', 'Leads'])
      await page.waitForTimeout(100)
    }
  })
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect.poll(titles).toEqual(['Leads', 'Win rate'])
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 })
    await settled(page)
    expect(await seriousFindings(page)).toEqual([])
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${page.url()}?period=all`)
  await page.getByRole('button', { name: /^Explain Leads: 200/ }).click()
  await page.getByRole('heading', { name: /^Rows behind it · 200/ }).waitFor()
})

/** What a person sees of a dashboard while every answer about it takes 600 ms. */
async function slowly(page: Page, work: () => Promise<void>): Promise<void> {
  await page.route('**/dashboards/dsh_*', async (asked) => {
    await page.waitForTimeout(600)
    await asked.continue()
  })
  await work()
  await page.unrouteAll({ behavior: 'wait' })
}
