import { Link } from '@tanstack/react-router'
import { Fragment, type KeyboardEvent, useRef } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { cx } from '../../../ui/classes.ts'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import type { HoursEdit, HoursPosition, HoursRow, positions as Positions } from '../contract.ts'
import { positions } from '../contract.ts'
import { HoursCell } from './HoursCell.tsx'
import type { Unit } from './hours-cells.ts'
import { inHours } from './words.tsx'

type Shown = Out<typeof Positions.hours>
type HoursGridProps = { data: Shown; unit: Unit }

const short = (month: string): string =>
  new Intl.DateTimeFormat('en', { month: 'short', year: '2-digit', timeZone: 'UTC' }).format(new Date(month))

/** Positions, what each gives hours to, and how that sums up to what there is. */
export function HoursGrid({ data, unit }: HoursGridProps) {
  const table = useRef<HTMLTableElement>(null)
  const set = useCommand(positions.setHours, { isQuiet: true })
  const undo = useCommand(positions.setHours)
  const save = async (edit: HoursEdit) => {
    const done = await set.attempt({ edits: [edit] })
    if (done.changed === 0) return
    toast(done.over[0] ?? 'Hours given', {
      ...(done.over.length > 0 ? { tone: 'bad' as const } : {}),
      undo: () => void undo.run({ edits: done.undo }),
    })
  }
  return (
    <section
      aria-label="Hours by position and month"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
      tabIndex={0}
      className="quiet-scroll relative overflow-auto rounded-lg border border-line bg-surface"
    >
      <table ref={table} className="w-full border-collapse" onKeyDown={(event) => move(event, table.current)}>
        <thead>
          <tr className="border-b border-line text-sm text-ink-3">
            <th
              scope="col"
              className="sticky left-0 z-10 min-w-56 bg-surface px-3 py-2 text-left font-normal narrow:min-w-36"
            >
              Position and what it serves
            </th>
            {data.months.map((month) => (
              <th
                key={month}
                scope="col"
                className="min-w-18 px-1 py-2 text-right font-normal whitespace-nowrap"
              >
                {short(month)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.positions.map((one) => (
            <Fragment key={one.id}>
              <Head one={one} months={data.months} />
              {data.rows
                .filter((row) => row.positionId === one.id)
                .map((row, at) => (
                  <Row
                    key={`${row.target.kind} ${row.target.id || at}`}
                    {...{ row, one, data, unit, save }}
                  />
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Head({ one, months }: { one: HoursPosition; months: string[] }) {
  return (
    <tr className="border-b border-line bg-sunken">
      <th scope="row" className="sticky left-0 z-10 bg-sunken px-3 py-1.5 text-left font-medium">
        <Link to={`/positions/${one.id}`} className="hover:underline">
          {one.title}
        </Link>
        <span className="block text-sm font-normal text-ink-3">{one.person || 'Nobody fills it yet'}</span>
      </th>
      {one.capacity.map((capacity, at) => (
        <td
          key={months[at]}
          className={cx(
            'px-2 text-right text-sm tabular',
            one.over[at] ? 'font-medium text-bad' : 'text-ink-2',
          )}
        >
          {inHours(one.allocated[at]!)}
          <span className="block text-ink-3">{`of ${inHours(capacity)}`}</span>
          {one.over[at] && <span className="block">too much</span>}
        </td>
      ))}
    </tr>
  )
}

type RowProps = {
  row: HoursRow
  one: HoursPosition
  data: Shown
  unit: Unit
  save: (edit: HoursEdit) => Promise<void>
}

function Row({ row, one, data, unit, save }: RowProps) {
  const { name, title, path, kind, id } = row.target
  return (
    <tr className="border-b border-line last:border-0">
      <th
        scope="row"
        className="sticky left-0 z-10 bg-surface px-3 py-1 pl-6 text-left font-normal narrow:pl-3"
      >
        <span className="block text-sm text-ink-3">{title}</span>
        {path ? (
          <Link to={path} className="text-accent-ink hover:underline">
            {name}
          </Link>
        ) : (
          <span className="text-ink-3">One you may not see</span>
        )}
      </th>
      {data.months.map((month, at) => (
        <td key={month} className="p-0.5">
          <HoursCell
            label={`${one.title}, ${name ?? title}, ${short(month)}, ${unit}`}
            {...{ row, at, unit, capacity: one.capacity[at]!, isOver: Boolean(one.over[at]) }}
            isReadOnly={!data.can.manage || id === ''}
            onSave={(said) =>
              save({ positionId: one.id, kind, targetId: id, monthOn: month, was: row.minutes[at]!, ...said })
            }
          />
        </td>
      ))}
    </tr>
  )
}

/** Arrows and Enter move between cells; left and right only at the ends of what stands in one. */
function move(event: KeyboardEvent, table: HTMLTableElement | null): void {
  const input = event.target
  if (!(input instanceof HTMLInputElement) || !table) return
  const across = all(table).filter((one) => one.closest('tr') === input.closest('tr'))
  const down = all(table).filter((one) => columnOf(one) === columnOf(input))
  const atStart = input.selectionStart === 0 && input.selectionEnd === 0
  const atEnd = input.selectionStart === input.value.length
  const whole = input.selectionStart === 0 && atEnd && input.selectionEnd === input.value.length
  const to =
    event.key === 'ArrowDown' || event.key === 'Enter'
      ? down[down.indexOf(input) + 1]
      : event.key === 'ArrowUp'
        ? down[down.indexOf(input) - 1]
        : event.key === 'ArrowRight' && (atEnd || whole)
          ? across[across.indexOf(input) + 1]
          : event.key === 'ArrowLeft' && (atStart || whole)
            ? across[across.indexOf(input) - 1]
            : undefined
  if (event.key === 'Enter' && !to) input.blur()
  if (!to) return
  event.preventDefault()
  to.focus()
  to.select()
}

const all = (table: HTMLTableElement): HTMLInputElement[] => [...table.querySelectorAll('input')]
const columnOf = (input: HTMLInputElement): number => input.closest('td')?.cellIndex ?? -1
