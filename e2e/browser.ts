import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.FULLSCORE_CHROMIUM ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })

/** What a page complains about to nobody: script errors, refused resources, broken policies. */
export function listen(page: Page): string[] {
  const heard: string[] = []
  page.on('pageerror', (error) => heard.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(`${page.url()}: ${message.text()}`)
  })
  return heard
}

/** What the accessibility check calls serious or worse, as lines one can act on. */
export async function seriousFindings(page: Page, options: axe.RunOptions = {}): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = (await page.evaluate(`axe.run(${JSON.stringify(options)})`)) as axe.AxeResults
  return violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .map((one) => `${new URL(page.url()).pathname}: ${one.help} (${one.nodes[0]?.html})`)
}

/** Wait until a page has said what it has to say. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1, main h2').first().waitFor()
  await page.locator('main .bone, [aria-busy="true"]').first().waitFor({ state: 'hidden' })
  await page.waitForTimeout(150)
}
