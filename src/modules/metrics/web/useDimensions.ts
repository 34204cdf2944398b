import { useQuery } from '../../../ui/query.ts'
import { metrics } from '../contract.ts'

/** The values of a dimension for a filter, most frequent first. */
export function useValues(dimension: string | null) {
  const asked = useQuery(
    metrics.values,
    { dimension: dimension ?? '' },
    { isOn: dimension !== null, keepsOld: false },
  )
  return { values: asked.data?.items.map((one) => one.value) ?? [], isLoading: asked.isFetching }
}
