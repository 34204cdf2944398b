import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, seriousFindings } from './browser.ts'
import { dataFolder, type Started, start } from './program.ts'

const data = dataFolder()
let server: Started
let browser: Browser
let ana: Page
let marco: Page
beforeAll(async () => {
  server = await start(data.path)
  browser = await openBrowser()
  ana = await visit()
  marco = await visit()
})
afterAll(async () => {
  await browser?.close()
  await server?.end()
  data.remove()
})

/** Each visitor has a browser profile, and so a session, of their own. */
const visit = async () => (await browser.newContext({ viewport: { width: 1360, height: 860 } })).newPage()
const fill = (page: Page, name: string, text: string) =>
  page.getByRole('textbox', { name, exact: true }).fill(text)
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

test('the first visitor founds the organisation and comes home', async () => {
  await ana.goto(server.url)
  await heading(ana, 'Every instrument’s line on one page')
  expect(await seriousFindings(ana)).toEqual([])
  await fill(ana, 'Name of the organisation', 'Northwind Instruments')
  await fill(ana, 'Your name', 'Ana Ribeiro')
  await fill(ana, 'Your e-mail', 'ana@northwind.example')
  await fill(ana, 'Password', 'sunny-harbour')
  await choosesCurrencyByKeyboard()
  await press(ana, 'Create the organisation')
  await heading(ana, 'Good day, Ana')
  await ana.goto(`${server.url}/organisation`)
  await expect.poll(() => ana.getByRole('combobox', { name: 'Currency' }).inputValue()).toContain('EUR')
  await ana.goto(server.url)
  await heading(ana, 'Good day, Ana')
  expect(await seriousFindings(ana)).toEqual([])
})

/** Each way to leave a name in the field; none of them sends the form. */
async function choosesCurrencyByKeyboard() {
  const currency = ana.getByRole('combobox', { name: 'Currency' })
  const holds = (words: string) => expect.poll(() => currency.inputValue()).toContain(words)
  const type = async (words: string, key: string) => {
    await currency.focus()
    await currency.press('ControlOrMeta+a')
    await currency.pressSequentially(words)
    await currency.press(key)
  }
  await type('GBP', 'Enter')
  await holds('GBP')
  await type('EUX', 'Enter')
  await ana.keyboard.press('Tab')
  await ana.getByText('No one option is called “EUX”').waitFor()
  await holds('GBP')
  await type('CHF', 'Tab')
  await holds('CHF')
  await type('EUR', 'Enter')
  await holds('EUR')
  expect(new URL(ana.url()).pathname).toBe('/welcome')
}

test('she invites Marco, who joins with the link and sees less than she does', async () => {
  await ana.goto(`${server.url}/people/new`)
  await fill(ana, 'Name', 'Marco Haas')
  await fill(ana, 'E-mail', 'marco@northwind.example')
  await ana.getByRole('checkbox', { name: 'Manager', exact: true }).click()
  await press(ana, 'Invite')
  const link = await ana.getByLabel('Link', { exact: true }).inputValue()
  expect(link).toMatch(`${server.url}/invite/`)

  await marco.goto(link)
  await heading(marco, 'Join Northwind Instruments')
  expect(await seriousFindings(marco)).toEqual([])
  await fill(marco, 'Password', 'quiet river stones')
  await press(marco, 'Join')
  await heading(marco, 'Good day, Marco')
  const items = await marco.getByRole('navigation').allInnerTexts()
  expect(items.join()).not.toContain('Organisation')
})

test('whoever comes without a session signs in and lands where they wanted to go', async () => {
  const page = await visit()
  await page.goto(`${server.url}/people?state=active`)
  await heading(page, 'Sign in to Northwind Instruments')
  expect(await seriousFindings(page)).toEqual([])
  await fill(page, 'E-mail', 'marco@northwind.example')
  await fill(page, 'Password', 'wrong')
  await press(page, 'Sign in')
  await page.getByText('The e-mail address or the password is not right.').waitFor()
  await fill(page, 'Password', 'quiet river stones')
  await press(page, 'Sign in')
  await heading(page, 'People')
  expect(page.url()).toBe(`${server.url}/people?state=active`)
})

test('a tick in the matrix of roles is saved at once and can be undone', async () => {
  const tick = ana.getByRole('checkbox', { name: 'Creator: activity:read' })
  const isOn = () => tick.getAttribute('aria-checked')
  await ana.goto(`${server.url}/roles`)
  await tick.click()
  await expect.poll(isOn).toBe('true')
  await press(ana, /^Undo/)
  await expect.poll(isOn).toBe('false')
  await ana.goto(`${server.url}/activity`)
  await ana.getByText('changed the role Creator').first().waitFor()
})

test('a view saved on a list is found again, shared with everybody', async () => {
  await ana.request.post(`${server.url}/api/views`, {
    data: { page: '/people', name: 'Waiting', search: 'state=invited' },
  })
  await ana.goto(`${server.url}/views`)
  await ana.getByRole('switch', { name: 'Share Waiting' }).click()
  await marco.goto(`${server.url}/views`)
  await marco.getByRole('link', { name: 'Waiting' }).click()
  await heading(marco, 'People')
  expect(marco.url()).toBe(`${server.url}/people?state=invited`)
})

test('signing out closes the door', async () => {
  await press(marco, /^You: Marco/)
  await marco.getByRole('menuitem', { name: 'Sign out' }).click()
  await heading(marco, 'Sign in to Northwind Instruments')
  await marco.goto(`${server.url}/people`)
  await heading(marco, 'Sign in to Northwind Instruments')
})
