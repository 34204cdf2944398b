import type { ReactNode } from 'react'
import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import type { MetricShown } from '../../metrics/contract.ts'
import { amountOf, currencyOf } from '../../metrics/web/index.ts'
import type { Campaign, Target } from '../contract.ts'
import { useResults } from './useResults.ts'
import { wholeOf } from './words.tsx'

/** What came of a campaign since its first day, beside what it was meant to bring. */
export function Results({ one }: { one: Campaign }) {
  const mayRead = useCan()('metrics:read')
  if (!mayRead) return <Notes notes={['You may read briefs, not figures.']} />
  return one.names.length === 0 ? <Unnamed mayName={one.can.share} /> : <Figures one={one} />
}

const Unnamed = ({ mayName }: { mayName: boolean }): ReactNode => (
  <FaceOf
    empty={{
      children:
        'It is not said yet what this campaign is called in other systems, so no imported row can be counted for it.',
      action: mayName && <Button to="?tab=names">Choose its names</Button>,
    }}
  >
    {() => null}
  </FaceOf>
)

function Figures({ one }: { one: Campaign }) {
  const { demand, kpis, startsOn } = one.brief
  const targets = [...(demand ? [demand] : []), ...kpis]
  const { shown, items, row, notes, selection, unnamed, faces } = useResults(one, targets)
  const apart = targets.filter((target) => items && !shown.some((item) => item.id === target.metric))
  return (
    <FaceOf {...faces}>
      {() => (
        <>
          <FigureRow>
            {shown.map((item) => (
              <Figure
                key={item.id}
                label={item.title}
                value={unnamed(item.id) ? null : amountOf(row?.[item.id])}
                currency={currencyOf(row?.[item.id])}
                unit={item.unit}
                better={item.direction}
                period={`since ${startsOn}`}
                target={targetOf(targets, item.id)}
                reason={unnamed(item.id) ?? 'Nothing to divide by yet.'}
                explain={{ metric: item.id, ...selection }}
              />
            ))}
          </FigureRow>
          <Notes notes={[...notesOf(one), ...apart.map(apartWords(items ?? [])), ...notes]} />
        </>
      )}
    </FaceOf>
  )
}

function targetOf(targets: Target[], metric: string) {
  const found = targets.find((one) => one.metric === metric)
  if (!found) return null
  const value = found.money ? wholeOf(found.money) : found.value
  return value === null ? null : { value, label: 'target' }
}

const notesOf = (one: Campaign): string[] => [
  `Counted by ${one.names.length === 1 ? 'the name' : 'the names'} ${one.names.join(', ')}.`,
  ...one.sources
    .filter((source) => !source.isImported)
    .map(({ name }) => `No row was imported under “${name}”: it counts nothing yet.`),
]

const apartWords = (items: MetricShown[]) => (target: Target) =>
  `“${items.find((item) => item.id === target.metric)?.title ?? target.metric}” is not known by campaign, so it is not shown here.`
