import type { Out } from '../../../kernel/contract.ts'
import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import { useQuery } from '../../../ui/query.ts'
import { metrics } from '../../metrics/contract.ts'
import { comparedLabel, useCompared } from '../../metrics/web/index.ts'
import { totalsSlot } from './slots.ts'
import { useCohort } from './useCohort.ts'
import { Velocity } from './Velocity.tsx'

const shown = [
  { id: 'opportunities', label: 'Opened', unit: 'count', better: 'up' },
  { id: 'won', label: 'Won', unit: 'count', better: 'up' },
  { id: 'win_rate', label: 'Win rate', unit: 'ratio', better: 'up' },
  { id: 'won_value', label: 'Won value', unit: 'money', better: 'up' },
] as const

type Row = Out<typeof metrics.query>['rows'][number]
const amount = (row: Row | undefined, id: string): number | null => {
  const value = row?.[id]
  return typeof value === 'number' ? value : value && typeof value === 'object' ? value.amount : null
}
const currency = (row: Row | undefined, id: string) => {
  const value = row?.[id]
  return value && typeof value === 'object' ? value.currency : undefined
}

/** The figures above the list, each beside its reference. */
export function Totals() {
  const { cohort, period } = useCohort()
  const { compare } = useCompared()
  const ids = [...shown.map((one) => one.id), 'lost']
  const asked = useQuery(metrics.query, { metrics: ids, ...cohort, ...(compare ? { compare } : {}) })
  const now = asked.data?.rows[0]
  const before = asked.data?.compared?.[0]
  const won = amount(now, 'won') ?? 0
  return (
    <FigureRow>
      {shown.map((one) => (
        <Figure
          key={one.id}
          label={one.label}
          value={amount(now, one.id)}
          currency={currency(now, one.id)}
          unit={one.unit}
          better={one.better}
          period={period.label}
          reference={
            period.compare && {
              value: amount(before, one.id),
              label: comparedLabel(period.compare, asked.data?.comparedPeriod),
            }
          }
          outOf={
            one.id === 'win_rate'
              ? { part: won, whole: won + (amount(now, 'lost') ?? 0), of: 'decided' }
              : undefined
          }
          reason={asked.data?.notes[0] ?? 'Nothing was decided in this period.'}
          isLoading={asked.isPending}
          explain={{ metric: one.id, ...cohort }}
        />
      ))}
      <Velocity cohort={cohort} period={period.label} />
      {totalsSlot.all.map((Part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts are added once, at start
        <Part key={index} {...cohort} />
      ))}
    </FigureRow>
  )
}
