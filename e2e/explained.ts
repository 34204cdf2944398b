import type { Page, Request } from 'playwright-core'

type Value = number | { amount: number; currency: string } | null
type Part = { name?: string; title?: string; value: Value }
type Row = Record<string, unknown>
/** What the drawer was told: by the metric’s explanation, or by the module’s own. */
export type Heard = {
  value: number | null
  unit: string
  formula: string
  parts: { name: string; value: number | null }[]
  column: string | null
  /** Medians of a metric are worked out from dates, not from a column. */
  isAdditive: boolean
  rows: Row[]
  total: number
}

const amountOf = (value: Value): number | null => (value && typeof value === 'object' ? value.amount : value)

const isExplanation = (url: string): boolean =>
  /\/api\/(metrics\/[^/]+|attribution|pipeline)\/explanation/.test(url)

/** Opens a figure’s drawer and reads the answer it is drawn from, with every row, page by page; null where it was drawn from an answer heard before, or from what was typed. */
export async function hear(page: Page, open: () => Promise<void>): Promise<Heard | null> {
  const asked: Request[] = []
  const note = (request: Request) => void (isExplanation(request.url()) && asked.push(request))
  page.on('request', note)
  await open()
  await page.getByRole('dialog').locator('code').first().waitFor()
  page.off('request', note)
  const [first] = asked
  if (!first) return null
  const body = await (await page.request.get(first.url())).json()
  const url = new URL(first.url())
  const isMetric = url.pathname.startsWith('/api/metrics/')
  if (isMetric) url.pathname = url.pathname.replace(/explanation$/, 'rows')
  const { rows, total } = await everyRow(page, url)
  const shown = isMetric ? { value: amountOf(body.value), unit: body.metric.unit } : body.figure
  return {
    ...{ value: null, unit: 'count', ...shown, rows, total },
    formula: isMetric ? body.metric.formula : (body.formula ?? ''),
    isAdditive: !isMetric || body.metric.additive || body.parts.length > 0,
    parts: ((body.parts ?? []) as Part[]).map((one) => ({
      name: one.title ?? one.name ?? '',
      value: amountOf(one.value),
    })),
    column: body.adds?.column ?? null,
  }
}

async function everyRow(page: Page, url: URL): Promise<{ rows: Row[]; total: number }> {
  const rows: Row[] = []
  for (let total = 1; rows.length < total; ) {
    url.searchParams.set('limit', '500')
    url.searchParams.set('offset', String(rows.length))
    const answer = await (await page.request.get(url.href)).json()
    const found: Row[] = answer.rows ?? answer.items
    rows.push(...found)
    total = answer.total
    if (found.length === 0) return { rows, total }
  }
  return { rows, total: rows.length }
}

/** Half a minor unit of money; dust of binary fractions elsewhere. */
const near = (a: number, b: number, unit: string): boolean =>
  Math.abs(a - b) <= (unit === 'money' ? 0.005 : 1e-6 * Math.max(1, Math.abs(b)))

const sumOf = (rows: Row[], column: string): number =>
  rows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0)

/** Why the rows and parts of an explanation do not give its figure, or null. */
export function whyNot(heard: Heard): string | null {
  const { value, unit, parts, column, rows, total, formula } = heard
  if (value === null) return null
  if (rows.length !== total) return `${rows.length} of ${total} rows came`
  if (column)
    return near(sumOf(rows, column), value, unit)
      ? null
      : `${column} comes to ${sumOf(rows, column)}, not ${value}`
  if (/^(median|\d+th percentile)/.test(formula)) return whyNotPlaced(heard)
  if (parts.length > 0)
    return near(
      quotients(heard).sort((a, b) => Math.abs(a - value) - Math.abs(b - value))[0] ?? Number.NaN,
      value,
      unit,
    )
      ? null
      : `${JSON.stringify(parts)} do not give ${value}`
  if (!heard.isAdditive) return total > 0 ? null : 'no row came'
  if (unit === 'days')
    return near(waitsOf(rows), value, unit) ? null : `MQL to SAL of ${total} rows is not ${value}`
  const sums = [total, ...Object.keys(rows[0] ?? {}).map((name) => sumOf(rows, name))]
  return sums.some((sum) => near(sum, value, unit)) ? null : `no column of ${total} rows comes to ${value}`
}

/** Days from one stage to the next, over all rows. */
const waitsOf = (rows: Row[]): number =>
  rows.reduce(
    (sum, row) => sum + (Date.parse(String(row.sal_on)) - Date.parse(String(row.mql_on))) / 86_400_000,
    0,
  )

/** One divided by others, or what is left of it; in parts of a whole, by the removal effect; less one where something was taken off. */
function quotients({ parts, formula }: Heard): number[] {
  const [a, b, c] = parts.map((one) => one.value ?? Number.NaN) as [number, number, number]
  if (formula.startsWith('1 −')) return [1 - b / a]
  if (formula.includes('removal effect ÷ sum')) return [(a * b) / c]
  if (formula.includes('credited + unattributed')) return [a + b]
  return parts.length === 2 ? [a / b, (a - b) / b, a / (a + b)] : [a / (b + c), (a - b) / c]
}

/** A median stands at its place among the rows in order. */
function whyNotPlaced({ value, rows, formula, unit }: Heard): string | null {
  const quantile = formula.startsWith('median') ? 0.5 : 0.85
  const placed = Object.keys(rows[0] ?? {}).some((name) => {
    const sizes = rows.map((row) => Number(row[name])).sort((a, b) => a - b)
    const place = (sizes.length - 1) * quantile
    const [low = 0, high = 0] = [sizes[Math.floor(place)], sizes[Math.ceil(place)]]
    return near(low + (high - low) * (place - Math.floor(place)), value ?? Number.NaN, unit)
  })
  return placed || rows.length === 0 ? null : `no column has ${value} at its place`
}

export type Sort = { sort: string; label: string }

/** One figure of each sort on the page: a tile, a table or each of its columns, a number in a sentence; by unit, not 0 where one is not. */
export const figuresOf = (page: Page, isByColumn: boolean): Promise<Sort[]> =>
  page.locator('main').evaluate((main, isByColumn) => {
    const found = new Map<string, string>()
    for (const button of main.querySelectorAll('button[aria-label^="Explain"]')) {
      if (!button.checkVisibility()) continue
      const label = button.getAttribute('aria-label') ?? ''
      const cell = button.closest('td, th') as HTMLTableCellElement | null
      const table = cell?.closest('table')
      const printed = label.slice(label.lastIndexOf(': ') + 2)
      const unit = printed.includes('%')
        ? 'ratio'
        : /[$€£]/.test(printed)
          ? 'money'
          : /day/.test(printed)
            ? 'days'
            : 'number'
      const head = table?.querySelectorAll('thead th')[cell?.cellIndex ?? -1]?.textContent
      const place = table
        ? `${table.querySelector('caption')?.textContent}${isByColumn ? `, ${head}` : ''}`
        : button.closest('footer, dl, p, section')?.tagName.toLowerCase()
      const sort = `${place}, ${unit}`
      const known = found.get(sort)
      const isNought = (text: string) => !/[1-9]/.test(text.slice(text.lastIndexOf(': ')))
      if (known === undefined || (isNought(known) && !isNought(label))) found.set(sort, label)
    }
    return [...found].map(([sort, label]) => ({ sort, label }))
  }, isByColumn)
