import { X } from 'lucide-react'
import { Badge } from '../../../../ui/parts/Badge.tsx'
import { Typed } from './Typed.tsx'

type LabelsProps = { value: readonly string[]; onChange: (labels: string[]) => Promise<boolean> }

/** Words by which items are found together; several at once with commas. */
export function Labels({ value, onChange }: LabelsProps) {
  const add = (typed: string) => {
    const words = typed.split(',').map((one) => one.trim())
    const next = [...new Set([...value, ...words.filter(Boolean)])]
    return next.length === value.length || onChange(next)
  }
  return (
    <span className="flex flex-wrap items-center justify-end gap-1 py-1">
      {value.map((label) => (
        <Badge key={label}>
          {label.slice(0, 40)}
          <button
            type="button"
            aria-label={`Take the label ${label} away`}
            onClick={() => void onChange(value.filter((one) => one !== label))}
            className="rounded-sm hover:text-ink"
          >
            <X size={12} aria-hidden="true" />
          </button>
        </Badge>
      ))}
      <Typed
        label="Add a label"
        value=""
        shown={value.length === 0 ? '' : 'Add'}
        placeholder="label, label"
        onSave={add}
      />
    </span>
  )
}
