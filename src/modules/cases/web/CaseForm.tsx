import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import type { FormField } from '../../../ui/form/fields.ts'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { metrics } from '../../metrics/contract.ts'
import { Body } from '../contract.ts'
import { PartsField } from './PartsField.tsx'
import { blankPart, type PartDraft, readParts, toDrafts } from './parts-draft.ts'

const Draft = Body.omit({ currency: true, parts: true }).extend({
  name: z.string().trim().min(1, 'must not be empty').max(120),
  parts: z.array(z.custom<PartDraft>()).min(1, 'needs a part'),
  reason: z.string().trim().min(3, 'takes at least 3 letters').max(500).optional(),
})
type Said = Omit<z.output<typeof Draft>, 'parts'> & { parts: Body['parts'] }

type CaseFormProps<R> = {
  id: string
  initial: Partial<Body> & { name?: string }
  isChange?: boolean
  onSave: (said: Said) => Promise<R>
  onSaved: (result: R) => void
  onCancel: () => void
}

/** A case as its owner writes it. */
export function CaseForm<R>({ id, initial, isChange = false, onSave, onSaved, onCancel }: CaseFormProps<R>) {
  const { currency } = useOrganisation()
  const catalogue = useQuery(metrics.catalogue, {})
  const { parts, currency: _, ...rest } = initial
  const options = (catalogue.data?.items ?? []).map(({ id: value, title }) => ({ value, label: title }))
  const fields: FormField<keyof z.input<typeof Draft> & string>[] = [
    { name: 'name', label: 'Initiative', autoFocus: true },
    { name: 'problem', label: 'Which problem it solves', kind: 'textarea', isOptional: true },
    { name: 'years', label: 'Horizon, years', kind: 'number' },
    {
      name: 'parts',
      label: `What it brings, saves and costs, in ${currency}`,
      kind: 'custom',
      render: ({ value, onChange }) => (
        <PartsField parts={value as PartDraft[]} metrics={options} onChange={onChange} />
      ),
    },
    { name: 'low', label: 'Low end, % of the benefits', kind: 'number' },
    { name: 'high', label: 'High end, % of the benefits', kind: 'number' },
    { name: 'over', label: 'Costs run over at the low end, %', kind: 'number' },
    { name: 'confidence', label: 'How sure you are of what is likely, %', kind: 'number' },
    ...(isChange ? [{ name: 'reason' as const, label: 'Why it is changed' }] : []),
  ]
  return (
    <Form
      id={id}
      schema={isChange ? Draft.required({ reason: true }) : Draft}
      initial={{ ...rest, parts: parts ? toDrafts(parts, currency) : [blankPart] }}
      fields={fields}
      onSave={({ parts: drafts, ...said }) =>
        onSave({ ...said, parts: readParts(drafts as PartDraft[], currency) })
      }
      onSaved={onSaved}
      onCancel={onCancel}
    />
  )
}
