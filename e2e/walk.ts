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

/**
 * Opens one page of each kind that links lead to, from Home and from `paths`, and looks at it; answers the kinds seen.
 * Several pages of one browser walk abreast.
 */
export async function walk(
  pages: Page[],
  url: string,
  look: (page: Page, path: string) => Promise<void>,
  paths: string[] = [],
) {
  const seen = new Set<string>()
  const waiting = ['/', ...paths]
  const visit = async (page: Page, path: string) => {
    await page.goto(`${url}${path}`)
    await settled(page)
    await look(page, path)
    waiting.push(...(await linksOn(page)))
  }
  while (waiting.length > 0 && seen.size < most) {
    const next = takeNew(waiting, seen, pages.length)
    await Promise.all(next.map((path, at) => visit(pages[at] as Page, path)))
  }
  return seen
}

/** Takes from `waiting` up to `many` paths of kinds not seen yet, and counts them as seen. */
function takeNew(waiting: string[], seen: Set<string>, many: number): string[] {
  const taken: string[] = []
  while (taken.length < many && waiting.length > 0) {
    const path = waiting.shift() as string
    if (!seen.has(kindOf(path))) taken.push(path)
    seen.add(kindOf(path))
  }
  return taken
}
