import { type ReactNode, useState } from 'react'
import { ExplainDrawer } from '../../../ui/figure/ExplainDrawer.tsx'
import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import type { Unit } from '../../../ui/format/figure.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import type { Load } from '../contract.ts'

type Shown = {
  label: string
  value: number | null
  unit: Unit
  definition: ReactNode
  formula: string
  better?: 'down' | 'up'
  reason?: string
}

const figuresOf = (load: Load): Shown[] => [
  {
    ...{ label: 'Questions', value: load.asked, unit: 'count', better: 'down' },
    definition:
      'Each time somebody asked something, here or noted by one of us. What was taken back is left out.',
    formula: 'count of times asked, by the day they were asked on',
  },
  {
    ...{ label: 'Asked before', value: load.repeatedShare, unit: 'ratio', better: 'down' },
    definition:
      'The share that somebody had asked before, in the same or in other words, however long ago. Questions that were said to be the same count as one.',
    formula: `${load.repeated} asked before ÷ ${load.asked} asked`,
    reason: 'Nothing was asked in these weeks.',
  },
  {
    ...{ label: 'Answered at once', value: load.answeredAtOnce, unit: 'count', better: 'up' },
    definition: `Somebody read a published answer and said that it answered it. ${load.byVisitors} of them were visitors without an account, who are counted one by one.`,
    formula: 'count of “yes, this answered it”, by the day it was said',
  },
  {
    ...{ label: 'Hours saved, about', value: load.hoursSaved, unit: 'number', better: 'up' },
    definition: `An estimate. It takes each of them to have saved ${load.assumption.minutes} minutes of answering by hand, which nobody has measured. The assumption can be changed, and every version of it stays.`,
    formula: `${load.answeredAtOnce} answered at once × ${load.assumption.minutes} minutes ÷ 60`,
  },
]

/** The four figures of the load; each opens what it is. */
export function LoadFigures({ load }: { load: Load }) {
  const [explained, explain] = useState<Shown | null>(null)
  const period = `The last ${load.weeks.length} weeks`
  return (
    <>
      <FigureRow>
        {figuresOf(load).map((one) => (
          <Figure
            key={one.label}
            label={one.label}
            value={one.value}
            unit={one.unit}
            period={period}
            onExplain={() => explain(one)}
            {...(one.better ? { better: one.better } : {})}
            {...(one.reason ? { reason: one.reason } : {})}
          />
        ))}
      </FigureRow>
      <ExplainDrawer
        isOpen={explained !== null}
        onClose={() => explain(null)}
        period={period}
        {...(explained
          ? { figure: explained, definition: explained.definition, formula: explained.formula }
          : {})}
      >
        <Button className="self-start" to="/questions">
          The questions behind it
        </Button>
      </ExplainDrawer>
    </>
  )
}
