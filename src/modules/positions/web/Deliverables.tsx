import { Check } from 'lucide-react'
import { useState } from 'react'
import { Day } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Deliverable, type Position, positions } from '../contract.ts'
import { DeliverableForm } from './DeliverableForm.tsx'
import { inHours } from './words.tsx'

type DeliverablesProps = { position: Position; items: Deliverable[]; mayManage: boolean }

/** What was agreed to come of a position, and what did. */
export function Deliverables({ position, items, mayManage }: DeliverablesProps) {
  const [open, setOpen] = useState<Deliverable | 'new' | null>(null)
  return (
    <Card
      title="What it delivers"
      actions={
        mayManage && (
          <Button small onClick={() => setOpen('new')}>
            Agree on a deliverable
          </Button>
        )
      }
    >
      {items.length === 0 ? (
        <p className="text-ink-2">Nothing is agreed yet. Say what it delivers, and by when.</p>
      ) : (
        <DataTable<Deliverable>
          caption="Deliverables"
          rows={items}
          rowId={(one) => one.id}
          columns={mayManage ? [...columns, actions(setOpen)] : columns}
        />
      )}
      {open && (
        <DeliverableForm
          positionId={position.id}
          deliverable={open === 'new' ? null : (items.find((one) => one.id === open.id) ?? open)}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  )
}

export const columns: Column<Deliverable>[] = [
  { id: 'what', title: 'What', value: (one) => one.what, cell: (one) => <What one={one} /> },
  {
    id: 'due',
    title: 'Due',
    value: (one) => one.dueOn,
    cell: (one) => (
      <span className="whitespace-nowrap">
        <Day date={one.dueOn} />
      </span>
    ),
  },
  {
    ...{ id: 'delivered', title: 'Delivered', value: (one) => one.deliveredOn },
    cell: (one) =>
      one.deliveredOn ? (
        <Badge tone="good">
          <Day date={one.deliveredOn} />
        </Badge>
      ) : (
        <Badge tone={one.isLate ? 'bad' : 'neutral'}>{one.isLate ? 'Late' : 'Awaited'}</Badge>
      ),
  },
  {
    id: 'hours',
    title: 'Hours',
    align: 'end',
    value: (one) => one.minutes / 60,
    cell: (one) => inHours(one.minutes),
  },
]

/** What it is, what it was worth, and where one can look at it. */
const What = ({ one }: { one: Deliverable }) => (
  <span className="flex min-w-40 flex-col">
    <span>{one.what}</span>
    {one.value && <span className="text-sm text-ink-2">{one.value}</span>}
    {one.evidence && (
      <a
        href={one.evidence}
        rel="noreferrer noopener"
        target="_blank"
        className="self-start text-sm text-accent-ink underline"
      >
        Look at it
        <span className="sr-only">{`: ${one.what}, in a new window`}</span>
      </a>
    )}
  </span>
)

const actions = (onEdit: (one: Deliverable) => void): Column<Deliverable> => ({
  ...{ id: 'actions', title: '', align: 'end', isSortable: false, value: () => '' },
  cell: (one) => <Actions one={one} onEdit={onEdit} />,
})

function Actions({ one, onEdit }: { one: Deliverable; onEdit: (one: Deliverable) => void }) {
  const remove = useCommand(positions.removeDeliverable)
  const restore = useCommand(positions.restoreDeliverable)
  const drop = async () => {
    if (await remove.run({ id: one.id }))
      toast('Deliverable removed', { undo: () => void restore.run({ id: one.id }) })
  }
  return (
    <span className="flex justify-end gap-1">
      <Button
        small
        look="quiet"
        icon={one.deliveredOn ? undefined : <Check size={14} />}
        onClick={() => onEdit(one)}
      >
        {one.deliveredOn ? 'Change' : 'Delivered'}
        <span className="sr-only">{`: ${one.what}`}</span>
      </Button>
      <Button small look="quiet" onClick={() => void drop()}>
        Remove
        <span className="sr-only">{`: ${one.what}`}</span>
      </Button>
    </span>
  )
}
