import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { type MetricShown, metrics } from '../../metrics/contract.ts'

const usual = ['opportunities', 'leads']

/** The metric that stands in the URL, else the usual one of those there are. */
export function useMetric() {
  const asked = useQuery(metrics.catalogue, {})
  const items = asked.data?.items ?? []
  const fallback = usual.find((id) => items.some((one) => one.id === id)) ?? items[0]?.id ?? ''
  const [id, setId] = useUrl('metric', fallback)
  const metric: MetricShown | undefined =
    items.find((one) => one.id === id) ?? items.find((one) => one.id === fallback)
  const words = new Map((asked.data?.dimensions ?? []).map((one) => [one.name, one.words]))
  const dimensions = (metric?.dimensions ?? []).map((value) => ({ value, label: words.get(value) ?? value }))
  const options = items.map((one) => ({ value: one.id, label: one.title }))
  return { asked, metric, setId, options, dimensions }
}

/** The dimensions of one metric, for a filter. */
export function useDimensionsOf(id: string) {
  const { data } = useQuery(metrics.catalogue, {})
  const words = new Map(data?.dimensions.map((one) => [one.name, one.words]))
  const names = data?.items.find((one) => one.id === id)?.dimensions ?? []
  return names.map((value) => ({ value, label: words.get(value) ?? value }))
}

/** The values of a dimension for a filter, most frequent first. */
export function useValues(dimension: string | null) {
  const asked = useQuery(
    metrics.values,
    { dimension: dimension ?? '' },
    { isOn: dimension !== null, keepsOld: false },
  )
  return { values: asked.data?.items.map((one) => one.value) ?? [], isLoading: asked.isFetching }
}
