import { X } from 'lucide-react'
import { IconButton } from '../../../ui/parts/Button.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { useQuery } from '../../../ui/query.ts'
import { strategy } from '../../strategy/contract.ts'
import type { Tie } from '../contract.ts'

type TiesFieldProps = { ties: Tie[]; onChange: (ties: Tie[]) => void }

/** Goals and KPI agreements in force, taken one after another. */
export function TiesField({ ties, onChange }: TiesFieldProps) {
  const goals = useQuery(strategy.goals, {}).data?.items ?? []
  const kpis = useQuery(strategy.kpis, {}).data?.items ?? []
  const all = [
    ...goals.map(({ id, name, levelTitle, state }) => ({
      kind: 'goal' as const,
      id,
      name,
      hint: levelTitle,
      isOpen: state === 'open',
    })),
    ...kpis.map(({ id, name, state }) => ({
      kind: 'kpi' as const,
      id,
      name,
      hint: 'KPI agreement',
      isOpen: state === 'signed',
    })),
  ]
  const rest = all.filter((one) => one.isOpen && !ties.some((tie) => tie.id === one.id))
  const add = (id: string | null) => {
    const found = all.find((one) => one.id === id)
    if (found) onChange([...ties, { kind: found.kind, id: found.id }])
  }
  return (
    <Field
      label="What it is tied to"
      hint="The goals it serves and the agreements that show what it does for revenue."
      isOptional
    >
      <div className="flex flex-col gap-2">
        {ties.map((tie) => {
          const name = all.find((one) => one.id === tie.id)?.name ?? 'One you may not see'
          return (
            <span key={tie.id} className="flex items-center gap-2">
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <IconButton
                small
                label={`Take out ${name}`}
                onClick={() => onChange(ties.filter((one) => one.id !== tie.id))}
              >
                <X size={14} />
              </IconButton>
            </span>
          )
        })}
        <Combobox
          key={ties.length}
          label="Add a goal or a KPI agreement"
          placeholder="Add a goal or a KPI agreement"
          value={null}
          options={rest.map(({ id, name, hint }) => ({ value: id, label: name, hint }))}
          onChange={add}
        />
      </div>
    </Field>
  )
}
