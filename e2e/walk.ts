import type { Page } from 'playwright-core'
import { settled } from './browser.ts'

const most = 120

/** Pages of single things are one kind: `/people/per_01…` is `/people/$id`, `/leads/e%3Aada` is `/leads/$id`. */
const kindOf = (path: string): string => {
  const [route = '', asked] = path.split('?')
  const kind = route
    .replace(/^\/metrics\/(?!explore)[a-z_]+$/, '/metrics/$id')
    .replace(/\/[^/]*[\d%:@][^/]*/g, '/$id')
  return asked === undefined ? kind : `${kind}?${asked}`
}

async function linksOn(page: Page): Promise<string[]> {
  const links = await page
    .locator('a[href^="/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
  return links.map((one) => one.split(/[?#]/)[0] as string).filter((one) => !one.startsWith('/api'))
}

/** Opens one page of each kind that links lead to, from Home and from `paths`, and looks at it; answers the kinds seen. */
export async function walk(
  page: Page,
  url: string,
  look: (path: string) => Promise<void>,
  paths: string[] = [],
) {
  const seen = new Set<string>()
  const waiting = ['/', ...paths]
  for (let path = waiting.shift(); path !== undefined && seen.size < most; path = waiting.shift()) {
    const kind = kindOf(path)
    if (seen.has(kind)) continue
    seen.add(kind)
    await page.goto(`${url}${path}`)
    await settled(page)
    await look(path)
    waiting.push(...(await linksOn(page)))
  }
  return seen
}
