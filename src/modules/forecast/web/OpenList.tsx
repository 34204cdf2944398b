import { Link } from '@tanstack/react-router'
import type { Format } from '../../../engine/format.ts'
import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import { count, percent } from '../../../ui/format/number.ts'
import { saveTable } from '../../../ui/format/save.ts'
import { NotKnown } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Exports } from '../../../ui/kit/Exports.tsx'
import { type Column, tableOf } from '../../../ui/list/columns.ts'
import { Card } from '../../../ui/parts/Card.tsx'
import { useWhere } from '../../../ui/where/useWhere.ts'
import type { Landing, OpenOpportunity } from '../contract.ts'
import { landingRequest } from './landing-parts.ts'

const chance = (
  data: Landing,
  id: 'thisQuarter' | 'nextQuarter',
  title: string,
): Column<OpenOpportunity> => ({
  id,
  title,
  align: 'end',
  value: (one) => one[id],
  cell: (one) => (
    <span className="whitespace-nowrap">
      <InlineFigure
        label={`Chance of ${one.name ?? one.key}, ${title.toLowerCase()}`}
        value={one[id]}
        unit="ratio"
        printed={percent(one[id], 0)}
        explain={landingRequest(data, [], {
          label: `Chance of ${one.name ?? one.key}, ${title.toLowerCase()}`,
          value: one[id],
          unit: 'ratio',
          definition:
            'The chance of being won in the quarter, given that it is open now; the rows are the opportunities the chances were learnt from.',
          formula: 'competing risks of winning and losing by stage and days in it (Aalen–Johansen)',
          parts: [
            { name: 'Stage', value: one.stage ?? 'not known' },
            { name: `Days ${basisWords[one.basis]}`, value: one.age === null ? 'n/a' : count(one.age) },
          ],
          metric: 'win_rate',
        })}
      />
    </span>
  ),
})

const basisWords = { stage: 'in the stage', opened: 'since it opened', unknown: '' }

const columnsIn = (data: Landing): Column<OpenOpportunity>[] => [
  {
    id: 'name',
    title: 'Opportunity',
    value: (one) => one.name ?? one.key,
    cell: (one) => (
      <Link to={`/opportunities/${encodeURIComponent(one.id)}`} className="font-medium hover:underline">
        {one.name ?? one.key}
      </Link>
    ),
  },
  { id: 'owner', title: 'Owner', value: (one) => one.owner },
  { id: 'stage', title: 'Stage', value: (one) => one.stage },
  {
    id: 'age',
    title: 'Days',
    align: 'end',
    value: (one) => one.age,
    cell: (one) =>
      one.age === null ? (
        <NotKnown reason="It has no opening day and is taken as just opened." />
      ) : (
        <span title={basisWords[one.basis]}>{count(one.age)}</span>
      ),
  },
  {
    id: 'amount',
    title: 'Amount',
    align: 'end',
    value: (one) => one.amount,
    cell: (one) => (
      <span className={one.hasAmount ? '' : 'text-ink-3 italic'}>
        <InlineFigure label="Amount" value={one.amount} unit="money" currency={data.currency} />
      </span>
    ),
  },
  chance(data, 'thisQuarter', 'This quarter'),
  chance(data, 'nextQuarter', 'Next quarter'),
]

/** What is open, with its chance of being won in either quarter; most expected first. */
export function OpenList({ data }: { data: Landing }) {
  const { where } = useWhere()
  const columns = columnsIn(data)
  const save = (format: Format) => saveTable(format, 'open-opportunities', tableOf(columns, data.open))
  const shown =
    data.open.length < data.openTotal ? `The ${count(data.open.length)} with most expected of ` : ''
  return (
    <Card
      title={
        <>
          {'Open opportunities: '}
          <InlineFigure
            label="Open opportunities"
            value={data.openTotal}
            unit="count"
            explain={{ metric: 'open_opportunities', where }}
          />
        </>
      }
      hint={`${shown}${count(data.openTotal)}; chances by stage and days in it, where its source tells stages`}
      actions={<Exports onSave={save} />}
    >
      <DataTable<OpenOpportunity>
        caption="Open opportunities with their chances"
        maxHeight={420}
        columns={columns}
        rows={data.open}
        rowId={(one) => one.id}
      />
    </Card>
  )
}
