import { Link } from '@tanstack/react-router'
import { type MouseEvent, memo, type ReactNode } from 'react'
import { cx } from '../classes.ts'
import { t } from '../messages/index.ts'
import { Checkbox } from '../parts/Checkbox.tsx'
import { type Column, seen } from './columns.ts'

/** What a row can do to the list. */
export type Hand = {
  toggle: (index: number) => void
  extend: (index: number) => void
  setActive: (index: number) => void
  open: (index: number) => void
}

type LineProps<Row> = {
  id: string
  index: number
  row: Row
  /** Makes the first cell a link, for a new tab. */
  path?: string
  columns: Column<Row>[]
  grid: string
  start: number
  size: number
  /** Of the group that begins here; stands above the row. */
  heading?: ReactNode
  isActive: boolean
  isTicked: boolean
  hasSelection: boolean
  canOpen: boolean
  /** The same object for the life of the list, so that a move redraws two rows and not all. */
  hand: Hand
}

function OneLine<Row>({
  id,
  index,
  row,
  path,
  columns,
  grid,
  start,
  size,
  heading,
  isActive,
  isTicked,
  hasSelection,
  canOpen,
  hand,
}: LineProps<Row>) {
  const click = (event: MouseEvent) => {
    // What a menu of the row opens bubbles through the row, too, though it stands elsewhere in the page.
    if (!event.currentTarget.contains(event.target as Node)) return
    if ((event.target as Element).closest('button,a,input,[role=checkbox]')) return
    if (event.shiftKey) return hand.extend(index)
    if (event.metaKey || event.ctrlKey) return hand.toggle(index)
    hand.setActive(index)
    if (canOpen) hand.open(index)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the virtual grid
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names its active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid answers the keys
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isTicked}
      onClick={click}
      style={{ gridTemplateColumns: grid, height: size, transform: `translateY(${start}px)` }}
      className={cx(
        'absolute inset-x-0 top-0 grid items-center gap-x-4 border-b border-line px-(--gutter)',
        heading !== undefined && 'grid-rows-[36px_1fr]',
        canOpen && 'cursor-pointer',
        isTicked ? 'bg-accent-soft' : isActive ? 'bg-hover' : 'hover:bg-hover',
        isActive &&
          'group-focus-visible:outline-2 group-focus-visible:-outline-offset-2 group-focus-visible:outline-(--focus)',
      )}
    >
      {heading !== undefined && (
        // biome-ignore lint/a11y/useSemanticElements: part of the virtual grid
        // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
        <div
          role="gridcell"
          className="sticky left-0 col-span-full -mx-(--gutter) flex h-9 items-center bg-sunken px-(--gutter) text-sm font-medium text-ink-2"
        >
          {heading}
        </div>
      )}
      {hasSelection && (
        // biome-ignore lint/a11y/useSemanticElements: part of the virtual grid
        // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
        <span role="gridcell">
          <Checkbox
            isOn={isTicked}
            tabIndex={-1}
            onChange={() => hand.toggle(index)}
            label={t('list.selectRow', { n: index + 1 })}
          />
        </span>
      )}
      {columns.map((column, place) => (
        // biome-ignore lint/a11y/useSemanticElements: part of the virtual grid
        // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
        <div
          key={column.id}
          role="gridcell"
          className={cx(
            'min-w-0 truncate',
            place === 0 ? 'font-medium text-ink' : 'text-ink-2',
            column.align === 'end' && 'tabular text-right',
          )}
        >
          {place === 0 && path ? (
            <Link to={path} tabIndex={-1} className="hover:underline">
              {column.cell ? column.cell(row) : seen(column.value(row))}
            </Link>
          ) : column.cell ? (
            column.cell(row)
          ) : (
            seen(column.value(row))
          )}
        </div>
      ))}
    </div>
  )
}

export const Line = memo(OneLine) as typeof OneLine
