import { useParams } from '@tanstack/react-router'
import type { Out } from '../../../kernel/contract.ts'
import { Page } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useSession } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { availability } from '../contract.ts'
import { DutiesCard } from './DutiesCard.tsx'
import { DutyForm } from './DutyForm.tsx'
import { LeaveCard } from './LeaveCard.tsx'
import { LeaveForm } from './LeaveForm.tsx'
import { OwnSkills } from './OwnSkills.tsx'
import { PlaceCard } from './PlaceCard.tsx'
import { WeekCard } from './WeekCard.tsx'

export type WorkingTime = Out<typeof availability.person>
export type CardProps = { time: WorkingTime }

/** When a person works: one’s own, or that of somebody else by the address. */
export default function TimePage() {
  const { id: asked } = useParams({ strict: false }) as { id?: string }
  const own = useSession()?.person.id ?? ''
  const id = asked ?? own
  const time = useQuery(availability.person, { id }, { keepsOld: false, isOn: id !== '' })
  const [show, setShow] = useUrl('show')
  const { data } = time
  const close = () => setShow('')
  const isOwn = id === own
  return (
    <Page
      title={isOwn ? 'My working time' : `Working time of ${data?.person.name ?? '…'}`}
      crumbs={isOwn ? [] : [{ title: 'Capacity', path: '/capacity' }]}
      description={data && subtitleOf(data)}
      isLoading={time.isPending}
      error={time.error}
      onRetry={time.refetch}
      actions={
        data?.can.ask && (
          <>
            <Button onClick={() => setShow('duty')}>Note other duties</Button>
            <Button look="primary" onClick={() => setShow('leave')}>
              {isOwn ? 'Ask for leave' : 'Note leave'}
            </Button>
          </>
        )
      }
    >
      {() =>
        data && (
          <div className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] gap-(--gap) max-lg:grid-cols-1">
            <div className="flex min-w-0 flex-col gap-(--gap)">
              <LeaveCard time={data} isOwn={isOwn} />
              <DutiesCard time={data} />
              <OwnSkills personId={data.person.id} />
            </div>
            <div className="flex min-w-0 flex-col gap-(--gap)">
              <WeekCard time={data} />
              <PlaceCard time={data} />
            </div>
            {show === 'leave' && data.can.ask && <LeaveForm time={data} isOwn={isOwn} onClose={close} />}
            {show === 'duty' && data.can.ask && <DutyForm personId={id} duty={null} onClose={close} />}
          </div>
        )
      }
    </Page>
  )
}

const subtitleOf = ({ person }: WorkingTime): string =>
  [person.title, person.manager ? `leave is decided by ${person.manager.name}` : '']
    .filter(Boolean)
    .join(' · ')
