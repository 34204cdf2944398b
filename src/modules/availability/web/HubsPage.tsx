import { Network } from 'lucide-react'
import { useState } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { Page } from '../../../ui/kit/Page.tsx'
import { Badge, Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { availability } from '../contract.ts'
import { HubForm } from './HubForm.tsx'
import { hours } from './words.ts'

type Shown = Out<typeof availability.hubs>
export type ShownHub = Shown['items'][number]
const scaleNames = { department: 'Within the department', enterprise: 'For the enterprise' }

export default function HubsPage() {
  const asked = useQuery(availability.hubs, {})
  const [show, setShow] = useUrl('show')
  const [editing, setEditing] = useState<ShownHub | null>(null)
  const { data } = asked
  const add = data?.can.manage && (
    <Button look="primary" onClick={() => setShow('new')}>
      Make a hub
    </Button>
  )
  return (
    <>
      <Page
        title="Hubs"
        description="Experts who work for several teams: who is in each hub, and which teams it serves."
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        actions={data && data.items.length > 0 && add}
        empty={
          data?.items.length === 0 && {
            icon: <Network size={24} />,
            children:
              'No hub yet. Put experts whom several teams need into one, and say which teams it serves.',
            action: add,
          }
        }
      >
        {() =>
          data && (
            <>
              {data.unserved.length > 0 && (
                <Notice tone="info">
                  {`No hub serves ${data.unserved.map((team) => team.name).join(', ')}.`}
                </Notice>
              )}
              <div className="grid grid-cols-2 gap-(--gap) max-lg:grid-cols-1">
                {data.items.map((hub) => (
                  <HubCard
                    key={hub.id}
                    hub={hub}
                    mayManage={data.can.manage}
                    onEdit={() => setEditing(hub)}
                  />
                ))}
              </div>
            </>
          )
        }
      </Page>
      {data?.can.manage && (show === 'new' || editing) && (
        <HubForm
          {...{ hub: editing, people: data.people, teams: data.teams }}
          onClose={() => {
            setEditing(null)
            setShow('')
          }}
        />
      )}
    </>
  )
}

type HubCardProps = { hub: ShownHub; mayManage: boolean; onEdit: () => void }

function HubCard({ hub, mayManage, onEdit }: HubCardProps) {
  const [open] = useUrl('open')
  const remove = useCommand(availability.removeHub)
  const restore = useCommand(availability.restoreHub)
  const drop = async () => {
    if (await remove.run({ id: hub.id }))
      toast(`${hub.name} is taken away`, { undo: () => void restore.run({ id: hub.id }) })
  }
  const about = [hub.region, hub.countries.join(', '), hub.lead ? `led by ${hub.lead.name}` : '']
  return (
    <Card
      title={hub.name}
      hint={about.filter(Boolean).join(' · ')}
      {...(open === hub.id ? { className: 'ring-2 ring-accent' } : {})}
      actions={
        mayManage && (
          <>
            <Button small look="quiet" onClick={onEdit}>
              Change
            </Button>
            <Button small look="quiet" isBusy={remove.isRunning} onClick={() => void drop()}>
              Remove
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-2">
        <p className="flex flex-wrap items-center gap-2">
          <Badge tone={hub.scale === 'enterprise' ? 'accent' : 'neutral'}>{scaleNames[hub.scale]}</Badge>
          <Button small look="quiet" to={`/capacity?hubId=${hub.id}`}>
            {`${hours(hub.available)} h available this week`}
          </Button>
        </p>
        {hub.purpose && <p>{hub.purpose}</p>}
        <p className="text-ink-2">{`People: ${namesOf(hub.people) || 'nobody yet'}`}</p>
        <p className="text-ink-2">{`Serves: ${namesOf(hub.teams) || 'no team yet'}`}</p>
      </div>
    </Card>
  )
}

const namesOf = (all: { name: string }[]): string => all.map((one) => one.name).join(', ')
