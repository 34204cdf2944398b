import { Pencil, Plus, Trash2, Users } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import type { Out } from '../../../kernel/contract.ts'
import { Form } from '../../../ui/form/Form.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import { Avatar } from '../../../ui/parts/Avatar.tsx'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Confirm, Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { identity, Line, Name } from '../contract.ts'
import { Choices, PersonPicker } from './pickers.tsx'

type Team = Out<typeof identity.teams>['teams'][number]

const TeamForm = z.object({
  name: Name,
  purpose: Line(300).default(''),
  leadId: z.string().nullable().default(null),
  members: z.array(z.string()).default([]),
})

export default function TeamsPage() {
  const teams = useQuery(identity.teams, {})
  const canManage = useCan()('people:manage')
  const [edited, setEdited] = useState<Team | 'new'>()
  const add = (
    <Button look="primary" icon={<Plus size={14} />} onClick={() => setEdited('new')}>
      New team
    </Button>
  )
  return (
    <>
      <Page
        title="Teams"
        actions={canManage && add}
        isLoading={teams.isPending}
        error={teams.error}
        onRetry={teams.refetch}
        empty={
          teams.data?.teams.length === 0 && {
            icon: <Users size={24} />,
            children: 'No team yet. A team has a lead, a purpose and members: the executive team, a squad.',
            action: canManage && add,
          }
        }
      >
        {() => (
          <div className="grid items-start gap-(--gap) min-[800px]:grid-cols-2">
            {teams.data?.teams.map((team) => (
              <TeamCard key={team.id} team={team} onEdit={canManage ? () => setEdited(team) : undefined} />
            ))}
          </div>
        )}
      </Page>
      {edited && <EditTeam team={edited} onClose={() => setEdited(undefined)} />}
    </>
  )
}

function TeamCard({ team, onEdit }: { team: Team; onEdit: (() => void) | undefined }) {
  const remove = useCommand(identity.removeTeam)
  const [isAsking, setAsking] = useState(false)
  return (
    <Card
      title={team.name}
      hint={team.purpose}
      actions={
        onEdit && (
          <>
            <IconButton small label={`Edit ${team.name}`} onClick={onEdit}>
              <Pencil size={14} />
            </IconButton>
            <IconButton small label={`Remove ${team.name}`} onClick={() => setAsking(true)}>
              <Trash2 size={14} />
            </IconButton>
          </>
        )
      }
    >
      <ul className="flex flex-wrap gap-x-4 gap-y-2">
        {team.lead && <Member name={team.lead.name} note="lead" />}
        {team.members
          .filter((one) => one.id !== team.lead?.id)
          .map((one) => (
            <Member key={one.id} name={one.name} />
          ))}
        {!team.lead && team.members.length === 0 && <li className="text-ink-3">Nobody yet.</li>}
      </ul>
      <Confirm
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={`Remove the team ${team.name}?`}
        description="Its people stay."
        verb="Remove"
        isDangerous
        onConfirm={() => void remove.run({ id: team.id })}
      />
    </Card>
  )
}

const Member = ({ name, note }: { name: string; note?: string }) => (
  <li className="flex items-center gap-1.5">
    <Avatar name={name} small />
    {name}
    {note && <span className="text-sm text-ink-3">{note}</span>}
  </li>
)

function EditTeam({ team, onClose }: { team: Team | 'new'; onClose: () => void }) {
  const add = useCommand(identity.addTeam, { isQuiet: true })
  const change = useCommand(identity.changeTeam, { isQuiet: true })
  const people = useQuery(identity.people, {})
  const isNew = team === 'new'
  const present = (people.data?.people ?? []).filter((person) => person.state !== 'disabled')
  return (
    <Dialog isOpen onClose={onClose} title={isNew ? 'New team' : `Edit ${team.name}`}>
      <Form
        id={isNew ? 'team-new' : `team-${team.id}`}
        schema={TeamForm}
        initial={
          isNew
            ? { members: [], leadId: null }
            : {
                name: team.name,
                purpose: team.purpose,
                leadId: team.lead?.id ?? null,
                members: team.members.map((one) => one.id),
              }
        }
        onSave={(value) => (isNew ? add.attempt(value) : change.attempt({ id: team.id, ...value }))}
        onSaved={onClose}
        onCancel={onClose}
        fields={[
          { name: 'name', label: 'Name', autoFocus: true },
          { name: 'purpose', label: 'What it is for', isOptional: true },
          {
            name: 'leadId',
            label: 'Lead',
            kind: 'custom',
            isOptional: true,
            render: ({ value, onChange }) => (
              <PersonPicker label="Lead" value={(value as string | null) ?? null} onChange={onChange} />
            ),
          },
          {
            name: 'members',
            label: 'Members',
            kind: 'custom',
            render: ({ value, onChange }) => (
              <Choices
                label="Members"
                options={present}
                value={(value as string[]) ?? []}
                onChange={onChange}
              />
            ),
          },
        ]}
      />
    </Dialog>
  )
}
