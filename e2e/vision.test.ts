import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousFindings, settled } from './browser.ts'
import { type Demo, openDemo } from './demo.ts'
import {
  announcedIn,
  ask,
  cardOf,
  carry,
  fillAcceptance,
  go,
  openRequest,
  plannedShare,
  windowOf,
} from './vision-steps.ts'
import {
  approve,
  block,
  endAndBegin,
  handUp,
  onward,
  planSprint,
  readLedger,
  unblock,
  waitForRoom,
  wanted,
} from './vision-work.ts'

let demo: Demo
let [guest, manager, owner, lead]: Page[] = []
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

test('a guest asks twice, reads date and price; the first is declined with something else to do', async () => {
  await ask(guest!, demo.server.url, 'A data sheet in Frisian')
  await isClean(guest!)
  await openRequest(manager!, 'A data sheet in Frisian')
  await manager!.keyboard.press('d')
  await manager!.getByLabel('In your words').fill('Nobody of us speaks it.')
  await manager!.getByLabel('What to do instead').fill('Take the Dutch one.')
  await manager!.getByRole('dialog').getByRole('button', { name: 'Decline' }).click()
  await manager!.getByText(/R-\d+ is declined/).waitFor()
  await guest!.reload()
  await guest!.getByText('Take the Dutch one.').waitFor()
  await ask(guest!, demo.server.url, wanted)
})

test('the second is accepted: the price is announced, somebody’s work gives way with their consent', async () => {
  before = await plannedShare(demo.page)
  await openRequest(manager!, wanted)
  await manager!.keyboard.press('a')
  const dialog = manager!.getByRole('dialog')
  await fillAcceptance(manager!, displaced)
  const price = dialog.getByRole('status').filter({ hasText: 'Price:' })
  await price.getByText(/W-\d+: −/).waitFor()
  announced = announcedIn((await price.textContent()) ?? '')
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
  await owner!.getByRole('button', { name: 'Yes, it may wait' }).click()
  await owner!.getByText(/You consented/).waitFor()
  await guest!.reload()
  await guest!.getByText('It is accepted.').waitFor()
  expect(await guest!.content()).not.toMatch(/Yuna|Rafael|Marketing room|W-\d/)
})

test('the meter moved as announced, and the director sees why in two clicks, up to the vision', async () => {
  const { page } = demo
  const after = await plannedShare(page)
  expect(after).toBe(announced.after)
  expect(after - before).toBe(announced.points)

  await page.getByRole('button', { name: /^Explain Vision share, planned/ }).click()
  const why = page.getByRole('region', { name: 'What moved it' })
  const move = why.getByRole('listitem').filter({ hasText: wanted }).first()
  expect(announcedIn((await move.textContent()) ?? '')).toEqual(announced)
  await move.getByText(/This request: \+\d+\.\d h, −\d+\.\d points/).waitFor()
  await move.getByText(new RegExp(`${displaced}.*: −\\d+\\.\\d h, [−+]\\d+\\.\\d points`)).waitFor()
  await isClean(page)

  await move.getByRole('link', { name: displaced }).first().click()
  await settled(page)
  await page.getByRole('list', { name: 'Up to the vision' }).getByRole('link').last().click()
  await settled(page)
  expect(new URL(page.url()).pathname).toBe('/vision')
})

test('it is planned into a sprint and committed, with what the last one carries over', async () => {
  const page = lead!
  await go(page, 'Sprints')
  await planSprint(page)
  await page.getByRole('list', { name: 'In the sprint' }).getByText(wanted).waitFor()
  await isClean(page)

  await page.keyboard.press('s')
  await page
    .getByText(/The team is in Sprint 14 still/)
    .first()
    .waitFor()
  await endAndBegin(page)
  await page.getByRole('tab', { name: 'Scope' }).click()
  const promised = page.getByRole('row').filter({ hasText: wanted })
  await promised.getByText('Kofi Boateng').waitFor()
  await promised.getByText('16 h').waitFor()
  await isClean(page)
})

test('on the board it waits for room in the next stage, then for an approval', async () => {
  const page = lead!
  await page.setViewportSize({ width: 2200, height: 1000 })
  await go(page, 'Boards')
  await cardOf(page, wanted).first().waitFor()
  await waitForRoom(page)
  await onward(page, 'Production')
  await onward(page, 'Review')
  await carry(page, cardOf(page, wanted), 1)
  await page.locator('[data-toast]').getByText('it is not approved').waitFor()
  await approve(demo, page.url())
  await cardOf(page, wanted).getByText('approved', { exact: true }).waitFor()
  await onward(page, 'Legal')
})

test('an agency blocks it: somebody sees to it, it is handed up and counted, it ends, and the item is done', async () => {
  const page = lead!
  await cardOf(page, wanted).focus()
  await page.keyboard.press('Enter')
  await block(page)
  const drawer = page.getByRole('dialog').filter({ hasText: 'The print file of the banner' })
  await drawer.getByText('Kofi Boateng').first().waitFor()
  await handUp(page)
  await drawer.getByText('Rafael Monteiro: Call the agency today').waitFor()
  await isClean(page)
  await manager!.goto(demo.server.url)
  await manager!
    .getByText(/The print file of the banner|Call the agency today/)
    .first()
    .waitFor()

  await readLedger(page)
  await go(page, 'Boards')
  await cardOf(page, wanted)
    .getByText(/Blocked 2 d/)
    .waitFor()
  await carry(page, cardOf(page, wanted), 1)
  await page
    .locator('[data-toast]')
    .getByText(/blocked/i)
    .first()
    .waitFor()
  await cardOf(page, wanted).focus()
  await page.keyboard.press('Enter')
  await unblock(page)
  await go(page, 'Boards')
  await onward(page, 'Live')
})

test('done, it is planned no more: the meter says so, and the guest reads it', async () => {
  const { page } = demo
  const after = await plannedShare(page)
  await page.getByRole('button', { name: /^Explain Vision share, planned/ }).click()
  const why = page.getByRole('region', { name: 'What moved it' })
  const move = why.getByRole('listitem').filter({ hasText: wanted }).first()
  await move.getByText(/^Done: it is not planned any more/).waitFor()
  expect(after).not.toBe(announced.after)
  await guest!.reload()
  await guest!.getByText('It is done.').first().waitFor()
})
