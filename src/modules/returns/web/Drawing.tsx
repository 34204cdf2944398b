import type { Out } from '../../../kernel/contract.ts'
import { Chart } from '../../../ui/chart/Chart.tsx'
import type { Picked } from '../../../ui/chart/pick.ts'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { usePeriod } from '../../../ui/period/usePeriod.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import type { ReturnRow, returns } from '../contract.ts'
import { broughtBack, finding, nameOf, pointsFinding } from './columns.ts'
import { useExplainRow } from './useExplainRow.tsx'
import type { Asking } from './useReturn.ts'

type DrawingProps = { data: Out<typeof returns.table>; title: string; asking: Asking }

const looks = [
  { value: 'bars', label: 'Side by side' },
  { value: 'points', label: 'Against each other' },
]
const bars = 12
const points = 60

/** Cost beside won value, or one against the other; a bar and a point explain themselves. */
export function Drawing(props: DrawingProps) {
  const [look, setLook] = useUrl('chart', 'bars')
  const choice = <Segmented label="How it is drawn" value={look} options={looks} onChange={setLook} />
  return (
    <>
      <div className="-mb-1">{choice}</div>
      {look === 'points' ? <Points {...props} /> : <Bars {...props} />}
    </>
  )
}

function Bars({ data, title, asking }: DrawingProps) {
  const period = usePeriod()
  const { explain, drawer } = useExplainRow(data, asking)
  const rows = data.rows.filter((row) => row.cost?.amount || row.wonValue?.amount).slice(0, bars)
  const more = data.rows.length > rows.length ? `; the ${rows.length} that cost most` : ''
  const pick = ({ index, series }: Picked) => explain(rows[index], series === 'Cost' ? 'cost' : 'wonValue')
  return (
    <>
      <Chart
        title={finding(data.rows, data.total)}
        hint={`Cost beside won value, ${period.label}${more}`}
        kind="bar"
        unit="money"
        isHorizontal
        height={Math.max(200, rows.length * 44)}
        categoryTitle={title}
        categories={rows.map(nameOf)}
        series={[
          { name: 'Cost', values: rows.map((row) => row.cost?.amount ?? null) },
          { name: 'Won value', isAccent: true, values: rows.map((row) => row.wonValue?.amount ?? null) },
        ]}
        onSelect={pick}
      />
      {drawer}
    </>
  )
}

const isComparable = ({ cost, wonValue }: ReturnRow) =>
  cost !== null && wonValue !== null && (wonValue.amount === 0 || wonValue.currency === cost.currency)

function Points({ data, title, asking }: DrawingProps) {
  const period = usePeriod()
  const { explain, drawer } = useExplainRow(data, asking)
  const all = data.rows.filter(isComparable)
  const rows = all.slice(0, points)
  const notes = [
    ...(all.length > rows.length ? [`the ${rows.length} that cost most`] : []),
    ...(data.rows.length > all.length
      ? [`${data.rows.length - all.length} without a known cost are not drawn`]
      : []),
  ]
  return (
    <>
      <Chart
        title={pointsFinding(rows, title)}
        hint={[`Won value against cost, ${period.label}`, ...notes].join('; ')}
        kind="scatter"
        unit="money"
        currency={rows[0]?.cost?.currency}
        height={380}
        categoryTitle={title}
        categories={rows.map(nameOf)}
        across={{ name: 'Cost', unit: 'money', values: rows.map((row) => row.cost?.amount ?? null) }}
        series={[{ name: 'Won value', values: rows.map((row) => row.wonValue?.amount ?? null) }]}
        remarks={rows.map((row) => (row.roi === null ? '' : `brings back ${broughtBack(row)} × its cost`))}
        evenLine="Break-even"
        onSelect={({ index }) => explain(rows[index], 'roi')}
      />
      {drawer}
    </>
  )
}
