import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { locale } from '../../../ui/messages/index.ts'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { budget, type Line, type Recurrence, type Year } from '../contract.ts'
import { toMinor } from './useLines.ts'
import { inWhole, monthName } from './words.ts'

const Draft = z.object({
  every: z.enum(['month', 'quarter', 'year']),
  amount: z.number('is a number').min(0, 'cannot be negative'),
  startsOn: z.string(),
  endsOn: z.iso.date('is a day').optional(),
  rises: z
    .number('is a number')
    .min(-99.99, 'cannot fall by all of it')
    .max(1000, 'is at most 1,000')
    .optional(),
})
type Draft = z.output<typeof Draft>

export const monthOptions = (year: Year) =>
  year.months.map((value) => ({ value, label: monthName(value, locale()) }))

/** The months to choose from; one of a year before stays what it was. */
const startOptions = (year: Year, said: Recurrence | null) => {
  const own = monthOptions(year)
  const before = said && !year.months.includes(said.startsOn)
  return before ? [{ value: said.startsOn, label: monthName(said.startsOn, locale()) }, ...own] : own
}

type RecurProps = { line: Line; year: Year; said: Recurrence | null; onClose: () => void }

/** Lets a line recur, from a month on; amounts that followed the first are kept while the start stays. */
export function Recur({ line, year, said, onClose }: RecurProps) {
  const set = useCommand(budget.setRecurrence, { isQuiet: true })
  const back = useCommand(budget.setRecurrence)
  const save = ({ every, amount, startsOn, endsOn, rises = 0 }: Draft) => {
    const first = { from: startsOn, minor: toMinor(amount, line.currency) }
    const later = (said?.steps ?? [])
      .filter((step) => step.from > startsOn)
      .slice(said?.startsOn === startsOn ? 0 : 1)
    const steps = [first, ...later]
    const recurrence = { every, startsOn, endsOn: endsOn ?? null, rises: Math.round(rises * 100), steps }
    return set.attempt({ id: line.id, version: line.version, recurrence })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`${line.name} recurs`}
      description="The months it makes take the place of what stands in them."
    >
      <Form
        id={`recurrence-${line.id}-${line.version}`}
        schema={Draft}
        initial={{
          every: said?.every ?? 'month',
          startsOn: said?.startsOn ?? year.months[0]!,
          ...(said
            ? {
                amount: inWhole(said.steps[0]!.minor, line.currency),
                rises: said.rises / 100,
                ...(said.endsOn ? { endsOn: said.endsOn } : {}),
              }
            : {}),
        }}
        onSave={save}
        onSaved={({ undo }) => {
          toast('It recurs', { undo: () => void back.run(undo) })
          onClose()
        }}
        onCancel={onClose}
        fields={[
          {
            ...{ name: 'every', label: 'Comes', kind: 'select' },
            options: [
              { value: 'month', label: 'Every month' },
              { value: 'quarter', label: 'Every quarter' },
              { value: 'year', label: 'Every year' },
            ],
          },
          { name: 'amount', label: `Amount each time, in ${line.currency}`, kind: 'number' },
          { name: 'startsOn', label: 'From', kind: 'select', options: startOptions(year, said) },
          {
            ...{ name: 'endsOn', label: 'Until', kind: 'date', isOptional: true },
            hint: 'Blank: it goes on into the years to come.',
          },
          {
            ...{ name: 'rises', label: 'Rises a year, in percent', kind: 'number', isOptional: true },
            hint: 'On the day it began; below 0 it falls.',
          },
        ]}
      />
    </Dialog>
  )
}
