import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useRef } from 'react'
import { useKeys } from '../keys/useKeys.ts'
import type { ListProps } from './List.tsx'
import type { Selection } from './useSelection.ts'

type Asked<Row> = {
  list: Pick<ListProps<Row>, 'rowPath' | 'onOpen' | 'onEdit' | 'bulk' | 'everything' | 'rowId'>
  shown: Row[]
  selection: Selection
  gridId: string
}

/** `j k x e Enter /` and what opens a row. */
export function useListKeys<Row>({ list, shown, selection, gridId }: Asked<Row>) {
  const navigate = useNavigate()
  const filterRef = useRef<HTMLInputElement>(null)
  const { active, setActive } = selection

  const open = (index: number) => {
    const row = shown[index]
    if (row === undefined) return
    if (list.onOpen) list.onOpen(row)
    else if (list.rowPath) void navigate({ to: list.rowPath(row) })
  }
  const go = (to: number) => {
    setActive(Math.max(0, Math.min(shown.length - 1, to)))
    document.getElementById(gridId)?.focus({ preventScroll: true })
  }
  const edit = () => {
    const row = shown[active]
    if (row !== undefined) list.onEdit?.(row)
  }

  const clear = () => selection.setAll(false)
  const doing = (run: (rows: Row[]) => unknown) => async () => {
    const ticked = shown.filter((row) => selection.ticked.has(list.rowId(row)))
    const rows = ticked.length > 0 ? ticked : shown.slice(Math.max(0, active), active + 1)
    if (rows.length > 0 && (await run(rows)) !== false) clear()
  }
  const hasAll = shown.length > 0 && selection.ticked.size === shown.length
  const bulk = (list.bulk ?? []).flatMap(({ keys, run }) => (keys ? [[keys, doing(run)] as const] : []))

  useKeys({
    j: () => go(active + 1),
    k: () => go(active - 1),
    x: () => selection.toggle(active),
    'shift+x': () => selection.extend(active),
    'mod+a': () => (hasAll && list.everything ? void list.everything.choose() : selection.setAll(true)),
    '/': () => filterRef.current?.focus(),
    ...Object.fromEntries(bulk),
    ...(list.onEdit ? { e: edit } : {}),
    ...(selection.ticked.size > 0 ? { Escape: clear } : {}),
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      Home: 0,
      End: shown.length - 1,
      PageDown: active + 15,
      PageUp: active - 15,
    }
    const to = moves[event.key]
    if (to !== undefined) go(to)
    else if (event.key === ' ') selection.toggle(active)
    else if (event.key === 'Enter') open(active)
    else return
    event.preventDefault()
  }

  return { open, filterRef, onKeyDown }
}
