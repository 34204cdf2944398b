import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen, openBrowser, seriousFindings, settled } from './browser.ts'
import { dataFolder, fullscore, type Started, start } from './program.ts'

let data: ReturnType<typeof dataFolder>
let server: Started
let browser: Browser
let page: Page
let heard: string[]
beforeAll(async () => {
  data = dataFolder()
  const file = join(data.path, 'contacts.csv')
  const lines = ['Record ID,First Name,Last Name,Email,Create Date,Lifecycle Stage']
  for (let n = 1; n <= 200; n += 1)
    lines.push(`${n},Ada${n},Bright,ada${n}@north.example,2025-0${1 + (n % 6)}-1${n % 9} 09:30,lead`)
  writeFileSync(file, lines.join('\n'))
  server = await start(data.path)
  await fullscore(['import', file, '--data', data.path])
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  heard = listen(page)
})
afterAll(async () => {
  await browser?.close()
  await server?.end()
  data.remove()
})

test('a first visitor creates the organisation and is signed in as its director', async () => {
  await page.goto(server.url)
  await page.waitForURL('**/welcome')
  expect(await seriousFindings(page)).toEqual([])
  await page.getByLabel('Your name').fill('Ana Ribeiro')
  await page.getByLabel('Your e-mail').fill('ana@northwind.example')
  await page.getByRole('textbox', { name: 'Password' }).fill('sunny-harbour-quartet')
  await page.locator('form input').first().fill('Northwind Instruments')
  await page.getByRole('button', { name: 'Create the organisation' }).click()
  await page.waitForURL(`${server.url}/`)
  await settled(page)
  expect(await page.locator('nav a').count()).toBeGreaterThan(3)
  // Until now the page was told that nobody is signed in, which a browser prints as an error.
  heard.length = 0
})

test('every page that links lead to opens without an error and without a serious obstacle', async () => {
  const seen = new Map<string, string>()
  const waiting = ['/']
  const obstacles: string[] = []
  for (let path = waiting.shift(); path !== undefined && seen.size < 60; path = waiting.shift()) {
    const kind = kindOf(path)
    if (seen.has(kind)) continue
    seen.set(kind, path)
    await page.goto(`${server.url}${path}`)
    await settled(page)
    obstacles.push(...(await seriousFindings(page)))
    waiting.push(...(await linksOn(page)))
  }
  expect(obstacles).toEqual([])
  expect(heard).toEqual([])
  expect(seen.size).toBeGreaterThan(8)
})

test('pages keep without obstacle in the dark and on a narrow screen', async () => {
  const obstacles: string[] = []
  for (const [colorScheme, width] of [
    ['dark', 1280],
    ['light', 390],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 844 })
    const insights = [
      '/funnel?period=all',
      '/opportunities?tab=why&period=all',
      '/vocabulary',
      '/forecast',
      '/changes',
      '/return',
      '/return?chart=points',
      '/costs',
      '/signatures',
      '/budget',
      '/budget/requests',
      '/budget/orders',
      '/budget/invoices',
      '/campaigns',
      '/campaigns/new',
      '/campaigns/links',
      '/campaigns/links?tab=terms',
      '/templates',
      '/templates/new',
      '/back-up-plans',
      '/settings/fields',
      '/settings/fields?show=new',
      '/whiteboard',
      '/dashboards',
      '/metrics/leads',
      '/creative',
      '/vision',
      '/vision?edit=1',
      '/goals',
      '/goals?show=new',
      '/kpis',
      '/kpis/new',
    ]
    for (const path of ['/', '/imports', '/people', '/roles', ...insights, ...tabsOfAttribution]) {
      await page.goto(`${server.url}${path}`)
      await settled(page)
      obstacles.push(...(await seriousFindings(page)).map((one) => `${colorScheme} ${width}: ${one}`))
      const wide = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
      if (Number(wide) > 0) obstacles.push(`${path} is ${wide} px too wide at ${width}`)
    }
  }
  expect(obstacles).toEqual([])
})

test('a figure, a cell and a point of a chart each explain themselves down to their own rows', async () => {
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
    await page.getByRole('dialog', { name: 'Add a tile' }).waitFor({ state: 'hidden' })
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

const tabsOfAttribution = ['credit', 'journeys', 'totals', 'settings'].map((tab) => `/attribution?tab=${tab}`)

/** Pages of single things are one kind: `/people/per_01…` is `/people/$id`. */
const kindOf = (path: string): string => path.replace(/\/[a-z]{2,4}_[0-9a-z]{10,}/g, '/$id')

async function linksOn(from: Page): Promise<string[]> {
  const links = await from
    .locator('a[href^="/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
  return links.map((one) => one.split(/[?#]/)[0] as string).filter((one) => !one.startsWith('/api'))
}
