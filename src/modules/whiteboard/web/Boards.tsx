import { Link } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { When } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { IconButton } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Board, whiteboard } from '../contract.ts'

type BoardsProps = { items: Board[]; opened: string | undefined; onOpen: (id: string) => void }

/** What was saved: one’s own boards and the shared ones. */
export function Boards({ items, opened, onOpen }: BoardsProps) {
  return (
    <Card title="Saved boards" hint="Yours, and those shared with everybody.">
      {items.length === 0 ? (
        <p className="text-ink-2">Nothing is saved yet. What you save stands here, with its link.</p>
      ) : (
        <DataTable<Board>
          caption="Saved boards"
          rows={items}
          rowId={(one) => one.id}
          columns={[...columns, removing((id) => id === opened && onOpen(''))]}
        />
      )}
    </Card>
  )
}

const columns: Column<Board>[] = [
  {
    id: 'name',
    title: 'Name',
    value: (one) => one.name,
    cell: (one) => (
      <Link
        to="/whiteboard"
        search={{ board: one.id } as never}
        className="font-medium text-accent-ink hover:underline"
      >
        {one.name}
      </Link>
    ),
  },
  {
    id: 'says',
    title: 'What it says',
    value: (one) => one.comparison.says,
    cell: (one) => <span className="block min-w-56 whitespace-normal">{one.comparison.says}</span>,
  },
  {
    id: 'metric',
    title: 'Metric',
    value: (one) => one.metric?.title,
    cell: ({ metric }) =>
      metric && (
        <Link to="/metrics" search={{ q: metric.id } as never} className="text-accent-ink hover:underline">
          {metric.title}
        </Link>
      ),
  },
  { id: 'owner', title: 'Belongs to', value: (one) => one.owner.name },
  {
    id: 'shared',
    title: 'Shared',
    value: (one) => String(one.isShared),
    cell: (one) => <Badge>{one.isShared ? 'With everybody' : 'Private'}</Badge>,
  },
  { id: 'saved', title: 'Saved', value: (one) => one.savedAt, cell: (one) => <When at={one.savedAt} /> },
]

const removing = (onRemoved: (id: string) => void): Column<Board> => ({
  id: 'remove',
  title: 'Remove',
  align: 'end',
  value: () => '',
  cell: (one) => one.can.change && <Remove board={one} onRemoved={onRemoved} />,
})

function Remove({ board, onRemoved }: { board: Board; onRemoved: (id: string) => void }) {
  const remove = useCommand(whiteboard.remove)
  const restore = useCommand(whiteboard.restore)
  const run = async () => {
    if (!(await remove.run({ id: board.id }))) return
    onRemoved(board.id)
    toast(`${board.name} is removed.`, { undo: () => void restore.run({ id: board.id }) })
  }
  return (
    <IconButton small label={`Remove ${board.name}`} onClick={() => void run()}>
      <Trash2 size={14} />
    </IconButton>
  )
}
