import { useNavigate } from '@tanstack/react-router'
import { CalendarCheck } from 'lucide-react'
import { day } from '../../../ui/format/when.ts'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { Page } from '../../../ui/kit/Page.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { type SeriesLine, teamwork } from '../contract.ts'
import { everyTitle, kindTitle } from '../rules.ts'
import { Entries, type Entry } from './Entries.tsx'
import { SeriesForm } from './SeriesForm.tsx'

export default function CheckInsPage() {
  const navigate = useNavigate()
  const asked = useQuery(teamwork.checkIns, {})
  const [shown, show] = useUrl('show')
  const mayWrite = useCan()('teamwork:write')
  const open = () => show('new')
  useKeys({ c: open }, { isOn: mayWrite })
  const begin = mayWrite && (
    <Button look="primary" onClick={open}>
      Begin a series
    </Button>
  )
  const items = asked.data?.items ?? []
  return (
    <>
      <Page
        title="Check-ins"
        description="Regular ones of the Executive Team, of teams, and of two. The next is prepared by itself, from what is open and what is red."
        actions={begin}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        empty={
          items.length === 0 && {
            icon: <CalendarCheck size={24} />,
            children: 'You are of no series of check-ins. Begin one: who meets, how often, from which day.',
            action: begin,
          }
        }
      >
        {() => (
          <Card>
            <Entries label="Check-ins" entries={items.map(entryOf)} />
          </Card>
        )}
      </Page>
      {shown === 'new' && mayWrite && (
        <SeriesForm
          of={null}
          onClose={() => show('')}
          onSaved={({ id }) => void navigate({ to: `/check-ins/${id}` })}
        />
      )}
    </>
  )
}

const entryOf = (one: SeriesLine): Entry => ({
  ...{ id: one.id, title: one.name, path: `/check-ins/${one.id}` },
  badges: (
    <>
      <Badge>{kindTitle[one.kind]}</Badge>
      {one.endedOn && <Badge>Ended</Badge>}
      {one.streak > 1 && <Badge tone="good">{`${one.streak} held in a row`}</Badge>}
      {!one.can.write && <Badge tone="info">You are a guest</Badge>}
    </>
  ),
  meta: [
    everyTitle[one.every],
    one.nextOn && !one.endedOn ? `next on ${day(one.nextOn)}` : 'none planned',
    `${one.open} on the board`,
    `${one.people.length} people`,
  ].join(' · '),
})
