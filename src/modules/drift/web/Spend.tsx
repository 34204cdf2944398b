import { Link } from '@tanstack/react-router'
import { CornerLeftUp } from 'lucide-react'
import { useState } from 'react'
import { address } from '../../../kernel/client.ts'
import { download } from '../../../ui/format/save.ts'
import { Money } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Exports } from '../../../ui/kit/Exports.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { LinkUp } from '../../trace/web/index.ts'
import { type Drift, drift, type UntracedLine } from '../contract.ts'

type Shown = NonNullable<Drift['spend']>
type Area = Shown['areas'][number]
const measures = [
  ['plan', 'Plan'],
  ['committed', 'Committed'],
  ['actual', 'Actual'],
] as const

/** Spend that leads nowhere, by area, and line by line with one click to mend it. */
export function Spend({ data: { spend } }: { data: Drift }) {
  if (!spend) return <p className="text-ink-2">Budgets are not among what you may read.</p>
  if (spend.areas.length === 0)
    return <p className="text-ink-2">There is no budget line yet that could lead up to the vision.</p>
  return (
    <>
      <Notes notes={spend.notes} />
      <Card title={`Not traced to the vision in ${spend.label}, by area`}>
        <DataTable<Area>
          caption="Spend not traced to the vision, by area"
          rows={spend.areas}
          rowId={(one) => one.area || 'none'}
          columns={[
            { id: 'area', title: 'Area', value: (one) => one.area || 'No area' },
            ...measures.map(
              ([id, title]): Column<Area> => ({
                ...{ id, title, align: 'end', value: (one) => one[id].rate },
                cell: (one) => <Part part={one[id]} currency={spend.currency} />,
              }),
            ),
          ]}
          footer={{
            area: 'Together',
            ...Object.fromEntries(
              measures.map(([id]) => [id, <Part key={id} part={spend[id]} currency={spend.currency} />]),
            ),
          }}
        />
      </Card>
      <Lines lines={spend.lines} />
    </>
  )
}

function Part({ part: { total, untraced, rate }, currency }: { part: Shown['plan']; currency: string }) {
  if (rate === null) return <span className="text-ink-3">–</span>
  return (
    <span className="flex flex-col py-1">
      <span className="tabular font-medium text-ink">{`${(rate * 100).toFixed(0)} %`}</span>
      <span className="text-sm text-ink-3">
        <Money minor={untraced} currency={currency} />
        {' of '}
        <Money minor={total} currency={currency} />
      </span>
    </span>
  )
}

function Lines({ lines }: { lines: UntracedLine[] }) {
  const [linking, setLinking] = useState<string | null>(null)
  const mayLink = useCan()('budget:write')
  return (
    <Card
      title="Lines that lead nowhere"
      actions={
        lines.length > 0 && (
          <Exports onSave={(format) => download(address(drift.exportLines, { format }).url)} />
        )
      }
    >
      {lines.length === 0 ? (
        <p className="text-ink-2">Every line leads up to the vision.</p>
      ) : (
        <DataTable<UntracedLine>
          caption="Budget lines that lead nowhere"
          rows={lines}
          rowId={(one) => one.id}
          columns={mayLink ? [...columns, linkColumn(setLinking)] : columns}
        />
      )}
      {linking && (
        <LinkUp kind="budget-line" id={linking} isLinked={false} onClose={() => setLinking(null)} />
      )}
    </Card>
  )
}

const columns: Column<UntracedLine>[] = [
  {
    ...{ id: 'name', title: 'Line', value: (one) => one.name },
    cell: (one) => (
      <span className="flex flex-col py-1">
        <Link to={`/budget/lines/${one.id}`} className="text-accent-ink hover:underline">
          {one.name}
        </Link>
        <span className="text-sm text-ink-3">{[one.area, one.campaign].filter(Boolean).join(', ')}</span>
      </span>
    ),
  },
  ...measures.map(
    ([id, title]): Column<UntracedLine> => ({
      ...{ id, title, align: 'end', value: (one) => one[id] },
      cell: (one) => <Money minor={one[id]} currency={one.currency} />,
    }),
  ),
]

const linkColumn = (onLink: (id: string) => void): Column<UntracedLine> => ({
  ...{ id: 'link', title: '', align: 'end', isSortable: false, value: () => '' },
  cell: (one) => (
    <Button small look="quiet" icon={<CornerLeftUp size={14} />} onClick={() => onLink(one.id)}>
      Link up
      <span className="sr-only">{`: ${one.name}`}</span>
    </Button>
  ),
})
