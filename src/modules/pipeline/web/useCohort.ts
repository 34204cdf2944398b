import { usePeriod } from '../../../ui/period/usePeriod.ts'
import { useQuery } from '../../../ui/query.ts'
import { useWhere } from '../../../ui/where/useWhere.ts'
import { metrics } from '../../metrics/contract.ts'

/** Whom an insight page is about: the shared period and the conditions, as routes take them. */
export function useCohort(name?: string) {
  const period = usePeriod()
  const { where } = useWhere(name)
  return { period, where, cohort: { ...period.range, where } }
}

/** What the page can be filtered and broken down by. */
export function useDimensions() {
  const { data } = useQuery(metrics.catalogue, {})
  return (data?.dimensions ?? []).map(({ name, words }) => ({ value: name, label: words }))
}

export function useValues(dimension: string | null) {
  const asked = useQuery(
    metrics.values,
    { dimension: dimension ?? '' },
    { isOn: dimension !== null, keepsOld: false },
  )
  return { values: asked.data?.items.map((one) => one.value) ?? [], isLoading: asked.isFetching }
}
