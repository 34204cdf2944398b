import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Asked } from '../../../kernel/contract.ts'
import { ExplainDrawer } from '../../../ui/figure/ExplainDrawer.tsx'
import { MadeOf } from '../../../ui/figure/ExplainParts.tsx'
import { cameWith, sourcesOf } from '../../../ui/figure/origins.tsx'
import { paged } from '../../../ui/figure/paged.ts'
import { saveEvery } from '../../../ui/figure/save-every.ts'
import { figure } from '../../../ui/format/figure.ts'
import { count } from '../../../ui/format/number.ts'
import type { Column } from '../../../ui/list/columns.ts'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { useRows } from '../../../ui/query.ts'
import { Trust } from '../../metrics/web/index.ts'
import { attribution, type Explained } from '../contract.ts'
import { Decided } from './Decided.tsx'

type Line = Explained['items'][number]
export type Figure = Asked<typeof attribution.explain>['figure']

/** Explains the figure of the journeys that was picked last. */
export function useJourneyFigure() {
  const [picked, explain] = useState<Figure | null>(null)
  return { explain, drawer: picked && <ExplainJourneys picked={picked} onClose={() => explain(null)} /> }
}

function ExplainJourneys({ picked, onClose }: { picked: Figure; onClose: () => void }) {
  const behind = useRows(attribution.explain, { figure: picked }, 50, { keepsOld: false })
  const told = behind.first
  const columns = columnsOf(told)
  return (
    <ExplainDrawer<Line>
      isOpen
      onClose={onClose}
      isLoading={behind.isPending}
      error={behind.error}
      onRetry={behind.refetch}
      figure={told && shownOf(told)}
      definition={told?.definition}
      formula={told?.formula}
      filters={told?.conditions.map((value) => ({ value }))}
      sources={sourcesOf(told?.imports)}
      rows={{
        columns,
        ...paged(behind),
        rowId: (_, index) => String(index),
        onExport: (format) =>
          void saveEvery(
            format,
            attribution.explain,
            { figure: picked },
            columns,
            told?.figure.label ?? 'rows',
          ),
      }}
    >
      {told && <About told={told} />}
    </ExplainDrawer>
  )
}

const shownOf = ({ figure: { currency, ...shown }, confidence }: Explained) => ({
  ...shown,
  ...(currency ? { currency } : {}),
  ...(confidence ? { grade: { grade: confidence.grade } } : {}),
})

/** The arithmetic, what was decided, and what the rows come to. */
function About({ told }: { told: Explained }) {
  const { parts, says, adds, confidence, settings } = told
  const { unit, currency } = told.figure
  const sum = adds && `The rows below add up to ${figure(adds.sum, unit, currency ?? undefined)}.`
  return (
    <>
      {parts.length > 0 && (
        <MadeOf
          parts={parts.map((part) => ({
            name: part.name,
            value: figure(part.value, part.unit, part.currency ?? undefined),
          }))}
        />
      )}
      <Notes notes={[...says, ...(sum ? [sum] : [])]} />
      {confidence && <Trust confidence={confidence} />}
      <Decided {...settings} />
    </>
  )
}

const numbers = new Set([
  'value',
  'credit',
  'part',
  'part_of_value',
  'sales',
  'without_sale',
  'touches',
  'days',
  'weight',
])

function columnsOf(told: Explained | undefined): Column<Line>[] {
  const { columns = [], items = [] } = told ?? {}
  const shown = columns.filter((name) => items.length === 0 || items.some((row) => row[name] !== null))
  const hasOrigin = items.some((row) => row.file !== null)
  return [...shown.map(columnOf), ...(hasOrigin ? [cameWith<Line>((row) => row as never)] : [])]
}

const columnOf = (name: string): Column<Line> => ({
  id: name,
  title: name.replaceAll('_', ' '),
  ...(numbers.has(name) ? { align: 'end' as const } : {}),
  value: (row) => row[name] as string | number | null,
  cell: (row) => <Told name={name} row={row} />,
})

function Told({ name, row }: { name: string; row: Line }) {
  const value = row[name] as string | number | null
  if (name === 'opportunity')
    return (
      <Link to={`/opportunities/${encodeURIComponent(String(row.id))}`} className="hover:underline">
        {value ?? String(row.id)}
      </Link>
    )
  if (typeof value === 'number') return <span className="tabular">{count(value)}</span>
  return name === 'path' ? <span className="block min-w-60">{value}</span> : value
}
