import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import { count, percent } from '../../../ui/format/number.ts'
import { Day } from '../../../ui/format/Values.tsx'
import { days } from '../../../ui/format/when.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useWhere } from '../../../ui/where/useWhere.ts'
import type { Landing } from '../contract.ts'

/** What the landing rests on, each figure with its explanation. */
export function Assumptions({ data: { assumptions, currency, on } }: { data: Landing }) {
  const { where } = useWhere()
  if (!assumptions) return null
  const { winRate, averageValue, medianDays, newPerMonth, stages, decided, won } = assumptions
  const rows: { name: string; value: React.ReactNode }[] = [
    {
      name: 'Won in the end, of all opened',
      value: percent(winRate),
    },
    {
      name: 'Average won value',
      value: (
        <InlineFigure
          label="Average won value"
          value={averageValue}
          unit="money"
          currency={currency}
          explain={{ metric: 'average_won_value', to: on, where }}
        />
      ),
    },
    { name: 'Half of the won close within', value: medianDays === null ? 'n/a' : days(medianDays) },
    {
      name: 'New opportunities a month, forecast',
      value: count(Math.round(newPerMonth)),
    },
    { name: 'Learnt from', value: `${count(decided)} decided, ${count(won)} won` },
    {
      name: 'By stage and days in it',
      value: stages.length > 0 ? stages.join(', ') : 'no stage history: by days since opening',
    },
  ]
  return (
    <Card
      title="What it rests on"
      hint="Competing risks of winning and losing (Aalen–Johansen), new ones by forecast"
    >
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5">
        {rows.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="text-ink-2">{name}</dt>
            <dd className="tabular max-w-60 text-right">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

type Told = Landing['lookBack'][number]

/** What the same look expected of earlier quarters, beside what came. */
export function LandingLookBack({ data: { lookBack, currency } }: { data: Landing }) {
  const money = (label: string, value: number) => (
    <InlineFigure label={label} value={value} unit="money" currency={currency} />
  )
  return (
    <Card
      title="How wrong would it have been"
      hint="What was expected to come still, as many days before the end of earlier quarters; it widens the range."
    >
      <DataTable<Told>
        caption="Earlier quarters"
        rows={lookBack}
        rowId={(one) => one.quarter}
        columns={[
          { id: 'quarter', title: 'Quarter', value: (one) => one.quarter },
          { id: 'on', title: 'Seen from', value: (one) => one.on, cell: (one) => <Day date={one.on} /> },
          {
            id: 'expected',
            title: 'Expected',
            align: 'end',
            value: (one) => one.expected,
            cell: (one) => money('Expected', one.expected),
          },
          {
            id: 'came',
            title: 'Came',
            align: 'end',
            value: (one) => one.came,
            cell: (one) => money('Came', one.came),
          },
          {
            id: 'off',
            title: 'Off by',
            align: 'end',
            value: (one) => one.came - one.expected,
            cell: (one) => (one.expected > 0 ? percent(one.came / one.expected - 1, 0) : 'n/a'),
          },
        ]}
      />
    </Card>
  )
}
