import { ArrowDown, ArrowUp } from 'lucide-react'
import { cx } from '../classes.ts'
import { t } from '../messages/index.ts'
import { Checkbox } from '../parts/Checkbox.tsx'
import { type Column, nextSort, type Sort } from './columns.ts'
import type { Selection } from './useSelection.ts'

type HeadingProps<Row> = {
  columns: Column<Row>[]
  ids: string[]
  sort: Sort | null
  onSort: (sort: Sort | null) => void
  selection: Selection
  grid: { gridTemplateColumns: string }
  hasSelection: boolean
}

export function Heading<Row>({
  columns,
  grid,
  sort,
  onSort,
  selection,
  ids,
  hasSelection,
}: HeadingProps<Row>) {
  const isAll = selection.ticked.size > 0 && selection.ticked.size >= ids.length
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the virtual grid
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
    <div
      role="row"
      style={grid}
      className="sticky top-0 z-10 grid h-9 items-center gap-4 border-b border-line bg-surface px-(--gutter) text-sm text-ink-3"
    >
      {hasSelection && (
        // biome-ignore lint/a11y/useSemanticElements: part of the virtual grid
        // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
        <span role="columnheader">
          <Checkbox
            isOn={isAll}
            isPartly={selection.ticked.size > 0 && !isAll}
            onChange={selection.setAll}
            label={t('list.selectAll')}
          />
        </span>
      )}
      {columns.map((column) => {
        const isSorted = sort?.id === column.id
        const Arrow = sort?.isDown ? ArrowDown : ArrowUp
        return (
          // biome-ignore lint/a11y/useSemanticElements: part of the virtual grid
          // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
          <div
            key={column.id}
            role="columnheader"
            aria-sort={isSorted ? (sort.isDown ? 'descending' : 'ascending') : undefined}
            className={cx('flex min-w-0', column.align === 'end' && 'justify-end')}
          >
            {column.isSortable === false ? (
              <span className="truncate">{column.title}</span>
            ) : (
              <button
                type="button"
                onClick={() => onSort(nextSort(sort, column.id))}
                className={cx(
                  'flex min-w-0 items-center gap-1 rounded-sm hover:text-ink',
                  isSorted && 'font-medium text-ink',
                  column.align === 'end' && 'flex-row-reverse',
                )}
              >
                <span className="truncate">{column.title}</span>
                {isSorted && <Arrow size={12} aria-hidden="true" />}
              </button>
            )}
          </div>
        )
      })}
    </div>
  )
}
