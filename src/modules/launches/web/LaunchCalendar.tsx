import { Link } from '@tanstack/react-router'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { cx } from '../../../ui/classes.ts'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { useUrl } from '../../../ui/useUrl.ts'
import type { Listed, Overlap, Serving } from '../contract.ts'
import { stateTitles } from '../rules.ts'
import { monthName, monthOf, monthsOn, type Strip, stripOf } from './months.ts'

type CalendarProps = { items: readonly Listed[]; overlaps: readonly Overlap[]; today: string }

const row = 'grid grid-cols-[210px_1fr] items-center gap-x-3 narrow:grid-cols-1'

/** Half a year of launches, a month a column, each with its campaigns beneath. */
export function LaunchCalendar({ items, overlaps, today }: CalendarProps) {
  const [from, setFrom] = useUrl('from', monthsOn(monthOf(today), -1))
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(from) ? from : monthOf(today)
  const strip = stripOf(month)
  const go = (by: number) => setFrom(monthsOn(month, by))
  useKeys({ '[': () => go(-1), ']': () => go(1) })
  const close = new Set(overlaps.flatMap((one) => [one.one.id, one.other.id]))
  const shown = items.filter(
    (one) =>
      one.state !== 'called-off' &&
      (strip.holds(one.launchOn) || one.campaigns.some((each) => strip.touches(each.startsOn, each.endsOn))),
  )
  return (
    <figure
      aria-label={`Launches from ${strip.firstDay} to ${strip.lastDay}`}
      className="flex flex-col gap-1"
    >
      <Steps strip={strip} go={go} />
      <Heading strip={strip} />
      {shown.length === 0 && (
        <p className="py-4 text-ink-2">No launch in these months, and no campaign of one.</p>
      )}
      <ul className="flex flex-col gap-3">
        {shown.map((one) => (
          <Row key={one.id} one={one} strip={strip} today={today} isClose={close.has(one.id)} />
        ))}
      </ul>
    </figure>
  )
}

const Steps = ({ strip, go }: { strip: Strip; go: (by: number) => void }) => (
  <div className="flex items-center gap-1">
    <IconButton small label="A month earlier" keys="[" onClick={() => go(-1)}>
      <ChevronLeft size={14} />
    </IconButton>
    <IconButton small label="A month later" keys="]" onClick={() => go(1)}>
      <ChevronRight size={14} />
    </IconButton>
    <Button small look="quiet" to="/launches">
      Today
    </Button>
    <span className="tabular ml-1 text-sm text-ink-3">{`${strip.firstDay} – ${strip.lastDay}`}</span>
  </div>
)

const Heading = ({ strip }: { strip: Strip }) => (
  <div aria-hidden="true" className={row}>
    <span className="narrow:hidden" />
    <span className="flex border-b border-line text-sm text-ink-3">
      {strip.months.map((month) => (
        <span key={month} className="flex-1 truncate border-l border-line pl-1">
          {monthName(month)}
        </span>
      ))}
    </span>
  </div>
)

type RowProps = { one: Listed; strip: Strip; today: string; isClose: boolean }

const Row = ({ one, strip, today, isClose }: RowProps) => (
  <li className="flex flex-col gap-0.5">
    <div className={row}>
      <span className="flex min-w-0 items-center gap-1.5">
        <Link to={`/launches/${one.id}`} className="truncate font-medium hover:underline">
          {one.name}
        </Link>
        <Badge>{`Tier ${one.tier}`}</Badge>
        {isClose && <Badge tone="warn">Close</Badge>}
        <span className="sr-only">{`, ${stateTitles[one.state]}, launches ${one.launchOn}`}</span>
      </span>
      <Track strip={strip} today={today}>
        {one.announceOn && strip.holds(one.announceOn) && (
          <span
            title={`Announced ${one.announceOn}`}
            className="absolute top-1 size-3 -translate-x-1/2 rounded-full border-2 border-ink-3 bg-surface"
            style={{ left: `${strip.at(one.announceOn)}%` }}
          />
        )}
        {strip.holds(one.launchOn) && <Mark one={one} strip={strip} />}
      </Track>
    </div>
    <ul className="flex flex-col gap-0.5">
      {one.campaigns
        .filter((each) => each.state !== 'stopped' && strip.touches(each.startsOn, each.endsOn))
        .map((each) => (
          <CampaignBar key={each.id} one={each} strip={strip} today={today} />
        ))}
    </ul>
  </li>
)

const Mark = ({ one, strip }: { one: Listed; strip: Strip }) => {
  const left = strip.at(one.launchOn)
  return (
    <span
      title={`Launches ${one.launchOn}`}
      className="absolute top-0 flex items-center gap-1 whitespace-nowrap"
      style={left > 80 ? { right: `calc(${100 - left}% - 6px)` } : { left: `calc(${left}% - 6px)` }}
    >
      <span
        className={cx(
          'size-3 rotate-45',
          one.state === 'planned' ? 'border-2 border-accent bg-surface' : 'bg-accent',
          left > 80 && 'order-last',
        )}
      />
      <span className="text-sm">{one.launchOn.slice(5)}</span>
    </span>
  )
}

type BarProps = { one: Serving; strip: Strip; today: string }

const CampaignBar = ({ one, strip, today }: BarProps) => (
  <li className={row}>
    <Link
      to={`/campaigns/${one.id}`}
      search={{ tab: 'launches' } as never}
      title={`${one.standing}, ${one.startsOn} – ${one.endsOn}`}
      className="truncate pl-4 text-sm text-ink-2 hover:underline"
    >
      {one.name}
      <span className="sr-only">{`, ${one.standing}, ${one.startsOn} to ${one.endsOn}. ${one.says}`}</span>
    </Link>
    <Track strip={strip} today={today}>
      <span
        className={cx('absolute top-1.5 h-2 min-w-1 rounded-sm', colourOf(one))}
        style={{ left: `${strip.at(one.startsOn)}%`, right: `${100 - strip.at(one.endsOn)}%` }}
      />
    </Track>
  </li>
)

function colourOf(one: Serving): string {
  if (!one.fits || one.late > 0) return 'bg-bad'
  return one.state === 'approved' ? 'bg-ink-3' : 'bg-line-strong'
}

const Track = ({ strip, today, children }: { strip: Strip; today: string; children: React.ReactNode }) => (
  <span aria-hidden="true" className="relative h-5 min-w-0">
    {strip.holds(today) && (
      <span
        className="absolute -inset-y-0.5 border-l border-dashed border-ink-3"
        style={{ left: `${strip.at(today)}%` }}
      />
    )}
    {children}
  </span>
)
