import { Checkbox } from '../../../../ui/parts/Checkbox.tsx'
import { Field } from '../../../../ui/parts/Field.tsx'
import { Input, Textarea } from '../../../../ui/parts/Input.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { useQuery } from '../../../../ui/query.ts'
import { identity } from '../../../identity/contract.ts'
import { type Demand, demands } from '../../contract.ts'
import type { StageDraft } from './draft.ts'

const demandTitles: Record<Demand, string> = {
  ...{ assignee: 'Somebody is assigned', estimate: 'It has an estimate', due: 'It has a due day' },
  ...{ checks: 'Its checklist is done', vision: 'It leads up to the vision, or says why not' },
  ...{ approval: 'It was approved', unblocked: 'Nothing it waits for is open' },
}
const phases = [
  { value: 'none', label: 'None' },
  { value: 'planning', label: 'Planning' },
  { value: 'execution', label: 'Execution' },
  { value: 'reflection', label: 'Reflection' },
] as const
const nobody = { value: 'none', label: 'Nobody' }

type TermsProps = { stage: StageDraft; onChange: (patch: Partial<StageDraft>) => void }

/** What a stage asks of items, who approves in it, and how long they may stay. */
export function StageTerms({ stage, onChange }: TermsProps) {
  const roles = useQuery(identity.roles, {}).data?.roles ?? []
  return (
    <div className="grid grid-cols-2 gap-4 px-2 pb-2 narrow:grid-cols-1">
      <fieldset className="flex flex-col gap-1.5">
        <legend className="mb-1 font-medium">The program looks, before an item enters</legend>
        {demands.map((one) => (
          <Field key={one} isInline label={<span className="font-normal">{demandTitles[one]}</span>}>
            <Checkbox
              isOn={stage.demands.includes(one)}
              onChange={(isOn) =>
                onChange({
                  demands: isOn ? [...stage.demands, one] : stage.demands.filter((it) => it !== one),
                })
              }
            />
          </Field>
        ))}
      </fieldset>
      <div className="flex flex-col gap-4">
        <Field label="Who approves here">
          <Select
            options={[nobody, ...roles.map(({ id, name }) => ({ value: id, label: name }))]}
            value={stage.approverRoleId ?? nobody.value}
            onChange={(id) => onChange({ approverRoleId: id === nobody.value ? null : id })}
          />
        </Field>
        <Field label="Phase">
          <Select
            options={phases}
            value={stage.phase ?? 'none'}
            onChange={(phase) => onChange({ phase: phase === 'none' ? null : phase })}
          />
        </Field>
        <Field label="Most days" hint="Staying longer is late." isOptional>
          <Input
            type="number"
            min={1}
            max={1000}
            value={stage.mostDays ?? ''}
            onChange={(text) => onChange({ mostDays: text ? Number(text) : null })}
          />
        </Field>
        <Field isInline label="Required" hint="Jumping over it takes a reason, which is kept.">
          <Checkbox isOn={stage.isRequired} onChange={(isRequired) => onChange({ isRequired })} />
        </Field>
      </div>
      <Field label="Whoever moves an item in says that" hint="One a line." isOptional>
        <Textarea rows={3} value={stage.entryText} onChange={(entryText) => onChange({ entryText })} />
      </Field>
      <Field label="Whoever moves an item on says that" hint="One a line." isOptional>
        <Textarea rows={3} value={stage.exitText} onChange={(exitText) => onChange({ exitText })} />
      </Field>
    </div>
  )
}
