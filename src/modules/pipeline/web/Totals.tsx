import { useState } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { ExplainDrawer } from '../../../ui/figure/ExplainDrawer.tsx'
import { MadeOf } from '../../../ui/figure/ExplainParts.tsx'
import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import { figure } from '../../../ui/format/figure.ts'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { conditionWords } from '../../../ui/where/useWhere.ts'
import { metrics } from '../../metrics/contract.ts'
import { comparedLabel, useCompared } from '../../metrics/web/index.ts'
import { pipeline } from '../contract.ts'
import { useCohort } from './useCohort.ts'

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
      <Velocity />
    </FigureRow>
  )
}

function Velocity() {
  const { cohort, period, where } = useCohort()
  const organisation = useOrganisation()
  const [isOpen, setOpen] = useState(false)
  const asked = useQuery(pipeline.velocity, cohort)
  const { data } = asked
  const { averageValue } = data ?? {}
  const parts = [
    { name: 'Open opportunities', value: figure(data?.opportunities, 'count') },
    { name: '× win rate', value: figure(data?.winRate, 'ratio') },
    {
      name: '× average won value',
      value: figure(averageValue?.amount, 'money', averageValue?.currency ?? organisation.currency),
    },
    { name: '÷ median days to close', value: figure(data?.medianDays, 'days') },
  ]
  const shownFigure = {
    label: 'Velocity per day',
    value: data?.perDay?.amount ?? null,
    currency: data?.perDay?.currency,
    unit: 'money' as const,
    reason: data?.notes[0] ?? 'Something it is made of is not known in this period.',
  }
  return (
    <>
      <Figure
        {...shownFigure}
        better="up"
        period={period.label}
        isLoading={asked.isPending}
        onExplain={() => setOpen(true)}
      />
      <ExplainDrawer
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        figure={shownFigure}
        definition="How much won value the pipeline yields a day."
        formula="open opportunities × win rate × average won value ÷ median days from opening to close"
        period={period.label}
        filters={conditionWords(where)}
      >
        <MadeOf parts={parts} />
      </ExplainDrawer>
    </>
  )
}
