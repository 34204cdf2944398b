import { z } from 'zod'
import type { Out } from '../../../kernel/contract.ts'
import { Form } from '../../../ui/form/Form.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { costs } from '../../costs/contract.ts'

const Said = z.object({
  percent: z.number('is a number').gt(0, 'is more than 0').max(100, 'is 100 at most'),
  lifetimeMonths: z.number('is a number').int('is a whole number').min(1, 'is 1 at least').max(600),
  monthsOfValue: z.number('is a number').int('is a whole number').min(1, 'is 1 at least').max(120),
})

type AssumeProps = { now: Out<typeof costs.assumptions>; onClose: () => void }

export function Assume({ now, onClose }: AssumeProps) {
  const assume = useCommand(costs.assume, { isQuiet: true, alsoRefresh: ['returns'] })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title="What payback and lifetime value assume"
      description="Everybody sees who said it and when."
    >
      <Form
        id="assumptions"
        schema={Said}
        initial={{
          percent: Math.round(now.grossMargin * 10_000) / 100,
          lifetimeMonths: now.lifetimeMonths,
          monthsOfValue: now.monthsOfValue,
        }}
        onSave={({ percent, ...said }) => assume.attempt({ ...said, grossMargin: percent / 100 })}
        onSaved={() => {
          toast('Assumptions saved')
          onClose()
        }}
        onCancel={onClose}
        fields={[
          { name: 'percent', label: 'Gross margin in per cent', kind: 'number', autoFocus: true },
          { name: 'lifetimeMonths', label: 'Lifetime of a customer in months', kind: 'number' },
          {
            name: 'monthsOfValue',
            label: 'Months a won value covers',
            kind: 'number',
            hint: '12 where an opportunity’s amount is the value of a year.',
          },
        ]}
      />
    </Dialog>
  )
}
