import { z } from 'zod'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { useCommand } from '../../../ui/query.ts'
import { Day, type Improvement, teamwork } from '../contract.ts'

const Draft = z.object({
  on: Day.optional(),
  value: z.number().min(-1e15).max(1e15).optional(),
  whyNone: z.string().max(500).optional(),
})
type MeasureFormProps = { one: Improvement; when: 'before' | 'after'; onClose: () => void }

/** A metric is counted by the product, another number is written; or it is said why there is none. */
export function MeasureForm({ one, when, onClose }: MeasureFormProps) {
  const measure = useCommand(teamwork.measure, { isQuiet: true })
  const isCounted = one.metric !== null
  const value = {
    name: 'value' as const,
    label: `${one.measure || 'Number'}${one.unit ? `, in ${one.unit}` : ''}`,
  }
  return (
    <FormDialog
      title={when === 'before' ? 'Before the change' : 'After the change'}
      description={
        isCounted
          ? `${one.measure} is counted over the 28 days up to the day you choose.`
          : 'A number by hand; it says so wherever it is shown.'
      }
      onClose={onClose}
      id={`measure-${one.id}-${when}-${one.version}`}
      schema={Draft}
      fields={[
        ...(isCounted ? [] : [{ ...value, kind: 'number' as const, isOptional: true, autoFocus: true }]),
        {
          name: 'on',
          label: isCounted ? 'Last of the 28 days' : 'Measured on',
          kind: 'date',
          isOptional: true,
          hint: 'Left out, today.',
        },
        ...(when === 'before'
          ? [{ name: 'whyNone' as const, label: 'Or why there is no measure', isOptional: true }]
          : []),
      ]}
      saveLabel="Keep it"
      onSave={({ on, value: number, whyNone }) =>
        measure.attempt({
          ...{ id: one.id, version: one.version, when, on: on ?? null },
          ...{ value: number ?? null, whyNone: whyNone ?? '' },
        })
      }
    />
  )
}
