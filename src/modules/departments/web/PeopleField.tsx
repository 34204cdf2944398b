import { X } from 'lucide-react'
import { IconButton } from '../../../ui/parts/Button.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'

type Someone = { id: string; name: string; title: string }
type PeopleFieldProps = { people: Someone[]; value: string[]; onChange: (ids: string[]) => void }

/** Several people, taken one after another. */
export function PeopleField({ people, value, onChange }: PeopleFieldProps) {
  const chosen = value.flatMap((id) => people.find((one) => one.id === id) ?? [])
  const rest = people.filter((one) => !value.includes(one.id))
  return (
    <div className="flex flex-col gap-2">
      {chosen.length > 0 && (
        <ul aria-label="Chosen people" className="flex flex-wrap gap-1.5">
          {chosen.map((one) => (
            <li key={one.id} className="flex items-center gap-1 rounded-md bg-press pl-2">
              {one.name}
              <IconButton
                small
                label={`Take out ${one.name}`}
                onClick={() => onChange(value.filter((id) => id !== one.id))}
              >
                <X size={12} />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <Combobox
        key={value.length}
        label="Add somebody"
        placeholder="Add somebody"
        value={null}
        options={rest.map((one) => ({ value: one.id, label: one.name, hint: one.title }))}
        onChange={(id) => id && onChange([...value, id])}
      />
    </div>
  )
}
