import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { settled } from './browser.ts'
import type { Demo } from './demo.ts'

/** A window of their own for somebody, signed in or not. */
export async function windowOf(demo: Demo, who?: string): Promise<Page> {
  const browser = demo.page.context().browser()!
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
  if (!who) return page
  await page.goto(`${demo.server.url}/sign-in`)
  await page.getByLabel('E-mail').fill(`${who}@brindlemoor.example`)
  await page.getByRole('textbox', { name: 'Password' }).fill('the-full-score')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  return page
}

export const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** By the menu, as somebody goes who knows no address. */
export async function go(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).first().click()
  await settled(page)
}

export const column = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })
export const cardOf = (page: Page, title: string): Locator =>
  page.locator('[data-card]').filter({ hasText: title })

/** Pick a card up, carry it so many columns to the right, and put it down, by keys. */
export async function carry(page: Page, card: Locator, columns: number): Promise<void> {
  await card.focus()
  await page.keyboard.press('m')
  await page.waitForTimeout(120)
  for (let step = 0; step < Math.abs(columns); step += 1)
    await page.keyboard.press(columns > 0 ? 'ArrowRight' : 'ArrowLeft')
  await page.keyboard.press('Enter')
}

/** The planned share as the meter shows it, in tenths of a percent. */
export async function plannedShare(page: Page): Promise<number> {
  await go(page, 'Vision share')
  await page.reload()
  await settled(page)
  const label = await page
    .getByRole('button', { name: /^Explain Vision share, planned/ })
    .getAttribute('aria-label')
  return tenths(label ?? '')
}

const tenths = (text: string): number => {
  const found = /(\d+(?:\.\d+)?) %/.exec(text)
  if (!found) throw new Error(`“${text}” names no share.`)
  return Math.round(Number(found[1]) * 10)
}

/** What a price in words announces, in tenths: the share before and after, and the points between. */
export function announcedIn(words: string): { before: number; after: number; points: number } {
  const [, before, after, points] =
    /goes from (\d+\.\d) % to (\d+\.\d) %: ([+−]?\d+\.\d|no) point/.exec(words) ?? []
  if (!before || !after || !points) throw new Error(`“${words}” announces nothing.`)
  const number = points === 'no' ? 0 : Number(points.replace('−', '-'))
  return { before: tenths(`${before} %`), after: tenths(`${after} %`), points: Math.round(number * 10) }
}

export async function ask(guest: Page, url: string, title: string): Promise<void> {
  await guest.goto(`${url}/ask`)
  await guest.getByRole('button', { name: /Something made/ }).click()
  await guest.getByLabel('What do you need?').fill(title)
  await guest.getByLabel('What is it for?').fill('Our partner shows it to forty firms')
  await guest.getByLabel('Why do you need it so quickly?').fill('The tour begins in two weeks')
  await guest.getByLabel('What is the impact?').fill('Nine licences last year')
  await guest.getByLabel('By when would you like it?').fill(inDays(9))
  await guest.getByLabel('Your name').fill('Femke Jansen')
  await guest.getByText(/As likely as not by .*; in 85 of 100 cases by/).waitFor()
  expect(
    announcedIn((await guest.getByRole('complementary').textContent()) ?? '').points,
  ).toBeLessThanOrEqual(0)
  // A form that is sent at once is taken for a machine's.
  await guest.waitForTimeout(3_000)
  await guest.getByRole('button', { name: 'Send the request' }).click()
  await guest.getByText('It has arrived. Keep the address of this page').waitFor()
}

export async function openRequest(manager: Page, title: string): Promise<void> {
  await go(manager, 'Requests')
  await manager
    .getByRole('list', { name: 'Waiting for an answer' })
    .getByRole('button', { name: title })
    .click()
  await manager.getByRole('heading', { name: title }).waitFor()
}

async function choose(page: Page, field: string, words: string): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox', { name: field }).fill(words)
  await page.getByRole('option', { name: words }).first().click()
}

/** Yes, for Kofi on the marketing room, while somebody else’s work gives way. */
export async function fillAcceptance(manager: Page, displaced: string): Promise<void> {
  const dialog = manager.getByRole('dialog')
  await choose(manager, 'Assignee', 'Kofi Boateng')
  await dialog.getByRole('combobox', { name: 'Board' }).click()
  await manager.getByRole('option', { name: 'Marketing room' }).click()
  await dialog.getByLabel('Or why it is not vision').fill('A partner asked for it')
  await dialog.getByLabel('Promised for').fill(inDays(9))
  await dialog.getByRole('switch').click()
  await choose(manager, 'Item', displaced)
  await dialog.getByText('Yuna Takahashi is asked first.').waitFor()
  await dialog.getByLabel('Its new day').fill(inDays(60))
}
