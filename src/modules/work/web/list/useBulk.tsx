import { useState } from 'react'
import { call } from '../../../../kernel/client.ts'
import type { BulkAction, Everything } from '../../../../ui/list/List.tsx'
import { toast } from '../../../../ui/parts/Toast.tsx'
import { sentence, useCommand } from '../../../../ui/query.ts'
import { type Item, work } from '../../contract.ts'
import { useUndo } from '../undo.ts'
import type { useMove } from '../useMove.tsx'
import { BulkDialog, type BulkKind, manyWords } from './BulkDialog.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import type { useItemsUrl } from './useItemsUrl.ts'

type Url = ReturnType<typeof useItemsUrl>
type Open = { kind: BulkKind | 'move'; ids: string[]; items: Item[]; close: (isDone: boolean) => void }
type BulkProps = { url: Url; rows: Item[]; total: number; move: ReturnType<typeof useMove> }

const labels: [BulkKind | 'move', label: string, keys: string][] = [
  ['assign', 'Assign', 'i'],
  ['due', 'Due', 'd'],
  ['priority', 'Priority', 'p'],
  ['labels', 'Labels', 'l'],
  ['serves', 'Serves', 'v'],
  ['move', 'Move', 'm'],
]

/** What can be done with the items that are ticked, or with all that match. */
export function useBulk({ url, rows, total, move }: BulkProps) {
  const [open, setOpen] = useState<Open | null>(null)
  const { every, everything } = useEverything(url, total)
  const removal = useRemoval()
  const idsOf = (picked: Item[]) =>
    every.length > 0 && picked.length === rows.length ? every : picked.map((one) => one.id)
  const ask = (kind: Open['kind']) => (items: Item[]) =>
    new Promise<boolean>((close) => setOpen({ kind, ids: idsOf(items), items, close }))
  const bulk: BulkAction<Item>[] = [
    ...labels.map(([kind, label, keys]) => ({ label, keys, run: ask(kind) })),
    { label: 'Take away', keys: '#', run: (items) => removal(idsOf(items)) },
  ]
  const close = (isDone: boolean) => {
    open?.close(isDone)
    setOpen(null)
    if (isDone) everything.clear()
  }
  return { bulk, everything, dialog: open && <Dialogs open={open} onClose={close} move={move} /> }
}

type DialogsProps = { open: Open; onClose: (isDone: boolean) => void; move: BulkProps['move'] }

function Dialogs({ open: { kind, ids, items }, onClose, move }: DialogsProps) {
  if (kind !== 'move') return <BulkDialog kind={kind} ids={ids} onClose={onClose} />
  const known = new Map(items.map((one) => [one.id, one]))
  const moving = ids.map((id) => known.get(id) ?? { id, number: 0, stageId: '' })
  const boards = new Set(items.map((one) => one.boardId))
  return (
    <MoveDialog
      many={ids.length}
      boardId={boards.size === 1 && ids.length === items.length ? [...boards][0]! : null}
      onClose={() => onClose(false)}
      onMove={(stage, board) => {
        onClose(true)
        move.moveTo(moving, stage, board.stages)
      }}
    />
  )
}

/** All items that match, up to as many as one change takes. */
function useEverything(url: Url, total: number) {
  const [chosen, setChosen] = useState<{ ids: string[]; of: string }>({ ids: [], of: '' })
  const of = JSON.stringify(url.asked)
  const every = chosen.of === of ? chosen.ids : []
  const choose = async () => {
    try {
      const { ids } = await call(work.itemIds, url.asked)
      setChosen({ ids, of })
      if (ids.length < total)
        toast(`The first ${ids.length.toLocaleString('en')} are selected: no more change at once.`, {
          tone: 'info',
        })
    } catch (error) {
      toast(sentence(error), { tone: 'bad' })
    }
  }
  const clear = () => setChosen({ ids: [], of: '' })
  const everything: Everything = { total, most: 5000, count: every.length, choose, clear }
  return { every, everything }
}

function useRemoval() {
  const removal = useCommand(work.remove)
  const undo = useUndo()
  return async (ids: string[]): Promise<boolean> => {
    const done = await removal.run({ ids })
    if (done) undo.keep(done.changeId, `${manyWords(done.changed)} taken away`)
    return done !== undefined
  }
}
