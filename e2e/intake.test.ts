import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousFindings, settled } from './browser.ts'
import { type Demo, openDemo } from './demo.ts'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo()
}, 240_000)
afterAll(() => demo?.close())

const fresh = async (): Promise<Page> => {
  const context = await demo.page
    .context()
    .browser()!
    .newContext({ viewport: { width: 1280, height: 900 } })
  return context.newPage()
}
const signIn = async (who: string): Promise<Page> => {
  const page = await fresh()
  await page.goto(`${demo.server.url}/sign-in`)
  await page.getByLabel('E-mail').fill(`${who}@brindlemoor.example`)
  await page.getByRole('textbox', { name: 'Password' }).fill('the-full-score')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  return page
}
const read = async <T>(page: Page, path: string): Promise<T> =>
  (await page.request.get(`${demo.server.url}/api${path}`)).json()
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** A guest without an account opens the front door, reads date and price, and sends. */
async function ask(guest: Page, title: string): Promise<void> {
  await guest.goto(`${demo.server.url}/ask`)
  await guest.getByRole('button', { name: /Something made/ }).click()
  await guest.getByLabel('What do you need?').fill(title)
  await guest.getByLabel('What is it for?').fill('Our partner shows it to forty firms')
  await guest.getByLabel('Why do you need it so quickly?').fill('The tour begins in two weeks')
  await guest.getByLabel('What is the impact?').fill('Nine licences last year')
  await guest.getByLabel('By when would you like it?').fill(inDays(9))
  await guest.getByLabel('Your name').fill('Femke Jansen')
  await guest.getByText('in 85 of 100 cases by').waitFor()
  await guest.getByText('would have to wait').waitFor()
  await guest.getByText(/The share of planned work that serves the vision goes from/).waitFor()
  await guest.waitForTimeout(3_000)
  await guest
    .locator('input[type=file]')
    .setInputFiles({ name: 'brief.txt', mimeType: 'text/plain', buffer: Buffer.from('The brief') })
  await guest.getByRole('button', { name: 'Take brief.txt out' }).waitFor()
  await guest.getByRole('button', { name: 'Send the request' }).click()
  await guest.getByText('It has arrived. Keep the address of this page').waitFor()
}

const openInInbox = async (manager: Page, title: string): Promise<void> => {
  await manager.goto(`${demo.server.url}/intake`)
  await settled(manager)
  await manager
    .getByRole('list', { name: 'Waiting for an answer' })
    .getByRole('button', { name: title })
    .click()
  await manager.getByRole('heading', { name: title }).waitFor()
}

test('a guest asks and sees date and price; the manager declines one, and accepts one that displaces', async () => {
  const [guest, manager] = [await fresh(), await signIn('rafael')]
  await ask(guest, 'A data sheet in Frisian')
  expect(await seriousFindings(guest)).toEqual([])

  await openInInbox(manager, 'A data sheet in Frisian')
  expect(await seriousFindings(manager)).toEqual([])
  await manager.keyboard.press('d')
  await manager.getByLabel('In your words').fill('Nobody of us speaks it.')
  await manager.keyboard.press('Escape')
  await manager.getByRole('dialog').waitFor({ state: 'detached' })
  await manager.keyboard.press('d')
  await manager.getByText('What you wrote and did not send is back.').waitFor()
  expect(await manager.getByLabel('In your words').inputValue()).toBe('Nobody of us speaks it.')
  await manager.getByLabel('What to do instead').fill('Take the Dutch one.')
  await manager.getByRole('dialog').getByRole('button', { name: 'Decline' }).click()
  await manager.getByText(/R-\d+ is declined/).waitFor()
  await guest.reload()
  await guest.getByText('Take the Dutch one.').waitFor()
  await guest.getByRole('button', { name: 'The alternative helps' }).click()
  await guest.getByRole('button', { name: 'The alternative does not help after all' }).waitFor()
})

test('an urgent request waits for the owner of what it displaces, and the guest sees the date', async () => {
  const [guest, manager] = [await fresh(), await signIn('rafael')]
  await ask(guest, 'A banner for the tour')
  const { items: boards } = await read<{ items: { id: string; name: string }[] }>(manager, '/work/boards')
  const board = boards.find((one) => one.name === 'Operations')!
  const { items } = await read<{ items: { name: string; owner: string }[] }>(
    manager,
    `/intake/boards/${board.id}/displaceable`,
  )
  const displaced = items.find((one) => one.owner === 'Yuna Takahashi')!

  await openInInbox(manager, 'A banner for the tour')
  await manager.keyboard.press('a')
  await manager.getByLabel('Or why it is not vision').fill('A partner asked for it')
  await manager.getByLabel('Promised for').fill(inDays(9))
  await manager.getByRole('switch').click()
  await manager.getByRole('combobox', { name: 'Item' }).fill(displaced.name)
  await manager.getByRole('option', { name: displaced.name }).first().click()
  await manager.getByText('Yuna Takahashi is asked first.').waitFor()
  await manager.getByLabel('Its new day').fill(inDays(200))
  await manager.getByRole('button', { name: 'Ask for consent' }).click()
  await manager.getByText(/R-\d+ waits for consent/).waitFor()
  await guest.reload()
  await guest.getByText('Waiting for consent').waitFor()

  const owner = await signIn('yuna')
  await owner
    .getByRole('link', { name: /^May W-\d+ wait until/ })
    .first()
    .click()
  await owner.getByText('A banner for the tour').first().waitFor()
  expect(await seriousFindings(owner)).toEqual([])
  await owner.getByRole('button', { name: 'Yes, it may wait' }).click()
  await owner.getByText(/^You consented: it is due on/).waitFor()
  await guest.reload()
  await guest.getByText('It is accepted.').waitFor()
  await guest.getByText('Promised for').waitFor()
  expect(await guest.content()).not.toMatch(/Yuna|Rafael|Operations/)
})

test('a reason that is being written stays when somebody else answers, and it is said who', async () => {
  const [guest, manager] = [await fresh(), await signIn('rafael')]
  await ask(guest, 'A flag for the roof')
  await openInInbox(manager, 'A flag for the roof')
  await manager.keyboard.press('d')
  await manager.getByLabel('In your words').fill('The roof is not ours.')

  const director = await signIn('imogen')
  await openInInbox(director, 'A flag for the roof')
  await director.keyboard.press('b')
  await director.getByLabel('Your question').fill('Which roof?')
  await director.getByRole('dialog').getByRole('button', { name: 'Ask' }).click()
  await director.getByText(/R-\d+ waits for an answer/).waitFor()

  await manager.getByText(/was quicker: something was asked back/).waitFor()
  expect(await manager.getByLabel('In your words').inputValue()).toBe('The roof is not ours.')
  await manager.getByRole('button', { name: 'Go on all the same' }).click()
  await manager.getByRole('dialog').getByRole('button', { name: 'Decline' }).click()
  await manager.getByText(/R-\d+ is declined/).waitFor()
})
