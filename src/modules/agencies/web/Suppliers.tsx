import { X } from 'lucide-react'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Agency, agencies } from '../contract.ts'

/** Under which names of suppliers an agency is paid: said by somebody, guessed by nobody. */
export function Suppliers({ agency, own }: { agency: Agency; own: string[] }) {
  const all = useQuery(agencies.suppliers, {}, { isOn: agency.can.change }).data?.items ?? []
  const set = useCommand(agencies.setSuppliers)
  const save = (suppliers: string[]) => void set.run({ id: agency.id, suppliers, version: agency.version })
  const free = all.filter((one) => one.agency === null)
  return (
    <Card title="Paid under" hint="The supplier names of orders and invoices that are this agency.">
      <div className="flex flex-col gap-3">
        {own.length === 0 && <p className="text-ink-2">No supplier name is tied to it yet.</p>}
        <ul className="flex flex-wrap gap-1.5">
          {own.map((name) => (
            <li key={name} className="flex items-center gap-1 rounded-md bg-press pl-2">
              {name}
              {agency.can.change && (
                <IconButton
                  small
                  label={`Take ${name} away`}
                  onClick={() => save(own.filter((other) => other !== name))}
                >
                  <X size={12} />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
        {agency.can.change && free.length > 0 && (
          <Field label="Tie a supplier name to it">
            <Combobox
              key={own.length}
              options={free.map(({ name }) => ({ value: name, label: name }))}
              value={null}
              onChange={(name) => name && save([...own, name])}
            />
          </Field>
        )}
        {agency.can.change && all.length === 0 && (
          <span>
            <Button small to="/budget/orders">
              Orders
            </Button>
          </span>
        )}
      </div>
    </Card>
  )
}
