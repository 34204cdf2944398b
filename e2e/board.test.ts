import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen, openBrowser, seriousFindings, settled } from './browser.ts'
import { type Demo, openDemo } from './demo.ts'

let demo: Demo
let browser: Browser
let bram: Page
let heard: string[]
beforeAll(async () => {
  demo = await openDemo()
  browser = await openBrowser()
  bram = await (await browser.newContext({ viewport: { width: 1600, height: 900 } })).newPage()
  await signIn(bram, 'bram')
  heard = listen(bram)
  await demo.page.setViewportSize({ width: 1600, height: 900 })
  await openBoard(demo.page)
  await bram.goto(demo.page.url())
  await column(bram, 'Brief').locator('[data-card]').first().waitFor()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

async function signIn(page: Page, who: string): Promise<void> {
  await page.goto(`${demo.server.url}/sign-in`)
  await page.getByLabel('E-mail').fill(`${who}@brindlemoor.example`)
  await page.getByRole('textbox', { name: 'Password' }).fill('the-full-score')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

async function openBoard(page: Page): Promise<void> {
  await page.goto(`${demo.server.url}/work/boards`)
  await page.getByRole('heading', { level: 1, name: 'Marketing room' }).waitFor()
  await settled(page)
  await column(page, 'Brief').locator('[data-card]').first().waitFor()
}

const column = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })
const card = (within: Locator, id: string): Locator => within.locator(`[data-card="${id}"]`)
const idAt = async (within: Locator, at: number): Promise<string> =>
  (await within.locator('[data-card]').nth(at).getAttribute('data-card')) ?? ''
const toasts = (page: Page) => page.locator('[data-toast]')

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  if (!start || !end) throw new Error('What is dragged, or where it goes, is not on the screen.')
  await page.mouse.move(start.x + 90, start.y + start.height - 12)
  await page.mouse.down()
  await page.mouse.move(start.x + 110, start.y + start.height - 4, { steps: 3 })
  await page.mouse.move(end.x + 90, end.y + 6, { steps: 6 })
  await page.waitForTimeout(80)
  await page.mouse.up()
}

async function undo(page: Page): Promise<void> {
  await toasts(page).getByRole('button', { name: 'Undo' }).first().click()
  await page.getByText('Undone', { exact: true }).first().waitFor()
}

test('a card dragged by the mouse is there for a colleague, and undone for both', async () => {
  const { page } = demo
  const [brief, concept] = [column(page, 'Brief'), column(page, 'Concept')]
  const id = await idAt(brief, 2)
  await card(brief, id).focus() // Who works on it has to be known first: the stage asks for it.
  await page.keyboard.press('a')
  await page.getByText(/assigned to you|not assigned any more/).waitFor()
  if ((await card(brief, id).getByText('Assigned to').count()) === 0) await undo(page)

  await drag(page, card(brief, id), concept.locator('[data-card]').nth(1))
  await card(concept, id).waitFor()
  await card(column(bram, 'Concept'), id).waitFor()
  expect(await idAt(column(bram, 'Concept'), 1)).toBe(id)

  await undo(page)
  await card(brief, id).waitFor()
  await card(column(bram, 'Brief'), id).waitFor()
})

test('the keys pick a card up, place it and put it down; nobody sees it on its way', async () => {
  const { page } = demo
  const brief = column(page, 'Brief')
  const [first, second] = [await idAt(brief, 0), await idAt(brief, 1)]
  await card(brief, first).focus()
  await page.keyboard.press('m')
  await page.keyboard.press('ArrowDown')
  await page.getByText(/In Brief, place 2 of/).waitFor()
  expect(await idAt(brief, 0)).toBe(second)
  expect(await idAt(column(bram, 'Brief'), 0)).toBe(first)
  await page.keyboard.press('Enter')
  await card(column(bram, 'Brief'), second).waitFor()
  await expect.poll(() => idAt(column(bram, 'Brief'), 0), { timeout: 10_000 }).toBe(second)
  expect(await page.evaluate('document.activeElement.dataset.card')).toBe(first)
  await page.keyboard.press('m')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect.poll(() => idAt(column(bram, 'Brief'), 0), { timeout: 10_000 }).toBe(first)
})

test('what is not approved goes back from Legal with the reason; the creative director’s yes lets it pass', async () => {
  const { page } = demo
  const review = column(page, 'Review')
  const id = await idAt(review, 0)
  await card(review, id).scrollIntoViewIfNeeded()
  await card(review, id).focus()
  await page.keyboard.press('m')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await toasts(page).getByText('it is not approved').waitFor()
  await card(review, id).waitFor()

  const solveig = await (await browser.newContext({ viewport: { width: 1600, height: 900 } })).newPage()
  await signIn(solveig, 'solveig')
  await solveig.goto(page.url())
  await card(column(solveig, 'Review'), id).focus()
  await solveig.keyboard.press('.')
  await solveig.getByRole('button', { name: 'Approve' }).click()
  await card(review, id).getByText('approved', { exact: true }).waitFor()
  await solveig.context().close()
})

test('three selected cards that a full stage does not take go there with a reason, and back as one', async () => {
  const { page } = demo
  const [concept, production] = [column(page, 'Concept'), column(page, 'Production')]
  const ids = [await idAt(production, 0), await idAt(production, 1), await idAt(production, 2)]
  for (const id of ids) {
    await card(production, id).focus()
    await page.keyboard.press('x')
  }
  await page.getByText('3 selected').waitFor()
  await page.keyboard.press('m')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Move to Concept all the same?' })
  await dialog.getByText('takes 6 items at once').waitFor()
  for (const id of ids) await card(column(bram, 'Production'), id).waitFor()

  await dialog.getByLabel('Reason').fill('The fair is tomorrow')
  await dialog.getByRole('button', { name: 'Move with this reason' }).click()
  for (const id of ids) await card(column(bram, 'Concept'), id).waitFor()
  await concept.getByText(/over$/).waitFor()
  await undo(page)
  for (const id of ids) await card(column(bram, 'Production'), id).waitFor()
  await page.keyboard.press('Escape')
})

test('a new item is typed into a column; a reader sees no way to change anything', async () => {
  const { page } = demo
  await page.locator('h1').focus()
  await column(page, 'Brief').locator('[data-card]').first().focus()
  await page.keyboard.press('c')
  await page.keyboard.type('Poster for the lift')
  await page.keyboard.press('Enter')
  await column(bram, 'Brief').getByText('Poster for the lift').waitFor()
  await page.keyboard.press('Escape')

  const leila = await (await browser.newContext()).newPage()
  await signIn(leila, 'leila')
  await leila.goto(page.url())
  await column(leila, 'Brief').getByText('Poster for the lift').waitFor()
  expect(await leila.getByRole('button', { name: /Add an item/ }).count()).toBe(0)
  expect(await leila.locator('[draggable=true]').count()).toBe(0)
  await leila.goto(`${demo.server.url}/work/boards?all=1`)
  await leila.getByText('Operations').first().waitFor()
  expect(await leila.getByText('Team changes').count()).toBe(0)
  await leila.context().close()
})

test('a board that is put away is out of sight, found, and taken out again', async () => {
  const { page, server } = demo
  await page.getByRole('button', { name: 'Put away' }).click()
  await page.getByText('This board is put away').waitFor()
  await page.goto(`${server.url}/work/boards?all=1`)
  await page.getByText('Operations backlog').waitFor()
  expect(await page.getByText('Marketing room').count()).toBe(0)
  await page.getByRole('button', { name: 'Those put away' }).click()
  await page.getByText('Marketing room').click()
  await page.getByRole('button', { name: 'Take out again' }).click()
  await page.getByText('This board is put away').waitFor({ state: 'hidden' })
})

test('the board is without serious findings in light and dark, and on a narrow screen one column is shown', async () => {
  const { page } = demo
  await openBoard(page)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await openBoard(page)
    expect(await seriousFindings(page)).toEqual([])
  }
  await page.setViewportSize({ width: 390, height: 800 })
  await page.reload()
  await page.getByRole('combobox', { name: 'Column' }).waitFor()
  await page.locator('[data-card]:visible').first().waitFor()
  expect(await page.locator('[data-stage]:visible').count()).toBe(1)
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  expect(await seriousFindings(page)).toEqual([])
  expect([...demo.heard, ...heard].filter((line) => !line.includes('status of 4'))).toEqual([])
})
