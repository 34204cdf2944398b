import { ExplainDrawer } from '../../../ui/figure/ExplainDrawer.tsx'
import { useQuery } from '../../../ui/query.ts'
import { availability, type DayHours } from '../contract.ts'
import type { Asked } from './CapacityGrid.tsx'
import { exact, shortDay, weekdays } from './words.ts'

/** Where the hours of a person in some days come from. */
export function DaysDrawer({ id, name, from, to, onClose }: Asked & { onClose: () => void }) {
  const asked = useQuery(availability.days, { id, from, to })
  const { data } = asked
  return (
    <ExplainDrawer<DayHours>
      isOpen
      onClose={onClose}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      figure={{ label: `Hours of ${name}`, value: data ? data.total.available / 60 : null, unit: 'number' }}
      period={`${shortDay(from)} – ${shortDay(to)}`}
      definition="Hours that can be planned: of the working week, what public holidays, free days, leave and other duties leave over. Leave on a free day takes nothing; duties fall away with the hours somebody is absent."
      formula={
        data
          ? `${exact(data.total.scheduled)} h working week − ${exact(data.total.absent)} h absent − ${exact(data.total.duties)} h other duties = ${exact(data.total.available)} h`
          : undefined
      }
      sources={[{ id, title: `Working time of ${name}`, path: `/working-time/${id}` }]}
      rows={{ columns, rows: data?.days ?? [], rowId: (one) => one.day }}
    />
  )
}

const weekdayOf = (day: string) => weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7]
const inHours = (name: 'scheduled' | 'absent' | 'duties' | 'available', title: string) => ({
  ...{ id: name, title, align: 'end' as const, width: 90 },
  value: (one: DayHours) => one[name] / 60,
  cell: (one: DayHours) => exact(one[name]),
})

const columns = [
  {
    ...{ id: 'day', title: 'Day', width: 110 },
    value: (one: DayHours) => one.day,
    cell: (one: DayHours) => `${weekdayOf(one.day)} ${shortDay(one.day)}`,
  },
  inHours('scheduled', 'Scheduled'),
  inHours('absent', 'Absent'),
  inHours('duties', 'Duties'),
  inHours('available', 'Available'),
  { id: 'why', title: 'Why', value: (one: DayHours) => one.why.join(' · ') },
]
