import type { Weekly } from './fit.ts'

/** Fewest weeks a fit rests on, and fewest weeks in which a channel must have been spent on otherwise than usual. */
export const leastWeeks = 52
export const leastVaried = 10

/** Why nothing can be fitted to these weeks; null where it can. */
export function whyNotFit(weekly: Weekly): string | null {
  const weeks = weekly.outcome.length
  if (weeks < leastWeeks)
    return `There are ${weeks} whole weeks with both spend and outcome; ${leastWeeks} are needed to tell spend from season.`
  if (weekly.outcome.every((value) => value === weekly.outcome[0]))
    return 'The outcome was the same in every week, so nothing can be told from it.'
  if (weekly.channels.every((one) => whyLeftAlone(one.spend) !== null))
    return `No channel’s spend varied in at least ${leastVaried} weeks, so nothing can be told from it.`
  return null
}

/** Why a channel's response cannot be told, so that its spend is left as it is; null where it can. */
export function whyLeftAlone(spend: readonly number[]): string | null {
  if (spend.every((one) => one === 0)) return 'nothing was spent on it in these weeks'
  const varied = weeksVaried(spend)
  return varied < leastVaried
    ? `its spend was a tenth or more away from its usual level in ${varied} ${varied === 1 ? 'week' : 'weeks'} only; ${leastVaried} are needed`
    : null
}

/** In how many weeks spend was more than a tenth away from its usual (median) level. */
export function weeksVaried(spend: readonly number[]): number {
  const usual = [...spend].sort((a, b) => a - b)[spend.length >> 1]!
  const slack = usual > 0 ? usual / 10 : Math.max(...spend) / 100
  return spend.filter((one) => Math.abs(one - usual) > slack).length
}

/** Pairs of channels whose spend moves together so closely that their effects can hardly be told apart. */
export function inseparable({ channels }: Weekly, limit = 0.9): { a: string; b: string; r: number }[] {
  return channels.flatMap((one, at) =>
    channels
      .slice(at + 1)
      .map((other) => ({ a: one.name, b: other.name, r: correlation(one.spend, other.spend) }))
      .filter(({ r }) => Math.abs(r) >= limit),
  )
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length
  const [ma, mb] = [mean(a), mean(b)]
  const product = (x: readonly number[], mx: number, y: readonly number[], my: number) =>
    x.reduce((sum, one, t) => sum + (one - mx) * (y[t]! - my), 0)
  const spread = Math.sqrt(product(a, ma, a, ma) * product(b, mb, b, mb))
  return spread > 0 ? product(a, ma, b, mb) / spread : 0
}
