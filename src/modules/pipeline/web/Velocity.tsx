import { useState } from 'react'
import type { Filter } from '../../../engine/query/query.ts'
import { ExplainDrawer } from '../../../ui/figure/ExplainDrawer.tsx'
import { MadeOf } from '../../../ui/figure/ExplainParts.tsx'
import { Figure } from '../../../ui/figure/Figure.tsx'
import { figure } from '../../../ui/format/figure.ts'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { conditionWords } from '../../../ui/where/useWhere.ts'
import { pipeline } from '../contract.ts'

type VelocityProps = { cohort: { from?: string; to?: string; where: Filter[] }; period: string }

/** How much won value the pipeline yields a day, and what that is made of. */
export function Velocity({ cohort, period }: VelocityProps) {
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
        period={period}
        isLoading={asked.isPending}
        onExplain={() => setOpen(true)}
      />
      <ExplainDrawer
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        figure={shownFigure}
        definition="How much won value the pipeline yields a day."
        formula="open opportunities × win rate × average won value ÷ median days from opening to close"
        period={period}
        filters={conditionWords(cohort.where)}
      >
        <MadeOf parts={parts} />
      </ExplainDrawer>
    </>
  )
}
