import type { Page } from 'playwright-core'
import type { Board } from '../src/modules/work/contract.ts'
import { millis, quantile, say, title } from './ground.ts'

const rounds = 12

/** Runs in the page: milliseconds from the start of the document until so many cards are painted. */
const untilCards = (many: number) => `new Promise((done) => {
  const look = () => document.querySelectorAll('[data-card]').length >= ${many}
    ? requestAnimationFrame(() => setTimeout(() => done(performance.now())))
    : requestAnimationFrame(look)
  look()
})`

/** Runs in the page: the moment at which a card is the first of a column. */
const untilFirst = (stageId: string, id: string) => `new Promise((done) => {
  const look = () => document.querySelector('[data-stage="${stageId}"] [data-card]')?.dataset.card === '${id}'
    ? requestAnimationFrame(() => setTimeout(() => done(Date.now())))
    : requestAnimationFrame(look)
  look()
})`

/** The board of 300 cards in Chromium, and the same in a second window of it. */
export async function boardInBrowser(page: Page, url: string, board: Board): Promise<void> {
  title(`The same in Chromium, p50, p95 and p99 of ${rounds}`)
  const path = `${url}/work/boards/${board.id}`
  say('open: by address, the app anew', await often(() => opened(page, path)), '< 1,000 ms')
  say('open: by a click, within the app', await often(() => clicked(page, url, path)), '< 1,000 ms')
  const storageState = await page.context().storageState()
  const other = await (await page.context().browser()!.newContext({ storageState })).newPage()
  await other.goto(path)
  await other.evaluate(untilCards(250))
  await page.bringToFront()
  const moves = { shown: [] as number[], seen: [] as number[] }
  for (let round = 0; round < rounds; round += 1) await moved(page, other, board, moves)
  say('a card dropped, shown', inWords(moves.shown), '< 100 ms')
  say('the same, seen in a second browser', inWords(moves.seen), '< 500 ms')
  await other.context().close()
  say('filter by words', await often((round) => typed(page, round)), '< 150 ms')
  await page.getByRole('searchbox', { name: 'Filter by words' }).fill('')
  say('group into lanes', await often((round) => grouped(page, round)), '< 150 ms')
}

/** From the click on what to group by to the frame with its lanes. */
async function grouped(page: Page, round: number): Promise<number> {
  const [said, lane] = round % 2 === 0 ? ['Lanes by priority', 'Urgent'] : ['Lanes by label', 'label 0']
  await page.getByRole('combobox', { name: 'Lanes' }).click()
  const option = page.getByRole('option', { name: said })
  await option.waitFor()
  await page.evaluate(
    `addEventListener('click', () => { window.began = performance.now() }, { capture: true, once: true })`,
  )
  const shown = page.evaluate(`new Promise((done) => {
    const look = () => document.querySelector('section[aria-label="${lane}"] [data-card]')
      ? requestAnimationFrame(() => setTimeout(() => done(performance.now() - window.began)))
      : requestAnimationFrame(look)
    look()
  })`)
  await option.click()
  const ms = (await shown) as number
  await page.waitForTimeout(300)
  return ms
}

const inWords = (took: number[]) => [0.5, 0.95, 0.99].map((p) => millis(quantile(took, p))).join(', ')

async function often(work: (round: number) => Promise<number>): Promise<string> {
  const took: number[] = []
  for (let round = -2; round < rounds; round += 1) {
    const ms = await work(round + 2)
    if (round >= 0) took.push(ms)
  }
  return inWords(took)
}

async function opened(page: Page, path: string): Promise<number> {
  await page.goto('about:blank')
  await page.goto(path, { waitUntil: 'commit' })
  return (await page.evaluate(untilCards(250))) as number
}

async function clicked(page: Page, url: string, path: string): Promise<number> {
  await page.goto(`${url}/people`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForTimeout(500)
  const began = (await page.evaluate(`(() => {
    const began = performance.now()
    history.pushState({}, '', ${JSON.stringify(path)})
    dispatchEvent(new PopStateEvent('popstate'))
    return began
  })()`)) as number
  return ((await page.evaluate(untilCards(250))) as number) - began
}

/** The last card of the first column goes to its top by key: picked up, placed, put down. */
async function moved(
  page: Page,
  other: Page,
  board: Board,
  took: { shown: number[]; seen: number[] },
): Promise<void> {
  const [stage] = board.stages
  const second = page.locator(`[data-stage="${stage!.id}"] [data-card]`).nth(1)
  const id = (await second.getAttribute('data-card')) ?? ''
  await second.focus()
  await page.keyboard.press('m')
  await page.keyboard.press('ArrowUp')
  const seen = other.evaluate(untilFirst(stage!.id, id))
  const shown = page.evaluate(`(async () => {
    const began = Date.now()
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
    return [began, await ${untilFirst(stage!.id, id)}]
  })()`)
  const [began, at] = (await shown) as [number, number]
  took.shown.push(at - began)
  took.seen.push(((await seen) as number) - began)
  await page.waitForTimeout(500)
}

/** From the key to the frame that shows only what the words name. */
async function typed(page: Page, round: number): Promise<number> {
  const field = page.getByRole('searchbox', { name: 'Filter by words' })
  await field.fill('')
  await page.evaluate(untilCards(250))
  await field.fill(`work ${round}`)
  await page.waitForTimeout(200)
  await field.focus()
  await page.evaluate(
    `window.began = 0; addEventListener('keydown', () => { window.began ||= performance.now() }, { capture: true, once: true })`,
  )
  const before = await page.locator('[data-card]').count()
  await page.keyboard.press(String(round % 10))
  const ms = (await page.evaluate(`new Promise((done) => {
    const look = () => document.querySelectorAll('[data-card]').length !== ${before} || performance.now() - window.began > 2000
      ? requestAnimationFrame(() => setTimeout(() => done(performance.now() - window.began)))
      : requestAnimationFrame(look)
    look()
  })`)) as number
  return ms
}
