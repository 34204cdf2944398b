import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { daysBetween } from '../../../../methods/days.ts'
import { day } from '../../../../ui/format/when.ts'
import type { Item, Wait } from '../../contract.ts'
import { conflictsOf } from '../../rules.ts'
import { codeOf } from '../item-words.tsx'
import { Bar } from './Bar.tsx'
import type { Row } from './rows.ts'
import { marksOf, type Scale, type Zoom } from './scale.ts'
import { useShift } from './useShift.ts'
import { Waits } from './Waits.tsx'

export const rowHeight = 36
const headHeight = 32

type ChartProps = {
  rows: Row[]
  waits: Wait[]
  scale: Scale
  zoom: Zoom
  today: string
  canEdit: boolean
  onOpen: (item: Item) => void
}

/** Bars by day; only the rows in sight exist. */
export function Chart({ rows, waits, scale, zoom, today, canEdit, onOpen }: ChartProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const shift = useShift(scale.dayWidth)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  })
  const items = useMemo(() => rows.flatMap((row) => ('item' in row ? [row.item] : [])), [rows])
  const moved = items.map((one) => (shift.draft?.item.id === one.id ? { ...one, ...shift.draft.days } : one))
  const conflicts = conflictsOf(moved, waits)
  const visible = virtual.getVirtualItems()
  const lineOf = ({ index, start }: VirtualItem) => (
    <Line
      key={rows[index]!.key}
      row={rows[index]!}
      start={start}
      width={scale.width}
      onOpen={onOpen}
      bar={(item) => (
        <Bar
          item={item}
          days={shift.draft?.item.id === item.id ? shift.draft.days : item}
          scale={scale}
          today={today}
          conflict={conflicts.get(item.id)}
          canEdit={canEdit}
          shift={shift}
          onOpen={() => !shift.draft && onOpen(item)}
        />
      )}
    />
  )
  return (
    <section
      ref={scroller}
      aria-label="Timeline"
      className="quiet-scroll relative min-h-0 flex-1 overflow-auto border-t border-line"
    >
      <div
        style={{ width: `calc(var(--names) + ${scale.width}px)` }}
        className="relative [--names:220px] narrow:[--names:120px]"
      >
        <Head scale={scale} zoom={zoom} today={today} />
        <div className="relative" style={{ height: virtual.getTotalSize() }}>
          <Waits rows={rows} waits={waits} scale={scale} visible={visible} draft={shift.draft} />
          {visible.map(lineOf)}
        </div>
      </div>
    </section>
  )
}

function Head({ scale, zoom, today }: Pick<ChartProps, 'scale' | 'zoom' | 'today'>) {
  const at = daysBetween(scale.from, today) * scale.dayWidth
  return (
    <div className="sticky top-0 z-20 flex border-b border-line bg-surface" style={{ height: headHeight }}>
      <div className="sticky left-0 z-10 w-(--names) shrink-0 bg-surface" />
      <div className="relative" style={{ width: scale.width }}>
        {at >= 0 && at < scale.width && (
          <span
            style={{ left: at, width: Math.max(2, scale.dayWidth) }}
            className="absolute inset-y-0 bg-accent-soft opacity-60"
          >
            <span className="sr-only">{`Today, ${day(today)}`}</span>
          </span>
        )}
        {marksOf(scale, zoom).map((mark) => (
          <span
            key={mark.day}
            style={{ left: mark.left }}
            className="tabular absolute inset-y-0 flex items-center border-l border-line pl-1.5 text-xs whitespace-nowrap text-ink-3"
          >
            {zoom === 'weeks' ? day(mark.day, 'short') : mark.day.slice(0, 7)}
          </span>
        ))}
      </div>
    </div>
  )
}

type LineProps = {
  row: Row
  start: number
  width: number
  onOpen: (item: Item) => void
  bar: (item: Item) => React.ReactNode
}

function Line({ row, start, width, onOpen, bar }: LineProps) {
  const place = { height: rowHeight, transform: `translateY(${start}px)` }
  if ('heading' in row)
    return (
      <h2
        style={place}
        className="absolute inset-x-0 top-0 flex items-center border-b border-line bg-sunken text-sm font-medium text-ink-2"
      >
        <span className="sticky left-0 truncate px-4">{`${row.heading} · ${row.many}`}</span>
      </h2>
    )
  return (
    <div style={place} className="absolute inset-x-0 top-0 flex border-b border-line">
      <button
        type="button"
        tabIndex={-1}
        onClick={() => onOpen(row.item)}
        className="sticky left-0 z-10 w-(--names) shrink-0 truncate border-r border-line bg-surface px-4 text-left hover:bg-hover"
      >
        <span className="tabular mr-2 text-ink-3 narrow:hidden">{codeOf(row.item)}</span>
        {row.item.title}
      </button>
      <div className="relative" style={{ width }}>
        {bar(row.item)}
      </div>
    </div>
  )
}
