import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { metrics } from '../../metrics/contract.ts'
import { amountOf, comparedLabel, currencyOf, useCompared, useGrades } from '../../metrics/web/index.ts'
import { useCohort } from './useCohort.ts'

const shown = [
  { id: 'leads', label: 'Leads', unit: 'count' },
  { id: 'mql', label: 'MQL', unit: 'count' },
  { id: 'opportunities', label: 'Opportunities', unit: 'count' },
  { id: 'won', label: 'Won', unit: 'count' },
  { id: 'won_value', label: 'Won value', unit: 'money' },
] as const

const ids = shown.map((one) => one.id)

/** How the period goes, on the home page of whoever may see figures; hidden while nothing has been brought in. */
export default function HomeFigures() {
  const canRead = useCan()('metrics:read')
  return canRead ? <Figures /> : null
}

function Figures() {
  const { cohort, period } = useCohort()
  const { compare } = useCompared()
  const asked = useQuery(metrics.query, { metrics: ids, ...cohort, ...(compare ? { compare } : {}) })
  const gradeOf = useGrades(ids, cohort)
  const now = asked.data?.rows[0]
  const before = asked.data?.compared?.[0]
  const isBare = [now, before].every((row) => !row || shown.every((one) => !amountOf(row[one.id])))
  if (!asked.isPending && isBare) return null
  return (
    <FigureRow>
      {shown.map((one) => (
        <Figure
          key={one.id}
          label={one.label}
          value={amountOf(now?.[one.id])}
          currency={currencyOf(now?.[one.id])}
          unit={one.unit}
          better="up"
          period={period.label}
          reference={
            period.compare && {
              value: amountOf(before?.[one.id]),
              label: comparedLabel(period.compare, asked.data?.comparedPeriod),
            }
          }
          grade={gradeOf(one.id)}
          isLoading={asked.isPending}
          explain={{ metric: one.id, ...cohort }}
        />
      ))}
    </FigureRow>
  )
}
