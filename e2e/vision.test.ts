import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousFindings, settled } from './browser.ts'
import { type Demo, openDemo } from './demo.ts'
import {
  announcedIn,
  ask,
  cardOf,
  carry,
  column,
  go,
  inDays,
  plannedShare,
  windowOf,
} from './vision-steps.ts'

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
  await openRequest('A data sheet in Frisian')
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

async function choose(page: Page, field: string, words: string): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox', { name: field }).fill(words)
  await page.getByRole('option', { name: words }).first().click()
}

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
  await page.keyboard.press('c')
  const form = page.getByRole('dialog', { name: 'Plan a sprint' })
  await form.getByRole('combobox', { name: 'Team' }).click()
  await page.getByRole('option', { name: 'Creative' }).click()
  await form.getByLabel('Name').fill('Sprint 15')
  await form.getByLabel('Goal').fill('The partner tour has its banner')
  await form.getByRole('button', { name: 'Plan it' }).click()
  await page.getByRole('heading', { level: 1, name: 'Sprint 15' }).waitFor()
  await page.getByLabel('Filter items').fill('partner tour')
  const choice = page.getByRole('list', { name: 'To choose from' }).getByRole('listitem')
  await choice.filter({ hasText: wanted }).focus()
  await page.keyboard.press(' ')
  await page.getByRole('list', { name: 'In the sprint' }).getByText(wanted).waitFor()
  await isClean(page)

  await page.keyboard.press('s')
  await page
    .getByText(/The team is in Sprint 14 still/)
    .first()
    .waitFor()
  await go(page, 'Sprints')
  await page
    .getByRole('row')
    .filter({ hasText: 'Creative' })
    .filter({ hasText: 'Sprint 14' })
    .getByText('Sprint 14')
    .click()
  await page.getByRole('heading', { level: 1, name: 'Sprint 14' }).waitFor()
  await page.keyboard.press('s')
  const end = page.getByRole('dialog', { name: 'End Sprint 14' })
  await end.getByRole('button', { name: /^All \d+ to the next sprint/ }).click()
  await end.getByRole('button', { name: 'End the sprint' }).click()
  await page.getByText(/Sprint 14 has ended/).waitFor()

  await go(page, 'Sprints')
  await page.getByRole('row').filter({ hasText: 'Sprint 15' }).getByText('Sprint 15').click()
  await page.getByRole('heading', { level: 1, name: 'Sprint 15' }).waitFor()
  await page.keyboard.press('s')
  await page.getByText(/Sprint 15 has begun with/).waitFor()
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
  const concept = column(page, 'Concept')
  while ((await concept.locator('[data-card]').count()) < 6) await fill(page)
  await carry(page, cardOf(page, wanted), 1)
  await page
    .locator('[data-toast]')
    .getByText('Concept takes 6 items at once and holds 6. Finish one first')
    .waitFor()
  await column(page, 'Brief').getByText(wanted).waitFor()
  await carry(page, concept.locator('[data-card]').first(), -1)
  await page.getByRole('button', { name: 'So it is: move' }).click()
  await expect.poll(() => concept.locator('[data-card]').count(), { timeout: 10_000 }).toBe(5)
  await carry(page, cardOf(page, wanted), 1)
  await concept.getByText(wanted).waitFor()

  await onward(page, 'Production')
  await onward(page, 'Review')
  await carry(page, cardOf(page, wanted), 1)
  await page.locator('[data-toast]').getByText('it is not approved').waitFor()
  await approve(page.url())
  await cardOf(page, wanted).getByText('approved', { exact: true }).waitFor()
  await onward(page, 'Legal')
})

/** One more into Concept, with somebody who works on it. */
async function fill(page: Page): Promise<void> {
  const concept = column(page, 'Concept').locator('[data-card]')
  const before = await concept.count()
  const others = column(page, 'Brief').locator('[data-card]').filter({ hasNotText: wanted })
  await carry(page, others.filter({ hasText: 'Assigned to' }).first(), 1)
  await expect.poll(() => concept.count(), { timeout: 10_000 }).toBe(before + 1)
}

async function onward(page: Page, to: string): Promise<void> {
  await carry(page, cardOf(page, wanted), 1)
  const agreed = page.getByRole('button', { name: 'So it is: move' })
  await column(page, to).getByText(wanted).or(agreed).first().waitFor()
  if (await agreed.isVisible()) await agreed.click()
  await column(page, to).getByText(wanted).waitFor()
}

async function approve(url: string): Promise<void> {
  const solveig = await windowOf(demo, 'solveig')
  await solveig.setViewportSize({ width: 1600, height: 900 })
  await solveig.goto(url)
  await cardOf(solveig, wanted).focus()
  await solveig.keyboard.press('.')
  await solveig.getByRole('button', { name: 'Approve' }).click()
  await cardOf(solveig, wanted).getByText('approved', { exact: true }).waitFor()
  await solveig.context().close()
}

test('an agency blocks it: somebody sees to it, it is handed up and counted, it ends, and the item is done', async () => {
  const page = lead!
  await cardOf(page, wanted).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Blocked', exact: true }).click()
  const form = page.getByRole('dialog', { name: 'An item is blocked' })
  await form.getByLabel('What is missing').fill('The print file of the banner')
  await form.getByRole('combobox', { name: 'By whom' }).fill('Atelier')
  await page.getByRole('option', { name: /Atelier Fontanel/ }).click()
  await form.getByLabel('Blocked since').fill(inDays(-2))
  await form.getByRole('button', { name: 'Block it' }).click()
  await form.waitFor({ state: 'hidden' })
  await page
    .getByRole('row')
    .filter({ hasText: 'The print file of the banner' })
    .getByText('The print file')
    .click()
  const drawer = page.getByRole('dialog').filter({ hasText: 'The print file of the banner' })
  await drawer.getByText('Kofi Boateng').first().waitFor()
  await page.keyboard.press('h')
  const up = page.getByRole('dialog', { name: 'Hand it up' })
  await up.getByRole('combobox', { name: 'To' }).fill('Rafael')
  await page.getByRole('option', { name: /Rafael Monteiro/ }).click()
  await up.getByLabel('What they should do').fill('Call the agency today')
  await up.getByRole('button', { name: 'Hand up' }).click()
  await drawer.getByText('Rafael Monteiro: Call the agency today').waitFor()
  await isClean(page)
  await manager!.goto(demo.server.url)
  await manager!
    .getByText(/The print file of the banner|Call the agency today/)
    .first()
    .waitFor()

  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Days lost' }).click()
  await settled(page)
  await page.getByRole('button', { name: /^Explain By others/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('row')
    .filter({ hasText: 'The print file of the banner' })
    .getByText('Atelier Fontanel')
    .waitFor()
  await page.keyboard.press('Escape')

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
  await page.getByRole('link', { name: 'The print file of the banner' }).click()
  await page.getByRole('button', { name: 'Unblock' }).waitFor()
  await page.keyboard.press('u')
  await page.getByLabel('In a few words').fill('They sent it')
  await page.getByRole('dialog', { name: 'What ended it' }).getByRole('button', { name: 'Unblock' }).click()
  await page.getByText(/is blocked no more by Atelier Fontanel/).waitFor()
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
