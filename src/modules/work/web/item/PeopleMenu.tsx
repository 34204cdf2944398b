import { UserPlus } from 'lucide-react'
import { Avatar } from '../../../../ui/parts/Avatar.tsx'
import { buttonClass } from '../../../../ui/parts/Button.tsx'
import { Menu } from '../../../../ui/parts/Menu.tsx'
import { usePeople } from '../usePeople.ts'

type PeopleMenuProps = {
  value: readonly { id: string; name: string }[]
  onChange: (ids: string[]) => void
  label: string
}

/** Who has it; the menu adds and takes away, and finds by the first letters. */
export function PeopleMenu({ value, onChange, label }: PeopleMenuProps) {
  const people = usePeople()
  const ids = value.map((one) => one.id)
  const offered = people.filter((one) => one.hasAccess || ids.includes(one.id))
  const items = offered.map(({ id, name }) => ({
    label: name,
    isOn: ids.includes(id),
    onToggle: (isOn: boolean) => onChange(isOn ? [...ids, id] : ids.filter((one) => one !== id)),
  }))
  return (
    <Menu items={items}>
      <button type="button" className={`${buttonClass('quiet', true)} max-w-full min-w-0`}>
        <span className="sr-only">{label}: </span>
        <People value={value} />
        <span className="sr-only">{othersOf(value)}</span>
      </button>
    </Menu>
  )
}

const shortOf = (people: PeopleMenuProps['value']): string =>
  people.length === 1 ? people[0]!.name : `${people[0]!.name} +${people.length - 1}`

/** Those whose names are not seen. */
const othersOf = (people: PeopleMenuProps['value']): string =>
  people
    .slice(1)
    .map((one) => `, ${one.name}`)
    .join('')

export function People({ value }: { value: PeopleMenuProps['value'] }) {
  if (value.length === 0)
    return (
      <span className="flex items-center gap-1 text-ink-3">
        <UserPlus size={14} aria-hidden="true" /> Nobody
      </span>
    )
  return (
    <span className="flex min-w-0 items-center gap-1">
      {value.slice(0, 3).map((one) => (
        <Avatar key={one.id} name={one.name} small />
      ))}
      <span className="truncate font-normal text-ink">{shortOf(value)}</span>
    </span>
  )
}
