import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { budget } from '../../budget/contract.ts'
import { scenarios } from '../contract.ts'

const Draft = z.object({
  name: z.string().trim().min(1, 'must not be empty').max(200),
  why: z.string().trim().max(1000).optional(),
  year: z.string(),
  from: z.string().optional(),
})

type MakeProps = {
  from?: { id: string; name: string; yearId: string }
  onClose: () => void
  onMade: (id: string) => void
}

/** A copy of the budget as it is now, or of another scenario. */
export function MakeScenario({ from, onClose, onMade }: MakeProps) {
  const make = useCommand(scenarios.make, { isQuiet: true })
  const years = useQuery(budget.years, {}, { isOn: from === undefined })
  const running = useQuery(budget.lines, {}, { isOn: from === undefined })
  const items = years.data?.items
  if (from === undefined && (!items || running.isPending)) return null
  const initial = { year: from?.yearId ?? running.data?.year?.id ?? items?.[0]?.id ?? '' }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={from ? `Go on from ${from.name}` : 'Make a scenario'}
      description="A copy of every line that you may read. Nothing in the budget changes until the scenario is adopted."
    >
      <Form
        id={`scenario-new-${from?.id ?? ''}`}
        schema={Draft}
        initial={initial}
        fields={[
          { name: 'name', label: 'Name', autoFocus: true, placeholder: 'Cut 10 %' },
          { name: 'why', label: 'What for', kind: 'textarea', isOptional: true },
          ...(from
            ? []
            : [
                {
                  name: 'year' as const,
                  label: 'Fiscal year',
                  kind: 'select' as const,
                  options: (items ?? []).map(({ id, label }) => ({ value: id, label })),
                },
              ]),
        ]}
        saveLabel="Make the scenario"
        onSave={({ why = '', ...said }) => make.attempt({ ...said, why, ...(from ? { from: from.id } : {}) })}
        onSaved={({ id }) => onMade(id)}
        onCancel={onClose}
      />
    </Dialog>
  )
}
