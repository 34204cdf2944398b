import { useNavigate } from '@tanstack/react-router'
import { Copy, Ellipsis, Pencil, Share2, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Meanwhile } from '../../../ui/form/Meanwhile.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { IconButton } from '../../../ui/parts/Button.tsx'
import { Menu } from '../../../ui/parts/Menu.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Board, dashboards } from '../contract.ts'
import { BoardForm } from './BoardForm.tsx'
import { ShareDialog } from './ShareDialog.tsx'
import type { UseBoard } from './useBoard.ts'

type BoardMenuProps = { use: UseBoard; board: Board }

/** What can be done to the whole dashboard. */
export function BoardMenu({ use, board }: BoardMenuProps) {
  const [open, setOpen] = useState<'name' | 'share' | null>(null)
  const mayWrite = useCan()('dashboards:write')
  const deeds = useDeeds(board)
  const { change, share, remove } = board.whyNot
  if (!mayWrite) return null
  const close = () => setOpen(null)
  return (
    <>
      <Menu
        align="end"
        items={[
          ...(change === null
            ? [{ label: 'Rename…', icon: <Pencil size={14} />, onSelect: () => setOpen('name') }]
            : []),
          ...(share === null
            ? [{ label: 'Share…', icon: <Share2 size={14} />, onSelect: () => setOpen('share') }]
            : []),
          { label: 'Duplicate', icon: <Copy size={14} />, onSelect: deeds.duplicate },
          ...(remove === null
            ? [
                'line' as const,
                { label: 'Delete', icon: <Trash2 size={14} />, onSelect: deeds.remove, isDangerous: true },
              ]
            : []),
        ]}
      >
        <IconButton label="More about this dashboard" look="secondary">
          <Ellipsis size={16} />
        </IconButton>
      </Menu>
      {open === 'name' && <Renaming use={use} board={board} onClose={close} />}
      {open === 'share' && <ShareDialog board={board} onClose={close} />}
    </>
  )
}

function Renaming({ use, board, onClose }: BoardMenuProps & { onClose: () => void }) {
  const { opened, open, newer } = useOpened(board)
  return (
    <BoardForm
      key={opened.version}
      id={`dashboard-${opened.id}-${opened.version}`}
      title="Rename the dashboard"
      verb="Save"
      initial={{ name: opened.name, description: opened.description }}
      onSave={(said) => use.change('Dashboard renamed', said, opened)}
      onSaved={onClose}
      onClose={onClose}
    >
      {newer && <Meanwhile by={newer.changedBy} what="this dashboard" onLoad={() => open(newer)} />}
    </BoardForm>
  )
}

function useDeeds({ id, name }: Board) {
  const navigate = useNavigate()
  const copying = useCommand(dashboards.duplicate)
  const removing = useCommand(dashboards.remove)
  const restoring = useCommand(dashboards.restore)
  const open = (which: string) => void navigate({ to: `/dashboards/${which}` })
  const restore = async () => {
    if (await restoring.run({ id })) open(id)
  }
  return {
    duplicate: async () => {
      const copy = await copying.run({ id })
      if (!copy) return
      toast(`${copy.name} is yours`)
      open(copy.id)
    },
    remove: async () => {
      await navigate({ to: '/dashboards' })
      if (await removing.run({ id })) toast(`${name} deleted`, { undo: () => void restore() })
    },
  }
}
