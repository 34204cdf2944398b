import { X } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Day } from '../../../ui/format/Values.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { EmptyState } from '../../../ui/parts/Faces.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { availability } from '../contract.ts'
import { sumOf } from '../rules.ts'
import { HolidaysCard } from './HolidaysCard.tsx'
import { WeekBars } from './WeekBars.tsx'
import { WeekHistory } from './WeekCard.tsx'
import { WeekForm } from './WeekForm.tsx'
import { hours } from './words.ts'

/** What holds for everybody: the usual week, free days, and the public holidays of each place. */
export default function DaysPage() {
  const week = useQuery(availability.usualWeek, {})
  return (
    <Page
      title="Working days"
      description="The week of everybody without one of their own, the days nobody works, and the public holidays of each place."
      isLoading={week.isPending}
      error={week.error}
      onRetry={week.refetch}
    >
      {() => (
        <div className="grid grid-cols-2 items-start gap-(--gap) max-lg:grid-cols-1">
          <div className="flex min-w-0 flex-col gap-(--gap)">
            <UsualWeek />
            <FreeDays />
          </div>
          <HolidaysCard />
        </div>
      )}
    </Page>
  )
}

function UsualWeek() {
  const [isEditing, setEditing] = useState(false)
  const { data } = useQuery(availability.usualWeek, {})
  const set = useCommand(availability.setUsualWeek, { isQuiet: true })
  if (!data) return null
  return (
    <Card
      title="The usual week"
      hint={`${hours(sumOf(data.now.minutes))} h, for everybody without a week of their own`}
      actions={
        data.can.manage && (
          <Button small onClick={() => setEditing(true)}>
            Change
          </Button>
        )
      }
    >
      <WeekBars minutes={data.now.minutes} />
      {data.weeks.length > 0 && <WeekHistory weeks={data.weeks} mayManage={data.can.manage} />}
      {isEditing && (
        <WeekForm
          id="week-usual"
          title="The usual week"
          now={data.now}
          onSave={(said) => set.attempt({ version: data.version, ...said })}
          onClose={() => setEditing(false)}
        />
      )}
    </Card>
  )
}

const Draft = z.object({ day: z.iso.date('is a day'), name: z.string('needs a name') })

/** Days besides weekends on which nobody works, wherever they are. */
function FreeDays() {
  const mayManage = useCan()('availability:manage')
  const items = useQuery(availability.freeDays, {}).data?.items ?? []
  const also = { alsoRefresh: ['templates', 'campaigns'] }
  const add = useCommand(availability.addFreeDay, { isQuiet: true, ...also })
  const remove = useCommand(availability.removeFreeDay, also)
  const away = async (one: { day: string; name: string }) => {
    if (await remove.run({ day: one.day }))
      toast(`${one.name} is a working day`, { undo: () => void add.run(one) })
  }
  return (
    <Card
      title="Free days"
      hint="Nobody works on these, anywhere; steps of campaigns are counted around them."
    >
      <div className="flex flex-col gap-4">
        {items.length === 0 && (
          <EmptyState>None is known: only weekends and public holidays are free.</EmptyState>
        )}
        <ul className="flex max-h-80 flex-col overflow-y-auto">
          {items.map((one) => (
            <li key={one.day} className="flex min-h-8 items-center gap-3">
              <Day date={one.day} />
              <span className="min-w-0 flex-1 truncate text-ink-2">{one.name}</span>
              {mayManage && (
                <IconButton small label={`Make ${one.name} a working day`} onClick={() => void away(one)}>
                  <X size={14} />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
        {mayManage && (
          <Form
            key={items.length}
            id="free-day"
            schema={Draft}
            fields={[
              { name: 'day', label: 'Day', kind: 'date' },
              { name: 'name', label: 'What it is' },
            ]}
            saveLabel="Add it"
            onSave={(draft) => add.attempt(draft)}
          />
        )}
      </div>
    </Card>
  )
}
