import { Part } from '../../../ui/figure/ExplainDrawer.tsx'
import { useQuery } from '../../../ui/query.ts'
import { attribution, type Explained } from '../contract.ts'
import { decidedBy } from '../rules/decided.ts'

/** What was decided once for every model, by the version of the settings the figures were made with. */
export const Decided = ({ version, decided }: Explained['settings']) => (
  <Part title={`How sales are attributed · settings version ${version}`}>
    <dl className="flex flex-col gap-1.5 text-sm">
      {decided.map(({ name, says }) => (
        <div key={name}>
          <dt className="font-medium">{name}</dt>
          <dd className="text-ink-2">{says}</dd>
        </div>
      ))}
    </dl>
  </Part>
)

/** In the Explain of every credited figure. */
export default function DecidedOnMetric({ metric }: { metric: string }) {
  const isCredited = metric.startsWith('attributed_')
  const { data } = useQuery(attribution.settings, {}, { isOn: isCredited })
  if (!isCredited || !data) return null
  return <Decided version={data.current.version} decided={decidedBy(data.current.settings)} />
}
