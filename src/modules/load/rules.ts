export * from './rules/signals.ts'
export * from './rules/spread.ts'

/** How full a week is, as a rate; null where nobody has hours. */
export const fullness = (planned: number, available: number): number | null =>
  available > 0 ? planned / available : planned > 0 ? Number.POSITIVE_INFINITY : null

export const overFrom = 1.1
export const idleUnder = 0.5

export const levelOf = (planned: number, available: number): 'over' | 'full' | 'idle' | 'well' | 'away' => {
  const rate = fullness(planned, available)
  if (rate === null) return 'away'
  if (rate > overFrom) return 'over'
  return rate > 0.9 ? 'full' : rate < idleUnder ? 'idle' : 'well'
}
