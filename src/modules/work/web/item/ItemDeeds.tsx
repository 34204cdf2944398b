import { useNavigate } from '@tanstack/react-router'
import { Copy, Link2, MoreHorizontal, Trash2 } from 'lucide-react'
import { useKeys } from '../../../../ui/keys/useKeys.ts'
import { IconButton } from '../../../../ui/parts/Button.tsx'
import { Menu, type MenuItem } from '../../../../ui/parts/Menu.tsx'
import { toast } from '../../../../ui/parts/Toast.tsx'
import { useSession } from '../../../../ui/port/Ports.tsx'
import { useCommand } from '../../../../ui/query.ts'
import { type Detail, priorities, work } from '../../contract.ts'
import { codeOf } from '../item-words.tsx'
import { useUndo } from '../undo.ts'
import type { ItemEdit } from './useItemEdit.ts'

type ItemDeedsProps = { detail: Detail; edit: ItemEdit; canEdit: boolean; onGone: () => void }

/** All that can be done with an item as a whole; each has a key. */
export function ItemDeeds({ detail, edit, canEdit, onGone }: ItemDeedsProps) {
  const { copyLink, duplicate, remove } = useDeeds(detail, onGone)
  const undo = useUndo()
  const me = useSession()?.person.id
  const assignMe = () => {
    const { assigneeIds } = edit.shown
    if (!me) return
    const isMine = assigneeIds.includes(me)
    void edit.save({ assigneeIds: isMine ? assigneeIds.filter((id) => id !== me) : [...assigneeIds, me] })
  }
  const ranks = priorities.map((priority, at) => [String(at + 1), () => void edit.save({ priority })])
  useKeys({ y: copyLink }, { inDialogs: true })
  useKeys(
    {
      a: assignMe,
      d: () => void duplicate(),
      '#': () => void remove(),
      z: undo.takeLast,
      ...Object.fromEntries(ranks),
    },
    { isOn: canEdit, inDialogs: true },
  )
  const items: MenuItem[] = [
    { label: 'Copy the link', icon: <Link2 size={14} />, keys: 'y', onSelect: copyLink },
    ...(canEdit
      ? [
          { label: 'Duplicate', icon: <Copy size={14} />, keys: 'd', onSelect: () => void duplicate() },
          {
            label: 'Take away',
            icon: <Trash2 size={14} />,
            keys: '#',
            isDangerous: true,
            onSelect: () => void remove(),
          },
        ]
      : []),
  ]
  return (
    <Menu align="end" items={items}>
      <IconButton label="More">
        <MoreHorizontal size={16} />
      </IconButton>
    </Menu>
  )
}

function useDeeds({ item }: Detail, onGone: () => void) {
  const navigate = useNavigate()
  const undo = useUndo()
  const removal = useCommand(work.remove)
  const copy = useCommand(work.duplicate)
  const copyLink = async () => {
    const link = `${location.origin}/work/items/${item.number}`
    const isCopied = await navigator.clipboard?.writeText(link).then(
      () => true,
      () => false,
    )
    toast(isCopied ? 'Link copied' : `The browser does not let it be copied: ${link}`)
  }
  const duplicate = async () => {
    const made = await copy.run({ id: item.id })
    if (made)
      toast(`${codeOf(made)} is its copy`, {
        action: { label: 'Open', run: () => void navigate({ to: `/work/items/${made.id}` }) },
      })
  }
  const remove = async () => {
    const done = await removal.run({ ids: [item.id] })
    if (!done) return
    undo.keep(done.changeId, `${codeOf(item)} taken away`)
    onGone()
  }
  return { copyLink: () => void copyLink(), duplicate, remove }
}
