import type { Filter } from '../../../engine/query/query.ts'
import { ExplainDrawer } from '../../../ui/figure/ExplainDrawer.tsx'
import { MadeOf } from '../../../ui/figure/ExplainParts.tsx'
import { figure } from '../../../ui/format/figure.ts'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { useBehind } from '../../metrics/web/index.ts'
import type { Coverage } from '../contract.ts'

type ExplainCoverageProps = { data: Coverage; where: Filter[]; onClose: () => void }

/** What coverage is made of, and the open opportunities behind it. */
export function ExplainCoverage({ data, where, onClose }: ExplainCoverageProps) {
  const { currency, label } = data
  const own = { dimension: 'currency', is: 'in' as const, values: [currency] }
  const { notes, ...behind } = useBehind('pipeline_value', { where: [...where, own] })
  const money = (value: number | null) => figure(value, 'money', currency)
  const missing = data.target === null ? null : Math.max(0, data.target - data.won)
  return (
    <ExplainDrawer
      {...behind}
      isOpen
      onClose={onClose}
      figure={{
        label: 'Coverage',
        value: data.coverage,
        unit: 'times',
        ...(data.reason ? { reason: data.reason } : {}),
      }}
      definition="How many times the amount of all open opportunities covers the bookings target of the period, whenever they were opened and wherever they stand."
      formula="pipeline value ÷ target"
      period={label}
    >
      <MadeOf
        parts={[
          { name: 'Open opportunities', value: figure(data.openCount, 'count') },
          { name: 'Pipeline value', value: money(data.open) },
          { name: `÷ target${setBy(data)}`, value: money(data.target) },
          { name: 'Won already', value: money(data.won) },
          { name: 'Still to be won', value: money(missing) },
          { name: 'Covers what is still to be won', value: figure(data.ofRest, 'times') },
        ]}
      />
      <Notes notes={[`Seen from ${data.on}.`, ...new Set([...data.notes, ...notes])]} />
    </ExplainDrawer>
  )
}

const setBy = ({ setBy: names }: Coverage): string =>
  names.length > 0 ? `, set by ${names.join(' and ')}` : ''
