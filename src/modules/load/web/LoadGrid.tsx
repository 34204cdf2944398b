import { type KeyboardEvent, useRef } from 'react'
import { addDays } from '../../../methods/days.ts'
import { cx } from '../../../ui/classes.ts'
import type { Load, LoadLine } from '../contract.ts'
import { fullness, levelOf } from '../rules.ts'
import type { AskedCell } from './ItemsDrawer.tsx'
import { hours, shortDay } from './words.ts'

type GridProps = { data: Load; onTell: ((asked: AskedCell) => void) | null }
const side = 'sticky left-0 z-10 min-w-52 bg-surface px-3 py-1.5 text-left font-normal narrow:min-w-32'

/** Lines by week: planned of available hours; a cell of a person opens the items it comes from. */
export function LoadGrid({ data, onTell }: GridProps) {
  const table = useRef<HTMLTableElement>(null)
  if (data.lines.length === 0)
    return (
      <p className="rounded-lg border border-line bg-surface p-6 text-ink-2">
        Nobody here fits all of these. Lift a filter.
      </p>
    )
  return (
    <section
      aria-label="Planned and available hours by week"
      className="quiet-scroll relative overflow-auto rounded-lg border border-line bg-surface"
    >
      <table
        ref={table}
        className="w-full border-collapse"
        onKeyDown={(event) => moveFocus(event, table.current)}
      >
        <thead>
          <tr className="border-b border-line text-sm text-ink-3">
            <th scope="col" className={side}>
              Planned of available hours
            </th>
            {data.weeks.map((week) => (
              <th key={week} scope="col" className="px-2 py-2 text-right font-normal whitespace-nowrap">
                {shortDay(week)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.lines.map((line) => (
            <Row key={line.id} {...{ line, data, onTell }} />
          ))}
        </tbody>
        <tfoot>
          <tr className="border-t border-line-strong">
            <th scope="row" className={cx(side, 'font-medium')}>
              Together
            </th>
            {data.totals.map((one, at) => (
              <td key={data.weeks[at]} className="tabular px-2 py-2 text-right text-sm">
                <strong className="block">{hours(one.planned)}</strong>
                <span className="text-ink-2">{`of ${hours(one.available)}`}</span>
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

function Row({ line, data, onTell }: GridProps & { line: LoadLine }) {
  return (
    <tr className="border-b border-line last:border-0">
      <th scope="row" className={side}>
        <span className="block truncate font-medium">{line.name}</span>
        <span className="block truncate text-sm text-ink-3 narrow:hidden">{line.hint}</span>
      </th>
      {line.weeks.map((week, at) => {
        const from = data.weeks[at]!
        const tell =
          onTell && (() => onTell({ personId: line.id, name: line.name, from, to: addDays(from, 6) }))
        return (
          <td key={from} className="p-0.5">
            <Cell label={`${line.name}, week of ${shortDay(from)}`} week={week} onTell={tell} />
          </td>
        )
      })}
    </tr>
  )
}

const looks = {
  over: 'bg-bad-soft text-ink',
  full: 'bg-warn-soft text-ink',
  idle: 'text-ink-3',
  well: 'text-ink',
  away: 'bg-sunken text-ink-2',
} as const
const marks = { over: '▲', full: '', idle: '▽', well: '', away: '' } as const
const levelNames = {
  over: 'too much',
  full: 'full',
  idle: 'more than half free',
  well: 'well filled',
  away: 'away',
} as const

type CellProps = { label: string; week: LoadLine['weeks'][number]; onTell: (() => void) | null }

function Cell({ label, week, onTell }: CellProps) {
  const level = levelOf(week.planned, week.available)
  const rate = fullness(week.planned, week.available)
  const percent = rate !== null && Number.isFinite(rate) ? ` ${Math.round(rate * 100)} %` : ''
  const said = `${label}: ${hours(week.planned)} of ${hours(week.available)} hours,${percent} ${levelNames[level]}`
  const shown = (
    <>
      <span aria-hidden="true">
        {level === 'away' ? '–' : `${marks[level]} ${hours(week.planned)}`}
        <span className="block text-[11px] text-ink-2">
          {level === 'away' ? 'away' : `of ${hours(week.available)}`}
        </span>
      </span>
      <span className="sr-only">{said}</span>
    </>
  )
  const look = cx('tabular block h-10 w-full min-w-13 rounded-sm px-2 text-right leading-tight', looks[level])
  if (!onTell) return <span className={cx(look, 'pt-1')}>{shown}</span>
  return (
    <button type="button" title={said} onClick={onTell} className={cx(look, 'hover:bg-hover')}>
      {shown}
    </button>
  )
}

/** Arrows go from cell to cell. */
function moveFocus(event: KeyboardEvent, table: HTMLTableElement | null): void {
  const cell = event.target instanceof HTMLButtonElement ? event.target.closest('td') : null
  if (!cell || !table) return
  const line = cell.closest('tr')!
  const to: Record<string, Element | null | undefined> = {
    ArrowUp: line.previousElementSibling?.children[cell.cellIndex],
    ArrowDown: line.nextElementSibling?.children[cell.cellIndex],
    ArrowLeft: cell.previousElementSibling,
    ArrowRight: cell.nextElementSibling,
  }
  const next = to[event.key]?.querySelector('button')
  if (!next) return
  event.preventDefault()
  next.focus()
}
