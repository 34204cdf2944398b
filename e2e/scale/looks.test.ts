import type { RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen, seriousFindings } from '../browser.ts'
import { type Demo, openDemo } from '../demo.ts'
import { walk } from '../walk.ts'

/** What no plain link leads to: tabs, open dialogs, other charts. */
const paths = [
  '/funnel?period=all',
  '/opportunities?tab=why&period=all',
  '/return?chart=points',
  '/optimiser?outcome=ad_conversions',
  '/optimiser?outcome=ad_conversions&tab=curves',
  '/campaigns/links?tab=terms',
  '/launches?tab=list',
  '/launches?show=new',
  '/agencies?show=new',
  '/vision?edit=1',
  '/goals?show=new',
  ...['credit', 'journeys', 'totals', 'settings'].map((tab) => `/attribution?tab=${tab}`),
]

type Look = 'light' | 'dark' | 'narrow'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo()
})
afterAll(() => demo?.close())

test('every page of the demo company keeps without obstacle in the light, in the dark and on a narrow screen', {
  timeout: 1_800_000,
}, async () => {
  const { server, page, heard } = demo
  const obstacles: string[] = []
  const second = await beside(page)
  const heardThere = listen(second)
  const seen = await walk(
    [page, second],
    server.url,
    async (page, path) => {
      for (const look of ['light', 'dark', 'narrow'] as const)
        obstacles.push(...(await obstaclesOf(page, look)).map((one) => `${path} ${look}: ${one}`))
    },
    paths,
  )
  expect(obstacles).toEqual([])
  expect([...heard, ...heardThere]).toEqual([])
  expect(seen.size).toBeGreaterThan(50)
})

/** A second page for whoever is signed in on the first. */
async function beside(page: Page): Promise<Page> {
  const storageState = await page.context().storageState()
  const context = await page.context().browser()?.newContext({ storageState })
  if (!context) throw new Error('The browser has gone.')
  return context.newPage()
}

/** Colours are looked at in both schemes, their order and names in the light, widths on a narrow screen. */
const rules: Record<Look, RunOptions> = {
  light: {},
  dark: { runOnly: ['color-contrast'] },
  narrow: { rules: { 'color-contrast': { enabled: false } } },
}

async function obstaclesOf(page: Page, look: Look): Promise<string[]> {
  await page.emulateMedia({ colorScheme: look === 'dark' ? 'dark' : 'light', reducedMotion: 'reduce' })
  // The colours of a page that has just been drawn still take a moment.
  if (look === 'dark') await page.waitForTimeout(400)
  await page.setViewportSize({ width: look === 'narrow' ? 390 : 1280, height: 844 })
  const wide = Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'))
  return [...(await lasting(page, look)), ...(wide > 0 ? [`${wide} px too wide`] : [])]
}

/** A colour that was caught on its way from one scheme to the other is looked at once more. */
async function lasting(page: Page, look: Look): Promise<string[]> {
  const found = await seriousFindings(page, rules[look])
  if (found.length === 0 || look !== 'dark') return found
  await page.waitForTimeout(2000)
  return seriousFindings(page, rules[look])
}
