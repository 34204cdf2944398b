import { z } from 'zod'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { Meanwhile } from '../../../ui/form/Meanwhile.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { metrics } from '../../metrics/contract.ts'
import { type Improvement, ImprovementTerms, teamwork } from '../contract.ts'
import { useMyId, usePeople } from './people.ts'

const Draft = ImprovementTerms.omit({ metric: true, why: true, measure: true, unit: true }).extend({
  why: z.string().max(2000, 'has room for 2000 letters').optional(),
  metric: z.string().optional(),
  measure: z.string().max(120, 'has room for 120 letters').optional(),
  unit: z.string().max(30, 'has room for 30 letters').optional(),
})
type ImprovementFormProps = { of: Improvement | null; reviewId: string | null; onClose: () => void }

/** A change of the process: by whom, by when, and measured by what. */
export function ImprovementForm({ of, reviewId, onClose }: ImprovementFormProps) {
  const { opened, open, newer } = useOpened<Improvement | null>(of)
  const add = useCommand(teamwork.addImprovement, { isQuiet: true })
  const change = useCommand(teamwork.changeImprovement, { isQuiet: true })
  const me = useMyId()
  const fields = useFields()
  const save = ({ metric, why, measure, unit, ...said }: z.output<typeof Draft>) => {
    const byHand = { metric: metric ?? null, measure: measure ?? '', unit: unit ?? '' }
    const given = { ...said, why: why ?? '', ...byHand }
    return opened
      ? change.attempt({ id: opened.id, version: opened.version, ...given })
      : add.attempt({ reviewId, ...given })
  }
  return (
    <FormDialog
      key={opened?.version ?? 0}
      title={opened ? 'Change the improvement' : 'Change the process'}
      description="Measured before and after, so that everybody sees what it changed."
      onClose={onClose}
      id={opened ? `improvement-${opened.id}-${opened.version}` : `improvement-new-${reviewId ?? ''}`}
      schema={Draft}
      initial={opened ? initialOf(opened) : { ownerId: me }}
      fields={fields}
      onSave={save}
    >
      {newer && <Meanwhile by={null} what="this improvement" onLoad={() => open(newer)} />}
    </FormDialog>
  )
}

const initialOf = (one: Improvement) => ({
  ...{
    what: one.what,
    why: one.why,
    ownerId: one.owner.id,
    dueOn: one.dueOn,
    metric: one.metric ?? undefined,
  },
  ...(one.metric ? {} : { measure: one.measure, unit: one.unit }),
})

function useFields() {
  const isOn = useCan()('metrics:read')
  const known = useQuery(metrics.catalogue, {}, { isOn }).data?.items ?? []
  const { options } = usePeople()
  return [
    { name: 'what' as const, label: 'What we change', autoFocus: true },
    { name: 'why' as const, label: 'Why', kind: 'textarea' as const, isOptional: true },
    { name: 'ownerId' as const, label: 'Owner', kind: 'combobox' as const, options },
    { name: 'dueOn' as const, label: 'By', kind: 'date' as const },
    {
      ...{
        name: 'metric' as const,
        label: 'Measured by the metric',
        kind: 'combobox' as const,
        isOptional: true,
      },
      options: known.map((one) => ({ value: one.id, label: one.title })),
    },
    {
      ...{ name: 'measure' as const, label: 'Or counted by hand', isOptional: true },
      placeholder: 'Hours from request to answer',
    },
    { name: 'unit' as const, label: 'Unit', isOptional: true, placeholder: 'hours' },
  ]
}
