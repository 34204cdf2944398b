import { paybackYears, presentValue, returnOnInvestment, shareForPayback } from '../../methods/investment.ts'
import { inWords } from '../budget/rules.ts'
import type { Bar, Body, End, PartInput, Reckoned } from './things.ts'

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0)

/** Benefits and costs by year, the start first, as they are likely. */
export function sidesOf({ parts, years }: Pick<Body, 'parts' | 'years'>) {
  const of = (isCost: boolean) => {
    const own = parts.filter((one) => (one.kind === 'cost') === isCost)
    const yearly = Array.from({ length: years }, (_, at) => sum(own.map((one) => one.yearly[at] ?? 0)))
    return [sum(own.map((one) => one.once)), ...yearly]
  }
  return { benefits: of(false), costs: of(true) }
}

/** Why a body makes no case; null when it does. */
export function whyNotCase({ parts, years }: Pick<Body, 'parts' | 'years'>): string | null {
  const long = parts.find((one) => one.yearly.slice(years).some((minor) => minor > 0))
  if (long)
    return `“${long.name}” has amounts after year ${years}, where the case ends. Let it run longer, or take them out.`
  const early = parts.find((one) => one.kind !== 'cost' && one.once > 0)
  if (early) return `“${early.name}” cannot come once at the start: what comes in or is saved comes by year.`
  const empty = (one: PartInput) => one.once + sum(one.yearly) === 0
  const blank = parts.find(empty)
  return blank ? `“${blank.name}” has no amount.` : null
}

type Sides = { benefits: readonly number[]; costs: readonly number[] }

function endOf({ benefits, costs }: Sides, rate: number): End {
  const flows = benefits.map((minor, at) => Math.round(minor) - Math.round(costs[at]!))
  const years = paybackYears(flows)
  return {
    benefits: Math.round(sum(benefits)),
    costs: Math.round(sum(costs)),
    roi: returnOnInvestment(sum(benefits), sum(costs)),
    npv: Math.round(presentValue(rate, flows)),
    paybackMonths: years === null ? null : Math.ceil(Number((years * 12).toFixed(6))),
    flows,
  }
}

const times = (amounts: readonly number[], share: number): number[] => amounts.map((minor) => minor * share)

/** A case in numbers against a bar: three ends, what it clears and by how much, and what would have to be true. */
export function reckon(body: Body, bar: Bar): Reckoned {
  const { benefits, costs } = sidesOf(body)
  const at = (share: number, over: number) =>
    endOf({ benefits: times(benefits, share / 100), costs: times(costs, 1 + over / 100) }, bar.rate)
  const [low, likely, high] = [at(body.low, body.over), at(100, 0), at(body.high, 0)]
  const checks = checksOf(likely, bar, body.currency)
  const sure = body.confidence / 100
  const needed = neededOf({ benefits, costs }, bar)
  return {
    ...{ low, likely, high, checks, needed },
    weighted: Math.round(likely.npv * sure + low.npv * (1 - sure)),
    clears: checks.every((one) => one.clears),
    says: saysOf(needed, body),
  }
}

function checksOf(end: End, bar: Bar, currency: string): Reckoned['checks'] {
  const over = end.benefits - bar.value
  const roi = end.roi === null ? null : end.roi - bar.roi
  const months = end.paybackMonths === null ? null : bar.paybackMonths - end.paybackMonths
  const side = (by: number) => (by >= 0 ? 'above' : 'below')
  const share = (by: number) => `${Math.abs(by * 100).toFixed(0)} percentage points`
  return [
    {
      ...{ of: 'value', clears: over >= 0, by: over },
      says: `Value of ${inWords(end.benefits, currency)}: ${inWords(Math.abs(over), currency)} ${side(over)} the bar.`,
    },
    {
      ...{ of: 'roi', clears: roi === null || roi >= 0, by: roi },
      says:
        roi === null
          ? 'ROI is n/a: nothing is spent.'
          : `ROI of ${((end.roi ?? 0) * 100).toFixed(0)} %: ${share(roi)} ${side(roi)} the bar.`,
    },
    {
      ...{ of: 'payback', clears: months !== null && months >= 0, by: months },
      says:
        months === null
          ? 'It does not pay back within its horizon.'
          : `Payback after ${end.paybackMonths} months: ${Math.abs(months)} ${months >= 0 ? 'sooner' : 'later'} than the bar.`,
    },
  ]
}

/** The share of the likely benefits at which value, ROI and payback all just clear; null where no share would. */
function neededOf({ benefits, costs }: Sides, bar: Bar): number | null {
  const all = sum(benefits)
  const payback = shareForPayback({ benefits, costs }, bar.paybackMonths / 12)
  if (all <= 0 || payback === null) return null
  return Math.max(bar.value / all, ((1 + bar.roi) * sum(costs)) / all, payback)
}

function saysOf(needed: number | null, { low }: Body): string {
  if (needed === null)
    return 'No share of its benefits would clear the bar: too little comes before the payback is due.'
  const share = `${Math.ceil(Number((needed * 100).toFixed(6)))} %`
  if (needed > 1) return `Its benefits would have to come to ${share} of what is likely to clear the bar.`
  return needed * 100 <= low
    ? `${share} of its likely benefits are enough to clear the bar; even the low end has ${low} %.`
    : `${share} of its likely benefits have to come to clear the bar; the low end has ${low} %.`
}

/** Why a remark on a version is refused; null when it can be made. */
export function whyNotRemark(
  said: { verdict: string; says: string; version: number },
  now: number,
): string | null {
  if (said.version !== now)
    return `This is version ${said.version}, and version ${now} is in force. Read that first; a signature is for one version.`
  return said.verdict !== 'supports' && said.says.length < 3 ? 'Say why, in 3 letters at least.' : null
}

/** The formulas as the page prints them, with their source. */
export const formulas: { name: string; formula: string }[] = [
  { name: 'ROI', formula: '(benefits − costs) ÷ costs, undiscounted, over the horizon' },
  {
    name: 'NPV',
    formula: 'Σ flowₜ ÷ (1 + rate)ᵗ; the start is t = 0, yearly flows come at the end of their year',
  },
  {
    name: 'Payback',
    formula: 'first month in which the running sum of flows is no longer below 0, years flowing evenly',
  },
  { name: 'Weighted NPV', formula: 'confidence × likely NPV + (1 − confidence) × low NPV' },
]
export const formulaSource = 'Brealey, Myers, Allen: Principles of Corporate Finance.'
