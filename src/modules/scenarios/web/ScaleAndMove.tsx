import { z } from 'zod'
import type { Out } from '../../../kernel/contract.ts'
import { minorDigits } from '../../../methods/money.ts'
import { Form } from '../../../ui/form/Form.tsx'
import { locale } from '../../../ui/messages/index.ts'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { todayIn } from '../../../ui/period/usePeriod.ts'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Scenario, scenarios } from '../contract.ts'
import type { Shown } from './ScenarioPage.tsx'

type DialogProps = { shown: Shown; onClose: () => void }

/** The months of the year, and the first that has not begun. */
function monthsOf({ year }: Scenario, today: string) {
  const names = new Intl.DateTimeFormat(locale(), { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const next = year.months.findIndex((month) => month > today)
  return {
    options: year.months.map((month, at) => ({
      value: String(at),
      label: names.format(new Date(`${month}T00:00:00Z`)),
    })),
    next: String(next < 0 ? 11 : next),
  }
}

/** Says what was done, with the way back. */
function useSaid(id: string) {
  const back = useCommand(scenarios.edit)
  return (words: string, { undo }: Out<typeof scenarios.scale>) =>
    toast(words, { undo: () => void back.run({ id, edits: undo }) })
}

const everything = '*'
const ScaleDraft = z.object({
  area: z.string(),
  percent: z.number('is a number').min(-100, 'is −100 at least').max(1000, 'is 1000 at most'),
  fromMonth: z.string(),
})

export function Scale({ shown: { scenario, lines }, onClose }: DialogProps) {
  const { id } = scenario
  const scale = useCommand(scenarios.scale, { isQuiet: true })
  const said = useSaid(id)
  const { options, next } = monthsOf(scenario, todayIn(useOrganisation().timeZone))
  const areas = [...new Set(lines.map((line) => line.area))].filter(Boolean)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Scale"
      description="Every line of an area by the same percentage, month by month."
    >
      <Form
        id={`scenario-scale-${id}`}
        schema={ScaleDraft}
        initial={{ area: everything, fromMonth: next }}
        saveLabel="Scale"
        fields={[
          {
            name: 'percent',
            label: 'Per cent',
            kind: 'number',
            hint: '−10 takes a tenth away.',
            autoFocus: true,
          },
          {
            name: 'area',
            label: 'Area',
            kind: 'select',
            options: [
              { value: everything, label: 'All areas' },
              ...areas.map((area) => ({ value: area, label: area })),
            ],
          },
          { name: 'fromMonth', label: 'From', kind: 'select', options },
        ]}
        onSave={({ area, percent, fromMonth }) =>
          scale.attempt({
            ...{ id, percent, fromMonth: Number(fromMonth) },
            ...(area === everything ? {} : { area }),
          })
        }
        onSaved={(answer) => {
          said(`${answer.versions.length} ${answer.versions.length === 1 ? 'line' : 'lines'} scaled`, answer)
          onClose()
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}

const MoveDraft = z.object({
  fromId: z.string(),
  toId: z.string(),
  amount: z.number('is a number').positive('is more than 0'),
  fromMonth: z.string(),
})

export function Move({ shown: { scenario, lines }, onClose }: DialogProps) {
  const { id } = scenario
  const move = useCommand(scenarios.move, { isQuiet: true })
  const said = useSaid(id)
  const { options: months, next } = monthsOf(scenario, todayIn(useOrganisation().timeZone))
  const options = lines
    .filter((line) => !line.isDropped)
    .map((line) => ({ value: line.id, label: line.name, hint: line.area }))
  const digits = (from: string) => minorDigits(lines.find((line) => line.id === from)?.currency ?? '')
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Move between lines"
      description="Taken from the months of one line and put on those of another, in the proportions they have."
    >
      <Form
        id={`scenario-move-${id}`}
        schema={MoveDraft}
        initial={{ fromMonth: next }}
        saveLabel="Move"
        fields={[
          { name: 'fromId', label: 'From', kind: 'combobox', options },
          { name: 'toId', label: 'To', kind: 'combobox', options },
          {
            name: 'amount',
            label: 'Amount',
            kind: 'number',
            hint: 'In the currency of the line it comes from.',
          },
          { name: 'fromMonth', label: 'From the month', kind: 'select', options: months },
        ]}
        onSave={({ fromId, toId, amount, fromMonth }) =>
          move.attempt({
            ...{ id, fromId, toId, fromMonth: Number(fromMonth) },
            minor: Math.round(amount * 10 ** digits(fromId)),
          })
        }
        onSaved={(answer) => {
          said('Moved', answer)
          onClose()
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}
