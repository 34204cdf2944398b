import { minorDigits } from '../../methods/money.ts'
import type { Metric, Ratio } from './catalogue.ts'
import { filterWords, type Query } from './query.ts'
import type { Cells, Value } from './run.ts'

type RatioMetric = Metric & { ratio: Ratio }
type Divided = { value: Value; note?: string }

/** The value of a ratio from the values of its parts; undefined is null with the reason. */
export function divided(metric: RatioMetric, one: Cells, part: (id: string) => Value): Divided {
  const { ratio, title, unit } = metric
  if (isUnknown(ratio, one)) return { value: null }
  const [top, off, ...below] = [ratio.of, ratio.minus, ...ratio.to].map((id) => (id ? part(id) : 0))
  const currencies = currenciesOf([top, off, ...below])
  if (currencies.length > 1)
    return {
      value: null,
      note: `${title} is n/a where its amounts are in different currencies: ${currencies.join(' and ')}.`,
    }
  const bottom = below.reduce((sum: number, value) => sum + amountOf(value ?? null), 0)
  if (bottom === 0 || top === null || off === null)
    return { value: null, note: `${title} is n/a where ${ratio.undefined}.` }
  const value = (amountOf(top ?? null) - amountOf(off ?? null)) / bottom
  const currency = currencies[0]
  if (unit !== 'money' || !currency) return { value }
  const digits = minorDigits(currency) + (ratio.extraDigits ?? 0)
  return { value: { amount: Number(value.toFixed(digits)), currency } }
}

/** The bare number of a value: of money in whole units of its currency; 0 where it is n/a. */
export const amountOf = (value: Value): number =>
  value === null ? 0 : typeof value === 'number' ? value : value.amount

/** An amount of 0 is no amount of any currency. */
function currenciesOf(values: (Value | undefined)[]): string[] {
  const amounts = values.flatMap((value) => (value && typeof value === 'object' ? [value] : []))
  const filled = amounts.filter((value) => value.amount !== 0)
  return [...new Set((filled.length > 0 ? filled : amounts).map((value) => value.currency))]
}

const isUnknown = ({ unknown }: Ratio, one: Cells): boolean =>
  unknown !== undefined && !one.values.has(unknown.of) && !one.mixed.has(unknown.of)

const named = 3

/** One sentence for the ratios that are n/a because nothing is known of one of their parts, naming where. */
export function unknownNotes(asked: Metric[], all: Cells[], query: Query): string[] {
  const titles = new Map<string, string[]>()
  for (const metric of asked) {
    if (!('ratio' in metric) || !metric.ratio.unknown) continue
    const missing = all.filter((one) => isUnknown(metric.ratio, one))
    if (missing.length === 0) continue
    const words = metric.ratio.unknown.words.replace('{period}', () => whereOf(missing, all, query))
    titles.set(words, [...(titles.get(words) ?? []), metric.title])
  }
  return [...titles].map(
    ([words, named]) => `${named.join(', ')} ${named.length > 1 ? 'are' : 'is'} n/a: ${words}.`,
  )
}

function whereOf(missing: Cells[], all: Cells[], query: Query): string {
  const conditions = query.where.map(filterWords)
  const said = [spanOf(query), ...conditions.map((one) => `where ${one}`)].join(' ')
  if (missing.length === all.length) return said
  const labels = missing.map((one) =>
    [...one.labels.map((label) => label ?? 'blank'), ...(one.period ? [one.period] : [])].join(', '),
  )
  const rest = labels.length > named ? ` and ${labels.length - named} more` : ''
  return `${labels.slice(0, named).join('; ')}${rest} (${said})`
}

function spanOf({ from, to }: Query): string {
  if (from && to) return `${from} to ${to}`
  if (from) return `the time since ${from}`
  return to ? `the time until ${to}` : 'all time'
}
