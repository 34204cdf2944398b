import { CalendarClock, CheckSquare, Clock, Hourglass, TrendingUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { day } from '../../../../ui/format/when.ts'
import { Badge, type Tone } from '../../../../ui/parts/Badge.tsx'
import type { Item, Stage } from '../../contract.ts'
import { hours, priorityNames } from '../words.ts'
import { daysThere, isLate } from './filter.ts'

type MarksProps = { item: Item; stage: Stage; today: string }

/** What a card says besides its title; nothing is said by colour alone. */
export function Marks({ item, stage, today }: MarksProps) {
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-3">
      <VisionMark item={item} />
      {item.priority !== 'normal' && (
        <Badge tone={item.priority === 'urgent' ? 'bad' : item.priority === 'high' ? 'warn' : 'neutral'}>
          {priorityNames[item.priority]}
        </Badge>
      )}
      <Due item={item} today={today} />
      <Age item={item} stage={stage} />
      {(item.estimateMinutes !== null || item.points !== null) && (
        <Mark icon={<Clock size={12} />} says="Estimate">
          {item.estimateMinutes !== null ? hours(item.estimateMinutes) : `${item.points} pt`}
        </Mark>
      )}
      {item.checks.all > 0 && (
        <Mark icon={<CheckSquare size={12} />} says="Checklist">
          {`${item.checks.done}/${item.checks.all}`}
        </Mark>
      )}
      {item.waitsFor > 0 && <Badge tone="warn">{`waits for ${item.waitsFor}`}</Badge>}
      {stage.approverRoleId && (
        <Badge tone={item.isApproved ? 'good' : 'info'}>{item.isApproved ? 'approved' : 'to approve'}</Badge>
      )}
      {item.badges.map((one) => (
        <Badge key={one.name} tone={one.tone}>
          {one.words}
        </Badge>
      ))}
      {item.labels.map((label) => (
        <Badge key={label}>{label}</Badge>
      ))}
    </div>
  )
}

function Mark({ icon, says, children }: { icon: ReactNode; says: string; children: string }) {
  return (
    <span className="tabular inline-flex items-center gap-1 whitespace-nowrap">
      <span aria-hidden="true">{icon}</span>
      <span className="sr-only">{`${says}: `}</span>
      {children}
    </span>
  )
}

function VisionMark({ item }: { item: Item }) {
  if (item.isVision)
    return (
      <span
        className="inline-flex text-good"
        title={`Leads up to the vision${item.serves?.name ? `: ${item.serves.name}` : ''}`}
      >
        <TrendingUp size={14} aria-hidden="true" />
        <span className="sr-only">Leads up to the vision</span>
      </span>
    )
  if (!item.notVision) return null
  return (
    <span title={item.notVision}>
      <Badge>not vision</Badge>
    </span>
  )
}

function Due({ item, today }: { item: Item; today: string }) {
  if (!item.dueOn) return null
  const isPast = isLate(item, today)
  const words = day(item.dueOn, 'short')
  const tone: Tone = isPast ? 'bad' : 'neutral'
  if (isPast) return <Badge tone={tone}>{`late, ${words}`}</Badge>
  return (
    <Mark icon={<CalendarClock size={12} />} says="Due">
      {words}
    </Mark>
  )
}

function Age({ item, stage }: { item: Item; stage: Stage }) {
  if (stage.kind === 'done') return null
  const days = daysThere(item, Date.now())
  if (stage.mostDays !== null && days > stage.mostDays)
    return <Badge tone="warn">{`${days} d here, at most ${stage.mostDays}`}</Badge>
  if (days < 1) return null
  return (
    <Mark icon={<Hourglass size={12} />} says="In this stage for">
      {`${days} d`}
    </Mark>
  )
}
