import { useState } from 'react'
import { Form } from '../../../ui/form/Form.tsx'
import { Day, When } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { costs, type Rate, RateInput } from '../contract.ts'
import { refresh } from './useRemoving.ts'

/** What other currencies are worth, from which day on. */
export function Rates() {
  const asked = useQuery(costs.rates, {})
  const can = useCan()
  const [adding, setAdding] = useState<string | null>(null)
  const mayWrite = can('costs:write')
  const add = mayWrite && (
    <Button look="primary" onClick={() => setAdding('')}>
      Add a rate
    </Button>
  )
  const into = asked.data?.into ?? ''
  return (
    <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
      {() => (
        <>
          {asked.data?.missing.map((currency) => (
            <Notice
              key={currency}
              tone="warn"
              action={
                mayWrite && (
                  <Button small onClick={() => setAdding(currency)}>{`Add a rate for ${currency}`}</Button>
                )
              }
            >
              {`Some amounts in ${currency} have no rate on their day. They are left out of every figure.`}
            </Notice>
          ))}
          <Card
            title={`Rates into ${into}`}
            hint="The latest rate on or before a day counts. A currency without one is never converted in silence."
            actions={add}
          >
            <FaceOf
              empty={
                asked.data?.items.length === 0 && {
                  children: `Everything is in ${into} until a rate is set.`,
                  action: add,
                }
              }
            >
              {() => <Table rates={asked.data?.items ?? []} />}
            </FaceOf>
          </Card>
          {adding !== null && <AddRate currency={adding} into={into} onClose={() => setAdding(null)} />}
        </>
      )}
    </FaceOf>
  )
}

function Table({ rates }: { rates: Rate[] }) {
  const can = useCan()
  const remove = useCommand(costs.removeRate, refresh)
  const set = useCommand(costs.setRate, refresh)
  const drop = async ({ id, currency, onDay, rate }: Rate) => {
    if (await remove.run({ id }))
      toast('Rate removed', { undo: () => void set.run({ currency, onDay, rate }) })
  }
  return (
    <DataTable<Rate>
      caption="Exchange rates"
      rows={rates}
      rowId={(one) => one.id}
      columns={[
        { id: 'currency', title: 'Currency', value: (one) => one.currency },
        { id: 'onDay', title: 'From', value: (one) => one.onDay, cell: (one) => <Day date={one.onDay} /> },
        {
          id: 'rate',
          title: 'One is worth',
          align: 'end',
          value: (one) => one.rate,
          cell: (one) => <span className="tabular">{`${one.rate} ${one.into}`}</span>,
        },
        {
          id: 'setBy',
          title: 'Set by',
          value: (one) => one.setBy,
          cell: (one) => (
            <span>
              {`${one.setBy}, `}
              <When at={one.setAt} />
            </span>
          ),
        },
        {
          id: 'remove',
          title: '',
          align: 'end',
          value: () => null,
          cell: (one) =>
            can('costs:write') && (
              <Button small look="quiet" onClick={() => void drop(one)}>
                Remove
              </Button>
            ),
        },
      ]}
    />
  )
}

type AddRateProps = { currency: string; into: string; onClose: () => void }

function AddRate({ currency, into, onClose }: AddRateProps) {
  const set = useCommand(costs.setRate, { isQuiet: true, ...refresh })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title="Add a rate"
      description="Setting a rate for the same currency and day again replaces it."
    >
      <Form
        id={`rate-${currency || 'new'}`}
        schema={RateInput}
        initial={{ currency }}
        saveLabel="Add the rate"
        onSave={(rate) => set.attempt(rate)}
        onSaved={() => {
          toast('Rate set', { detail: 'Figures follow at once.' })
          onClose()
        }}
        onCancel={onClose}
        fields={[
          { name: 'currency', label: 'Currency', placeholder: 'GBP', autoFocus: !currency },
          { name: 'onDay', label: 'From', kind: 'date' },
          { name: 'rate', label: `${into} for one`, kind: 'number', autoFocus: Boolean(currency) },
        ]}
      />
    </Dialog>
  )
}
