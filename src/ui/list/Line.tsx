import { Link } from '@tanstack/react-router'
import type { MouseEvent } from 'react'
import { cx } from '../classes.ts'
import { t } from '../messages/index.ts'
import { Checkbox } from '../parts/Checkbox.tsx'
import type { Column } from './columns.ts'
import type { Selection } from './useSelection.ts'

type LineProps<Row> = {
  id: string
  index: number
  row: Row
  /** Makes the first cell a link, for a new tab. */
  path?: string
  columns: Column<Row>[]
  style: React.CSSProperties
  isActive: boolean
  isTicked: boolean
  hasSelection: boolean
  onPick: Selection
  onOpen?: (index: number) => void
}

export function Line<Row>({
  id,
  index,
  row,
  path,
  columns,
  style,
  isActive,
  isTicked,
  hasSelection,
  onPick,
  onOpen,
}: LineProps<Row>) {
  const click = (event: MouseEvent) => {
    if ((event.target as Element).closest('button,a,input,[role=checkbox]')) return
    if (event.shiftKey) return onPick.extend(index)
    if (event.metaKey || event.ctrlKey) return onPick.toggle(index)
    onPick.setActive(index)
    onOpen?.(index)
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
      style={style}
      className={cx(
        'absolute inset-x-0 top-0 grid items-center gap-4 border-b border-line px-(--gutter)',
        onOpen && 'cursor-pointer',
        isTicked ? 'bg-accent-soft' : isActive ? 'bg-hover' : 'hover:bg-hover',
        isActive &&
          'group-focus-visible:outline-2 group-focus-visible:-outline-offset-2 group-focus-visible:outline-(--focus)',
      )}
    >
      {hasSelection && (
        // biome-ignore lint/a11y/useSemanticElements: part of the virtual grid
        // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
        <span role="gridcell">
          <Checkbox
            isOn={isTicked}
            tabIndex={-1}
            onChange={() => onPick.toggle(index)}
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
              {column.cell ? column.cell(row) : column.value(row)}
            </Link>
          ) : column.cell ? (
            column.cell(row)
          ) : (
            column.value(row)
          )}
        </div>
      ))}
    </div>
  )
}
