import { Select } from '../../../ui/parts/Select.tsx'
import type { ModelId } from '../contract.ts'
import { models } from '../rules.ts'

type ModelPickerProps = { model: ModelId; chosen?: ModelId; onChange: (model: ModelId) => void }

export const ModelPicker = ({ model, chosen, onChange }: ModelPickerProps) => (
  <span className="flex items-center gap-2">
    <span className="text-ink-3">Model</span>
    <Select<ModelId>
      label="Model"
      value={model}
      options={models.map(({ id, title, kind }) => ({
        value: id,
        label: title,
        hint: id === chosen ? 'chosen in the settings' : kind,
      }))}
      onChange={onChange}
    />
  </span>
)

/** What the model does, in words. */
export const ModelWords = ({ model }: { model: ModelId }) => {
  const found = models.find(({ id }) => id === model)
  return found ? (
    <p className="max-w-180 text-ink-2">
      <span className="font-medium text-ink">{`${found.title}. `}</span>
      {found.words}
    </p>
  ) : null
}
