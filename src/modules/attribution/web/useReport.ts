import { usePeriod } from '../../../ui/period/usePeriod.ts'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { useWhere } from '../../../ui/where/useWhere.ts'
import { attribution, ModelId } from '../contract.ts'
import type { Asked } from './explain.ts'

/** The report as the URL asks for it. */
export function useReport() {
  const period = usePeriod()
  const { where } = useWhere()
  const [by, setBy] = useUrl('by', 'channel')
  const asking: Asked = { by, ...period.range, where }
  const asked = useQuery(attribution.report, asking)
  return { asked, asking, period, setBy }
}

/** The model in the URL; without one, the model of the settings. */
export function useModel(chosen: ModelId): [model: ModelId, set: (model: ModelId) => void] {
  const [text, setText] = useUrl('model')
  const read = ModelId.safeParse(text)
  return [read.success ? read.data : chosen, (model) => setText(model === chosen ? '' : model)]
}
