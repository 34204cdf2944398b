import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settled } from '../browser.ts'
import { type Demo, openDemo } from '../demo.ts'
import { figuresOf, type Heard, hear, whyNot } from '../explained.ts'

let server: Demo['server']
let page: Page
let heard: string[]
let close: Demo['close'] | undefined
beforeAll(async () => {
  ;({ server, page, heard, close } = await openDemo())
})
afterAll(() => close?.())

/** Charts are opened as tables, whose cells are what can be picked in the drawing. */
async function open(path: string): Promise<void> {
  await page.goto(`${server.url}${path}`)
  await settled(page)
  await page.waitForLoadState('networkidle')
  const twins = page.getByRole('button', { name: 'View as table' })
  for (let left = await twins.count(); left > 0; left = await twins.count()) await twins.first().click()
}

const drawer = () => page.getByRole('dialog')

/** Opens one figure, reads what its drawer says, closes it. */
async function explained(label: string): Promise<{ told: Heard | null; says: string }> {
  const button = page.locator('main').getByRole('button', { name: label, exact: true }).first()
  const told = await hear(page, () => button.click())
  const says = (await drawer().locator('p.text-2xl').first().textContent()) ?? ''
  await page.keyboard.press('Escape')
  await drawer().waitFor({ state: 'hidden' })
  return { told, says }
}

/** Things that have a page of their own, named by the first of a list. */
async function oneOf(list: string): Promise<string> {
  const answer = await (await page.request.get(`${server.url}/api${list}`)).json()
  return `${list}/${answer.items[0].id}`
}

/** A sale with a touch before it. */
async function creditedSale(): Promise<string> {
  const figure = encodeURIComponent(JSON.stringify({ of: 'totals', what: 'credited' }))
  const url = `${server.url}/api/attribution/explanation?limit=1&figure=${figure}`
  return (await (await page.request.get(url)).json()).items[0].id
}

const pages = [
  '/attribution?period=all',
  '/attribution?tab=journeys&period=all',
  '/attribution?tab=totals',
  '/attribution?tab=totals&learner=shapley',
  '/costs?period=all',
  '/return?period=all',
  '/forecast',
  '/forecast?tab=landing',
  '/changes',
  '/creative?period=all',
  '/metrics',
  '/metrics/leads',
  '/metrics/explore?period=all&metrics=leads,won_value,win_rate&by=channel',
  '/whiteboard',
  'a dashboard',
  'a won opportunity',
]

const addressOf = async (path: string): Promise<string> => {
  if (path === 'a dashboard') return `${await oneOf('/dashboards')}?period=all`
  if (path === 'a won opportunity') return `/opportunities/${encodeURIComponent(await creditedSale())}`
  return path
}

test.each(pages)('every sort of figure on %s opens Explain, and its rows or parts give it', async (path) => {
  await open(await addressOf(path))
  let sorts: Awaited<ReturnType<typeof figuresOf>> = []
  const find = async () => {
    sorts = await figuresOf(page, path.startsWith('/attribution'))
    return sorts.length
  }
  await expect.poll(find, { timeout: 20_000 }).toBeGreaterThan(0)
  const wrong: string[] = []
  for (const { sort, label } of sorts) {
    const { told, says } = await explained(label)
    const printed = label.slice(label.lastIndexOf(': ') + 2)
    const reason = told && whyNot(told)
    if (reason) wrong.push(`${sort} — ${label}: ${reason}`)
    const isRange = printed.includes(' – ')
    if (!isRange && numberOf(printed) !== null && !isClose(printed, says))
      wrong.push(`${sort} — ${label}: the drawer says ${says}`)
  }
  expect(wrong).toEqual([])
  expect(heard).toEqual([])
})

/** The number that a text prints, however its unit is said. */
function numberOf(text: string): number | null {
  const [found] = /[-−+±]?[^\d%]*[\d,]*\.?\d+/.exec(text) ?? []
  if (found === undefined) return null
  const size = Number(found.replaceAll(/[^\d.]/g, ''))
  return /[-−]/.test(found) ? -size : size
}

/** As far as the coarser of two texts is written out. */
function isClose(a: string, b: string): boolean {
  const [first, second] = [numberOf(a), numberOf(b)]
  if (first === null || second === null) return false
  const digits = (text: string) => /\.(\d+)/.exec(text)?.[1]?.length ?? 0
  return Math.abs(first - second) <= 0.5001 * 10 ** -Math.min(digits(a), digits(b))
}
