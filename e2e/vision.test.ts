import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousFindings, settled } from './browser.ts'
import { type Demo, openDemo } from './demo.ts'
import { shot, announcedIn, ask, cardOf, carry, column, go, inDays, plannedShare, windowOf } from './vision-steps.ts'

let demo: Demo
let [guest, manager, owner, lead]: Page[] = []
const wanted = 'A banner for the partner tour'
const displaced = 'Film of 40 seconds: Operations leaders'
let before = 0
let announced = { before: 0, after: 0, points: 0 }

beforeAll(async () => {
  demo = await openDemo()
  guest = await windowOf(demo)
  manager = await windowOf(demo, 'rafael')
  owner = await windowOf(demo, 'yuna')
  lead = await windowOf(demo, 'kofi')
}, 300_000)
afterAll(() => demo?.close())

const isClean = async (page: Page) => expect(await seriousFindings(page)).toEqual([])

async function openRequest(title: string): Promise<void> {
  await go(manager!, 'Requests')
  await manager!
    .getByRole('list', { name: 'Waiting for an answer' })
    .getByRole('button', { name: title })
    .click()
  await manager!.getByRole('heading', { name: title }).waitFor()
}

test('a guest asks twice, reads date and price; the first is declined with something else to do', async () => {
  await ask(guest!, demo.server.url, 'A data sheet in Frisian')
  await isClean(guest!)
  await shot(guest!, '01-asked')
  await openRequest('A data sheet in Frisian')
  await shot(manager!, '02-inbox')
  await manager!.keyboard.press('d')
  await manager!.getByLabel('In your words').fill('Nobody of us speaks it.')
  await manager!.getByLabel('What to do instead').fill('Take the Dutch one.')
  await manager!.getByRole('dialog').getByRole('button', { name: 'Decline' }).click()
  await manager!.getByText(/R-\d+ is declined/).waitFor()
  await guest!.reload()
  await guest!.getByText('Take the Dutch one.').waitFor()
  await shot(guest!, '03-declined')
  await ask(guest!, demo.server.url, wanted)
})

test('the second is accepted: the price is announced, somebody’s work gives way with their consent', async () => {
  before = await plannedShare(demo.page)
  await openRequest(wanted)
  await manager!.keyboard.press('a')
  const dialog = manager!.getByRole('dialog')
  await choose(manager!, 'Assignee', 'Kofi Boateng')
  await dialog.getByRole('combobox', { name: 'Board' }).click()
  await manager!.getByRole('option', { name: 'Marketing room' }).click()
  await dialog.getByLabel('Or why it is not vision').fill('A partner asked for it')
  await dialog.getByLabel('Promised for').fill(inDays(9))
  await dialog.getByRole('switch').click()
  await choose(manager!, 'Item', displaced)
  await dialog.getByText('Yuna Takahashi is asked first.').waitFor()
  await dialog.getByLabel('Its new day').fill(inDays(60))
  const price = dialog.getByRole('status').filter({ hasText: 'Price:' })
  await price.getByText(/W-\d+: −/).waitFor()
  await shot(manager!, '04-accept')
  announced = announcedIn(await price.innerText())
  expect(announced.before).toBe(before)
  expect(announced.points).toBeLessThan(0)
  await isClean(manager!)
  await manager!.getByRole('button', { name: 'Ask for consent' }).click()
  await manager!.getByText(/R-\d+ waits for consent/).waitFor()
  await guest!.reload()
  await guest!.getByText('Waiting for consent').waitFor()
  expect(await plannedShare(demo.page)).toBe(before)

  await owner!.reload()
  await owner!
    .getByRole('link', { name: /^May W-\d+ wait until/ })
    .first()
    .click()
  await owner!.getByText(wanted).first().waitFor()
  await isClean(owner!)
  await shot(owner!, '05-consent')
  await owner!.getByRole('button', { name: 'Yes, it may wait' }).click()
  await owner!.getByText(/You consented/).waitFor()
  await guest!.reload()
  await guest!.getByText('It is accepted.').waitFor()
  await shot(guest!, '06-accepted')
  expect(await guest!.content()).not.toMatch(/Yuna|Rafael|Marketing room|W-\d/)
})

async function choose(page: Page, field: string, words: string): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox', { name: field, exact: true }).fill(words)
  await page.getByRole('option', { name: words }).first().click()
}

test('the meter moved as announced, and the director sees why in two clicks, up to the vision', async () => {
  const { page } = demo
  const after = await plannedShare(page)
  expect(after).toBe(announced.after)
  expect(after - before).toBe(announced.points)

  await page.getByRole('button', { name: /^Explain Vision share, planned/ }).click()
  const why = page.getByRole('region', { name: 'What moved it' })
  await shot(page, '07-why')
  const move = why.getByRole('listitem').filter({ hasText: wanted }).first()
  expect(announcedIn(await move.innerText())).toEqual(announced)
  await move.getByText(/This request: \+\d+\.\d h, −\d+\.\d points/).waitFor()
  await move.getByText(new RegExp(`${displaced}.*: −\\d+\\.\\d h, [−+]\\d+\\.\\d points`)).waitFor()
  await isClean(page)

  await move.getByRole('link', { name: displaced }).first().click()
  await settled(page)
  await shot(page, '08-item')
  await page.getByRole('list', { name: 'Up to the vision' }).getByRole('link').last().click()
  await settled(page)
  expect(new URL(page.url()).pathname).toBe('/vision')
})
