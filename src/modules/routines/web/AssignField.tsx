import { X } from 'lucide-react'
import { IconButton } from '../../../ui/parts/Button.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { useQuery } from '../../../ui/query.ts'
import { identity } from '../../identity/contract.ts'
import type { Assign } from '../contract.ts'

type AssignFieldProps = { value: Assign; onChange: (value: Assign) => void }

const kinds = [
  { value: 'nobody', label: 'Nobody yet' },
  { value: 'people', label: 'All of these people' },
  { value: 'rotation', label: 'These people in turn' },
  { value: 'role', label: 'Who holds a role, in turn' },
] as const

const begun = { nobody: { kind: 'nobody' }, role: { kind: 'role', roleId: '' } } as const

/** Who gets what is made: by name, in turn, or by role. Who does not work on its day is passed over. */
export function AssignField({ value, onChange }: AssignFieldProps) {
  const choose = (kind: Assign['kind']) =>
    onChange(kind === 'nobody' || kind === 'role' ? begun[kind] : { kind, ids: idsOf(value) })
  return (
    <div className="flex flex-col gap-2">
      <Select label="Who gets it" value={value.kind} options={kinds} onChange={choose} />
      {value.kind === 'role' && <RoleField value={value} onChange={onChange} />}
      {(value.kind === 'people' || value.kind === 'rotation') && (
        <PeopleField ids={value.ids} onChange={(ids) => onChange({ kind: value.kind, ids })} />
      )}
    </div>
  )
}

const idsOf = (value: Assign): string[] => ('ids' in value ? value.ids : [])

function RoleField({ value, onChange }: { value: { roleId: string } } & Pick<AssignFieldProps, 'onChange'>) {
  const people = useQuery(identity.people, {}).data?.people ?? []
  const roles = new Map(people.flatMap((one) => one.roles.map(({ id, name }) => [id, name] as const)))
  return (
    <Select
      label="Role"
      placeholder="Choose a role"
      value={value.roleId || null}
      options={[...roles].map(([id, name]) => ({ value: id, label: name }))}
      onChange={(roleId) => onChange({ kind: 'role', roleId })}
    />
  )
}

function PeopleField({ ids, onChange }: { ids: string[]; onChange: (ids: string[]) => void }) {
  const people = useQuery(identity.people, {}).data?.people ?? []
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? 'Somebody'
  const rest = people.filter((one) => one.state !== 'disabled' && !ids.includes(one.id))
  return (
    <div className="flex flex-col gap-1">
      <ol className="flex flex-col">
        {ids.map((id) => (
          <li key={id} className="flex items-center justify-between gap-2">
            {nameOf(id)}
            <IconButton
              label={`Take ${nameOf(id)} out`}
              onClick={() => onChange(ids.filter((one) => one !== id))}
            >
              <X size={14} />
            </IconButton>
          </li>
        ))}
      </ol>
      <Combobox
        label="Add somebody"
        placeholder="Add somebody"
        value={null}
        options={rest.map(({ id, name, title }) => ({ value: id, label: name, hint: title }))}
        onChange={(id) => id && onChange([...ids, id])}
      />
    </div>
  )
}
