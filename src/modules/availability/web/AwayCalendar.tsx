import type { Out } from '../../../kernel/contract.ts'
import { weekdayOf } from '../../../methods/days.ts'
import { cx } from '../../../ui/classes.ts'
import type { availability } from '../contract.ts'
import { spanOfDays } from './calendar-days.ts'
import { shortDay, weekdays } from './words.ts'

type Shown = Out<typeof availability.away>
type Leave = Shown['people'][number]['leave'][number]

/** People by day, with a mark on each day or half of one that somebody is away. */
export function AwayCalendar({ data }: { data: Shown }) {
  const days = spanOfDays(data.from, data.to)
  return (
    <section
      aria-label="Who is away, by day"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
      tabIndex={0}
      className="quiet-scroll relative overflow-auto rounded-lg border border-line bg-surface"
    >
      <table className="w-full border-collapse">
        <thead>
          <tr className="border-b border-line text-[11px] text-ink-3">
            <th
              scope="col"
              className="sticky left-0 z-10 min-w-44 bg-surface px-3 py-1 text-left font-normal narrow:min-w-28"
            >
              {`${shortDay(data.from)} – ${shortDay(data.to)}`}
            </th>
            {days.map((day) => (
              <th key={day} scope="col" className="min-w-7 py-1 text-center font-normal">
                <span className={cx('block', day === data.today && 'font-semibold text-accent-ink')}>
                  {Number(day.slice(8))}
                </span>
                {weekdays[(weekdayOf(day) + 6) % 7]!.slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.people.map((person) => (
            <tr key={person.id} className="border-b border-line last:border-0">
              <th
                scope="row"
                className="sticky left-0 z-10 truncate bg-surface px-3 py-1.5 text-left font-normal"
              >
                {person.name}
              </th>
              {days.map((day) => (
                <td key={day} className={cx('p-0.5', weekdayOf(day) % 6 === 0 && 'bg-sunken')}>
                  <Mark leave={person.leave} day={day} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Mark({ leave, day }: { leave: Leave[]; day: string }) {
  const one = leave.find((candidate) => candidate.fromOn <= day && day <= candidate.toOn)
  if (!one) return null
  const isAfternoon = one.startsHalf && one.fromOn === day
  const isMorning = one.endsHalf && one.toOn === day
  const part = isAfternoon ? ', afternoon' : isMorning ? ', morning' : ''
  return (
    <span title={`${one.what}${part}`} className="block h-5">
      <span
        className={cx(
          'block h-full rounded-sm bg-accent-soft ring-1 ring-accent ring-inset',
          isAfternoon ? 'ml-auto w-1/2' : isMorning ? 'w-1/2' : 'w-full',
        )}
      />
      <span className="sr-only">{`${one.what}${part}`}</span>
    </span>
  )
}
