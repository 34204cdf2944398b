import { printed } from '../../forecast/rules.ts'

type Sum = number | null
/** The sums of a period by the model and on the costs of an agreement; money in `currency`, null where undefined. */
export type Figures = {
  currency: string
  value: Sum
  sales: Sum
  cost: Sum
  channels: { channel: string | null; value: Sum; cost: Sum }[]
}
type Signed = { state: 'open' | 'signed' | 'withdrawn' | 'superseded' }

const did = ({ state }: Signed): string => (state === 'open' ? 'Proposed' : 'Signed')

/** What to say where sales are attributed by other settings than those an agreement was made on, or null. */
export const settingsDoubt = (one: Signed & { settingsVersion: number }, now: number): string | null =>
  one.settingsVersion === now
    ? null
    : `${did(one)} on other settings: version ${one.settingsVersion}, now ${now}.`

const isSame = (a: Sum, b: Sum): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) < 0.005 + Math.abs(a) * 1e-9)

const kinds = [
  { name: 'value', title: 'attributed value', unit: 'money' },
  { name: 'sales', title: 'sales', unit: 'count' },
  { name: 'cost', title: 'cost', unit: 'money' },
] as const

const said = (sum: Sum, unit: 'money' | 'count', currency: string): string =>
  sum === null ? 'n/a' : printed(sum, unit, currency)

/** What to say where the figures of the period are other ones than those an agreement was made on, or null. */
export function figuresDoubt(one: Signed, then: Figures, now: Figures): string | null {
  const moved = kinds.filter(({ name }) => !isSame(then[name], now[name]))
  const sums = moved.map(
    ({ name, title, unit }) =>
      `${title} ${said(then[name], unit, then.currency)}, now ${said(now[name], unit, now.currency)}`,
  )
  if (sums.length > 0) return `${did(one)} on other figures: ${sums.join('; ')}.`
  const shifted = shiftOf(then, now)
  return shifted && `${did(one)} on other figures: ${shifted}.`
}

/** Of channels whose credit or cost is another one though the sums are the same, the one that moved most. */
function shiftOf(then: Figures, now: Figures): string | null {
  const before = new Map(then.channels.map((one) => [one.channel, one]))
  const moves = now.channels.flatMap(({ channel, ...sums }) =>
    (['value', 'cost'] as const)
      .map((name) => ({ channel, name, was: before.get(channel)?.[name] ?? 0, is: sums[name] ?? 0 }))
      .filter(({ was, is }) => !isSame(was, is)),
  )
  const [most] = moves.sort((a, b) => Math.abs(b.is - b.was) - Math.abs(a.is - a.was))
  if (!most) return null
  const amounts = `${printed(most.was, 'money', then.currency)}, now ${printed(most.is, 'money', now.currency)}`
  return `${most.name === 'value' ? 'credit' : 'cost'} moved between channels, most for ${most.channel ?? 'no channel'}: ${amounts}`
}
