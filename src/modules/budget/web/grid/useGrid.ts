import { type ClipboardEvent, type KeyboardEvent, useState } from 'react'
import { toast } from '../../../../ui/parts/Toast.tsx'
import { readAmount, readBlock } from '../../rules.ts'
import { copied, countOf, filled, filledWith, pasted } from './block.ts'
import type { GridRow } from './rows.ts'
import { areaOf, at, lastMonth, moved, type Selection, type Spot, stepOf } from './selection.ts'
import type { Changes } from './useEdits.ts'

export type Typing = { text: string } | null
type GridAsked = {
  rows: readonly GridRow[]
  currency: string
  isEditable: boolean
  onChange: (changes: Changes, words?: string) => void
  onUndo: () => void
}

/** What the keyboard and the clipboard do in the grid. */
export function useGrid({ rows, currency, isEditable, onChange, onUndo }: GridAsked) {
  const [selected, select] = useState<Selection>(at(0, 0))
  const [typing, type] = useState<Typing>(null)
  const most = Math.max(0, rows.length - 1)
  const go = (spot: Spot, isExtended = false) =>
    select((old) => (isExtended ? { ...old, head: spot } : { anchor: spot, head: spot }))

  const put = (changes: Changes | string, verb: string) => {
    if (typeof changes === 'string') return void toast(changes, { tone: 'bad' })
    const many = countOf(changes)
    if (many > 0) onChange(changes, many > 1 ? `${verb} ${many.toLocaleString('en')} cells` : undefined)
  }
  const mayType = () => {
    const row = rows[selected.head.row]
    if (isEditable && row?.kind === 'line') return true
    toast(
      isEditable ? 'Totals are reckoned; change the lines beneath.' : 'These amounts are not typed here.',
      { tone: 'info' },
    )
    return false
  }
  const commit = (text: string, down: number, right: number) => {
    const row = rows[selected.head.row]
    type(null)
    if (row?.kind === 'line') {
      const minor = readAmount(text, row.line.currency)
      if (typeof minor === 'string') return void toast(minor, { tone: 'bad' })
      const spot = {
        top: selected.head.row,
        bottom: selected.head.row,
        left: selected.head.column,
        right: selected.head.column,
      }
      put(filledWith(rows, spot, minor), 'Changed')
    }
    go(moved(selected.head, down, right, most))
  }

  const commands: Record<string, () => void> = {
    z: onUndo,
    a: () => select({ anchor: { row: 0, column: 0 }, head: { row: most, column: lastMonth } }),
    d: () => mayType() && put(filled(rows, areaOf(selected), 'down'), 'Filled'),
    r: () => mayType() && put(filled(rows, areaOf(selected), 'right'), 'Filled'),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (typing) return
    const isMod = event.ctrlKey || event.metaKey
    const spot = stepOf(event.key, selected.head, most, isMod)
    if (spot) {
      event.preventDefault()
      return go(spot, event.shiftKey)
    }
    if (isMod) {
      const command = event.shiftKey || event.altKey ? undefined : commands[event.key.toLowerCase()]
      if (!command) return
      event.preventDefault()
      return command()
    }
    press(event)
  }
  const press = (event: KeyboardEvent) => {
    const { key } = event
    if (key === 'Tab' && !isAtEdge(selected.head, event.shiftKey)) {
      event.preventDefault()
      return go(moved(selected.head, 0, event.shiftKey ? -1 : 1, most))
    }
    if (key === 'Enter' || key === 'F2') {
      event.preventDefault()
      if (mayType()) type({ text: textAt(rows, selected.head) })
    } else if (key === 'Delete' || key === 'Backspace') {
      event.preventDefault()
      if (mayType()) put(filledWith(rows, areaOf(selected), 0), 'Cleared')
    } else if (/^[\d.,-]$/.test(key)) {
      event.preventDefault()
      event.stopPropagation()
      if (mayType()) type({ text: key })
    }
  }
  const onCopy = (event: ClipboardEvent) => {
    if (typing) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', copied(rows, areaOf(selected), currency))
  }
  const onPaste = (event: ClipboardEvent) => {
    if (typing) return
    event.preventDefault()
    if (!isEditable) return void mayType()
    put(pasted(rows, areaOf(selected), readBlock(event.clipboardData.getData('text/plain'))), 'Pasted')
  }
  return { selected, typing, type, commit, go, mayType, onKeyDown, onCopy, onPaste }
}

const isAtEdge = ({ column }: Spot, isBack: boolean): boolean => column === (isBack ? 0 : lastMonth)

function textAt(rows: readonly GridRow[], { row, column }: Spot): string {
  const found = rows[row]
  return found?.kind === 'line'
    ? copied(rows, { top: row, bottom: row, left: column, right: column }, found.line.currency)
    : ''
}
