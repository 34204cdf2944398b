import type { KeyboardEvent } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import type { work } from '../../work/contract.ts'

type Item = Out<typeof work.items>['items'][number]
export type Line = { item: Item; note: string; isFixed?: boolean }
type ItemLinesProps = {
  label: string
  empty: string
  lines: Line[]
  verb?: string
  onMove?: (item: Item) => void
}

/** Items one below the other: `j` and `k` walk through all of them on the page, space moves one across. */
export function ItemLines({ label, empty, lines, verb, onMove }: ItemLinesProps) {
  useKeys({ j: () => walk(1), k: () => walk(-1) }, { isOn: lines.length > 0 })
  if (lines.length === 0) return <p className="py-2 text-ink-2">{empty}</p>
  const press = (event: KeyboardEvent<HTMLElement>, line: Line) => {
    if (event.target !== event.currentTarget || event.key !== ' ') return
    event.preventDefault()
    if (onMove && !line.isFixed) {
      walk(1)
      onMove(line.item)
    }
  }
  return (
    <ul aria-label={label} className="flex max-h-120 flex-col divide-y divide-line overflow-y-auto">
      {lines.map((line) => (
        <li
          key={line.item.id}
          data-item-row={line.item.id}
          tabIndex={-1}
          onKeyDown={(event) => press(event, line)}
          className="flex items-center gap-2 rounded-sm px-1 py-1.5 -outline-offset-2"
        >
          <span className="w-14 shrink-0 text-sm text-ink-3 tabular">W-{line.item.number}</span>
          <span className="min-w-0 flex-1">
            <span className="block truncate">{line.item.title}</span>
            <span className="block truncate text-sm text-ink-3">{line.note}</span>
          </span>
          {onMove && !line.isFixed && (
            <Button small look="quiet" onClick={() => onMove(line.item)}>
              {verb}
              <span className="sr-only">{`: W-${line.item.number}`}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function walk(by: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-item-row]')]
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  rows[at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1)]?.focus()
}
