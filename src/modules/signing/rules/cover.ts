import type { CostBasis } from '../contract.ts'

const credit = /^attributed_(?:value|won)_(\w+)$/
const priced = /^(?:cohort_)?(media_)?(?:cost|cost_per_\w+|(roi|romi))$/
/** What advertising platforms claim for themselves: no cost basis of ours. */
const ofPlatforms = ['cost_per_conversion', 'cost_per_confirmed_conversion']

/** The model a metric credits sales by, or the costs it counts; null where no agreement says anything of it. */
export function basisOf(metric: string): { model: string } | { costs: CostBasis } | null {
  const model = credit.exec(metric)?.[1]
  if (model) return { model }
  const found = ofPlatforms.includes(metric) ? null : priced.exec(metric)
  if (!found) return null
  return { costs: found[1] !== undefined || found[2] === 'romi' ? 'media' : 'full' }
}

/** Whether a metric uses what was signed, or something else in its place; null where neither. */
export function usedBy(metric: string, terms: { model: string; costs: CostBasis }): 'same' | 'other' | null {
  const basis = basisOf(metric)
  if (!basis) return null
  const isSame = 'model' in basis ? basis.model === terms.model : basis.costs === terms.costs
  return isSame ? 'same' : 'other'
}
