import type { Page } from 'playwright-core'
import { openBrowser } from '../e2e/browser.ts'
import { found } from '../e2e/northwind.ts'
import { millis, quantile, say, title } from './ground.ts'

const rounds = 12

/**
 * The same budget on its page in Chromium. Each figure runs in the page from the key, click or navigation until the
 * frame that shows the answer, the server and the cache of the browser being warm.
 */
export async function browsing(url: string, year: string, pasted: number): Promise<void> {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    page.on('pageerror', (error) => console.error(error))
    await found(page, url)
    const budget = `${url}/budget?year=${year}`
    title(`The same in Chromium, p50 and p95 of ${rounds}`)
    say('open: by address, the page anew', await often(() => opened(page, budget)), '< 1,000 ms')
    say('open: by a click, within the app', await often(() => clicked(page, url, budget)), '< 1,000 ms')
    say('an edit of one cell, shown', await often((round) => edited(page, round)), '< 100 ms')
    say('an edit of one cell, answered', await often((round) => answered(page, round)), '< 100 ms')
    say('a paste, shown', await often((round) => pasting(page, pasted, round, true)), '< 2,000 ms')
    say('a paste, answered', await often((round) => pasting(page, pasted, round, false)), '< 2,000 ms')
  } finally {
    await browser.close()
  }
}

async function often(work: (round: number) => Promise<number>): Promise<string> {
  const took: number[] = []
  for (let round = -2; round < rounds; round += 1) {
    const ms = await work(round + 2)
    if (round >= 0) took.push(ms)
  }
  return `${millis(quantile(took, 0.5))}, ${millis(quantile(took, 0.95))}`
}

/** Runs in the page: milliseconds from the start of the document until rows are painted. */
const untilRows = `new Promise((done) => {
  const look = () => document.querySelector('[role=grid] a')
    ? requestAnimationFrame(() => setTimeout(() => done(performance.now())))
    : requestAnimationFrame(look)
  look()
})`

async function opened(page: Page, budget: string): Promise<number> {
  await page.goto('about:blank')
  await page.goto(budget, { waitUntil: 'commit' })
  return (await page.evaluate(untilRows)) as number
}

/** The answer is not in the memory of the page: it was opened elsewhere and goes to the budget from there. */
async function clicked(page: Page, url: string, budget: string): Promise<number> {
  await page.goto(`${url}/budget/guard`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForTimeout(500)
  const began = (await page.evaluate(`(() => {
    const began = performance.now()
    history.pushState({}, '', ${JSON.stringify(budget)})
    dispatchEvent(new PopStateEvent('popstate'))
    return began
  })()`)) as number
  return ((await page.evaluate(untilRows)) as number) - began
}

const key = (name: string, on: string) =>
  `${on}.dispatchEvent(new KeyboardEvent('keydown', { key: '${name}', bubbles: true, cancelable: true }))`
const grid = `document.querySelector('[role=grid]')`
const shown = (text: string) => `new Promise((done) => {
  const look = () => [...${grid}.querySelectorAll('[role=gridcell]')].some((one) => one.textContent === '${text}')
    ? requestAnimationFrame(() => setTimeout(() => done(performance.now())))
    : requestAnimationFrame(look)
  look()
})`

/** Types an amount into the cell that is chosen. */
async function type(page: Page, amount: number): Promise<void> {
  await page.evaluate(`${grid}.focus()`)
  await page.keyboard.press('Control+Home')
  for (let down = 0; down < 2; down += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.type(String(amount))
}

async function edited(page: Page, round: number): Promise<number> {
  const amount = 51_000 + round
  await type(page, amount)
  const answer = page.waitForResponse((one) => one.request().method() === 'PATCH')
  const ms = await page.evaluate(`(async () => {
    const began = performance.now()
    ${key('Enter', 'document.activeElement')}
    return (await ${shown(amount.toLocaleString('en'))}) - began
  })()`)
  await answer
  await page.waitForTimeout(700)
  return ms as number
}

const timesFetch = `(() => {
  const own = window.fetch
  if (window.answered) return
  window.answered = () => window.last
  window.fetch = async (...asked) => {
    const answer = await own(...asked)
    if (asked[1]?.method === 'PATCH') window.last(performance.now())
    return answer
  }
})()`

/** Runs in the page: what was done, and the time until its answer is there. */
const untilAnswer = (act: string) => `new Promise((done) => {
  const began = performance.now()
  window.last = (at) => done(at - began)
  ${act}
})`

async function answered(page: Page, round: number): Promise<number> {
  await page.evaluate(timesFetch)
  await type(page, 61_000 + round)
  const ms = (await page.evaluate(untilAnswer(key('Enter', 'document.activeElement')))) as number
  await page.waitForTimeout(700)
  return ms
}

async function pasting(page: Page, lines: number, round: number, isShown: boolean): Promise<number> {
  await page.evaluate(timesFetch)
  await page.evaluate(`${grid}.focus()`)
  await page.keyboard.press('Control+Home')
  const amount = (isShown ? 71_000 : 81_000) + round
  const text = JSON.stringify(
    Array.from({ length: lines }, () => Array.from({ length: 12 }, () => amount).join('\t')).join('\n'),
  )
  const act = `
    const board = new DataTransfer()
    board.setData('text/plain', ${text})
    ${grid}.dispatchEvent(new ClipboardEvent('paste', { clipboardData: board, bubbles: true, cancelable: true }))`
  const until = untilAnswer(act)
  const both = `(async () => {
    const began = performance.now()
    const answered = ${until}
    const seen = (await ${shown(amount.toLocaleString('en'))}) - began
    return { seen, answered: await answered }
  })()`
  const ms = (await page.evaluate(both)) as { seen: number; answered: number }
  await page.waitForTimeout(1500)
  return isShown ? ms.seen : ms.answered
}
