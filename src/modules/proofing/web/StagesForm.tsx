import { Form } from '../../../ui/form/Form.tsx'
import { SeveralField } from '../../availability/web/index.ts'
import { Draft, fieldsOf, stagesOf } from './stage-draft.ts'

type StagesFormProps = {
  id: string
  people: readonly { id: string; name: string }[]
  saveLabel: string
  onSave: (stages: ReturnType<typeof stagesOf>) => Promise<{ id: string }>
  onSaved: (proof: { id: string }) => void
  onCancel?: () => void
}

/** Who decides, in which order, by when. */
export function StagesForm({ id, people, saveLabel, onSave, onSaved, onCancel }: StagesFormProps) {
  return (
    <Form
      id={id}
      schema={Draft}
      initial={{ first: 'Review', second: 'Release', rule: 'all', reviewerIds: [], releaserIds: [] }}
      fields={fieldsOf(people, (label, all) => ({ value, onChange }) => (
        <SeveralField
          label={label}
          options={[...all]}
          value={(value as string[]) ?? []}
          onChange={onChange}
        />
      ))}
      saveLabel={saveLabel}
      onSave={(draft) => onSave(stagesOf(draft))}
      onSaved={onSaved}
      {...(onCancel ? { onCancel } : {})}
    />
  )
}
