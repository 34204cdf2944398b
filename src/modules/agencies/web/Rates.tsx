import { useState } from 'react'
import { z } from 'zod'
import { minorDigits } from '../../../methods/money.ts'
import { Form } from '../../../ui/form/Form.tsx'
import { Money } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Agency, agencies, type Rate } from '../contract.ts'

const columns: Column<Rate>[] = [
  { id: 'what', title: 'What', value: (one) => one.what },
  { id: 'unit', title: 'For one', value: (one) => one.unit },
  {
    ...{ id: 'price', title: 'Price', align: 'end', value: (one) => one.price.minor },
    cell: (one) => <Money {...one.price} />,
  },
]

/** What was agreed to be paid for what; for those who may see rates. */
export function Rates({ agency }: { agency: Agency }) {
  const asked = useQuery(agencies.rates, { id: agency.id })
  const [isAdding, setAdding] = useState(false)
  const set = useCommand(agencies.setRates)
  const rates = asked.data?.rates ?? []
  const save = (next: Rate[]) => set.run({ id: agency.id, rates: next, version: agency.version })
  const take = async (one: Rate) => {
    if (await save(rates.filter((other) => other !== one))) toast(`${one.what} is taken out`)
  }
  const add = agency.can.change && (
    <Button small onClick={() => setAdding(true)}>
      Add a rate
    </Button>
  )
  const deeds: Column<Rate> = {
    ...{ id: 'deeds', title: '', align: 'end', isSortable: false, value: () => '' },
    cell: (one) => (
      <Button small look="quiet" isBusy={set.isRunning} onClick={() => void take(one)}>
        Take out
        <span className="sr-only">{`: ${one.what}`}</span>
      </Button>
    ),
  }
  return (
    <Card title="Agreed rates" hint="Only those with the right to see rates find this." actions={add}>
      <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={() => void asked.refetch()}>
        {() =>
          rates.length === 0 ? (
            <p className="text-ink-2">No rate is agreed yet.</p>
          ) : (
            <DataTable
              caption="Agreed rates"
              columns={agency.can.change ? [...columns, deeds] : columns}
              rows={rates}
              rowId={(one) => `${one.what} ${one.unit}`}
            />
          )
        }
      </FaceOf>
      {isAdding && <AddRate agency={agency} rates={rates} onClose={() => setAdding(false)} />}
    </Card>
  )
}

const Draft = z.object({
  what: z.string('needs a name'),
  unit: z.string('needs a unit'),
  price: z.number('is a number').min(0, 'cannot be negative'),
})

function AddRate({ agency, rates, onClose }: { agency: Agency; rates: Rate[]; onClose: () => void }) {
  const { currency } = useOrganisation()
  const [version] = useState(agency.version)
  const set = useCommand(agencies.setRates, { isQuiet: true })
  const save = ({ what, unit, price }: z.output<typeof Draft>) => {
    const minor = Math.round(price * 10 ** minorDigits(currency))
    const next = [...rates, { what, unit, price: { minor, currency } }]
    return set.attempt({ id: agency.id, rates: next, version })
  }
  return (
    <Dialog isOpen onClose={onClose} title={`A rate of ${agency.name}`} size="small">
      <Form
        id={`rate-${agency.id}`}
        schema={Draft}
        fields={[
          { name: 'what', label: 'What', autoFocus: true, placeholder: 'Editing' },
          { name: 'unit', label: 'For one', placeholder: 'day' },
          { name: 'price', label: `Price (${currency})`, kind: 'number' },
        ]}
        saveLabel="Add"
        onSave={save}
        onSaved={onClose}
        onCancel={onClose}
      />
    </Dialog>
  )
}
