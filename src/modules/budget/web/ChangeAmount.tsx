import { z } from 'zod'
import type { Out } from '../../../kernel/contract.ts'
import { Form } from '../../../ui/form/Form.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { budget, type Line, type Recurrence, type Year } from '../contract.ts'
import { changedFrom } from '../rules.ts'
import { monthOptions } from './Recur.tsx'
import { toMinor } from './useLines.ts'

const Draft = z.object({
  month: z.string(),
  amount: z.number('is a number').min(0, 'cannot be negative'),
  scope: z.enum(['on', 'only']),
})
type Draft = z.output<typeof Draft>
type ChangeProps = { line: Line; year: Year; said: Recurrence; onClose: () => void }

/** Another amount from a month on, or in one month alone. */
export function ChangeAmount({ line, year, said, onClose }: ChangeProps) {
  const { save, undo } = useChange(line, year, said)
  const months = monthOptions(year).filter((one) => one.value >= said.startsOn)
  return (
    <Dialog isOpen onClose={onClose} size="small" title={`Change the amount of ${line.name}`}>
      <Form
        id={`recurrence-change-${line.id}-${line.version}`}
        schema={Draft}
        initial={{ scope: 'on' }}
        onSave={save}
        onSaved={(answer) => {
          toast('Amount changed', { undo: () => undo(answer) })
          onClose()
        }}
        onCancel={onClose}
        fields={[
          { name: 'month', label: 'Month', kind: 'select', options: months },
          { name: 'amount', label: `Amount, in ${line.currency}`, kind: 'number' },
          {
            ...{ name: 'scope', label: 'Which', kind: 'select' },
            options: [
              { value: 'on', label: 'From here on' },
              { value: 'only', label: 'Only this month' },
            ],
            hint: 'Only this month changes the forecast and stays when the amount changes later.',
          },
        ]}
      />
    </Dialog>
  )
}

type Edits = Out<typeof budget.edit>['undo']
type Undo = Out<typeof budget.setRecurrence>['undo']

function useChange(line: Line, year: Year, said: Recurrence) {
  const set = useCommand(budget.setRecurrence, { isQuiet: true })
  const edit = useCommand(budget.edit, { isQuiet: true })
  const { id, version } = line
  const only = async (month: string, minor: number) => {
    const cells = { [year.months.indexOf(month)]: minor }
    return (await edit.attempt({ year: year.id, edits: [{ id, version, forecast: cells }] })).undo
  }
  const on = async (month: string, minor: number) => {
    const steps = changedFrom(said.steps, { from: month, minor })
    return (await set.attempt({ id, version, recurrence: { ...said, steps } })).undo
  }
  const save = async ({ month, amount, scope }: Draft): Promise<Edits | Undo> => {
    const minor = toMinor(amount, line.currency)
    return scope === 'only' ? only(month, minor) : on(month, minor)
  }
  const undo = (answer: Edits | Undo) =>
    void (Array.isArray(answer) ? edit.run({ year: year.id, edits: answer }) : set.run(answer))
  return { save, undo }
}
