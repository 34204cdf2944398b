import { Link, useParams } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { When } from '../../../ui/format/Values.tsx'
import { DetailPage } from '../../../ui/kit/DetailPage.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Confirm } from '../../../ui/parts/Dialog.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { identity, type Person } from '../contract.ts'
import { EditPerson } from './EditPerson.tsx'
import { namesOf, StateBadge } from './people-words.tsx'
import { RoleChoices } from './pickers.tsx'
import { type MadeLink, ShowLink } from './ShowLink.tsx'
import { personCardSlot, personSlot } from './slots.ts'

export default function PersonPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const person = useQuery(identity.person, { id }, { keepsOld: false })
  const canEdit = useCan()('people:manage')
  const [isEditing, setEditing] = useState(false)
  const { data } = person
  return (
    <DetailPage
      title={data?.name ?? 'Person'}
      description={data?.title}
      crumbs={[{ title: 'People', path: '/people' }]}
      isLoading={person.isPending}
      error={person.error}
      onRetry={person.refetch}
      {...(canEdit ? { onEdit: () => setEditing(true) } : {})}
      actions={
        data && (
          <>
            {personSlot.all.map((Part, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the slot is filled once, at start
              <Part key={index} personId={data.id} />
            ))}
            {canEdit && <Deeds person={data} />}
          </>
        )
      }
      properties={data && propertiesOf(data)}
    >
      {data && (
        <>
          <RolesCard key={data.id} person={data} />
          {data.reports.length > 0 && (
            <Card title="Direct reports">
              <ul className="flex flex-wrap gap-x-4 gap-y-1">
                {data.reports.map((one) => (
                  <li key={one.id}>
                    <Link to={`/people/${one.id}`} className="text-accent-ink hover:underline">
                      {one.name}
                    </Link>
                  </li>
                ))}
              </ul>
            </Card>
          )}
          <Suspense>
            {personCardSlot.all.map((Part, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts are registered once, in a fixed order
              <Part key={at} id={data.id} />
            ))}
          </Suspense>
          {isEditing && <EditPerson person={data} onClose={() => setEditing(false)} />}
        </>
      )}
    </DetailPage>
  )
}

const propertiesOf = (person: Person) => [
  { label: 'State', value: <StateBadge state={person.state} /> },
  { label: 'E-mail', value: person.email },
  {
    label: 'Reports to',
    value: person.manager ? <Link to={`/people/${person.manager.id}`}>{person.manager.name}</Link> : 'Nobody',
  },
  { label: 'Teams', value: namesOf(person.teams) || 'None' },
  ...(person.company ? [{ label: 'Company', value: person.company }] : []),
  { label: 'Time zone', value: person.timeZone ?? 'The organisation’s' },
  { label: 'Joined', value: person.joinedAt ? <When at={person.joinedAt} /> : 'Not yet' },
]

function RolesCard({ person }: { person: Person }) {
  const assign = useCommand(identity.assignRoles)
  const before = person.roles.map((role) => role.id)
  const [roles, setRoles] = useState(before)
  const isChanged = roles.length !== before.length || roles.some((id) => !before.includes(id))
  if (!person.can.manage)
    return (
      <Card title="Roles">
        <p>{namesOf(person.roles) || 'No role.'}</p>
      </Card>
    )
  return (
    <Card
      title="Roles"
      hint="Together they say what this person may do."
      actions={
        <Button
          look="primary"
          small
          disabled={!isChanged}
          isBusy={assign.isRunning}
          onClick={() => void assign.run({ id: person.id, roles })}
        >
          Save roles
        </Button>
      }
    >
      {roles.length === 0 && (
        <Notice tone="warn">Without a role this person can sign in and see nothing.</Notice>
      )}
      <div className="mt-2">
        <RoleChoices value={roles} onChange={setRoles} />
      </div>
    </Card>
  )
}

function Deeds({ person }: { person: Person }) {
  const makeLink = useCommand(identity.makeLink)
  const disable = useCommand(identity.disable)
  const enable = useCommand(identity.enable)
  const [link, setLink] = useState<MadeLink>()
  const [isAsking, setAsking] = useState(false)
  if (!person.can.manage) return null
  const purpose = person.state === 'invited' ? 'invite' : 'reset'
  const take = async () => {
    await disable.run({ id: person.id })
    setAsking(false)
  }
  if (person.state === 'disabled')
    return <Button onClick={() => void enable.run({ id: person.id })}>Give access again</Button>
  return (
    <>
      <Button
        isBusy={makeLink.isRunning}
        onClick={async () => setLink(await makeLink.run({ id: person.id, purpose }))}
      >
        {purpose === 'invite' ? 'New invitation link' : 'Password link'}
      </Button>
      <Button onClick={() => setAsking(true)}>Take away access</Button>
      {link && <ShowLink link={link} name={person.name} onClose={() => setLink(undefined)} />}
      <Confirm
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={`Take away the access of ${person.name}?`}
        description="Their sessions and API keys end at once. What they did stays. You can give access again."
        verb="Take away access"
        isDangerous
        onConfirm={() => void take()}
      />
    </>
  )
}
