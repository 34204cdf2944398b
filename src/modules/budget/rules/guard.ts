import { inPercent } from './split.ts'

export const purposes = ['brand', 'advocacy', 'social', 'demand', 'neither'] as const
export type Purpose = (typeof purposes)[number]
export const guarded = ['brand', 'advocacy', 'social'] as const
export const purposeTitles: Record<Purpose, string> = {
  brand: 'Brand',
  advocacy: 'Advocacy',
  social: 'Social',
  demand: 'Demand',
  neither: 'Neither',
}

type Guard = {
  areas: Record<string, Purpose>
  least: Record<(typeof guarded)[number], number>
  refuses: boolean
}
export const firstGuard = {
  areas: {},
  least: { brand: 0, advocacy: 0, social: 0 },
  refuses: false,
  needsApprovedCampaign: false,
}

/** What a line is for: what it says itself, else what its area is for; neither where nobody said. */
export const purposeOf = (
  line: { purpose: Purpose | null; area: string },
  guard: Pick<Guard, 'areas'>,
): Purpose => line.purpose ?? guard.areas[line.area] ?? 'neither'

/** Sums by purpose, and the share of each of all that have one, in hundredths of a percent; null where there is nothing. */
export function sharesByPurpose(lines: readonly { purpose: Purpose; minor: number }[]) {
  const sums: Record<Purpose, number> = { brand: 0, advocacy: 0, social: 0, demand: 0, neither: 0 }
  for (const one of lines) sums[one.purpose] += one.minor
  const base = sums.brand + sums.advocacy + sums.social + sums.demand
  const share = (one: Purpose): number | null =>
    one === 'neither' || base <= 0 ? null : (sums[one] / base) * 10_000
  const shares = Object.fromEntries(purposes.map((one) => [one, share(one)])) as Record<
    Purpose,
    number | null
  >
  return { sums, shares }
}

type Shares = Record<Purpose, number | null>

/**
 * What goes under the guard-rail with a change, or further under it; null where nothing does. `before` is null where
 * nothing was in force yet, as before a plan is approved.
 */
export function crossing(before: Shares | null, after: Shares, guard: Guard): string | null {
  const said = guarded.flatMap((one) => {
    const [is, least] = [after[one], guard.least[one]]
    if (is === null || is >= least) return []
    const was = before?.[one] ?? (before ? 0 : null)
    if (was !== null && is >= was) return []
    const words = was === null ? `is at ${inPercent(is)}` : `falls from ${inPercent(was)} to ${inPercent(is)}`
    return [`${purposeTitles[one]} ${words}, under its least share of ${inPercent(least)}`]
  })
  return said.length > 0 ? said.join('; ') : null
}

/** Why a change cannot cross the guard-rail; null when it can, with its reason. */
export function whyNotCross(crossed: string, guard: Guard, reason: string): string | null {
  if (guard.refuses)
    return `${crossed}. The guard-rail refuses it: give to it first, or ask the director to change it.`
  return reason.trim().length < 3
    ? `${crossed}. Say the reason for going under the guard-rail to do it all the same.`
    : null
}
