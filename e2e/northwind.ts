import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { listen, openBrowser } from './browser.ts'
import { dataFolder, fullscore, type Started, start } from './program.ts'

export type Northwind = { server: Started; page: Page; heard: string[]; close(): Promise<void> }

/** An organisation of 200 imported people whose director has just founded it. `heard` has what pages complain about from then on. */
export async function openNorthwind(): Promise<Northwind> {
  const data = dataFolder()
  const server = await start(data.path)
  await fullscore(['import', contactsIn(data.path), '--data', data.path])
  const browser = await openBrowser()
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await found(page, server.url)
  return {
    ...{ server, page, heard: listen(page) },
    async close() {
      await browser.close()
      await server.end()
      data.remove()
    },
  }
}

function contactsIn(folder: string): string {
  const file = join(folder, 'contacts.csv')
  const lines = ['Record ID,First Name,Last Name,Email,Create Date,Lifecycle Stage']
  for (let n = 1; n <= 200; n += 1)
    lines.push(`${n},Ada${n},Bright,ada${n}@north.example,2025-0${1 + (n % 6)}-1${n % 9} 09:30,lead`)
  writeFileSync(file, lines.join('\n'))
  return file
}

/** Makes an organisation and its first person, who is signed in from then on. */
export async function found(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.waitForURL('**/welcome')
  await page.getByLabel('Your name').fill('Ana Ribeiro')
  await page.getByLabel('Your e-mail').fill('ana@northwind.example')
  await page.getByRole('textbox', { name: 'Password' }).fill('sunny-harbour-quartet')
  await page.locator('form input').first().fill('Northwind Instruments')
  await page.getByRole('button', { name: 'Create the organisation' }).click()
  await page.waitForURL(`${url}/`)
}
