import { Switch } from '../../../../ui/parts/Checkbox.tsx'
import { Combobox } from '../../../../ui/parts/Combobox.tsx'
import { Field } from '../../../../ui/parts/Field.tsx'
import { Input } from '../../../../ui/parts/Input.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { useQuery } from '../../../../ui/query.ts'
import { identity } from '../../../identity/contract.ts'
import { usePeople } from '../usePeople.ts'
import type { BoardDraft } from './draft.ts'

type BoardFieldsProps = { draft: BoardDraft; onChange: (patch: Partial<BoardDraft>) => void }
const none = { value: 'none', label: 'No team' }
const scales = [
  { value: 'department', label: 'Within the department' },
  { value: 'enterprise', label: 'Across the enterprise' },
] as const

export function BoardFields({ draft, onChange }: BoardFieldsProps) {
  const teams = useQuery(identity.teams, {}).data?.teams ?? []
  const people = usePeople().filter((one) => one.hasAccess || one.id === draft.ownerId)
  return (
    <div className="grid grid-cols-2 gap-4 narrow:grid-cols-1">
      <Field label="Name">
        <Input value={draft.name} maxLength={80} required onChange={(name) => onChange({ name })} />
      </Field>
      <Field label="What it is for" isOptional>
        <Input value={draft.purpose} maxLength={300} onChange={(purpose) => onChange({ purpose })} />
      </Field>
      <Field label="Team">
        <Select
          options={[none, ...teams.map(({ id, name }) => ({ value: id, label: name }))]}
          value={draft.teamId ?? none.value}
          onChange={(id) => onChange({ teamId: id === none.value ? null : id })}
        />
      </Field>
      <Field label="Owner">
        <Combobox
          key={people.length}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.ownerId || null}
          onChange={(ownerId) => onChange({ ownerId: ownerId ?? '' })}
        />
      </Field>
      <Field label="Scale">
        <Select options={scales} value={draft.scale} onChange={(scale) => onChange({ scale })} />
      </Field>
      <Field
        isInline
        label="Confidential"
        hint="Only its team, its owner and who manages boards see it and its items."
      >
        <Switch isOn={draft.isConfidential} onChange={(isConfidential) => onChange({ isConfidential })} />
      </Field>
    </div>
  )
}
