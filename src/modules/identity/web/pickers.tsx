import { Checkbox } from '../../../ui/parts/Checkbox.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { useQuery } from '../../../ui/query.ts'
import { identity } from '../contract.ts'

/** A person, or nobody. */
export function PersonPicker({
  value,
  onChange,
  label,
  except,
}: {
  value: string | null
  onChange: (id: string | null) => void
  label: string
  except?: string
}) {
  const people = useQuery(identity.people, {})
  const options = (people.data?.people ?? [])
    .filter((person) => person.id !== except && person.state !== 'disabled')
    .map((person) => ({ value: person.id, label: person.name, hint: person.title }))
  return (
    <Combobox
      label={label}
      options={options}
      value={value}
      onChange={onChange}
      isClearable
      placeholder="Nobody"
    />
  )
}

/** Several of a few, all in sight. */
export function Choices({
  options,
  value,
  onChange,
  label,
}: {
  options: { id: string; name: string; isDisabled?: boolean; hint?: string }[]
  value: string[]
  onChange: (ids: string[]) => void
  label: string
}) {
  return (
    <fieldset className="grid grid-cols-2 gap-x-4 gap-y-1.5 narrow:grid-cols-1">
      <legend className="sr-only">{label}</legend>
      {options.map(({ id, name, isDisabled, hint }) => (
        <span key={id} title={hint} className="flex items-center gap-2">
          <Checkbox
            label={name}
            isOn={value.includes(id)}
            isDisabled={isDisabled ?? false}
            onChange={(isOn) => onChange(isOn ? [...value, id] : value.filter((one) => one !== id))}
          />
          <span aria-hidden="true" className={isDisabled ? 'text-ink-3' : ''}>
            {name}
          </span>
        </span>
      ))}
    </fieldset>
  )
}

/** Roles; those that hold more than the asker are shown and cannot be given. */
export function RoleChoices({ value, onChange }: { value: string[]; onChange: (ids: string[]) => void }) {
  const { data } = useQuery(identity.roles, {})
  const held = new Set(data?.permissions.filter((one) => one.held).map((one) => one.name))
  const options = (data?.roles ?? []).map((role) => {
    const mayGive = role.permissions.every((permission) => held.has(permission))
    return {
      id: role.id,
      name: role.name,
      isDisabled: !mayGive && !value.includes(role.id),
      hint: mayGive ? role.summary : 'This role may do more than you, so you cannot give it.',
    }
  })
  return <Choices label="Roles" options={options} value={value} onChange={onChange} />
}
