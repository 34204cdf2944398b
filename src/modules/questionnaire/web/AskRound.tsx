import { useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { addDays } from '../../../ui/period/fiscal.ts'
import { readPeriod } from '../../../ui/period/period.ts'
import { todayIn } from '../../../ui/period/usePeriod.ts'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { identity } from '../../identity/contract.ts'
import { questionnaire } from '../contract.ts'

const Draft = z.object({
  client: z.string().trim().min(2, 'takes at least 2 letters').max(80),
  quarterOn: z.iso.date(),
  personId: z.string(),
  dueOn: z.iso.date(),
})

/** Ask a client for this quarter or the next. */
export function AskRound({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const people = useQuery(identity.people, {}).data?.people ?? []
  const ask = useCommand(questionnaire.ask, { isQuiet: true })
  const { fiscal, timeZone } = useOrganisation()
  const today = todayIn(timeZone)
  const running = readPeriod('this-quarter', today, fiscal)
  const next = readPeriod('this-quarter', addDays(running.endsOn, 1), fiscal)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Ask a client"
      description="They answer over several sessions; every pause is kept."
    >
      <Form
        id="questionnaire-new"
        schema={Draft}
        initial={{ quarterOn: next.startsOn, dueOn: addDays(today, 14) }}
        fields={[
          {
            name: 'client',
            label: 'Client',
            autoFocus: true,
            hint: 'Whom we work for, such as a region or a product line.',
          },
          {
            name: 'quarterOn',
            label: 'Quarter',
            kind: 'select',
            options: [running, next].map((one) => ({ value: one.startsOn, label: one.label })),
          },
          {
            name: 'personId',
            label: 'Who answers',
            kind: 'combobox',
            options: people
              .filter((one) => one.state !== 'disabled')
              .map((one) => ({ value: one.id, label: one.name, hint: one.title })),
          },
          { name: 'dueOn', label: 'Answers by', kind: 'date' },
        ]}
        saveLabel="Ask"
        onSave={(said) => ask.attempt(said)}
        onSaved={({ id }) => void navigate({ to: `/questionnaires/${id}` })}
        onCancel={onClose}
      />
    </Dialog>
  )
}
