import { Chart } from '../../../ui/chart/Chart.tsx'
import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import type { Unit } from '../../../ui/format/figure.ts'
import { percent } from '../../../ui/format/number.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import type { CurveShown, Fitted } from '../contract.ts'
import { contributionRequest, outcomePrinter, perUnit, returnRequest, spendRequest } from './derived.ts'

/** What each channel brought in the weeks seen, and how well the curves retrace them. */
export function Contributions({ data }: { data: Fitted }) {
  return (
    <>
      <Table data={data} />
      <Retraced data={data} />
      <Notes notes={data.notices} />
    </>
  )
}

function Table({ data }: { data: Fitted }) {
  const print = outcomePrinter(data.metric)
  const unit = {
    unit: data.metric.unit as Unit,
    ...(data.metric.currency ? { currency: data.metric.currency } : {}),
  }
  const range = ({ low, high }: { low: number; high: number }, say: (value: number) => string) => (
    <span className="tabular whitespace-nowrap text-ink-2">{`${say(low)} to ${say(high)}`}</span>
  )
  return (
    <Card title={titleOf(data)} hint="Intervals hold eight of ten redraws of the weeks.">
      <DataTable<CurveShown>
        caption="What each channel brought"
        rows={data.curves}
        rowId={(row) => row.name}
        columns={[
          { id: 'name', title: 'Channel', value: (row) => row.name },
          {
            id: 'spend',
            title: 'Spend',
            align: 'end',
            value: (row) => row.spend.amount,
            cell: (row) => (
              <InlineFigure
                label={`Spend of ${row.name}`}
                value={row.spend.amount}
                unit="money"
                currency={row.spend.currency}
                explain={spendRequest(data, row)}
              />
            ),
          },
          {
            id: 'brought',
            title: 'Brought',
            align: 'end',
            value: (row) => row.contribution,
            cell: (row) => (
              <InlineFigure
                label={`What ${row.name} brought`}
                value={row.contribution}
                printed={print(row.contribution)}
                {...unit}
                explain={contributionRequest(data, row)}
              />
            ),
          },
          {
            id: 'broughtWithin',
            title: 'Within',
            align: 'end',
            value: () => null,
            cell: (row) => range(row.contributionInterval, print),
          },
          {
            id: 'share',
            title: 'Share',
            align: 'end',
            value: (row) => row.share,
            cell: (row) => percent(row.share, 1),
          },
          {
            id: 'returned',
            title: `Per ${data.currency}`,
            align: 'end',
            value: (row) => row.returned,
            cell: (row) => (
              <InlineFigure
                label={`Return of ${row.name}`}
                value={row.returned}
                unit="number"
                printed={perUnit(row.returned)}
                explain={returnRequest(data, row)}
              />
            ),
          },
          {
            id: 'returnedWithin',
            title: 'Within',
            align: 'end',
            value: () => null,
            cell: (row) => row.returnedInterval && range(row.returnedInterval, perUnit),
          },
        ]}
        footer={{
          name: 'Without spend',
          brought: print(data.baseline),
          share: percent(data.outcome > 0 ? data.baseline / data.outcome : 0, 1),
        }}
      />
    </Card>
  )
}

function titleOf({ curves, outcome, metric }: Fitted): string {
  const share = outcome > 0 ? curves.reduce((sum, one) => sum + one.contribution, 0) / outcome : 0
  return `Media brought ${percent(share, 0)} of ${metric.title.toLowerCase()}`
}

function Retraced({ data: { series, metric, rSquared } }: { data: Fitted }) {
  return (
    <Chart
      title={`The curves retrace ${percent(rSquared, 0)} of the ups and downs`}
      hint="What came week by week, what the curves say, and what would have come without spend"
      kind="line"
      isFromZero
      unit={metric.unit as Unit}
      currency={metric.currency ?? undefined}
      height={280}
      categoryTitle="Week of"
      categories={series.map(({ week }) => week)}
      series={[
        { name: 'Came', values: series.map(({ outcome }) => outcome) },
        { name: 'Curves', isAccent: true, values: series.map(({ fitted }) => fitted) },
        { name: 'Without spend', isForecast: true, values: series.map(({ baseline }) => baseline) },
      ]}
    />
  )
}
