import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousFindings, settled } from './browser.ts'
import { type Demo, openDemo } from './demo.ts'

let demo: Demo
let page: Page
let path: string
beforeAll(async () => {
  demo = await openDemo()
  page = demo.page
  const { items } = await page.evaluate(async () => (await fetch('/api/campaigns?level=campaign')).json())
  path = `${demo.server.url}/campaigns/${items[0].id}`
}, 300_000)
afterAll(() => demo?.close())

const line = (name: string) => page.getByRole('listitem').filter({ hasText: name })
const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="document.title='run'"><script>document.title='run'</script></svg>`

/** Let files go over a place, as a hand does. */
const drop = (on: Page, files: { name: string; type: string; text: string }[]) =>
  on.getByText('Drop files here').evaluate((place, dropped) => {
    const data = new DataTransfer()
    for (const { name, type, text } of dropped) data.items.add(new File([text], name, { type }))
    for (const kind of ['dragenter', 'dragover', 'drop'])
      place.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }))
  }, files)

test('files are chosen with u, dropped on the card, and pasted', { timeout: 120_000 }, async () => {
  await page.goto(path)
  await settled(page)
  await page.getByRole('button', { name: 'Add files' }).waitFor()
  let isOpen = false
  const chooser = page.waitForEvent('filechooser').finally(() => {
    isOpen = true
  })
  // Keys are heard once the page has drawn itself.
  for (let tries = 0; tries < 20 && !isOpen; tries += 1) {
    await page.keyboard.press('u')
    await page.waitForTimeout(300)
  }
  const buffer = Buffer.from('chosen by keyboard')
  await (await chooser).setFiles([{ name: 'chosen.txt', mimeType: 'text/plain', buffer }])
  await line('chosen.txt').getByText('18 bytes').waitFor()

  await drop(page, [{ name: 'logo.svg', type: 'image/svg+xml', text: svg }])
  await line('logo.svg').getByText('nothing in it runs here').waitFor()
  expect(new URL(page.url()).pathname).toContain('/campaigns/')

  await page.evaluate(() => {
    const data = new DataTransfer()
    data.items.add(new File(['\x89PNG'], 'image.png', { type: 'image/png' }))
    dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  })
  await line('Pasted 20').first().waitFor()
})

test('what is handed in as a picture with a script is saved, and runs nowhere', async () => {
  const href = await page.evaluate(async (campaign) => {
    const { items } = await (await fetch(`/api/attachments/campaign/${campaign}`)).json()
    return `/api/files/${items.find((one: { name: string }) => one.name === 'logo.svg').id}/content`
  }, path.split('/').at(-1))
  const saved = page.waitForEvent('download')
  await page.goto(`${demo.server.url}${href}`).catch(() => undefined)
  expect((await saved).suggestedFilename()).toBe('logo.svg')
  expect(await page.title()).not.toBe('run')
})

test('a picture and a PDF are looked at beside the record, without an obstacle', async () => {
  await page.getByRole('button', { name: /Key visual.png.*look at it/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('img').waitFor()
  await dialog.getByText('960 × 540 pixels').waitFor()
  await page.getByRole('button', { name: 'The file before' }).waitFor()
  await page.keyboard.press('k')
  await dialog.getByText('1 page of 210 × 297 mm').waitFor()
  await dialog.getByRole('img', { name: 'Brief.pdf, page 1 of 1' }).waitFor()
  await page.waitForFunction(() => {
    const canvas = document.querySelector('canvas')
    const dots = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data
    return dots?.some((value, at) => at % 4 === 0 && value < 100 && dots[at + 3] === 255)
  })
  expect(await seriousFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('img', { name: 'Brief.pdf, page 1 of 1' }).waitFor({ state: 'hidden' })
})

test('a file is removed and put back by undo, and renamed', async () => {
  await page.getByRole('button', { name: 'More about chosen.txt' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await line('chosen.txt').getByText('18 bytes').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await line('chosen.txt').getByText('18 bytes').waitFor()
  await page.getByRole('button', { name: 'More about chosen.txt' }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('kept.txt')
  await page.keyboard.press('Enter')
  await line('kept.txt').getByText('18 bytes').waitFor()
})

test('on a telephone nothing of it runs off the screen', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(path)
  await line('Key visual.png').waitFor()
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
  expect(await seriousFindings(page)).toEqual([])
  expect(demo.heard).toEqual([])
})
