import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Format } from '../../../engine/format.ts'
import type { Asked } from '../../../kernel/contract.ts'
import { ExplainDrawer } from '../../../ui/figure/ExplainDrawer.tsx'
import { MadeOf } from '../../../ui/figure/ExplainParts.tsx'
import { cameWith, sourcesOf } from '../../../ui/figure/origins.tsx'
import { paged } from '../../../ui/figure/paged.ts'
import { saveEvery } from '../../../ui/figure/save-every.ts'
import type { Unit } from '../../../ui/format/figure.ts'
import { Day } from '../../../ui/format/Values.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { useRows } from '../../../ui/query.ts'
import { conditionWords } from '../../../ui/where/useWhere.ts'
import type { Condition } from '../../../ui/where/where.ts'
import { type Behind, pipeline } from '../contract.ts'

/** A figure counted from the funnel, and the question that answers whom it counts. */
export type Counted = {
  label: string
  value: number | null
  unit: Unit
  reason?: string
  definition: string
  formula: string
  period: string
  asks: Omit<Asked<typeof pipeline.explain>, 'limit' | 'offset' | 'where'> & { where: Condition[] }
  parts?: { name: string; value: string }[]
  says?: string[]
}

/** Explains the figure of the funnel that was picked last. */
export function useBehind() {
  const [counted, explain] = useState<Counted | null>(null)
  return { explain, drawer: counted && <ExplainBehind counted={counted} onClose={() => explain(null)} /> }
}

function ExplainBehind({ counted, onClose }: { counted: Counted; onClose: () => void }) {
  const { asks, parts = [], says = [] } = counted
  const behind = useRows(pipeline.explain, asks, 50, { keepsOld: false })
  return (
    <ExplainDrawer<Behind>
      isOpen
      onClose={onClose}
      isLoading={behind.isPending}
      error={behind.error}
      onRetry={behind.refetch}
      figure={counted}
      definition={counted.definition}
      formula={counted.formula}
      period={counted.period}
      filters={conditionWords(asks.where)}
      sources={sourcesOf(behind.first?.imports)}
      rows={{
        columns: columnsFor(asks.reached !== undefined && asks.reached !== asks.entered).filter((column) =>
          isTold(column, behind.rows),
        ),
        ...paged(behind),
        rowId: (one) => one.id,
        onExport: (format) => void saveAll(format, counted),
      }}
    >
      {parts.length > 0 && <MadeOf parts={parts} />}
      <Notes notes={says} />
    </ExplainDrawer>
  )
}

/** A column that says nothing of any row in sight is left out. */
const isTold = (column: Column<Behind>, rows: Behind[] = []) =>
  rows.length === 0 || rows.some((row) => column.value(row) !== null)

const pageOf = { contact: '/leads', opportunity: '/opportunities' } as const

const dated = (id: 'enteredOn' | 'reachedOn' | 'since', title: string): Column<Behind> => ({
  id,
  title,
  value: (one) => one[id],
  cell: (one) =>
    one[id] && (
      <span className="whitespace-nowrap">
        <Day date={one[id]} />
      </span>
    ),
})

function columnsFor(isReached: boolean): Column<Behind>[] {
  const columns: Column<Behind>[] = [
    {
      id: 'name',
      title: 'Name',
      value: (one) => one.name ?? one.id,
      cell: (one) => (
        <Link to={`${pageOf[one.kind]}/${encodeURIComponent(one.id)}`} className="hover:underline">
          {one.name ?? one.id}
        </Link>
      ),
    },
    { id: 'account', title: 'Account', value: (one) => one.account },
    { id: 'channel', title: 'Channel', value: (one) => one.channel },
    dated('enteredOn', 'Entered'),
    { ...dated('reachedOn', 'Reached'), isHidden: !isReached },
    { id: 'stage', title: 'Stands in', value: (one) => one.stage },
    dated('since', 'Since'),
    cameWith((one) => one),
  ]
  return columns.filter((one) => !one.isHidden)
}

/** Every row behind the figure as one file. */
const saveAll = (format: Format, { label, asks }: Counted): Promise<void> =>
  saveEvery(format, pipeline.explain, asks, columnsFor(true), label)
