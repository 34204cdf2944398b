import { Link } from '@tanstack/react-router'
import { memo, useEffect, useRef } from 'react'
import { cx } from '../../../../ui/classes.ts'
import { Badge, type Tone } from '../../../../ui/parts/Badge.tsx'
import type { Line } from '../../contract.ts'
import { inCell } from './amount.ts'
import { type Cells, type GridRow, sums } from './rows.ts'
import type { Typing } from './useGrid.ts'

export const cell = 'flex items-center justify-end border-r border-line px-2 tabular'
export const frozen = 'sticky left-0 z-10 flex items-center gap-1.5 border-r border-line-strong px-3 min-w-0'

/** How lines look where they are not those of the budget itself. */
export type Look = {
  /** Where the name of a line leads; null where nowhere. */
  to: (line: Line) => string | null
  mark: (line: Line) => { tone: Tone; words: string } | null
}

type RowProps = {
  id: string
  look: Look | undefined
  row: GridRow
  index: number
  start: number
  height: number
  template: string
  currency: string
  /** Selected columns of this row; none where `from` is above `to`. */
  from: number
  to: number
  /** The cell that keys act on; -1 where it is in another row. */
  active: number
  typing: Typing
  hand: Hand
}
export type Hand = {
  pick: (row: number, column: number, isExtended: boolean) => void
  edit: (row: number, column: number) => void
  type: (typing: Typing) => void
  commit: (text: string, rows: number, columns: number) => void
}

/** A line or a total; only what changes in it is drawn anew. */
export const Row = memo(function Row({
  id,
  row,
  index,
  start,
  height,
  template,
  currency,
  look,
  ...rest
}: RowProps) {
  const isGroup = row.kind === 'group'
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid positions its rows itself
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names the active cell
    <div
      role="row"
      aria-rowindex={index + 2}
      className={cx(
        'absolute inset-x-0 top-0 grid border-b border-line',
        isGroup ? 'bg-sunken font-medium' : 'bg-surface',
      )}
      style={{ gridTemplateColumns: template, height, transform: `translateY(${start}px)` }}
    >
      <Heading row={row} look={look} />
      <Months id={id} row={row} index={index} currency={currency} {...rest} />
      <Sums cells={row.cells} currency={isGroup ? currency : row.line.currency} />
    </div>
  )
})

function Heading({ row, look }: { row: GridRow; look: Look | undefined }) {
  const isGroup = row.kind === 'group'
  const indents = ['', 'pl-6', 'pl-9', 'pl-12']
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid positions its rows itself
    // biome-ignore lint/a11y/useFocusableInteractive: the link inside takes the focus
    <div role="rowheader" className={cx(frozen, isGroup ? 'bg-sunken' : 'bg-surface', indents[row.depth])}>
      {row.kind === 'group' ? (
        <span className="truncate">{row.title}</span>
      ) : (
        <>
          <Title line={row.line} look={look} />
          {row.line.isPlaceholder && (
            <span className="narrow:hidden">
              <Badge tone="warn">reserved</Badge>
            </span>
          )}
        </>
      )}
    </div>
  )
}

function Title({ line, look }: { line: Line; look: Look | undefined }) {
  const to = look ? look.to(line) : `/budget/lines/${line.id}`
  const mark = look?.mark(line)
  const isBad = mark?.tone === 'bad'
  return (
    <>
      {to ? (
        <Link
          to={to}
          className={cx('truncate hover:text-accent-ink hover:underline', isBad && 'text-bad')}
          tabIndex={-1}
        >
          {line.name}
        </Link>
      ) : (
        <span className={cx('truncate', isBad && 'text-bad')}>{line.name}</span>
      )}
      {mark && <Badge tone={mark.tone}>{mark.words}</Badge>}
    </>
  )
}

type MonthsProps = Omit<RowProps, 'start' | 'height' | 'template' | 'look'>

function Months({ id, row, index, currency, from, to, active, typing, hand }: MonthsProps) {
  const own = row.kind === 'group' ? currency : row.line.currency
  return row.cells.months.map((minor, column) => {
    const isSelected = column >= from && column <= to
    const isActive = column === active
    return (
      // biome-ignore lint/a11y/useSemanticElements: a virtual grid positions its cells itself
      // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names the active cell
      <div
        // biome-ignore lint/suspicious/noArrayIndexKey: the months stand in their order
        key={column}
        id={`${id}-${index}-${column}`}
        role="gridcell"
        aria-selected={isSelected}
        className={cx(
          cell,
          'relative',
          isSelected && 'bg-accent-soft',
          isActive && 'outline-2 -outline-offset-2 outline-(--focus)',
        )}
        onMouseDown={(event) => hand.pick(index, column, event.shiftKey)}
        onMouseEnter={(event) => event.buttons === 1 && hand.pick(index, column, true)}
        onDoubleClick={() => hand.edit(index, column)}
      >
        {isActive && typing ? <Field text={typing.text} hand={hand} /> : inCell(minor, own)}
      </div>
    )
  })
}

function Field({ text, hand }: { text: string; hand: Hand }) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const keys: Record<string, [number, number]> = { Enter: [1, 0], ArrowDown: [1, 0], ArrowUp: [-1, 0] }
  return (
    <input
      ref={field}
      aria-label="Amount"
      inputMode="decimal"
      className="absolute inset-0 bg-surface px-2 text-right tabular outline-none"
      value={text}
      onChange={(event) => hand.type({ text: event.target.value })}
      onBlur={(event) => hand.commit(event.target.value, 0, 0)}
      onKeyDown={(event) => {
        event.stopPropagation()
        const step = event.key === 'Tab' ? [0, event.shiftKey ? -1 : 1] : keys[event.key]
        if (step) {
          event.preventDefault()
          hand.commit(text, step[0]!, step[1]!)
        } else if (event.key === 'Escape') hand.type(null)
      }}
    />
  )
}

/** The sums of a row, of all measures. */
export function Sums({ cells, currency }: { cells: Cells; currency: string }) {
  return sums.map((sum) => (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid positions its cells itself
    // biome-ignore lint/a11y/useFocusableInteractive: read only, reached with the screen reader
    <div
      key={sum}
      role="gridcell"
      className={cx(cell, 'text-ink-2', sum === 'available' && cells.sums[sum] < 0 && 'text-bad')}
    >
      {inCell(cells.sums[sum], currency) || '–'}
    </div>
  ))
}
