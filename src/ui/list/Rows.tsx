import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { type Column, leastWidth, type Sort, template } from './columns.ts'
import { Heading } from './Heading.tsx'
import { type Hand, Line } from './Line.tsx'
import type { ListProps } from './List.tsx'
import { MoreRows } from './MoreRows.tsx'
import type { Selection } from './useSelection.ts'

type RowsProps<Row> = {
  id: string
  list: Omit<ListProps<Row>, 'rows'>
  columns: Column<Row>[]
  rows: Row[]
  ids: string[]
  sort: Sort | null
  onSort: (sort: Sort | null) => void
  selection: Selection
  onOpen: (index: number) => void
  onKeyDown: (event: KeyboardEvent) => void
}

const rowHeight = () =>
  Number.parseInt(getComputedStyle(document.documentElement).getPropertyValue('--row'), 10) || 40

/** Only the rows in sight exist, so ten thousand scroll as ten do. */
export function Rows<Row>({
  id,
  list,
  columns,
  rows,
  ids,
  sort,
  onSort,
  selection,
  onOpen,
  onKeyDown,
}: RowsProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null)
  const headings = useMemo(() => headingsOf(rows, list.groupOf), [rows, list.groupOf])
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rowHeight() + (headings.has(index) ? headingHeight : 0),
    getItemKey: (index) => `${ids[index]}${headings.has(index) ? ' first' : ''}`,
    overscan: 12,
    scrollPaddingStart: 40,
  })
  const { active } = selection
  useEffect(() => {
    if (active >= 0) virtual.scrollToIndex(active)
  }, [active, virtual])

  const hand = useHand({ ...selection, open: onOpen })
  const hasSelection = list.isSelectable ?? true
  const grid = { gridTemplateColumns: template(columns as Column<never>[], hasSelection) }
  const least = { minWidth: leastWidth(columns as Column<never>[]) }
  const canOpen = Boolean(list.onOpen ?? list.rowPath)

  return (
    <div ref={scroller} className="quiet-scroll min-h-0 flex-1 overflow-auto">
      {/* biome-ignore lint/a11y/useSemanticElements: a virtual grid positions its rows itself */}
      <div
        id={id}
        role="grid"
        onKeyDown={onKeyDown}
        tabIndex={0}
        aria-label={list.what}
        aria-rowcount={(list.total ?? rows.length) + 1}
        aria-multiselectable={hasSelection}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        className="group outline-none"
        style={least}
      >
        <Heading
          columns={columns}
          grid={grid}
          sort={sort}
          onSort={onSort}
          selection={selection}
          ids={ids}
          hasSelection={hasSelection}
        />
        <div className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, size }) => (
            <Line
              key={ids[index]}
              id={`${id}-${index}`}
              index={index}
              row={rows[index] as Row}
              path={list.rowPath?.(rows[index] as Row)}
              columns={columns}
              grid={grid.gridTemplateColumns}
              start={start}
              size={size}
              heading={headings.get(index)}
              isActive={index === active}
              isTicked={selection.ticked.has(ids[index] ?? '')}
              hasSelection={hasSelection}
              canOpen={canOpen}
              hand={hand}
            />
          ))}
        </div>
      </div>
      {list.paging && (
        <MoreRows paging={list.paging} isNear={(virtual.range?.endIndex ?? 0) > rows.length - 20} />
      )}
    </div>
  )
}

const headingHeight = 36

/** The heading of each row that begins a group. */
function headingsOf<Row>(rows: Row[], groupOf: ListProps<Row>['groupOf']): Map<number, ReactNode> {
  const found = new Map<number, ReactNode>()
  let before: string | null = null
  for (const [at, row] of groupOf ? rows.entries() : []) {
    const group = groupOf!(row)
    if (group.key !== before) found.set(at, group.label)
    before = group.key
  }
  return found
}

/** Stands still while what it does follows the latest state. */
function useHand(now: Hand): Hand {
  const latest = useRef(now)
  latest.current = now
  const [hand] = useState<Hand>(() => ({
    toggle: (index) => latest.current.toggle(index),
    extend: (index) => latest.current.extend(index),
    setActive: (index) => latest.current.setActive(index),
    open: (index) => latest.current.open(index),
  }))
  return hand
}
