/** A score as people read it; n/a where there is none. */
export const scoreWords = (score: number | null): string =>
  score === null ? 'n/a' : score.toLocaleString('en', { maximumSignificantDigits: 4 })

/** What waiting costs, in whole units. */
export const costWords = (cost: number): string => cost.toLocaleString('en', { maximumFractionDigits: 0 })

export const percent = (share: number): string => `${Math.round(share * 100)} %`
