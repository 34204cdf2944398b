import type { ReactNode } from 'react'
import { figure } from '../../../ui/format/figure.ts'
import { Money } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { ToneMark } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import type { Case, End } from '../contract.ts'
import { formulaSource, formulas } from '../rules.ts'
import { Evidence } from './Evidence.tsx'
import { Clears, kindTitles, monthsOf } from './words.tsx'

/** Whether it clears the bar, by how much, and what would have to be true. */
export function Verdict({ one }: { one: Case }) {
  return (
    <Card title="Against the bar" actions={<Clears one={one} />}>
      <ul className="flex flex-col gap-1">
        {one.reckoned.checks.map(({ of, clears, says }) => (
          <li key={of} className={`flex items-start gap-1.5 ${clears ? '' : 'text-bad'}`}>
            <span className="mt-[3px]">
              <ToneMark tone={clears ? 'good' : 'bad'} />
            </span>
            {says}
          </li>
        ))}
      </ul>
      <p className="mt-2 font-medium">{one.reckoned.says}</p>
    </Card>
  )
}

type Row = {
  id: string
  title: string
  formula?: string
  value: (end: End) => number | null
  print?: (end: End) => string
}

const rows: Row[] = [
  { id: 'benefits', title: 'Value: what comes in and is saved', value: (end) => end.benefits },
  { id: 'costs', title: 'Cost', value: (end) => end.costs },
  { id: 'roi', title: 'ROI', value: (end) => end.roi, print: (end) => figure(end.roi, 'ratio') },
  { id: 'npv', title: 'NPV', value: (end) => end.npv },
  { id: 'payback', title: 'Payback', value: (end) => end.paybackMonths, print: monthsOf },
]

/** Low, likely and high beside each other, with the formulas. */
export function Ends({ one, isPlain = false }: { one: Case; isPlain?: boolean }) {
  const { currency } = one.body
  const ends = (['low', 'likely', 'high'] as const).map(
    (id): Column<Row> => ({
      id,
      title: { low: 'Low', likely: 'Likely', high: 'High' }[id],
      align: 'end',
      value: (row) => row.value(one.reckoned[id]),
      cell: (row) => {
        const end = one.reckoned[id]
        return row.print ? row.print(end) : <Money minor={row.value(end)} currency={currency} />
      },
    }),
  )
  const table = (
    <DataTable
      caption="Range"
      rows={rows}
      rowId={(row) => row.id}
      columns={[{ id: 'title', title: `Over ${one.body.years} years`, value: (row) => row.title }, ...ends]}
    />
  )
  const words = (
    <p className="mt-2 text-sm text-ink-2">
      {`Low: ${one.body.low} % of the benefits, costs ${one.body.over} % over. High: ${one.body.high} % of the benefits. NPV weighted by a confidence of ${one.body.confidence} %: `}
      <Money minor={one.reckoned.weighted} currency={currency} />.
    </p>
  )
  if (isPlain)
    return (
      <>
        {table}
        {words}
      </>
    )
  return (
    <Card title="Range">
      {table}
      {words}
      <Formulas />
    </Card>
  )
}

export const Formulas = () => (
  <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 text-sm text-ink-3">
    {formulas.map(({ name, formula }) => (
      <div key={name} className="contents">
        <dt>{name}</dt>
        <dd>{formula}</dd>
      </div>
    ))}
    <dt>Source</dt>
    <dd>{formulaSource}</dd>
  </dl>
)

type Part = Case['body']['parts'][number]

/** What it is made of, year by year, each with what it rests on. */
export function Parts({ one, isPlain = false }: { one: Case; isPlain?: boolean }) {
  const { currency, years, parts } = one.body
  const money = (id: string, title: string, minor: (part: Part) => number): Column<Part> => ({
    id,
    title,
    align: 'end',
    value: minor,
    cell: (part) => (minor(part) === 0 ? '–' : <Money minor={minor(part)} currency={currency} />),
  })
  const columns: Column<Part>[] = [
    { id: 'name', title: 'Part', value: (part) => part.name },
    { id: 'kind', title: 'Kind', value: (part) => kindTitles[part.kind] },
    money('once', 'Start', (part) => part.once),
    ...Array.from({ length: years }, (_, at) =>
      money(`y${at}`, `Year ${at + 1}`, (part) => part.yearly[at] ?? 0),
    ),
    {
      id: 'basis',
      title: 'Rests on',
      value: (part) => part.basis,
      cell: (part) => (
        <span className="block min-w-40 whitespace-normal">
          {part.basis} {part.evidence && <Evidence evidence={part.evidence} />}
        </span>
      ),
    },
  ]
  const flows = one.reckoned.likely.flows
  const footer: Record<string, ReactNode> = { name: 'Comes less goes' }
  for (const [at, minor] of flows.entries())
    footer[at === 0 ? 'once' : `y${at - 1}`] = <Money minor={minor} currency={currency} />
  const table = (
    <DataTable
      caption="Parts"
      rows={[...parts]}
      rowId={(part, at) => `${part.name} ${at}`}
      columns={columns}
      footer={footer}
    />
  )
  return isPlain ? table : <Card title="By year">{table}</Card>
}
