import { Chart } from '../../../ui/chart/Chart.tsx'
import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import { useExplaining } from '../../../ui/figure/useExplain.tsx'
import { count } from '../../../ui/format/number.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { useWhere } from '../../../ui/where/useWhere.ts'
import type { MetricForecast } from '../contract.ts'
import { accuracyRequest, type Told } from './derived.ts'
import { held, usePrint } from './FanChart.tsx'

type Step = NonNullable<MetricForecast['backtest']>['steps'][number]

/** How wrong would we have been: by steps ahead, beside repeating the last season. */
export function LookBack({ data }: { data: MetricForecast }) {
  const print = usePrint(data)
  const { where } = useWhere()
  const { explain, drawer } = useExplaining()
  const { backtest } = data
  if (!backtest)
    return (
      <Card title="How wrong would we have been">
        <Notes notes={[data.backtestRefused ?? 'There is nothing to look back on.']} />
      </Card>
    )
  const { overall } = backtest
  const isBetter = overall.mae < overall.naiveMae
  const verdict = `${isBetter ? '' : 'no better than '}repeating the last season${isBetter ? ':' : ','} ${print(overall.naiveMae)}`
  return (
    <div className="grid grid-cols-2 gap-(--gap) max-[1000px]:grid-cols-1">
      <Chart
        onSelect={({ category, series }) =>
          explain(accuracyRequest(data, series === naive ? 'naiveMae' : 'mae', where, Number(category)))
        }
        title={`We would have been wrong by ${print(overall.mae)} on average; ${verdict}`}
        hint={`${count(overall.count)} forecasts made as if the past were today, beside what came`}
        kind="bar"
        unit={data.unit}
        currency={data.currency ?? undefined}
        categoryTitle={`${data.grain}s ahead`}
        categories={backtest.steps.map((one) => String(one.h))}
        series={[
          { name: 'This forecast', isAccent: true, values: backtest.steps.map((one) => one.mae) },
          { name: naive, values: backtest.steps.map((one) => one.naiveMae) },
        ]}
      />
      <Card
        title="By steps ahead"
        hint="MASE below 1 beats repeating the last season; 80 % and 95 % were promised."
      >
        <Steps data={data} steps={backtest.steps} print={print} />
      </Card>
      {drawer}
    </div>
  )
}

const naive = 'Repeating the last season'
type StepsProps = { data: MetricForecast; steps: Step[]; print: (value: number) => string }

function Steps({ data, steps, print }: StepsProps) {
  const { where } = useWhere()
  const number = (id: Told, title: string, printed: (one: Step) => string, reason?: string) => ({
    id,
    title,
    align: 'end' as const,
    value: (one: Step) => one[id],
    cell: (one: Step) => (
      <span className="whitespace-nowrap">
        <InlineFigure
          label={`${title}, ${one.h} ahead`}
          value={one[id]}
          unit="number"
          printed={printed(one)}
          reason={reason}
          explain={accuracyRequest(data, id, where, one.h)}
        />
      </span>
    ),
  })
  return (
    <DataTable<Step>
      caption="How wrong by steps ahead"
      maxHeight={280}
      rows={steps}
      rowId={(one) => String(one.h)}
      columns={[
        { id: 'h', title: `${data.grain}s ahead`, value: (one) => one.h },
        number('mae', 'Wrong by', (one) => print(one.mae)),
        number('smape', 'sMAPE', (one) => `${one.smape.toFixed(1)} %`),
        number(
          'mase',
          'MASE',
          (one) => one.mase?.toFixed(2) ?? '',
          'Repeating the last season was never wrong.',
        ),
        number('coverage80', '80 % held', (one) => held(one.coverage80)),
        number('coverage95', '95 % held', (one) => held(one.coverage95)),
        number('count', 'Compared', (one) => count(one.count)),
      ]}
    />
  )
}
