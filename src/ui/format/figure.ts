import { t } from '../messages/index.ts'
import { count, money, percent } from './number.ts'
import { days } from './when.ts'

export type Unit = 'count' | 'money' | 'ratio' | 'days' | 'number' | 'times'
/** Which way is better: `up`, `down`, or neither. */
export type Direction = 'up' | 'down' | 'none'
export type Verdict = 'good' | 'bad' | 'same' | 'none'

/** A figure as people read it; undefined, null and not-a-number print n/a, never 0 or ∞. */
export function figure(
  value: number | null | undefined,
  unit: Unit,
  currency = 'USD',
  options: { compact?: boolean } = {},
): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return t('figure.na')
  if (unit === 'money') return money(value, currency, options)
  if (unit === 'ratio') return percent(value)
  if (unit === 'days') return days(value)
  const printed = count(value, options)
  return unit === 'times' ? t('figure.times', { n: printed }) : printed
}

/** The change against a reference: percentage points for shares, per cent of the reference for the rest. */
export function change(
  value: number | null | undefined,
  reference: number | null | undefined,
  unit: Unit,
): { text: string; rise: number } | null {
  if (!isReal(value) || !isReal(reference)) return null
  const rise = value - reference
  if (unit === 'ratio') return { text: signed(rise * 100, (n) => t('figure.points', { n })), rise }
  if (reference === 0) return null
  return { text: signed((rise / Math.abs(reference)) * 100, (n) => `${n} %`), rise }
}

export function verdict(rise: number, better: Direction): Verdict {
  if (rise === 0) return 'same'
  if (better === 'none') return 'none'
  return rise > 0 === (better === 'up') ? 'good' : 'bad'
}

const isReal = (n: number | null | undefined): n is number => typeof n === 'number' && Number.isFinite(n)

function signed(amount: number, print: (n: string) => string): string {
  const size = Math.abs(amount)
  const text = count(size >= 100 ? Math.round(size) : Math.round(size * 10) / 10)
  const sign = text === '0' ? '±' : amount > 0 ? '+' : '−'
  return print(`${sign}${text}`)
}
