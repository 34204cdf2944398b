import type { VirtualItem } from '@tanstack/react-virtual'
import { useMemo } from 'react'
import type { Item, Wait } from '../../contract.ts'
import { rowHeight } from './Chart.tsx'
import type { Row } from './rows.ts'
import { type Days, placeOf, type Scale } from './scale.ts'

type WaitsProps = {
  rows: readonly Row[]
  waits: readonly Wait[]
  scale: Scale
  visible: readonly VirtualItem[]
  draft: { item: Item; days: Days } | null
}

/** From the end of what is waited for to the beginning of what waits; those that touch the rows in sight. */
export function Waits({ rows, waits, scale, visible, draft }: WaitsProps) {
  const places = useMemo(() => new Map(rows.map((row, at) => [row.key, at])), [rows])
  const [first, last] = [visible[0]?.index ?? 0, visible.at(-1)?.index ?? 0]
  const pointOf = (id: string, side: 'end' | 'start') => {
    const at = places.get(id)
    const row = at === undefined ? undefined : rows[at]
    if (!row || !('item' in row)) return null
    const place = placeOf(draft?.item.id === id ? draft.days : row.item, scale)
    if (!place) return null
    return { at: at!, x: side === 'end' ? place.left + place.width : place.left, y: (at! + 0.5) * rowHeight }
  }
  const lines = waits.flatMap(({ id, otherId }) => {
    const [from, to] = [pointOf(otherId, 'end'), pointOf(id, 'start')]
    if (!from || !to || Math.max(from.at, to.at) < first || Math.min(from.at, to.at) > last) return []
    return [{ key: `${id} ${otherId}`, from, to }]
  })
  return (
    <svg
      aria-hidden="true"
      width={scale.width}
      height={rows.length * rowHeight}
      className="pointer-events-none absolute top-0 left-(--names) z-5 text-ink-3"
    >
      {lines.map(({ key, from, to }) => (
        <path
          key={key}
          d={`M ${from.x} ${from.y} C ${from.x + 16} ${from.y}, ${to.x - 16} ${to.y}, ${to.x} ${to.y}`}
          className={to.x < from.x ? 'stroke-bad' : 'stroke-current'}
          fill="none"
          strokeWidth={1.5}
        />
      ))}
    </svg>
  )
}
