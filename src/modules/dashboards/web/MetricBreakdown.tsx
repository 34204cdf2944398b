import { Select } from '../../../ui/parts/Select.tsx'
import { useUrl } from '../../../ui/useUrl.ts'
import type { MetricShown } from '../../metrics/contract.ts'
import { plainTile } from './plain-tile.ts'
import { TileView } from './TileView.tsx'

type MetricBreakdownProps = { metric: MetricShown; dimensions: { name: string; words: string }[] }

/** The largest values of a dimension, each with its rows behind it. */
export function MetricBreakdown({ metric, dimensions }: MetricBreakdownProps) {
  const usual = metric.dimensions.includes('channel') ? 'channel' : (metric.dimensions[0] ?? '')
  const [wanted, set] = useUrl('by', usual)
  const by = metric.dimensions.includes(wanted) ? wanted : usual
  if (!by) return null
  const options = dimensions
    .filter(({ name }) => metric.dimensions.includes(name))
    .map(({ name, words }) => ({ value: name, label: words }))
  return (
    <div className="flex flex-col gap-2">
      <span className="w-70">
        <Select label="Broken down by" value={by} options={options} onChange={set} />
      </span>
      <TileView tile={plainTile(metric.id, 'breakdown', by)} metric={metric} deeds={null} />
    </div>
  )
}
