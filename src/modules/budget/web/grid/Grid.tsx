import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { cx } from '../../../../ui/classes.ts'
import { locale } from '../../../../ui/messages/index.ts'
import type { Line, Year } from '../../contract.ts'
import { inCell } from './amount.ts'
import { cell, frozen, type Hand, type Look, Row, Sums } from './Row.tsx'
import { type Cells, layOut, type Measure, type Sum, sums, sumTitles } from './rows.ts'
import { areaOf } from './selection.ts'
import { type Editable, type Save, useEdits } from './useEdits.ts'
import { useGrid } from './useGrid.ts'

const height = 30
const template = `minmax(var(--first), var(--first)) repeat(12, 88px) repeat(${sums.length}, 104px)`
const width = 12 * 88 + sums.length * 104

export type GridProps = {
  year: Year
  lines: readonly Line[]
  measure: Measure
  mayWrite: boolean
  /** Where edits go; to the budget unless said. Stands still, as `look` does. */
  save?: Save
  look?: Look
  /** What the sums are called here. */
  titles?: Partial<Record<Sum, string>>
}

/** Lines by month, to be worked on as in a spreadsheet. */
export function Grid({ year, lines: loaded, measure, mayWrite, save, look, titles }: GridProps) {
  const id = useId()
  const { lines, change, undo } = useEdits(year.id, loaded, save)
  const { rows, all } = useMemo(() => layOut(lines, measure, year.currency), [lines, measure, year.currency])
  const isEditable = mayWrite && (measure === 'forecast' || (measure === 'plan' && year.state === 'draft'))
  const grid = useGrid({
    rows,
    currency: year.currency,
    isEditable,
    onChange: (changes, words) => void change(changes, measure as Editable, words),
    onUndo: () => void undo(),
  })
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 10,
    scrollPaddingStart: height,
    scrollPaddingEnd: height,
  })
  const { head } = grid.selected
  const isMoved = useRef(false)
  useEffect(() => {
    if (isMoved.current) virtual.scrollToIndex(head.row)
    isMoved.current = true
  }, [head.row, virtual])
  useEffect(() => {
    if (!grid.typing) scroller.current?.focus({ preventScroll: true })
  }, [grid.typing])
  const hand = useHand(grid)
  const area = areaOf(grid.selected)
  const active = `${id}-${head.row}-${head.column}`
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid positions its rows itself
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={`Budget ${year.label} by month`}
      aria-rowcount={rows.length + 2}
      aria-multiselectable
      aria-activedescendant={active}
      onKeyDown={grid.onKeyDown}
      onCopy={grid.onCopy}
      onPaste={grid.onPaste}
      className="quiet-scroll min-h-0 flex-1 overflow-auto narrow:h-[70dvh] narrow:flex-none border-t border-line outline-none [--first:260px] narrow:[--first:140px] select-none"
    >
      <div style={{ minWidth: `calc(var(--first) + ${width}px)` }} className="relative">
        <Heading months={year.months} titles={titles} />
        {/* biome-ignore lint/a11y/useSemanticElements: a virtual grid positions its rows itself */}
        <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const isIn = index >= area.top && index <= area.bottom
            return (
              <Row
                key={rows[index]!.id}
                id={id}
                row={rows[index]!}
                index={index}
                start={start}
                height={height}
                template={template}
                currency={year.currency}
                look={look}
                from={isIn ? area.left : 1}
                to={isIn ? area.right : 0}
                active={index === head.row ? head.column : -1}
                typing={index === head.row ? grid.typing : null}
                hand={hand}
              />
            )
          })}
        </div>
        <Foot cells={all} currency={year.currency} />
      </div>
    </div>
  )
}

/** Stands still while what it does follows the latest state, so that rows are not drawn anew for nothing. */
function useHand(grid: ReturnType<typeof useGrid>): Hand {
  const latest = useRef(grid)
  latest.current = grid
  const [hand] = useState<Hand>(() => ({
    pick: (row, column, isExtended) => latest.current.go({ row, column }, isExtended),
    edit: (row, column) => {
      latest.current.go({ row, column })
      if (latest.current.mayType()) latest.current.type({ text: '' })
    },
    type: (typing) => latest.current.type(typing),
    commit: (text, rows, columns) => latest.current.typing && latest.current.commit(text, rows, columns),
  }))
  return hand
}

function Heading({ months, titles }: { months: readonly string[]; titles: GridProps['titles'] }) {
  const names = new Intl.DateTimeFormat(locale(), { month: 'short', year: '2-digit', timeZone: 'UTC' })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid positions its rows itself
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
    <div
      role="row"
      className="sticky top-0 z-20 grid border-b border-line-strong bg-sunken text-sm font-medium text-ink-2"
      style={{ gridTemplateColumns: template, height }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a virtual grid positions its cells itself */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus */}
      <div role="columnheader" className={cx(frozen, 'bg-sunken')}>
        Line
      </div>
      {[
        ...months.map((month) => names.format(new Date(`${month}T00:00:00Z`))),
        ...sums.map((sum) => titles?.[sum] ?? sumTitles[sum]),
      ].map((title) => (
        // biome-ignore lint/a11y/useSemanticElements: a virtual grid positions its cells itself
        // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
        <div key={title} role="columnheader" className={cell}>
          {title}
        </div>
      ))}
    </div>
  )
}

function Foot({ cells, currency }: { cells: Cells; currency: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid positions its rows itself
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
    <div
      role="row"
      className="sticky bottom-0 z-20 grid border-t border-line-strong bg-raised font-semibold"
      style={{ gridTemplateColumns: template, height }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a virtual grid positions its cells itself */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus */}
      <div role="rowheader" className={cx(frozen, 'bg-raised')}>
        Total {currency}
      </div>
      {cells.months.map((minor, column) => (
        // biome-ignore lint/a11y/useSemanticElements: a virtual grid positions its cells itself
        // biome-ignore lint/a11y/useFocusableInteractive: read only, reached with the screen reader
        // biome-ignore lint/suspicious/noArrayIndexKey: the months stand in their order
        <div key={column} role="gridcell" className={cell}>
          {inCell(minor, currency)}
        </div>
      ))}
      <Sums cells={cells} currency={currency} />
    </div>
  )
}
