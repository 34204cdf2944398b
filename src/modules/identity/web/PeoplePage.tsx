import { UserPlus } from 'lucide-react'
import { Page } from '../../../ui/kit/Page.tsx'
import { List } from '../../../ui/list/List.tsx'
import { UrlFilter } from '../../../ui/list/UrlFilter.tsx'
import { Avatar } from '../../../ui/parts/Avatar.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { identity, type Person } from '../contract.ts'
import { namesOf, StateBadge, stateOptions } from './people-words.tsx'
import { ReportingTree } from './ReportingTree.tsx'

export default function PeoplePage() {
  const people = useQuery(identity.people, {})
  const canInvite = useCan()('people:manage')
  const [tab] = useUrl('tab', 'list')
  return (
    <Page
      title="People"
      isFlush={tab === 'list'}
      tabs={[
        { value: 'list', label: 'Everybody', ...(people.data ? { count: people.data.people.length } : {}) },
        { value: 'tree', label: 'Reporting line' },
      ]}
      actions={
        canInvite && (
          <Button look="primary" icon={<UserPlus size={14} />} to="/people/new">
            Invite
          </Button>
        )
      }
      isLoading={people.isPending}
      error={people.error}
      onRetry={people.refetch}
    >
      {(open) =>
        open === 'tree' ? (
          <ReportingTree people={people.data?.people ?? []} />
        ) : (
          <div className="flex min-h-0 flex-1 flex-col pt-3">
            <Everybody people={people.data?.people ?? []} />
          </div>
        )
      }
    </Page>
  )
}

function Everybody({ people }: { people: Person[] }) {
  const [state] = useUrl('state')
  const [role] = useUrl('role')
  const roles = new Map(people.flatMap((person) => person.roles.map((one) => [one.id, one.name])))
  const rows = people.filter(
    (person) =>
      (!state || person.state === state) &&
      (!role || (role === 'none' ? person.roles.length === 0 : person.roles.some((one) => one.id === role))),
  )
  return (
    <List<Person>
      id="people"
      what="people"
      rows={rows}
      rowId={(person) => person.id}
      rowPath={(person) => `/people/${person.id}`}
      columns={columns}
      filters={
        <>
          <UrlFilter name="state" label="State" options={stateOptions} />
          <UrlFilter
            name="role"
            label="Role"
            options={[
              ...[...roles].map(([value, label]) => ({ value, label })),
              { value: 'none', label: 'Without a role' },
            ]}
          />
        </>
      }
      empty={{ children: 'Nobody fits. Lift the filters, or invite somebody.' }}
    />
  )
}

const columns = [
  {
    id: 'name',
    title: 'Name',
    value: (person: Person) => person.name,
    cell: (person: Person) => (
      <span className="flex min-w-0 items-center gap-2">
        <Avatar name={person.name} />
        <span className="truncate">{person.name}</span>
      </span>
    ),
  },
  { id: 'title', title: 'Title', value: (person: Person) => person.title },
  { id: 'roles', title: 'Roles', value: (person: Person) => namesOf(person.roles) },
  { id: 'manager', title: 'Reports to', value: (person: Person) => person.manager?.name ?? '' },
  { id: 'teams', title: 'Teams', value: (person: Person) => namesOf(person.teams) },
  { id: 'email', title: 'E-mail', value: (person: Person) => person.email },
  { id: 'company', title: 'Company', value: (person: Person) => person.company ?? '', isHidden: true },
  {
    id: 'state',
    title: 'State',
    value: (person: Person) => person.state,
    cell: (person: Person) => <StateBadge state={person.state} />,
    width: 120,
  },
]
