import type { ReactNode } from 'react'
import { Form } from '../../../ui/form/Form.tsx'
import { Meanwhile } from '../../../ui/form/Meanwhile.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { When } from '../../../ui/format/Values.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Drawer } from '../../../ui/parts/Drawer.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan, useOrganisation } from '../../../ui/port/Ports.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Cost, costs } from '../contract.ts'
import { kindTitles } from '../rules.ts'
import { CostDraft, draftOf, saidOf, toSaid } from './cost-input.ts'
import { useKindOptions } from './useKindOptions.ts'
import { refresh, useRemoving } from './useRemoving.ts'

const repeatOptions = [
  { value: 'once', label: 'Once, spread over its days' },
  { value: 'monthly', label: 'Every month' },
]

type CostFormProps = { cost: Cost | null; onClose: () => void }

/** A cost to add, or one to look at and change. */
export function CostForm({ cost, onClose }: CostFormProps) {
  const can = useCan()
  const remove = useRemoving()
  const mayChange = can('costs:write') && !cost?.isRemoved && !cost?.invoiceId
  return (
    <Drawer
      isOpen
      onClose={onClose}
      title={cost ? `${kindTitles[cost.kind]} cost` : 'Add a cost'}
      actions={
        cost &&
        mayChange && (
          <Button small onClick={() => void remove([cost]).then(onClose)}>
            Remove
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-4 p-5">
        {mayChange ? <Writing cost={cost} onClose={onClose} /> : cost && <Read cost={cost} />}
        {cost && (
          <p className="text-sm text-ink-3">
            {`Added by ${cost.createdBy}, `}
            <When at={cost.createdAt} />
            {cost.version > 1 && `; last changed by ${cost.changedBy}, `}
            {cost.version > 1 && <When at={cost.changedAt} />}
          </p>
        )}
      </div>
    </Drawer>
  )
}

const Read = ({ cost }: { cost: Cost }) => (
  <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
    {Object.entries(saidOf(cost)).map(([name, value]) => (
      <div key={name} className="contents">
        <dt className="text-ink-3">{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
    {cost.isRemoved && <dd className="col-span-2 text-ink-2">This cost was removed.</dd>}
    {cost.invoiceId && (
      <dd className="col-span-2 pt-2">
        <span className="text-ink-2">Entered by an invoice; it is changed there. </span>
        <Button small to={`/budget/invoices/${cost.invoiceId}`}>
          Open the invoice
        </Button>
      </dd>
    )}
  </dl>
)

const Writing = ({ cost, onClose }: CostFormProps) =>
  cost ? <Changing cost={cost} onClose={onClose} /> : <Fields cost={null} onClose={onClose} />

function Changing({ cost, onClose }: { cost: Cost; onClose: () => void }) {
  const { opened, open, newer } = useOpened(cost)
  return (
    <Fields key={opened.version} cost={opened} onClose={onClose}>
      {newer && <Meanwhile by={newer.changedBy} what="this cost" onLoad={() => open(newer)} />}
    </Fields>
  )
}

function Fields({ cost, onClose, children }: CostFormProps & { children?: ReactNode }) {
  const { currency } = useOrganisation()
  const kindOptions = useKindOptions()
  const save = useSaving(cost)
  return (
    <Form
      id={cost ? `cost-${cost.id}-${cost.version}` : 'cost-new'}
      schema={CostDraft}
      initial={draftOf(cost, currency, new Date().toISOString())}
      saveLabel={cost ? 'Save' : 'Add the cost'}
      onSave={save}
      onSaved={onClose}
      onCancel={onClose}
      fields={[
        { name: 'kind', label: 'Kind', kind: 'select', options: kindOptions },
        { name: 'amount', label: 'Amount', kind: 'number', autoFocus: true },
        { name: 'currency', label: 'Currency', hint: 'Three letters, such as EUR.' },
        { name: 'repeats', label: 'How often', kind: 'select', options: repeatOptions },
        { name: 'startsOn', label: 'First day', kind: 'date' },
        {
          name: 'endsOn',
          label: 'Last day',
          kind: 'date',
          isOptional: true,
          hint: 'Blank for a monthly cost that goes on.',
        },
        {
          name: 'channel',
          label: 'Channel',
          isOptional: true,
          hint: 'As leads say it: Events, Paid search, Webinar … Blank counts for the whole of marketing.',
        },
        { name: 'campaign', label: 'Campaign', isOptional: true },
        { name: 'note', label: 'Note', kind: 'textarea', isOptional: true },
      ]}
    >
      {children}
    </Form>
  )
}

/** Adding offers to remove it again, changing offers what it was before. */
function useSaving(cost: Cost | null) {
  const add = useCommand(costs.add, { isQuiet: true, ...refresh })
  const change = useCommand(costs.change, { isQuiet: true, ...refresh })
  const takeBack = useCommand(costs.remove, refresh)
  const changeBack = useCommand(costs.change, refresh)
  return async (draft: CostDraft) => {
    const said = toSaid(draft)
    if (!cost) {
      const { id } = await add.attempt(said)
      toast('Cost added', { undo: () => void takeBack.run({ id }) })
      return
    }
    const { id, version } = await change.attempt({ ...said, id: cost.id, version: cost.version })
    toast('Cost changed', { undo: () => void changeBack.run({ ...saidOf(cost), id, version }) })
  }
}
