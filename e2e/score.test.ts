import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousFindings, settled } from './browser.ts'
import { type Demo, openDemo } from './demo.ts'

let page: Page
let heard: string[]
let close: Demo['close'] | undefined
beforeAll(async () => {
  ;({ page, heard, close } = await openDemo())
})
afterAll(() => close?.())

/** Follows a link of the page, never an address. */
async function follow(name: string | RegExp): Promise<void> {
  await page.getByRole('main').getByRole('link', { name }).first().click()
  await settled(page)
  expect(await seriousFindings(page)).toEqual([])
}
const shown = (text: string | RegExp) => page.getByRole('main').getByText(text).first().waitFor()

test('from the vision to a signed KPI, a campaign, its budget, an order and an invoice, and back up', async () => {
  await page.getByRole('navigation').getByRole('link', { name: 'Vision', exact: true }).click()
  await shown('Where we take the team')
  await follow('Grow revenue faster than the market')
  await follow('Sales gets leads it wants to work')

  await follow('New leads, raised')
  await shown('Signed and locked')
  await follow('Sales gets leads it wants to work')

  await follow('Field service demand')
  await follow(/^FieldForward Expo/)
  await shown('Brief')
  await shown('Approval')

  await follow('Stand build')
  await follow(/^PO-0001/)
  await follow(/FE-2207/)
  await shown('It leads up to the vision.')
  const chain = page.getByRole('list', { name: 'Up to the vision' }).getByRole('link')
  expect(await chain.allTextContents()).toEqual([
    expect.stringContaining('PO-0001'),
    'Stand build',
    expect.stringContaining('FieldForward Expo'),
    'Field service demand',
    'Sales gets leads it wants to work',
    'Grow revenue faster than the market',
    'Marketing that sales would miss',
  ])
  await follow('Marketing that sales would miss')
  expect(new URL(page.url()).pathname).toBe('/vision')
  expect(heard).toEqual([])
})
