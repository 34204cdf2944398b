import { type KeyboardEvent, useRef, useState } from 'react'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import type { Row, Week } from '../contract.ts'
import { keyOf } from '../rules.ts'
import { Cell } from './Cell.tsx'
import type { Deeds } from './useWeekDeeds.ts'
import { WhatPicker } from './WhatPicker.tsx'
import { hours, shortDay, weekdays, whatOf } from './words.ts'

type GridProps = { data: Week; deeds: Deeds }
type Begun = Pick<Row, 'key' | 'item' | 'duty' | 'days' | 'isVision'>

/** What was worked on, by day; arrows go from cell to cell, Enter keeps what is written. */
export function WeekGrid({ data, deeds }: GridProps) {
  const [begun, setBegun] = useState<Begun[]>([])
  const [isAdding, setAdding] = useState(false)
  const grid = useRef<HTMLElement>(null)
  /** Once it is drawn: the keyboard goes on where the eyes are. */
  const focusOn = (selector: string) =>
    setTimeout(() => grid.current?.querySelector<HTMLElement>(selector)?.focus())
  const startAdding = () => {
    setAdding(true)
    focusOn('[data-adding] input')
  }
  useKeys(data.can.write ? { a: startAdding } : {})
  const rows = [...data.rows, ...begun.filter((one) => !data.rows.some((row) => row.key === one.key))]
  return (
    <section
      ref={grid}
      aria-label={`Time of ${data.person.name}`}
      className="quiet-scroll overflow-auto rounded-lg border border-line bg-surface"
    >
      <table className="w-full border-collapse" onKeyDown={moveOn}>
        <Head data={data} />
        <tbody>
          {rows.map((row) => (
            <Line key={row.key} {...{ row, data, deeds }} />
          ))}
        </tbody>
        <Foot data={data} />
      </table>
      {rows.length === 0 && !isAdding && (
        <p className="p-4 text-ink-2">
          Nothing is written down in this week. Add a row, copy last week, or let the board propose one.
        </p>
      )}
      {data.can.write && (
        <div className="flex flex-wrap items-center gap-2 border-t border-line p-2">
          {isAdding ? (
            <AddRow
              onAdd={(row) => {
                setBegun([...begun, row])
                setAdding(false)
                focusOn(`[data-row="${row.key}"] input`)
              }}
              onClose={() => {
                setAdding(false)
                focusOn('[data-add]')
              }}
            />
          ) : (
            <Button small data-add="" onClick={startAdding}>
              Add a row
            </Button>
          )}
        </div>
      )}
    </section>
  )
}

const side =
  'sticky left-0 z-10 min-w-56 max-w-80 bg-surface px-3 py-1.5 text-left font-normal narrow:min-w-32 narrow:max-w-36'

const Head = ({ data }: { data: Week }) => (
  <thead>
    <tr className="border-b border-line text-sm text-ink-3">
      <th scope="col" className={side}>
        Worked on
      </th>
      {data.days.map(({ day, why }, at) => (
        <th
          key={day}
          scope="col"
          className="px-1 py-2 text-right font-normal whitespace-nowrap"
          title={why.join('\n')}
        >
          {`${weekdays[at]} ${shortDay(day)}`}
        </th>
      ))}
      <th scope="col" className="px-3 text-right font-normal">
        Sum
      </th>
    </tr>
  </thead>
)

function Line({ row, data, deeds }: GridProps & { row: Begun }) {
  const sum = row.days.reduce((all, one) => all + one, 0)
  return (
    <tr data-row={row.key} className="border-b border-line last:border-0">
      <th scope="row" className={side}>
        <span className="block truncate" title={whatOf(row)}>
          {whatOf(row)}
        </span>
        {row.isVision && <Badge tone="good">Vision</Badge>}
      </th>
      {data.days.map(({ day }, at) => (
        <td key={day} className="p-0.5 text-right">
          <Cell
            label={`${whatOf(row)}, ${weekdays[at]} ${shortDay(day)}`}
            minutes={row.days[at]!}
            canWrite={data.can.write && (row.item === null || row.item.number > 0)}
            onSave={(minutes) => deeds.setCell(row, day, minutes, row.days[at]!)}
          />
        </td>
      ))}
      <td className="tabular px-3 text-right font-medium">{hours(sum)}</td>
    </tr>
  )
}

function Foot({ data }: { data: Week }) {
  const sums = data.days.map((_, at) => data.rows.reduce((sum, row) => sum + row.days[at]!, 0))
  const available = data.days.reduce((sum, one) => sum + one.available, 0)
  return (
    <tfoot>
      <tr className="border-t border-line-strong font-medium">
        <th scope="row" className={side}>
          <span className="font-medium">Together</span>
          <span className="block text-sm font-normal text-ink-3">{`of ${hours(available)} h available`}</span>
        </th>
        {data.days.map(({ day, available: free }, at) => (
          <td key={day} className="tabular px-2.5 text-right" title={`${hours(free)} h available`}>
            {hours(sums[at]!)}
          </td>
        ))}
        <td className="tabular px-3 text-right">{hours(data.total)}</td>
      </tr>
    </tfoot>
  )
}

function AddRow({ onAdd, onClose }: { onAdd: (row: Begun) => void; onClose: () => void }) {
  return (
    <>
      <div data-adding="" className="min-w-64 flex-1">
        <WhatPicker
          label="What you worked on"
          value={{ itemId: null, duty: null }}
          onChange={(what, label) => {
            if (!what.itemId && !what.duty) return
            const [number, ...words] = label.replace(/^W-/, '').split(' ')
            const item = what.itemId
              ? { id: what.itemId, number: Number(number), title: words.join(' ') }
              : null
            onAdd({ key: keyOf(what), item, duty: what.duty, days: [0, 0, 0, 0, 0, 0, 0], isVision: false })
          }}
        />
      </div>
      <Button small look="quiet" onClick={onClose}>
        Cancel
      </Button>
    </>
  )
}

/** Arrows up and down go between cells of a day; left and right at the ends of what is written. */
function moveOn(event: KeyboardEvent<HTMLTableElement>): void {
  const here = event.target
  if (!(here instanceof HTMLInputElement)) return
  const cell = here.closest('td')
  const line = cell?.closest('tr')
  const at = cell?.cellIndex ?? 0
  const isStart = here.selectionStart === 0
  const isEnd = here.selectionEnd === here.value.length
  const to: Record<string, Element | null | undefined> = {
    ArrowUp: line?.previousElementSibling?.children[at],
    ArrowDown: line?.nextElementSibling?.children[at],
    ...(isStart ? { ArrowLeft: cell?.previousElementSibling } : {}),
    ...(isEnd ? { ArrowRight: cell?.nextElementSibling } : {}),
  }
  const next = to[event.key]?.querySelector('input')
  if (!next) return
  event.preventDefault()
  next.focus()
  next.select()
}
