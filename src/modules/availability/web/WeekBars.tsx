import { cx } from '../../../ui/classes.ts'
import { hours, weekdays } from './words.ts'

/** Seven days beside each other with their hours. */
export const WeekBars = ({ minutes }: { minutes: readonly number[] }) => (
  <ul className="grid grid-cols-7 gap-1">
    {weekdays.map((name, at) => (
      <li
        key={name}
        className={cx(
          'rounded-md py-1.5 text-center',
          minutes[at] ? 'bg-accent-soft' : 'bg-sunken text-ink-3',
        )}
      >
        <span className="block text-sm text-ink-2">{name}</span>
        <span className="tabular font-medium">{minutes[at] ? hours(minutes[at]) : '–'}</span>
      </li>
    ))}
  </ul>
)
