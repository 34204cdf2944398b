import type { Browser, Page } from 'playwright-core'
import { listen, openBrowser } from './browser.ts'
import { dataFolder, fullscore, type Started, start } from './program.ts'

export type Demo = { server: Started; page: Page; heard: string[]; close(): Promise<void> }

/** The tiny demo company served, and its director signed in. `heard` has what pages complain about from then on. */
export async function openDemo(): Promise<Demo> {
  const data = dataFolder()
  const { code, stderr } = await fullscore(['demo', '--size', 'tiny', '--data', data.path])
  if (code !== 0) throw new Error(stderr)
  const server = await start(data.path)
  const browser: Browser = await openBrowser()
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(`${server.url}/sign-in`)
  await page.getByLabel('E-mail').fill('imogen@brindlemoor.example')
  await page.getByRole('textbox', { name: 'Password' }).fill('the-full-score')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  return {
    ...{ server, page, heard: listen(page) },
    async close() {
      await browser.close()
      await server.end()
      data.remove()
    },
  }
}
