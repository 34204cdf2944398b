import { addDays, daysBetween } from '../../../methods/days.ts'
import { cx } from '../../../ui/classes.ts'
import type { PlannedStep } from '../contract.ts'

type Bar = Pick<PlannedStep, 'id' | 'name' | 'startsOn' | 'due' | 'late' | 'isCritical' | 'doneAt'>

const colourOf = ({ doneAt, late, isCritical }: Bar): string => {
  if (doneAt) return 'bg-line-strong'
  if (late > 0) return 'bg-bad'
  return isCritical ? 'bg-accent' : 'bg-ink-3'
}
const wordsOf = ({ doneAt, late, isCritical }: Bar): string =>
  [doneAt ? 'done' : late > 0 ? 'too late' : '', isCritical ? 'on the critical path' : '']
    .filter(Boolean)
    .join(', ')

/** Steps as bars on the way to the first day; the table beside says the same in words. */
export function Timeline({ steps, launchOn }: { steps: readonly Bar[]; launchOn: string }) {
  if (steps.length === 0) return null
  const days = [...steps.flatMap((one) => [one.startsOn, one.due]), launchOn].sort()
  const first = days[0] ?? launchOn
  const span = Math.max(1, daysBetween(first, addDays(days.at(-1) ?? launchOn, 1)))
  const at = (day: string) => `${(daysBetween(first, day) / span) * 100}%`
  return (
    <figure aria-label={`Steps from ${first} to the first day, ${launchOn}`} className="flex flex-col gap-1">
      <ul className="flex flex-col gap-1">
        {steps.map((one) => (
          <li key={one.id} className="grid grid-cols-[180px_1fr] items-center gap-x-3 narrow:grid-cols-1">
            <span className="truncate text-sm text-ink-2" title={`${one.startsOn} – ${one.due}`}>
              {one.name}
              <span className="sr-only">{`, ${one.startsOn} to ${one.due} ${wordsOf(one)}`}</span>
            </span>
            <span aria-hidden="true" className="relative h-5">
              <span
                className={cx('absolute top-1 h-3 min-w-1 rounded-sm', colourOf(one))}
                style={{ left: at(one.startsOn), right: `calc(100% - ${at(addDays(one.due, 1))})` }}
              />
              <span
                className="absolute -inset-y-0.5 border-l-2 border-dashed border-ink-3"
                style={{ left: at(launchOn) }}
              />
            </span>
          </li>
        ))}
      </ul>
      <figcaption className="flex justify-between gap-2 text-sm text-ink-3">
        <span>{first}</span>
        <span>{`First day ${launchOn}`}</span>
      </figcaption>
    </figure>
  )
}
