import { useQuery } from '../../../ui/query.ts'
import { metrics } from '../../metrics/contract.ts'
import type { Campaign, Target } from '../contract.ts'

/** What is shown of every campaign, by the names the catalogue has for it. */
const usual =
  'spend cost touches opportunities cost_per_opportunity won_value roi attributed_won_w attributed_value_w'.split(
    ' ',
  )
/** Those that rest on the campaign an opportunity itself names. */
const ofOpportunities = ['opportunities', 'cost_per_opportunity', 'won_value', 'roi']

/** A campaign’s figures since its first day, its targets first. */
export function useResults(one: Campaign, targets: Target[]) {
  const known = useQuery(metrics.catalogue, {})
  const items = known.data?.items
  const wanted = [...new Set([...targets.map((target) => target.metric), ...usual])]
  const shown = wanted.flatMap(
    (id) => items?.find((item) => item.id === id && item.dimensions.includes('campaign')) ?? [],
  )
  const selection = {
    from: one.brief.startsOn,
    where: [{ dimension: 'campaign', is: 'exactly' as const, values: one.names }],
  }
  const asked = useQuery(
    metrics.query,
    { metrics: shown.map((item) => item.id), ...selection },
    { isOn: shown.length > 0 },
  )
  const named = useQuery(metrics.query, {
    metrics: ['opportunities'],
    where: [{ dimension: 'campaign', is: 'not_in' as const, values: [null] }],
  })
  const nobodyNames = named.data?.rows[0]?.opportunities === 0
  return {
    ...{ shown, items, selection, row: asked.data?.rows[0], notes: asked.data?.notes ?? [] },
    /** Why a figure is not known though rows were counted: 0 would say that nothing came. */
    unnamed: (id: string): string | undefined =>
      nobodyNames && ofOpportunities.includes(id) ? 'No imported opportunity names its campaign.' : undefined,
    faces: {
      isLoading: known.isPending || asked.isPending || named.isPending,
      error: known.error ?? asked.error ?? named.error,
      onRetry: () => void asked.refetch(),
    },
  }
}
