import { X } from 'lucide-react'
import { IconButton } from '../../../ui/parts/Button.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { useQuery } from '../../../ui/query.ts'
import { answers } from '../contract.ts'

export type Tie = { kind: string; id: string | null }
type Single = Tie & { name: string }
type ServesFieldProps = { value: Tie[]; single: Single[]; onChange: (ties: Tie[]) => void }

const keyOf = ({ kind, id }: Tie): string => `${kind} ${id ?? ''}`

/** The kinds of records a guide is shown on; single records are tied from their own pages. */
export function ServesField({ value, single, onChange }: ServesFieldProps) {
  const kinds = useQuery(answers.guideKinds, {}).data?.items ?? []
  const nameOf = (tie: Tie): string =>
    single.find((one) => keyOf(one) === keyOf(tie))?.name ??
    `Every ${(kinds.find((one) => one.kind === tie.kind)?.title ?? tie.kind).toLowerCase()}`
  const rest = kinds.filter(({ kind }) => !value.some((tie) => tie.kind === kind && tie.id === null))
  return (
    <div className="flex flex-col gap-2">
      {value.length > 0 && (
        <ul aria-label="Shown on" className="flex flex-wrap gap-1.5">
          {value.map((tie) => (
            <li key={keyOf(tie)} className="flex items-center gap-1 rounded-md bg-press pl-2">
              {nameOf(tie)}
              <IconButton
                small
                label={`Take out ${nameOf(tie)}`}
                onClick={() => onChange(value.filter((one) => one !== tie))}
              >
                <X size={12} />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <Combobox
        key={value.length}
        label="Add a kind of record"
        placeholder="Add a kind of record"
        value={null}
        options={rest.map(({ kind, title }) => ({ value: kind, label: `Every ${title.toLowerCase()}` }))}
        onChange={(kind) => kind && onChange([...value, { kind, id: null }])}
      />
    </div>
  )
}
