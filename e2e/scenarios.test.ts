import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousFindings, settled } from './browser.ts'
import { type Demo, openDemo } from './demo.ts'

let page: Page
let heard: string[]
let url: string
let close: Demo['close'] | undefined
beforeAll(async () => {
  const demo = await openDemo()
  ;({ page, heard, close } = demo)
  url = demo.server.url
})
afterAll(() => close?.())

const open = async (path: string, link: string) => {
  await page.goto(`${url}${path}`)
  await page.getByRole('main').getByRole('link', { name: link }).first().click()
  await settled(page)
}

test('a scenario is looked at from every side, adopted, and taken back', async () => {
  await open('/scenarios', 'Cut 10 %')
  for (const tab of ['Compare', 'Conflicts', 'KPI agreements', 'Lines']) {
    await page.getByRole('tab', { name: tab }).click()
    await settled(page)
    expect(await seriousFindings(page)).toEqual([])
  }
  await page.getByRole('button', { name: 'Adopt' }).click()
  await page.getByLabel('Why').fill('Asked to save')
  await page.getByRole('dialog').getByRole('button', { name: 'Adopt' }).click()
  await page.getByText('Adopted by Imogen Thackeray').first().waitFor()
  await page.getByRole('button', { name: 'Take the adoption back' }).click()
  await page.getByRole('button', { name: 'Adopt', exact: true }).waitFor()
  expect(heard).toEqual([])
})

test('each case of the demo company fits on one page of A4', async () => {
  for (const name of ['One customer record for sales and marketing', 'Self-service portal']) {
    await open('/cases', name)
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('link', { name: 'On one page' }).click()
    await page.getByText('CIO, date').waitFor()
    await settled(page)
    expect(await seriousFindings(page)).toEqual([])
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
    expect(/\/MediaBox\s*\[0 0 (\d+)/.exec(pdf)?.[1]).toMatch(/^59[456]$/)
  }
  expect(heard).toEqual([])
})
