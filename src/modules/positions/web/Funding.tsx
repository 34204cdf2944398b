import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { minorDigits } from '../../../methods/money.ts'
import { Form } from '../../../ui/form/Form.tsx'
import { Meanwhile } from '../../../ui/form/Meanwhile.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { Money } from '../../../ui/format/Values.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Asking, type Position, positions } from '../contract.ts'
import { AskBudget } from './AskBudget.tsx'
import { AskingShown } from './AskingShown.tsx'

type FundingProps = { position: Position; askings: Asking[]; can: { cost: boolean; ask: boolean } }

/** What it costs and what was asked for; for those alone who may read what people cost. */
export function Funding({ position, askings, can }: FundingProps) {
  const [open, setOpen] = useState<'cost' | 'ask' | null>(null)
  const { cost } = position
  const mayAsk = can.ask && cost && !['asked', 'ended'].includes(position.state)
  return (
    <Card
      title="What it costs"
      hint="Seen by those alone who may read what people cost."
      actions={
        <>
          {can.cost && (
            <Button small onClick={() => setOpen('cost')}>
              {cost ? 'Change the cost' : 'Say what it costs'}
            </Button>
          )}
          {mayAsk && (
            <Button small look="primary" onClick={() => setOpen('ask')}>
              Ask for its budget
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {cost ? (
          <Costs position={position} />
        ) : (
          <p className="text-ink-2">Nobody has said yet what it costs.</p>
        )}
        {askings.map((one) => (
          <AskingShown key={one.id} asking={one} />
        ))}
      </div>
      {open === 'cost' && <SetCost position={position} onClose={() => setOpen(null)} />}
      {open === 'ask' && <AskBudget position={position} onClose={() => setOpen(null)} />}
    </Card>
  )
}

function Costs({ position: { cost } }: { position: Position }) {
  if (!cost) return null
  const { currency } = cost
  return (
    <p>
      <strong className="font-semibold">
        <Money minor={cost.yearlyMinor} currency={currency} />
      </strong>
      {' a year: at full time '}
      <Money minor={cost.salaryMinor} currency={currency} />
      {' of salary and '}
      <Money minor={cost.onCostMinor} currency={currency} />
      {` of on-costs, by its share of full time. Said by ${cost.setBy}. It draws on a `}
      <Link to="/budget" className="text-accent-ink underline">
        headcount line of the budget
      </Link>
      .
    </p>
  )
}

const Draft = z.object({
  salary: z.number('is a number').min(0, 'cannot be negative'),
  onCost: z.number('is a number').min(0, 'cannot be negative'),
  currency: z.string().trim().toUpperCase().length(3, 'is a code of three letters, such as EUR'),
})

function SetCost({ position, onClose }: { position: Position; onClose: () => void }) {
  const set = useCommand(positions.setCost, { isQuiet: true })
  const organisation = useOrganisation()
  const { opened, open, newer } = useOpened(position)
  const { id, version, cost } = opened
  const unit = (currency: string) => 10 ** minorDigits(currency)
  const before = cost && {
    salary: cost.salaryMinor / unit(cost.currency),
    onCost: cost.onCostMinor / unit(cost.currency),
    currency: cost.currency,
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title="What it costs"
      description="A year at full time; the share of full time counts by itself."
    >
      {newer && <Meanwhile by={newer.changedBy} what="this position" onLoad={() => open(newer)} />}
      <Form
        key={version}
        id={`position-cost-${id}-${version}`}
        schema={Draft}
        initial={before ?? { currency: organisation.currency }}
        onSave={({ salary, onCost, currency }) =>
          set.attempt({
            ...{ id, version, currency },
            ...{
              salaryMinor: Math.round(salary * unit(currency)),
              onCostMinor: Math.round(onCost * unit(currency)),
            },
          })
        }
        onSaved={onClose}
        onCancel={onClose}
        fields={[
          { name: 'salary', label: 'Salary', kind: 'number' },
          {
            name: 'onCost',
            label: 'On-costs',
            kind: 'number',
            hint: 'Social security, pension, desk, licences.',
          },
          { name: 'currency', label: 'Currency' },
        ]}
      />
    </Dialog>
  )
}
