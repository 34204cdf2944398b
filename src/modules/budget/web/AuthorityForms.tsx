import { z } from 'zod'
import { minorDigits } from '../../../methods/money.ts'
import { Form } from '../../../ui/form/Form.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { todayIn } from '../../../ui/period/usePeriod.ts'
import { useOrganisation, useSession } from '../../../ui/port/Ports.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Kind, kinds, kindTitles } from '../../costs/rules.ts'
import { budget, type Limit } from '../contract.ts'
import { toMinor } from './useLines.ts'

type People = { id: string; name: string }[]
const optionsOf = (people: People) => people.map(({ id, name }) => ({ value: id, label: name }))
const amount = z.number('is a number').positive('is more than 0')

const LimitDraft = z.object({
  personId: z.string(),
  perDecision: amount,
  perMonth: amount,
  ...(Object.fromEntries(kinds.map((kind) => [kind, z.boolean().optional()])) as Record<
    Kind,
    z.ZodOptional<z.ZodBoolean>
  >),
  campaigns: z.string().trim().max(2000).optional(),
  until: z.iso.date('is a day'),
})
type LimitDraft = z.output<typeof LimitDraft>

type SetLimitProps = { limit: Limit | null; people: People; onClose: () => void }

/** What somebody may decide, until when. */
export function SetLimit({ limit, people, onClose }: SetLimitProps) {
  const { currency } = useOrganisation()
  const set = useCommand(budget.setLimit, { isQuiet: true })
  const end = useCommand(budget.endLimit)
  const unit = 10 ** minorDigits(currency)
  const save = ({ campaigns = '', ...said }: LimitDraft) =>
    set.attempt({
      ...{ personId: said.personId, until: said.until },
      perDecision: toMinor(said.perDecision, currency),
      perMonth: toMinor(said.perMonth, currency),
      kinds: kinds.filter((kind) => said[kind]),
      campaigns: campaigns
        .split('\n')
        .map((one) => one.trim())
        .filter(Boolean),
    })
  const stop = async () => {
    if (!limit?.person.id || !(await end.run({ personId: limit.person.id }))) return
    toast('Limit ended')
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={limit ? `The limit of ${limit.person.name}` : 'Set a limit'}
      description="What is above it goes up to whoever controls the budget. Without a kind of cost chosen it covers all of them."
    >
      <Form
        id={`limit-${limit?.id ?? 'new'}`}
        schema={LimitDraft}
        initial={
          limit
            ? {
                personId: limit.person.id ?? '',
                // Amounts of another currency are typed anew: the same figures would mean something else.
                ...(limit.currency === currency
                  ? { perDecision: limit.perDecision / unit, perMonth: limit.perMonth / unit }
                  : {}),
                ...{
                  ...Object.fromEntries(limit.kinds.map((kind) => [kind, true])),
                  campaigns: limit.campaigns.join('\n'),
                  until: limit.until,
                },
              }
            : {}
        }
        onSave={save}
        onSaved={() => {
          toast('Limit set')
          onClose()
        }}
        onCancel={onClose}
        fields={[
          { name: 'personId', label: 'Who', kind: 'combobox', options: optionsOf(people) },
          { name: 'perDecision', label: `For one decision, in ${currency}`, kind: 'number' },
          { name: 'perMonth', label: `For a month, in ${currency}`, kind: 'number' },
          ...kinds.map((name) => ({
            ...{ name, label: `Only ${kindTitles[name].toLowerCase()}`, kind: 'checkbox' as const },
            isOptional: true,
          })),
          {
            name: 'campaigns',
            label: 'Campaigns',
            kind: 'textarea',
            isOptional: true,
            hint: 'One a line; blank for all.',
          },
          { name: 'until', label: 'Until', kind: 'date' },
        ]}
      >
        {limit && (
          <Button small look="quiet" onClick={() => void stop()}>
            End this limit
          </Button>
        )}
      </Form>
    </Dialog>
  )
}

const DelegateDraft = z.object({
  toId: z.string(),
  fromOn: z.iso.date('is a day'),
  toOn: z.iso.date('is a day'),
  reason: z.string().trim().min(3, 'takes at least 3 letters').max(500),
})

/** Somebody decides in the asker's place for some days. */
export function Delegate({ people, onClose }: { people: People; onClose: () => void }) {
  const { timeZone } = useOrganisation()
  const session = useSession()
  const delegate = useCommand(budget.delegate, { isQuiet: true })
  const others = people.filter((one) => one.id !== session?.person.id)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title="Let somebody stand in"
      description="They decide within your authority on those days, never on their own spend nor on yours."
    >
      <Form
        id="delegation-new"
        schema={DelegateDraft}
        initial={{ fromOn: todayIn(timeZone), reason: 'Leave' }}
        onSave={(said) => delegate.attempt(said)}
        onSaved={() => {
          toast('They stand in for you')
          onClose()
        }}
        onCancel={onClose}
        fields={[
          { name: 'toId', label: 'Who', kind: 'combobox', options: optionsOf(others) },
          { name: 'fromOn', label: 'First day', kind: 'date' },
          { name: 'toOn', label: 'Last day', kind: 'date' },
          { name: 'reason', label: 'Reason' },
        ]}
      />
    </Dialog>
  )
}
