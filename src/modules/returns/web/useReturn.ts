import { usePeriod } from '../../../ui/period/usePeriod.ts'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { useWhere } from '../../../ui/where/useWhere.ts'
import { metrics } from '../../metrics/contract.ts'
import type { Asked } from '../contract.ts'
import { sharedBy } from '../rules.ts'

/** What the address of the page asks for. */
export function useAsking() {
  const { range } = usePeriod()
  const { where } = useWhere()
  const [by, setBy] = useUrl('by', 'channel')
  const [costsText, setCosts] = useUrl('costs', 'full')
  const [basisText, setBasis] = useUrl('basis', 'conversion')
  const costs: Asked['costs'] = costsText === 'media' ? 'media' : 'full'
  const basis: Asked['basis'] = basisText === 'spend' ? 'spend' : 'conversion'
  return { asking: { ...range, where, by, costs, basis }, setBy, setCosts, setBasis }
}

export type Asking = ReturnType<typeof useAsking>['asking']

/** The dimensions cost shares with leads and opportunities, and those by which it is shared among leads. */
export function useShared() {
  const { data } = useQuery(metrics.catalogue, {})
  const own = data?.items.find((one) => one.id === 'cohort_roi')?.dimensions ?? ['channel']
  const shared = [...own, ...sharedBy.filter((name) => !own.includes(name))]
  const words = new Map(data?.dimensions.map((one) => [one.name, one.words]))
  return shared.map((name) => ({ value: name, label: (words.get(name) ?? name).split(',')[0] as string }))
}

export function useValues(dimension: string | null) {
  const asked = useQuery(
    metrics.values,
    { dimension: dimension ?? '' },
    { isOn: dimension !== null, keepsOld: false },
  )
  return { values: asked.data?.items.map((one) => one.value) ?? [], isLoading: asked.isFetching }
}
