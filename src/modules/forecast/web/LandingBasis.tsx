import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import { figure as print, type Unit } from '../../../ui/format/figure.ts'
import { count, percent } from '../../../ui/format/number.ts'
import { Day } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useWhere } from '../../../ui/where/useWhere.ts'
import type { Landing } from '../contract.ts'
import { type Landed, landingRequest } from './landing-parts.ts'

/** What the landing rests on, each figure with its explanation. */
export function Assumptions({ data }: { data: Landing }) {
  const { assumptions, currency, on } = data
  const { where } = useWhere()
  if (!assumptions) return null
  const { winRate, averageValue, medianDays, newPerMonth, stages, decided, won } = assumptions
  const told = (label: string, value: number | null, unit: Unit, about: Omit<Landed, 'label' | 'value'>) => (
    <InlineFigure
      {...{ label, value, unit }}
      explain={landingRequest(data, where, { label, value, unit, ...about })}
    />
  )
  const learnt = (label: string, value: number, metric: string) =>
    landingRequest(data, where, {
      ...{ label, value, metric, unit: 'count' },
      definition: 'Opportunities the chances were learnt from.',
      formula: 'number of opportunities with an outcome up to the newest day in the data',
    })
  const rows: { name: string; value: React.ReactNode }[] = [
    {
      name: 'Won in the end, of all opened',
      value: told('Won in the end, of all opened', winRate, 'ratio', {
        definition:
          'The share of opened opportunities that are won in the end, by competing risks of winning and losing.',
        formula: 'cumulative incidence of winning at the longest time seen (Aalen–Johansen)',
        parts: [
          { name: 'Decided', value: count(decided) },
          { name: 'Won', value: count(won) },
        ],
        metric: 'win_rate',
      }),
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
    {
      name: 'Half of the won close within',
      value: told('Half of the won close within', medianDays, 'days', {
        definition: 'Days from opening within which half of the won are won.',
        formula: 'median of close − opening of won opportunities',
      }),
    },
    {
      name: 'New opportunities a month, forecast',
      value: told('New opportunities a month, forecast', Math.round(newPerMonth), 'count', {
        definition: 'How many opportunities a month are expected to open; the rows are those that opened.',
        formula: 'forecast of opportunities by month',
        metric: 'opportunities',
      }),
    },
    {
      name: 'Learnt from',
      value: (
        <>
          <InlineFigure
            label="Decided"
            value={decided}
            unit="count"
            explain={learnt('Decided', decided, 'win_rate')}
          />
          {' decided, '}
          <InlineFigure label="Won" value={won} unit="count" explain={learnt('Won', won, 'won')} />
          {' won'}
        </>
      ),
    },
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
export function LandingLookBack({ data }: { data: Landing }) {
  const { lookBack, currency } = data
  const { where } = useWhere()
  const figure = (one: Told, label: string, value: number, unit: Unit, printed?: string) => (
    <InlineFigure
      {...{ label: `${label}, ${one.quarter}`, value, unit, currency }}
      {...(printed ? { printed } : {})}
      explain={landingRequest(data, where, {
        ...{ label: `${label}, ${one.quarter}`, value, unit },
        definition: `What was still to come in ${one.quarter}, seen from ${one.on}: as it was expected then, and as it came.`,
        formula: 'off by = came ÷ expected − 1',
        parts: [
          { name: 'Expected', value: print(one.expected, 'money', currency) },
          { name: 'Came', value: print(one.came, 'money', currency) },
        ],
      })}
    />
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
            cell: (one) => figure(one, 'Expected', one.expected, 'money'),
          },
          {
            id: 'came',
            title: 'Came',
            align: 'end',
            value: (one) => one.came,
            cell: (one) => figure(one, 'Came', one.came, 'money'),
          },
          {
            id: 'off',
            title: 'Off by',
            align: 'end',
            value: (one) => one.came - one.expected,
            cell: (one) => {
              const off = one.expected > 0 ? one.came / one.expected - 1 : null
              return off === null ? 'n/a' : figure(one, 'Off by', off, 'ratio', percent(off, 0))
            },
          },
        ]}
      />
    </Card>
  )
}
