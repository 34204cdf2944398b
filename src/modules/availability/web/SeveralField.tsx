import { X } from 'lucide-react'
import { IconButton } from '../../../ui/parts/Button.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import type { Named } from '../contract.ts'

type SeveralFieldProps = {
  options: Named[]
  label: string
  value: string[]
  onChange: (ids: string[]) => void
}

/** Several of many, taken one after another. */
export function SeveralField({ options, label, value, onChange }: SeveralFieldProps) {
  const chosen = value.flatMap((id) => options.find((one) => one.id === id) ?? [])
  return (
    <div className="flex flex-col gap-2">
      {chosen.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
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
        label={label}
        placeholder={label}
        value={null}
        options={options
          .filter((one) => !value.includes(one.id))
          .map((one) => ({ value: one.id, label: one.name }))}
        onChange={(id) => id && onChange([...value, id])}
      />
    </div>
  )
}
