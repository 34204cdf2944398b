import { useState } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import type { Unit } from '../../../ui/format/figure.ts'
import { percent } from '../../../ui/format/number.ts'
import { When } from '../../../ui/format/Values.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { usePeriod } from '../../../ui/period/usePeriod.ts'
import { useCan, useOrganisation } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { returns } from '../contract.ts'
import { Assume } from './Assume.tsx'
import { estimateOf } from './derived.ts'
import type { Asking } from './useReturn.ts'

export type Data = Out<typeof returns.economics>
/** `metric` names the one whose rows stand behind the figure. */
export type Tile = {
  metric: string
  label: string
  value: number | null
  unit: Unit
  currency?: string | undefined
  formula: string
}

/** What a customer costs and brings over a lifetime, from what somebody stated. */
export function Economics({ asking: { by: _by, basis: _basis, ...asking } }: { asking: Asking }) {
  const asked = useQuery(returns.economics, asking)
  const can = useCan()
  const [isChanging, setChanging] = useState(false)
  const { data } = asked
  return (
    <Card
      title="Payback and lifetime value"
      hint={data && <Assumed {...data.assumptions} />}
      actions={
        can('costs:write') && (
          <Button small onClick={() => setChanging(true)}>
            Change assumptions
          </Button>
        )
      }
    >
      <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
        {() => data && <Tiles data={data} asking={asking} />}
      </FaceOf>
      {isChanging && data && <Assume now={data.assumptions} onClose={() => setChanging(false)} />}
    </Card>
  )
}

const Assumed = ({
  grossMargin,
  lifetimeMonths,
  monthsOfValue,
  changedBy,
  changedAt,
}: Data['assumptions']) => (
  <>
    {`Assumes a gross margin of ${percent(grossMargin, 0)}, a lifetime of ${lifetimeMonths} months, and a won value that covers ${monthsOfValue} months; `}
    {changedBy ? `said by ${changedBy}, ` : 'nobody has said so yet'}
    {changedBy && <When at={changedAt} />}
  </>
)

const tilesOf = (data: Data, price: string): Tile[] => [
  {
    metric: 'average_won_value',
    label: 'Lifetime value',
    value: data.lifetimeValue?.amount ?? null,
    currency: data.lifetimeValue?.currency,
    unit: 'money',
    formula: 'average won value × gross margin ÷ months it covers × lifetime in months',
  },
  {
    metric: price,
    label: 'Lifetime value ÷ cost',
    value: data.lifetimeToCost,
    unit: 'number',
    formula: 'lifetime value ÷ cost per new customer',
  },
  {
    metric: price,
    label: 'Months to pay back',
    value: data.paybackMonths,
    unit: 'number',
    formula: 'cost per new customer ÷ (average won value × gross margin ÷ months it covers)',
  },
]

function Tiles({ data, asking }: { data: Data; asking: Omit<Asking, 'by' | 'basis'> }) {
  const { label } = usePeriod()
  const { currency } = useOrganisation()
  const { costs, from, to, where } = asking
  const metric = costs === 'media' ? 'media_cost_per_customer' : 'cost_per_customer'
  const selection = { ...(from ? { from } : {}), ...(to ? { to } : {}), where }
  const reason = data.notes[0] ?? 'A cost and a won value are needed.'
  return (
    <FigureRow>
      <Figure
        label="Cost per new customer"
        value={data.acquisitionCost?.amount}
        currency={data.acquisitionCost?.currency}
        unit="money"
        better="down"
        period={label}
        reason={data.notes.find((note) => note.includes('new customer')) ?? reason}
        explain={{ metric, ...selection }}
      />
      {tilesOf(data, metric).map((tile) => (
        <Figure
          key={tile.label}
          label={tile.label}
          value={tile.value}
          currency={tile.currency}
          unit={tile.unit}
          period={label}
          reason={reason}
          explain={{ ...selection, metric: tile.metric, derived: estimateOf(tile, data, currency) }}
        />
      ))}
    </FigureRow>
  )
}
