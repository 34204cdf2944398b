import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useRef } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { addDays } from '../../../methods/days.ts'
import { cx } from '../../../ui/classes.ts'
import type { availability } from '../contract.ts'
import { moveFocus } from './grid-keys.ts'
import { hours, shortDay } from './words.ts'

export type Asked = { id: string; name: string; from: string; to: string }
type Shown = Out<typeof availability.capacity>
type GridProps = { data: Shown; onTell: (asked: Asked) => void }
type Person = Shown['people'][number]

/** People by week: the hours each has; a cell opens what they come from, day by day. */
export function CapacityGrid({ data, onTell }: GridProps) {
  const table = useRef<HTMLTableElement>(null)
  const onKeyDown = (event: KeyboardEvent) => moveFocus(event, table.current)
  return (
    <section
      aria-label="Available hours by person and week"
      className="quiet-scroll relative overflow-auto rounded-lg border border-line bg-surface"
    >
      <table ref={table} className="w-full border-collapse" onKeyDown={onKeyDown}>
        <thead>
          <tr className="border-b border-line text-sm text-ink-3">
            <th scope="col" className={cx(side, 'bg-surface font-normal')}>
              {data.people.length === 1 ? '1 person' : `${data.people.length} people`}
            </th>
            {data.weeks.map((week) => (
              <th key={week} scope="col" className="px-2 py-2 text-right font-normal whitespace-nowrap">
                {isNow(week, data.today) ? <strong className="text-ink">This week</strong> : shortDay(week)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.people.map((person) => (
            <Row key={person.id} {...{ person, data, onTell }} />
          ))}
        </tbody>
        <tfoot>
          <Totals data={data} />
        </tfoot>
      </table>
    </section>
  )
}

const side = 'sticky left-0 z-10 min-w-52 px-3 py-1.5 text-left narrow:min-w-32'
const isNow = (week: string, today: string): boolean => week <= today && today < addDays(week, 7)

function Row({ person, data, onTell }: GridProps & { person: Person }) {
  return (
    <tr className="border-b border-line last:border-0">
      <th scope="row" className={cx(side, 'bg-surface font-normal')}>
        <Link to={`/working-time/${person.id}`} className="font-medium hover:underline">
          {person.name}
        </Link>
        <span className="block truncate text-sm text-ink-3 narrow:hidden">
          {[person.title, person.country].filter(Boolean).join(' · ')}
        </span>
      </th>
      {person.weeks.map((week, at) => {
        const monday = data.weeks[at]!
        const asked = { id: person.id, name: person.name, from: monday, to: addDays(monday, 6) }
        return (
          <td key={monday} className="p-0.5">
            <Cell name={person.name} monday={monday} week={week} onTell={() => onTell(asked)} />
          </td>
        )
      })}
    </tr>
  )
}

type CellProps = { name: string; monday: string; week: Person['weeks'][number]; onTell: () => void }

function Cell({ name, monday, week, onTell }: CellProps) {
  const { scheduled, absent, available, away } = week
  const isGone = scheduled === 0 || absent === scheduled
  return (
    <button
      type="button"
      title={away.join('\n') || undefined}
      onClick={onTell}
      className={cx(
        'tabular relative flex h-9 w-full min-w-13 flex-col items-end justify-center rounded-sm px-2 leading-tight hover:bg-hover',
        isGone ? 'bg-sunken text-ink-3' : absent > 0 ? 'bg-warn-soft text-ink' : 'text-ink',
      )}
    >
      <span className="sr-only">{`${name}, week of ${shortDay(monday)}: `}</span>
      {scheduled === 0 ? '–' : isGone ? 'away' : hours(available)}
      {absent > 0 && !isGone && <span className="text-[11px] text-ink-2">{`−${hours(absent)}`}</span>}
      <span className="sr-only">{[` hours available of ${hours(scheduled)}`, ...away].join('. ')}</span>
    </button>
  )
}

function Totals({ data }: { data: Shown }) {
  return (
    <tr className="border-t border-line-strong font-medium">
      <th scope="row" className={cx(side, 'bg-surface font-medium')}>
        Together
      </th>
      {data.totals.map((one, at) => (
        <td
          key={data.weeks[at]}
          className="tabular px-2.5 text-right"
          title={`${hours(one.scheduled)} h of working weeks, ${hours(one.absent)} h absent, ${hours(one.duties)} h other duties`}
        >
          {hours(one.available)}
        </td>
      ))}
    </tr>
  )
}
