import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { listen, openBrowser } from './browser.ts'
import { dataFolder, fullscore, type Started, start } from './program.ts'

export type Demo = { server: Started; page: Page; heard: string[]; close(): Promise<void> }

/** The tiny demo company served, and its director signed in. `heard` has what pages complain about from then on. */
export async function openDemo(): Promise<Demo> {
  const data = dataFolder()
  execFileSync('cp', ['-a', `${await demoFolder()}/.`, data.path])
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

/** The company is made once in a run, by the first test that asks for it; the others wait and copy. */
async function demoFolder(): Promise<string> {
  const folder = process.env.FULLSCORE_TEST_DEMO as string
  const [made, told] = [join(folder, 'made'), join(folder, 'told')]
  if (isFirst(made)) {
    const { code, stderr } = await fullscore(['demo', '--size', 'tiny', '--data', made])
    writeFileSync(told, code === 0 ? '' : stderr)
  }
  while (!existsSync(told)) await wait(200)
  const fault = readFileSync(told, 'utf8')
  if (fault) throw new Error(fault)
  return made
}

function isFirst(made: string): boolean {
  try {
    mkdirSync(made)
    return true
  } catch {
    return false
  }
}
